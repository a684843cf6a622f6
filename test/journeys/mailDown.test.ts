import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callOut, fitsWhenZoomed, look, openSignedIn, type SignedIn } from '../harness/journey.ts'

describe('a night in which no message goes out', () => {
  let at: SignedIn
  let board: string
  let today: string
  beforeAll(async () => {
    at = await openSignedIn()
    const { activationId, planId } = await callOut(at.here)
    board = `${at.here.teamUrl}/harbor/activations/${activationId}`
    today = `${at.here.teamUrl}/harbor/today`
    const { admin } = at.here.base
    await admin.query(
      `insert into messaging.reach (region_id, person_id, phone, by_mail, by_text)
       select region_id, member_id, '+1617555' || lpad((row_number() over (order by id))::text, 4, '0'), true, false
         from activation.offer where plan_id = $1
       on conflict (region_id, person_id) do update set phone = excluded.phone`,
      [planId],
    )
    await nothingWent()
  }, 60_000)
  afterAll(() => at?.stop())

  /** As if the mail system had taken none of it, some minutes ago. */
  async function nothingWent(): Promise<void> {
    const { admin } = at.here.base
    await admin.query(`update messaging.attempt set outcome = 'unreachable'`)
    await admin.query(`update activation.offer set made_at = made_at - interval '3 min'`)
    await admin.query(`update activation.answer set answered_at = answered_at - interval '3 min'`)
    await admin.query(`update activation.stand_down set stood_down_at = stood_down_at - interval '3 min'`)
  }

  it('is said on today and on the board, with whom to telephone and where to write down what they say', async () => {
    const { page } = at
    await page.goto(today)
    await page.getByText('Messages do not go out').waitFor()
    await look(page, 'today-mail-down')
    await page.getByRole('link', { name: 'See whom to telephone' }).click()
    await page.getByText(/\d+ of \d+ messages have not gone out since/).waitFor()
    expect(await page.getByText('almost surely filled').count()).toBe(0)
    await page.getByText('Write down what they say').click()
    await page.getByRole('button', { name: 'Keep this answer' }).waitFor()
    await look(page, 'board-mail-down')
    await page.goto(`${board}?lang=es`)
    await look(page, 'board-mail-down-es')
    await page.goto(`${board}?lang=en`)
    await fitsWhenZoomed(page)
    await page.setViewportSize({ width: 1280, height: 900 })
  }, 90_000)

  it('leaves nobody to drive to a session that is stood down', async () => {
    const { page } = at
    await page.goto(board)
    const who = page.getByRole('combobox', { name: 'Who' })
    await who.selectOption({ index: 1 })
    await page.getByLabel('No', { exact: true }).check()
    await page.getByRole('combobox', { name: 'They say' }).selectOption('coming')
    await page.getByRole('button', { name: 'Keep this answer' }).click()
    await page.locator('.seat', { hasText: 'Coming' }).first().waitFor()
    await page.getByRole('link', { name: 'Stand down' }).click()
    await look(page, 'stand-down-sure-mail-down')
    await page.getByRole('button', { name: 'Stand it down' }).click()
    await page.getByText('Was on the team').waitFor()
    await page.waitForTimeout(1000)
    await nothingWent()
    await page.goto(board)
    await page.getByText('Not told yet: ring them').waitFor()
    await page.getByText('that the session is cancelled').first().waitFor()
    expect(await page.locator('.seat', { hasText: 'Coming' }).count()).toBe(0)
    await look(page, 'board-not-told')
  }, 90_000)
})
