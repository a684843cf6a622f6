import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { fitsWhenZoomed, freshPage, look, signInCoordinator } from '../harness/journey.ts'

describe('duty', () => {
  let here: Installation
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    here = await openInstallation()
    browser = await openBrowser()
    page = await freshPage(browser)
    await signInCoordinator(here, page)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })

  it('a gap is seen on today, and closed', async () => {
    await page.getByText('hours ahead in which nobody coordinates').waitFor()
    await page.getByRole('link', { name: 'See who is on call' }).click()
    await page.getByText('Nobody coordinates').waitFor()
    await look(page, 'on-call-gap')
    await fitsWhenZoomed(page)

    await page.getByText('Add a coordinator’s shift').click()
    const form = page.locator('form').filter({ hasText: 'Weeks in a row' }).first()
    await form.getByLabel('Coordinator').selectOption({ label: 'rae.h@coordination.example' })
    await form.getByLabel('Place').selectOption('on_call')
    const yesterday = Temporal.Now.plainDateISO('America/New_York').subtract({ days: 1 })
    for (let days = 0; days < 9; days++) {
      await form.getByLabel('First day').fill(yesterday.add({ days }).toString())
      await form.locator('[name=from]').fill('00:00')
      await form.locator('[name=to]').fill('00:00')
      await form.getByLabel('Weeks in a row').fill(days === 1 ? 'two' : '1')
      await form.getByRole('button', { name: 'Add' }).click()
      if (days === 0) {
        // Yesterday is over; what was typed is still there.
        await page.getByRole('link', { name: 'This is over already' }).waitFor()
        continue
      }
      if (days === 1) {
        await page.getByRole('link', { name: 'Give a number of weeks from 1 to 26' }).waitFor()
        expect(await form.getByLabel('Weeks in a row').inputValue()).toBe('two')
        await form.getByLabel('Weeks in a row').fill('1')
        await form.getByRole('button', { name: 'Add' }).click()
      }
      await page.waitForURL('**/harbor/on-call')
      await page.getByText('Add a coordinator’s shift').click()
      await form.getByLabel('Coordinator').selectOption({ label: 'rae.h@coordination.example' })
      await form.getByLabel('Place').selectOption('on_call')
    }
    await page.getByText('Somebody coordinates in every hour of the next 7 days.').waitFor()
    await look(page, 'on-call-covered')
    await page.getByRole('button', { name: 'Remove' }).first().click()
    await page.getByText('Nobody coordinates').waitFor()
  })
})
