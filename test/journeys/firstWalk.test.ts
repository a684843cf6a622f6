import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldValue } from '../../src/ui/moment.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { look, proveFor } from '../harness/journey.ts'

const zone = 'America/New_York'

describe('from a request to a closed team', () => {
  let here: Installation
  let browser: Browser

  beforeAll(async () => {
    here = await openInstallation()
    browser = await openBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })

  const quick = (context: BrowserContext) => {
    context.setDefaultTimeout(15_000)
    return context
  }
  const mails = () => here.services.mailbox!.mails
  async function mailWith(subject: string, count = 1) {
    await expect
      .poll(() => mails().filter((mail) => mail.subject.includes(subject)).length, { timeout: 15_000 })
      .toBeGreaterThanOrEqual(count)
    return mails().filter((mail) => mail.subject.includes(subject))
  }
  const linkIn = (text: string) => /https?:\/\/\S+/.exec(text)![0]

  it('walks the whole way in a real browser', async () => {
    // The request: eight facts, mistakes told at their field, what was typed kept.
    const visitor = await quick(await browser.newContext())
    const asking = await visitor.newPage()
    await asking.goto(`${here.publicUrl}/harbor`)
    await look(asking, 'front')
    await asking.getByRole('link', { name: /My crew needs a team/ }).click()
    await asking.getByLabel('Town').fill('Larkfield')
    await asking.getByRole('button', { name: 'Ask for a call back' }).click()
    await expect.poll(() => asking.getByRole('alert').textContent()).toContain('Choose what happened')
    await look(asking, 'request-refused')
    expect(await asking.getByLabel('Town').inputValue()).toBe('Larkfield')
    const now = Temporal.Now.instant()
    await asking.getByRole('combobox', { name: 'What happened' }).selectOption('child_death_or_injury')
    await asking.getByLabel('When did it happen?').fill(fieldValue(now.subtract({ hours: 2 }), zone))
    await asking.getByLabel('Yes, it is over').check()
    await asking.getByLabel('Over since').fill(fieldValue(now.subtract({ minutes: 40 }), zone))
    await asking.getByRole('combobox', { name: 'Your agency' }).selectOption({ label: 'Larkfield Fire' })
    await asking.getByLabel('Firefighters').fill('6')
    await asking.getByLabel('Your name').fill('Pat L.')
    await asking.getByLabel('Number we call back').fill('617-555-0199')
    await asking.getByRole('button', { name: 'Ask for a call back' }).click()
    await asking.getByText('We have your request.').waitFor()

    // The coordinator is alerted, signs in by the link, and sees it.
    const [alert] = await mailWith('a request is waiting')
    expect(alert!.text).not.toMatch(/Larkfield|child|Pat/)
    const team = await quick(await browser.newContext())
    const page = await team.newPage()
    await page.goto(linkIn(alert!.text))
    expect(page.url()).toBe(`${here.teamUrl}/sign-in`)
    await page.getByRole('textbox').first().fill('rae.h@coordination.example')
    await page.getByRole('button', { name: 'Send the mail' }).click()
    const [signIn] = await mailWith('sign', 1)
    await page.goto(linkIn(signIn!.text))
    await page.getByRole('button').first().click()
    await page.waitForURL('**/account/proof')
    await proveFor(here, 'rae.h@coordination.example')
    await page.goto(`${here.teamUrl}/account/onwards`)
    // Signed in, they stand where the mail led.
    await page.waitForURL(linkIn(alert!.text))
    await page.getByRole('heading', { level: 1 }).waitFor()

    await look(page, 'call-back')
    await asking.getByText('We are ringing the coordinator').waitFor()

    // Taking it answers the one question first; whoever asked sees by when they are called.
    expect(await page.getByRole('button', { name: 'I spoke to the agency' }).count()).toBe(0)
    await page.getByRole('button', { name: 'No: I call back now' }).click()
    await page.getByText('You call back since').waitFor()
    await look(page, 'taken')
    await asking.getByRole('link', { name: 'Look again' }).click()
    await asking.getByText(/A coordinator will call by \d\d:\d\d E[DS]T/).waitFor()
    await look(asking, 'request-taken')

    // Nothing is called out before somebody spoke to the agency.
    await page.getByRole('combobox').first().selectOption('shift commander')
    await page.getByRole('button', { name: 'I spoke to the agency' }).click()
    await look(page, 'approve')
    await page.getByRole('button', { name: 'Approve and call out' }).click()
    await page.getByText('Filling').first().waitFor()

    // So many that two seats are likely filled: more than six by day, and more again at night.
    const asked = await here.base.admin.query('select count(*)::int as asked from activation.offer')
    expect(asked.rows[0].asked).toBeGreaterThan(6)
    const offers = await mailWith('answer needed', asked.rows[0].asked)
    expect(offers).toHaveLength(asked.rows[0].asked)
    expect(offers.every((mail) => !/Larkfield|defusing|child/i.test(mail.text))).toBe(true)

    // Answering: the conflict question is not preselected and must be answered.
    const member = await quick(await browser.newContext())
    const answering = await member.newPage()
    await answering.goto(linkIn(offers[0]!.text))
    await look(answering, 'answer')
    expect(await answering.locator('input[name=conflict]:checked').count()).toBe(0)
    let seated = 0
    for (const offer of offers) {
      await answering.goto(linkIn(offer.text))
      if ((await answering.getByRole('button', { name: 'I’ll come' }).count()) === 0) continue
      await answering.getByLabel('No', { exact: true }).check()
      await answering.getByRole('button', { name: 'I’ll come' }).click()
      // The next page, whichever of the two it is.
      await answering
        .getByText(/You’re on the team|The team is complete|Your answer is noted/)
        .first()
        .waitFor()
      seated += await answering.getByText('You’re on the team').count()
      if (seated === 2) break
    }
    expect(seated).toBe(2)
    await mailWith('not needed this time')

    await page.reload()
    await page.getByText('Filled').first().waitFor()
    await look(page, 'board')
    // There is nothing to close before the session has begun.
    expect(await page.getByRole('link', { name: 'Close out' }).count()).toBe(0)
    await here.base.setNow(Temporal.Now.instant().add({ hours: 4 }))
    await page.reload()
    await page.getByRole('link', { name: 'Close out' }).click()
    await page.getByRole('button', { name: 'Close out' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('How long?: Choose one')
    await look(page, 'close-out')
    await page.getByLabel('As planned').check()
    await page.getByLabel('5–10').check()
    await page.getByLabel('30–60 min').check()
    await page
      .getByRole('group', { name: /follow-up/ })
      .getByLabel('Yes')
      .check()
    await page.getByRole('button', { name: 'Close out' }).click()
    await page.getByText('Activation closed').first().waitFor()

    // A forged link says so without telling whether anybody exists.
    await answering.goto(`${linkIn(offers[0]!.text).slice(0, -3)}abc`)
    await answering.getByText('nothing to answer any more').first().waitFor()
  }, 120_000)
})
