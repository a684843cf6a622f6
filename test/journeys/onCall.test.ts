import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fitsWhenZoomed, look, openSignedIn, type SignedIn } from '../harness/journey.ts'

describe('duty', () => {
  let open: SignedIn
  beforeAll(async () => {
    open = await openSignedIn()
  }, 60_000)
  afterAll(() => open?.stop())

  it('a gap is seen on today, and closed', async () => {
    await open.page.getByText('hours ahead in which nobody coordinates').waitFor()
    await open.page.getByRole('link', { name: 'See who is on call' }).click()
    await open.page.locator('.notice').getByText('Nobody coordinates').waitFor()
    await look(open.page, 'on-call-gap')
    await fitsWhenZoomed(open.page)

    await open.page.getByText('Add a coordinator’s shift').click()
    const form = open.page.locator('form').filter({ hasText: 'Weeks in a row' }).first()
    await form.getByLabel('Coordinator').selectOption({ label: 'Rae H.' })
    await form.getByLabel('Place').selectOption('on_call')
    const yesterday = Temporal.Now.plainDateISO('America/New_York').subtract({ days: 1 })
    for (let days = 0; days < 9; days++) {
      await form.getByLabel('First day').fill(yesterday.add({ days }).toString())
      await form.locator('[name=coordinators_from]').fill('00:00')
      await form.locator('[name=coordinators_to]').fill('00:00')
      await form.getByLabel('Weeks in a row').fill(days === 1 ? 'two' : '1')
      await form.getByRole('button', { name: 'Add' }).click()
      if (days === 0) {
        // Yesterday is over; what was typed is still there.
        await open.page.getByRole('link', { name: 'This is over already' }).waitFor()
        continue
      }
      if (days === 1) {
        await open.page.getByRole('link', { name: 'Weeks in a row: Give a number of weeks' }).click()
        expect(
          await form.getByLabel('Weeks in a row').evaluate((one) => one === document.activeElement),
        ).toBe(true)
        expect(await form.getByLabel('Weeks in a row').inputValue()).toBe('two')
        await form.getByLabel('Weeks in a row').fill('1')
        await form.getByRole('button', { name: 'Add' }).click()
      }
      await open.page.waitForURL('**/harbor/on-call')
      await open.page.getByText('Add a coordinator’s shift').click()
      await form.getByLabel('Coordinator').selectOption({ label: 'Rae H.' })
      await form.getByLabel('Place').selectOption('on_call')
    }
    await open.page.getByText('Somebody coordinates in every hour of the next 7 days.').waitFor()
    await look(open.page, 'on-call-covered')
    await open.page.getByRole('button', { name: 'Remove' }).first().click()
    await open.page.locator('.notice').getByText('Nobody coordinates').waitFor()
  })

  it('hands a sheet of paper on, which needs no network', async () => {
    const { page, here } = open
    await page.goto(`${here.teamUrl}/harbor/on-call`)
    await page.getByRole('link', { name: 'Shift sheet for paper' }).click()
    await page.getByRole('heading', { name: 'Without the system' }).waitFor()
    await look(page, 'shift-sheet')
    expect(await page.getByRole('row').count()).toBeGreaterThan(20)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Keep a copy' }).click()
    const file = await (await download).path()
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/Shift sheet/)
    // By itself it asks nobody for anything.
    expect(text).not.toMatch(/href="(?!tel:)|src=|<script/)
    const sheets = (await page.pdf({ format: 'Letter' })).toString('latin1').match(/\/Type\s*\/Page[^s]/g)
    expect(sheets!.length).toBeLessThanOrEqual(3)
  })
})
