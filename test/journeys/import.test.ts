import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { fitsWhenZoomed, freshPage, look, signInCoordinator } from '../harness/journey.ts'

/** As it comes out of a drawer: semicolons, headings of its own, blank lines, a formula, an agency nobody knows. */
const messy = [
  '\uFEFF Member Name ;E-Mail;Team Role;Department;Rank;Disciplines;Languages;City',
  'Ada B.;ada.b@peers.example;peer;Larkfield Fire;line;fire;en;Larkfield',
  ';;;;;;;',
  '=cmd;ivo.k@peers.example;peer;Larkfield Fyre;line;fire;en;Larkfield',
  'Ada B.;ADA.B@peers.example;peer;Larkfield Fire;line;fire;en;Larkfield',
].join('\r\n')

describe('a messy spreadsheet', () => {
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
  const members = async () =>
    (await here.base.admin.query('select count(*)::int as rows from roster.member')).rows[0].rows as number
  const check = async (text: string) => {
    await page.getByLabel('What does the file hold?').selectOption('members')
    await page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'roster.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })
    await page.getByRole('button', { name: 'Check, without saving' }).click()
  }

  it('is shown row by row, corrected, and saved whole', async () => {
    const before = await members()
    await page.goto(`${here.teamUrl}/harbor/roster`)
    await page.getByRole('link', { name: 'Import or export' }).click()
    await look(page, 'import')
    await check(messy)
    await page.getByText(/problems?: nothing can be saved/).waitFor()
    await page.getByText('Larkfield Fyre').waitFor()
    expect(await page.getByRole('button', { name: 'Save all of it' }).count()).toBe(0)
    await look(page, 'import-problems')
    await fitsWhenZoomed(page)
    expect(await members()).toBe(before)

    const rows = messy.split('\r\n').slice(0, 4).join('\r\n')
    await check(rows.replace('Larkfield Fyre', 'Larkfield Fire').replace('=cmd', 'Ivo K.'))
    await page.getByText('Nothing is saved yet').waitFor()
    await look(page, 'import-checked')
    await page.getByRole('button', { name: 'Save all of it' }).click()
    await page.getByText('Saved: Members.').waitFor()
    expect(await members()).toBe(before + 2)
    await page.goto(`${here.teamUrl}/harbor/roster`)
    await page.getByRole('link', { name: 'Ivo K.' }).waitFor()
  })
})
