import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountId } from '../../src/platform/ids.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { fitsWhenZoomed, freshPage, look, signInPage } from '../harness/journey.ts'
import { accountWith, answerTest, finishOnline, practise, readOn } from '../harness/learner.ts'

describe('the fundamentals, from end to end, without script', () => {
  let here: Installation
  let browser: Browser
  let page: Page
  let account: AccountId
  beforeAll(async () => {
    here = await openInstallation()
    browser = await openBrowser()
    page = await freshPage(browser, { javaScriptEnabled: false })
    account = await accountWith(here, 'learner', 'noa.b@learners.example')
    await signInPage(here, page, account)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })
  const course = () => here.services.library.courses.find((one) => one.id === 'peer-support-fundamentals')!
  /** Pictures and the check of accessibility need a script of their own, in a browser that has them. */
  async function seen(name: string): Promise<void> {
    const other = await freshPage(browser)
    await other.context().addCookies(await page.context().cookies())
    await other.goto(page.url())
    await look(other, name)
    await fitsWhenZoomed(other)
    await other.context().close()
  }

  it('somebody enrols, and is told what the name is for when it is missing', async () => {
    await page.goto(`${here.teamUrl}/harbor/learning`)
    await seen('learning-empty')
    const card = page.locator('section.card', { hasText: 'Peer support fundamentals' })
    await card.getByRole('button', { name: 'Enrol' }).click()
    await page.getByRole('link', { name: 'Write your name, with at most 80 letters.' }).waitFor()
    await page
      .locator('section.card', { hasText: 'Peer support fundamentals' })
      .getByLabel('Your name, as it should stand on a certificate')
      .fill('Noa B.')
    await page
      .locator('section.card', { hasText: 'Peer support fundamentals' })
      .getByRole('button', { name: 'Enrol' })
      .click()
    await page.getByRole('heading', { name: 'Peer support fundamentals' }).waitFor()
    await page.getByText('It opens when every lesson is read and every conversation practised.').waitFor()
    await seen('course-begun')
  }, 60_000)

  it('reads, thinks about a question, leaves in the middle and goes on elsewhere', async () => {
    await page.getByRole('link', { name: 'Continue', exact: true }).click()
    for (; (await page.getByRole('heading', { name: 'A question to think about' }).count()) === 0; )
      await page.getByRole('button', { name: /^Done/ }).click()
    await page.getByRole('button', { name: 'Answer' }).first().click()
    await page.getByRole('link', { name: 'Choose one of the answers.' }).waitFor()
    await page.locator('section.card').first().getByRole('radio').first().check()
    await page.locator('section.card').first().getByRole('button', { name: 'Answer' }).click()
    await page.locator('section.card .notice').first().waitFor()
    await seen('lesson-section')
    const left = page.url().split('#')[0]!
    const elsewhere = await freshPage(browser, { javaScriptEnabled: false })
    await elsewhere.context().addCookies(await page.context().cookies())
    await elsewhere.goto(`${here.teamUrl}/harbor/learning`)
    await elsewhere.getByRole('link', { name: 'Continue', exact: true }).click()
    expect(elsewhere.url()).toBe(left)
    expect(await elsewhere.getByRole('radio').first().isChecked()).toBe(true)
    await elsewhere.context().close()
    // A part that begins with what the state's law says.
    const [lawful] = course().lessons.flatMap((lesson) =>
      lesson.sections.flatMap((section) =>
        section.blocks.some(({ kind }) => kind === 'pack') ? [`${lesson.id}/${section.id}`] : [],
      ),
    )
    await page.goto(`${left.split('/lessons/')[0]}/lessons/${lawful}`)
    await page
      .getByRole('heading', { name: /^Massachusetts: / })
      .first()
      .waitFor()
    await seen('lesson-law')
    await page.goto(left)
  }, 60_000)

  it('reads everything and practises every conversation', async () => {
    await page.getByRole('link', { name: 'Peer support fundamentals' }).click()
    // In the long run all of it in the browser; else some, and the rest by the same use-cases.
    const some = process.env.TAILBOARD_LONG === undefined
    const at = page.url()
    await readOn(page, some ? 1 : undefined)
    if (some) {
      const actor = {
        kind: 'account',
        accountId: account,
        regionId: here.harbor.regionId,
        roles: ['learner'],
      } as const
      await finishOnline(
        here,
        actor,
        { ...course(), practice: course().practice.slice(1) },
        at.split('/').at(-1)!,
        'test',
      )
      await page.goto(at)
    }
    const sections = course().lessons.reduce((all, lesson) => all + lesson.sections.length, 0)
    await page.getByText(`${sections} of ${sections}`).first().waitFor()
    await page.getByRole('link', { name: course().practice[0]!.title }).click()
    await page.locator('fieldset button').first().click()
    await seen('practice-under-way')
    await page.getByRole('link', { name: 'Peer support fundamentals' }).click()
    await practise(page, course(), some ? 1 : undefined)
    await page.getByText('Everything read.').first().waitFor()
    await seen('course-ready-for-test')
  }, 120_000)

  it('fails the test by one, is sent back to lessons without an answer, and passes a week later', async () => {
    await page.getByRole('button', { name: 'Begin the test' }).click()
    await seen('test-part')
    await answerTest(page, course(), 5)
    await page.getByText('Every question is answered.').waitFor()
    await seen('test-review')
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByText('75 percent, not passed yet.').waitFor()
    const told = (await page.locator('main').textContent())!
    for (const { why, options } of course().bank)
      for (const kept of [why, options.find((one) => one.right)!.text]) expect(told).not.toContain(kept)
    expect(await page.locator('main .steps a').count()).toBeGreaterThan(0)
    await seen('test-failed')
    await page.getByRole('link', { name: 'Back to the course' }).click()
    await page.getByText(/You may take it again from/).waitFor()
    const at = page.url()
    await here.base.setNow(Temporal.Now.instant().add({ hours: 24 * 7 + 1 }))
    // A session lasts a week: whoever comes back signs in again.
    await signInPage(here, page, account)
    await page.goto(at)
    await page.getByRole('button', { name: 'Begin the test' }).click()
    await answerTest(page, course())
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByText('Passed with 100 percent.').waitFor()
    const passed = (await page.locator('main').textContent())!
    expect(course().bank.filter(({ why }) => passed.includes(why))).toHaveLength(course().test!.questions)
    await seen('test-passed')
    await page.getByRole('link', { name: 'Back to the course' }).click()
    await page.getByText('Nobody has reviewed this course for this region yet.').first().waitFor()
  }, 120_000)
})
