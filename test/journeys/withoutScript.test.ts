import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldValue } from '../../src/ui/moment.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { callOut, fitsWhenZoomed, freshPage, look, signInCoordinator } from '../harness/journey.ts'

const zone = 'America/New_York'

describe('for everybody', () => {
  let here: Installation
  let browser: Browser
  let called: Awaited<ReturnType<typeof callOut>>
  beforeAll(async () => {
    here = await openInstallation()
    browser = await openBrowser()
    called = await callOut(here)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })

  it('finds someone to talk to without script', async () => {
    const page = await freshPage(browser, { javaScriptEnabled: false })
    await page.goto(`${here.publicUrl}/harbor`)
    await page.getByRole('link', { name: /I need someone to talk to/ }).click()
    await page.getByRole('link', { name: '617-555-0142' }).waitFor()
    await page.getByRole('link', { name: 'Español' }).click()
    await page.getByRole('heading', { name: 'Alguien con quien hablar, ahora' }).waitFor()
  })

  it('asks for a team without script, and keeps what was typed when something is missing', async () => {
    const page = await freshPage(browser, { javaScriptEnabled: false })
    await page.goto(`${here.publicUrl}/harbor/request?lang=es`)
    const now = Temporal.Now.instant()
    await page.getByLabel('Localidad').fill('Larkfield')
    await page.getByLabel('Bomberos').fill('6')
    await page.getByRole('button', { name: 'Pedir que me llamen' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('Localidad').inputValue()).toBe('Larkfield')
    expect(await page.getByLabel('Bomberos').inputValue()).toBe('6')
    await page.locator('select[name=kind]').selectOption('child_death_or_injury')
    await page.locator('input[name=occurredAt]').fill(fieldValue(now.subtract({ hours: 2 }), zone))
    await page.locator('input[name=over][value=no]').check()
    await page.locator('select[name=agency]').selectOption({ label: 'Larkfield Fire' })
    await page.locator('input[name=requesterName]').fill('Pat L.')
    await page.locator('input[name=callbackPhone]').fill('617-555-0199')
    await page.getByRole('button', { name: 'Pedir que me llamen' }).click()
    await page.getByRole('heading', { name: /solicitud/ }).waitFor()
  })

  it('answers without script, and hears what an old link means', async () => {
    const page = await freshPage(browser, { javaScriptEnabled: false })
    await page.goto(called.links[0]!)
    // The browser itself asks for the first question, and sends nothing before.
    await page.getByRole('button', { name: 'I’ll come' }).click()
    await page.locator('input[name=conflict]:invalid').first().waitFor()
    await page.getByLabel('No', { exact: true }).check()
    await page.getByRole('button', { name: 'Not this time' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(called.links[0]!)
    // A slip may be mended while a seat is open, and the question is asked again.
    await page.getByText('Your answer is noted.', { exact: false }).waitFor()
    expect(await page.locator('input[name=conflict]:checked').count()).toBe(0)
  })

  it('fits a page zoomed to 400 %, without a violation, signed out and signed in', async () => {
    const page = await freshPage(browser)
    // The list of regions and the support pages have a journey of their own.
    const open = ['/harbor', '/harbor/request', '/harbor/booking', '/nowhere']
    for (const path of open.flatMap((one) => [one, `${one}?lang=es`])) {
      await page.goto(here.publicUrl + path)
      await fitsWhenZoomed(page)
      await look(page, `public${path.replaceAll(/[/?=]+/g, '-')}`)
    }
    await page.goto(called.links[1]!)
    await fitsWhenZoomed(page)
    for (const path of ['/sign-in', '/sign-in?lang=es']) {
      await page.goto(here.teamUrl + path)
      await fitsWhenZoomed(page)
      await look(page, `team${path.replaceAll(/[/?=]+/g, '-')}`)
    }
    await signInCoordinator(here, page)
    const { activationId, planId } = called
    const plan = `/harbor/activations/${activationId}/plans/${planId}/close-out`
    for (const [name, path] of Object.entries({
      today: '/harbor/today',
      activations: '/harbor/activations',
      board: `/harbor/activations/${activationId}`,
      bookings: '/harbor/activations?about=booking',
      'new-booking': '/harbor/bookings/new',
      roster: '/harbor/roster',
      'close-out': plan,
      stray: '/harbor/nowhere',
    })) {
      await page.goto(here.teamUrl + path)
      await fitsWhenZoomed(page)
      await look(page, `team-${name}`)
    }
  }, 240_000)
})
