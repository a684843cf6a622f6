import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession, signedIn } from '../../src/identity/index.server.ts'
import { appCode } from '../harness/authenticatorApp.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { callOut, freshPage, mailWith, withAuthenticator } from '../harness/journey.ts'
import { focused, tabTo } from '../harness/keyboard.ts'

/**
 * All of a page that was just opened: each of its controls once, in its order and never upwards, each seen to have the
 * focus; after the last one the page lets go, and backwards it is the same.
 */
async function walk(page: Page): Promise<void> {
  const controls = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
    ]
    const open = all.filter((one) => one.checkVisibility() && !one.matches(':disabled, [type=hidden]'))
    return open.map((one, index) => {
      one.dataset.step = `${index} ${one.textContent.trim() || one.getAttribute('name')}`
      return one.dataset.step
    })
  })
  expect(controls.length).toBeGreaterThan(1)
  const met = async (key: string) => {
    const steps: string[] = []
    let above = 0
    for (let turn = 0; turn < controls.length + 2; turn++) {
      await page.keyboard.press(key)
      const { step, name, nowhere, visible, top, bottom } = await focused(page)
      if (nowhere && steps.length === 0) continue
      if (nowhere || (step !== null && steps.includes(step))) break
      const upwards = key === 'Tab' && bottom < above
      above = top
      steps.push(step ?? `no control: ${name}`)
      expect({ step, visible, upwards }).toEqual({ step, visible: true, upwards: false })
    }
    return steps
  }
  expect(await met('Tab')).toEqual(controls)
  expect(await met('Shift+Tab')).toEqual(controls.toReversed())
}

describe('with a keyboard alone', () => {
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

  it('somebody finds a person to talk to', async () => {
    const page = await freshPage(browser)
    await page.goto(`${here.publicUrl}/harbor`)
    await tabTo(page, 'Skip to the content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await tabTo(page, 'I need someone to talk to')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/harbor/support')
    await tabTo(page, '617-555-0142')
  })

  it('an agency asks for a team', async () => {
    const page = await freshPage(browser)
    await page.goto(`${here.publicUrl}/harbor/request`)
    await tabTo(page, 'What happened')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'When did it happen')
    const yesterday = Temporal.Now.plainDateISO('America/New_York').subtract({ days: 1 })
    const [year, month, day] = yesterday.toString().split('-')
    await page.keyboard.type(`${month}${day}${year}`)
    await page.keyboard.press('Tab')
    await page.keyboard.type('0930AM')
    await tabTo(page, 'Town')
    await page.keyboard.type('Larkfield')
    await tabTo(page, /it is over|still going on/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    const over = await page.locator('input[name=over]:checked').getAttribute('value')
    if (over === 'yes') throw new Error('the arrow should have led to the second answer')
    await tabTo(page, 'Your agency')
    await page.keyboard.type('Larkfield F')
    await tabTo(page, 'Firefighters')
    await page.keyboard.type('6')
    await tabTo(page, 'Your name')
    await page.keyboard.type('Pat L.')
    await tabTo(page, 'Number we call back')
    await page.keyboard.type('617-555-0199')
    await page.keyboard.press('Enter')
    await page.getByText('We have your request.').waitFor()
  })

  it('a coordinator signs in with the code, makes a passkey, and looks after their account', async () => {
    const page = await freshPage(browser)
    await withAuthenticator(page)
    await page.goto(`${here.teamUrl}/sign-in?lang=en`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    await walk(page)
    await tabTo(page, 'Your e-mail address')
    await page.keyboard.type('rae.h@coordination.example')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Look at your mail' }).waitFor()
    await walk(page)
    const [mail] = await mailWith(here, 'sign')
    const code = /code there: ([A-Z0-9 -]+)/.exec(mail!.text)![1]!.replaceAll(/\W/g, '')
    await tabTo(page, /code/i)
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/account/proof')

    await page.getByRole('button', { name: 'Make a passkey' }).waitFor()
    await walk(page)
    await tabTo(page, 'A name for it')
    await page.keyboard.type('my phone')
    await tabTo(page, 'Make a passkey')
    await page.keyboard.press('Space')
    await page.waitForURL('**/harbor/today')
    await tabTo(page, 'Sign out')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    await tabTo(page, 'Sign in with a passkey')
    await page.keyboard.press('Space')
    await page.waitForURL('**/harbor/today')

    const elsewhere = await openSession(here.services.auth, here.coordinator)
    await tabTo(page, /^Account$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Your account' }).waitFor()
    await walk(page)
    const sessions = page.getByRole('table', { name: 'Where you are signed in' }).getByRole('row')
    expect(await sessions.count()).toBe(3)
    await tabTo(page, 'End all others')
    await page.keyboard.press('Enter')
    await expect.poll(() => sessions.count()).toBe(2)
    const there = new Request(here.teamUrl, { headers: { cookie: elsewhere.split(';', 1)[0]! } })
    expect(await signedIn(here.services.auth, there)).toBeNull()

    await tabTo(page, 'Set up an authenticator app')
    await page.keyboard.press('Enter')
    const secret = (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent())!
    await walk(page)
    await tabTo(page, 'Code that the app shows')
    await page.keyboard.type(appCode(secret))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Print these ten codes' }).waitFor()
    const printed = await page.locator('code').first().textContent()
    await walk(page)
    await tabTo(page, 'I have them, go on')
    await page.keyboard.press('Space')
    await page.waitForURL('**/harbor/today')

    // As if this session had begun with the mail alone.
    await here.base.admin.query(`update auth.session set strength = 'link', proven_at = null`)
    await tabTo(page, /^Account$/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/account/proof')
    await page.getByRole('button', { name: 'Use a passkey' }).waitFor()
    await walk(page)
    await tabTo(page, /^Code/)
    await page.keyboard.type(printed!)
    await page.keyboard.press('Enter')
    await page.getByText('9 of your printed codes are unused.').waitFor()
  }, 60_000)

  it('a member answers', async () => {
    const { links } = await callOut(here)
    const page = await freshPage(browser)
    await page.goto(links[0]!)
    await tabTo(page, /^No|^Yes/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    for (let turn = 0; turn < 2; turn++) {
      if ((await page.locator('input[name=conflict]:checked').getAttribute('value')) === 'no') break
      await page.keyboard.press('ArrowDown')
    }
    await tabTo(page, 'I’ll come')
    await page.keyboard.press('Enter')
    await page.getByText('You’re on the team').first().waitFor()
  })
})
