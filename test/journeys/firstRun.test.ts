import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appCode } from '../harness/authenticatorApp.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Empty, openEmpty } from '../harness/installation.ts'
import { fitsWhenZoomed, freshPage, look } from '../harness/journey.ts'

const messy = `Agency name;City;Service
Quarry Police;Quarry;Police
Quarry Fire;Quarry;Bomberos
;Nowhere;Fire
`
const members = `name,email,role,agency,rank_band,disciplines,town
Kit A.,kit.a@peers.example,peer,Quarry Fire,line,fire,Quarry
Mel O.,mel.o@peers.example,mhp,,civilian,fire;police,Quarry
`

describe('the first run', () => {
  let here: Empty
  let browser: Browser

  beforeEach(async () => {
    here = await openEmpty()
    browser = await openBrowser()
    await here.start()
  })
  afterEach(async () => {
    await browser?.close()
    await here?.stop()
  })
  const file = () => join(here.secretsFolder, 'set-up')
  const link = () => readFileSync(file(), 'utf8').trim()

  it('sets a region up in five steps', async () => {
    const page = await freshPage(browser)
    await page.goto(here.publicUrl)
    await look(page, 'first-run-1-empty')
    await page.getByRole('link', { name: 'Set up your region' }).click()
    expect(page.url()).toBe(`${here.teamUrl}/set-up`)
    await page.getByLabel('The link from that file').fill('https://team.example/set-up/guessed')
    await page.getByRole('button', { name: 'Go on' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('That link opens nothing')
    await look(page, 'first-run-2-door')
    await page.getByLabel('The link from that file').fill(link())
    await page.getByRole('button', { name: 'Go on' }).click()
    await look(page, 'first-run-3-choice')

    await page.getByRole('link', { name: 'Set up your region' }).click()
    await page.getByLabel('Name of the team’s region').fill('Quarry Region')
    await page.getByLabel('Short name in the address').fill('sign-in')
    await page.getByLabel('State').selectOption('MA')
    await page.getByLabel('Time zone').selectOption('America/New_York')
    await page.getByRole('button', { name: 'Next' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('address of Tailboard itself')
    expect(await page.getByLabel('Name of the team’s region').inputValue()).toBe('Quarry Region')
    await look(page, 'first-run-4-region')
    await page.getByLabel('Short name in the address').fill('Quarry')
    await page.getByLabel('The team’s number').fill('617-555-0142')
    await page.getByRole('button', { name: 'Next' }).click()

    await page.getByRole('link', { name: 'Español' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Usted')
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByLabel('Your e-mail address').fill('ana.q@coordination')
    await page.getByRole('button', { name: 'Set up the region' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Give a complete address')
    await look(page, 'first-run-5-you')
    expect(existsSync(file())).toBe(true)
    await page.getByLabel('Your e-mail address').fill('ana.q@coordination.example')
    await page.getByRole('button', { name: 'Set up the region' }).click()
    // Whoever runs a team proves more than a mailbox, from the first day.
    await page.waitForURL('**/account/proof')
    await page.getByRole('button', { name: 'Use an authenticator app' }).click()
    const secret = (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent())!
    await page.getByLabel('Code that the app shows').fill(appCode(secret))
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByRole('button', { name: 'I have them, go on' }).click()
    await page.waitForURL('**/quarry/set-up/agencies')
    expect(existsSync(file())).toBe(false)

    await page.getByLabel('Or paste the rows here').fill(messy)
    await page.getByRole('button', { name: 'Check, without saving' }).click()
    expect(await page.getByText('1 problem: nothing can be saved').count()).toBe(1)
    await look(page, 'first-run-6-agencies')
    await page.getByLabel('Or paste the rows here').fill(messy.replace(/^;.*\n/m, ''))
    await page.getByRole('button', { name: 'Check, without saving' }).click()
    await page.getByRole('button', { name: 'Save all of it' }).click()
    await page.getByText('2 agencies are here.').waitFor()
    await page.getByRole('link', { name: 'Next' }).click()

    await page.goto(`${here.teamUrl}/`)
    await page.getByRole('link', { name: 'Go on setting up' }).click()
    await page.getByRole('link', { name: 'Next' }).click()
    await page.getByLabel('File').setInputFiles({
      name: 'members.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(members),
    })
    await page.getByRole('button', { name: 'Check, without saving' }).click()
    await look(page, 'first-run-7-members')
    await page.getByRole('button', { name: 'Save all of it' }).click()
    await page.getByText('2 members are here.').waitFor()
    await page.getByRole('link', { name: 'Next' }).click()
    await page.getByText('Nobody could go today').waitFor()
    expect(await page.getByRole('row', { name: /read, but by no counsel/ }).textContent()).toContain('open')
    await look(page, 'first-run-8-ready')
    await fitsWhenZoomed(page)
    await page.getByRole('link', { name: 'Go to Today' }).click()
    expect(await page.getByText('Go on setting up').count()).toBe(0)

    await page.goto(`${here.publicUrl}/quarry`)
    expect(await page.getByText('My crew needs a team').count()).toBe(1)
  }, 60_000)

  it('loads the demonstration once, whoever is faster', async () => {
    const one = await freshPage(browser)
    const other = await freshPage(browser)
    await Promise.all([one.goto(link()), other.goto(link())])
    await Promise.all(
      // Two regions and their calls: seconds, and more on a busy machine.
      [one, other].map((page) =>
        page.getByRole('button', { name: 'Load the demonstration' }).click({ timeout: 60_000 }),
      ),
    )
    const urls = [one.url(), other.url()].sort()
    expect(urls.filter((url) => url.endsWith('/harbor/today'))).toHaveLength(1)
    expect(urls.filter((url) => url.endsWith('/demonstration'))).toHaveLength(1)
    const { rows } = await here.base.admin.query('select slug from region.region order by slug')
    expect(rows.map((row) => row.slug)).toEqual(['harbor', 'montgomery'])
    expect(existsSync(file())).toBe(false)
  })
})
