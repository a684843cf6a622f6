import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import {
  callOut,
  fitsWhenZoomed,
  freshPage,
  look,
  mailWith,
  openSignedIn,
  type SignedIn,
  signInCoordinator,
} from '../harness/journey.ts'

describe('two coordinators at one board', () => {
  let at: SignedIn
  let other: Page
  let board: string
  let offers: number
  beforeAll(async () => {
    at = await openSignedIn()
    const called = await callOut(at.here)
    offers = called.links.length
    board = `${at.here.teamUrl}/harbor/activations/${called.activationId}`
    const { auth, db } = at.here.services
    const tom = await createAccount(auth, { email: 'tom.e@coordination.example', name: 'Tom E.' })
    const system = { kind: 'system' as const, regionId: at.here.harbor.regionId }
    await db.write(system, (tx) => grantRole(tx, tom, 'duty_coordinator'))
    other = await freshPage(at.browser)
    await signInCoordinator(at.here, other, 'tom.e@coordination.example')
  }, 60_000)
  afterAll(() => at?.stop())

  it('see each other come and go', async () => {
    const { page } = at
    await page.goto(board)
    await page.getByText('Live.').waitFor()
    await other.goto(board)
    await other.locator('#live-said', { hasText: 'Also looking: Rae' }).waitFor()
    await page.locator('#live-said', { hasText: 'Also looking: Tom' }).waitFor()
    await other.goto(`${at.here.teamUrl}/harbor/today`)
    await page.locator('#live-said', { hasText: 'Also looking' }).waitFor({ state: 'detached' })
  }, 60_000)

  it('ask more once, by whoever is first; the other is told', async () => {
    const { page } = at
    for (const one of [page, other]) {
      await one.goto(board)
      await one.getByText('Ask more, or somebody by name').click()
    }
    await page.getByRole('button', { name: 'Ask the next wave now' }).click()
    await page.getByText('Wave 2').first().waitFor()
    await other.getByRole('button', { name: 'Ask the next wave now' }).click()
    await other.getByText('A wave went out meanwhile').first().waitFor()
    expect(await other.getByText('Wave 3').count()).toBe(0)
    await mailWith(at.here, 'answer needed', offers + 1)
  }, 60_000)

  it('keep what each was told, and choose where they heard two things', async () => {
    const { page } = at
    const told = `${board}/what-the-agency-told`
    const keep = (one: Page) => one.getByRole('button', { name: 'Keep what was told' }).click()
    const say = (one: Page, fact: string, answer: string) =>
      one.locator(`[name=${fact}][value=${answer}]`).check({ force: true })
    for (const one of [page, other]) await one.goto(told)
    await say(page, 'goingStraightBack', 'no')
    await say(page, 'fatalities', 'yes')
    await say(page, 'mediaAttention', 'yes')
    await page.getByLabel('There', { exact: true }).fill('4')
    await keep(page)
    await page.waitForURL(board)
    await say(other, 'mediaAttention', 'no')
    await other.getByLabel('There', { exact: true }).fill('5')
    await say(other, 'childInvolved', 'yes')
    await keep(other)
    await other.getByText('kept what the agency told', { exact: false }).first().waitFor()
    await look(other, 'told-by-two')
    // Pressed again without a look: nothing is chosen by itself.
    await keep(other)
    await other.getByText('The media are there: Choose which of the two stands.').waitFor()
    await other.getByText('Yes (Rae H.)').click()
    await other.getByText('5 (you)').click()
    await keep(other)
    await other.waitForURL(board)
    await other.goto(told)
    const stands = (fact: string) => other.locator(`[name=${fact}]:checked`).getAttribute('value')
    expect(
      await Promise.all(['goingStraightBack', 'fatalities', 'mediaAttention', 'childInvolved'].map(stands)),
    ).toEqual(['no', 'yes', 'yes', 'yes'])
    expect(await other.getByLabel('There', { exact: true }).inputValue()).toBe('5')
  }, 60_000)

  it('move the session with a reason, and everybody asked hears of it', async () => {
    const { page } = at
    await page.goto(board)
    await page.getByText('Change time or place').click()
    await page.locator('[name=place]').fill('')
    await page.getByRole('button', { name: 'Change it and tell them' }).click()
    await page.getByText('Choose why.').first().waitFor()
    await look(page, 'board-move-wrong')
    await page.getByLabel('Why').selectOption('room')
    await page.locator('[name=place]').fill('Station 2, upstairs')
    await page.getByRole('button', { name: 'Change it and tell them' }).click()
    await page.getByText('Session moved: another room', { exact: true }).waitFor()
    const [mail] = await mailWith(at.here, 'another time or place', offers)
    await other.goto(/https?:\/\/\S+/.exec(mail!.text)![0])
    await other.getByText('Station 2, upstairs', { exact: false }).first().waitFor()
  }, 60_000)

  it('hear what an older page would have moved, and move again only when that is meant', async () => {
    const { page } = at
    const change = (one: Page) => one.getByRole('button', { name: 'Change it and tell them' }).click()
    const room = (one: Page) => one.locator('[name=place]')
    for (const one of [page, other]) {
      await one.goto(board)
      await one.getByText('Change time or place').click()
      await one.getByLabel('Why').selectOption('room')
    }
    await room(page).fill('Station 3')
    await change(page)
    await page.waitForURL(board)
    // Left as it stood: it shows what stands now, and there is nothing to change.
    await change(other)
    await other.getByText('Rae H. changed it', { exact: false }).first().waitFor()
    expect(await room(other).inputValue()).toBe('Station 3')
    await change(other)
    await other.getByText('Time and place are what they were', { exact: false }).first().waitFor()
    await room(other).fill('Station 4')
    await page.goto(board)
    await page.getByText('Change time or place').click()
    await page.getByLabel('Why').selectOption('room')
    await room(page).fill('Station 5')
    await change(page)
    await page.waitForURL(board)
    await change(other)
    await other.getByText('Station 5', { exact: false }).first().waitFor()
    expect(await room(other).inputValue()).toBe('Station 4')
    await look(other, 'board-moved-by-two')
    await change(other)
    await other.getByText('Say whether to change it once more', { exact: false }).first().waitFor()
    await other.getByLabel('Change it once more', { exact: false }).check({ force: true })
    await change(other)
    await other.waitForURL(board)
    expect(await other.getByText('Session moved: another room', { exact: true }).count()).toBe(4)
  }, 60_000)

  it('ask until nobody is left, and are told what would help', async () => {
    const { page } = at
    for (let wave = 0; wave < 12; wave++) {
      await page.goto(board)
      await page.getByText('Ask more, or somebody by name').click()
      await page.getByRole('button', { name: 'Ask the next wave now' }).click()
      await page.waitForLoadState()
      if ((await page.getByText('Nobody is left to ask').count()) > 0) break
    }
    await page.getByText('Nobody is left to ask').first().waitFor()
    // Their time is over, and nobody said anything.
    await at.here.base.admin.query(`update activation.offer set answer_by = now() - interval '1 min'`)
    await page.goto(board)
    await page.getByText('It is not sure enough that this team is full in time').waitFor()
    await page.getByText('For the team lead nobody else is left to ask.').waitFor()
    await look(page, 'board-asked-all')
    await page.goto(`${board}?lang=es`)
    await look(page, 'board-asked-all-es')
    await page.goto(`${board}?lang=en`)
    await fitsWhenZoomed(page)
  }, 90_000)
})
