import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestTeam } from '../../src/activation/index.server.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { fitsWhenZoomed, freshPage, look, signInCoordinator } from '../harness/journey.ts'

describe('on the phone with the agency', () => {
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

  async function asked(kind: 'officer_involved_shooting' | 'colleague_suicide') {
    const { regionId, agencies } = here.harbor
    const now = Temporal.Now.instant()
    const request = await requestTeam(here.services.db, regionId, {
      kind,
      occurredAt: now.subtract({ hours: 2 }),
      overAt: now.subtract({ hours: 1 }),
      town: 'Larkfield',
      agencyId: agencies.get('Larkfield Police')!,
      groups: [
        { role: 'officers', count: 6 },
        { role: 'dispatchers', count: 4 },
      ],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!request.ok) throw new Error(request.code)
    return `${here.teamUrl}/harbor/activations/${request.value.activationId}`
  }

  it('statements decide whether there is a group', async () => {
    await page.goto(await asked('officer_involved_shooting'))
    await page.getByText('No group for those who fired or saw it').first().waitFor()
    await page.getByRole('link', { name: 'Open the page for the call' }).first().click()

    const statements = page.getByRole('group', { name: 'All statements are complete' })
    expect(await statements.getByLabel('Not known').isChecked()).toBe(true)
    await statements.getByLabel('No', { exact: true }).check()
    const officers = page.getByLabel('There', { exact: true }).first()
    await officers.fill('some')
    await page.getByRole('button', { name: 'Keep what was told' }).click()
    await page.getByRole('link', { name: 'Give a whole number from 1 to 5000' }).waitFor()
    expect(await officers.inputValue()).toBe('some')
    await look(page, 'what-the-agency-told-wrong')

    await officers.fill('6')
    await page.getByRole('button', { name: 'Keep what was told' }).click()
    await page.waitForURL(/activations\/[^/]+$/)
    await page.getByText('All statements are complete').waitFor()

    await page.getByRole('button', { name: 'I spoke to the agency' }).waitFor()
    await page.getByLabel('I spoke to').selectOption('supervisor')
    await page.getByRole('button', { name: 'I spoke to the agency' }).click()
    await page.getByRole('heading', { name: 'No session for' }).waitFor()
    await look(page, 'board-withheld')
    await fitsWhenZoomed(page)

    await page.getByRole('link', { name: 'Add or change' }).click()
    await look(page, 'what-the-agency-told')
    await fitsWhenZoomed(page)
    await statements.getByLabel('Yes').check()
    await page.getByRole('button', { name: 'Keep what was told' }).click()
    await page.getByRole('heading', { name: /Defusing · officers/ }).waitFor()
    expect(await page.getByRole('heading', { name: 'No session for' }).count()).toBe(0)
  })

  it('a colleague’s suicide opens a plan whose steps are seen to one by one', async () => {
    await page.goto(await asked('colleague_suicide'))
    const steps = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Seen to' }) })
    expect(await steps.count()).toBe(5)
    await page.getByRole('button', { name: 'Seen to' }).nth(1).click()
    await page.getByText(/^seen to \d/).waitFor()
    expect(await steps.count()).toBe(4)
    await look(page, 'board-postvention')
    await fitsWhenZoomed(page)
  })
})
