import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callOut, fitsWhenZoomed, freshPage, look, openSignedIn, type SignedIn } from '../harness/journey.ts'

const long = process.env.TAILBOARD_LONG === '1'

/** How many sheets it takes. */
async function printed(page: Page, name: string): Promise<number> {
  const file = await page.pdf({
    format: 'Letter',
    margin: { top: '12mm', bottom: '12mm', left: '14mm', right: '14mm' },
    ...(long ? { path: join(import.meta.dirname, `../screens/${name}.pdf`) } : {}),
  })
  return file.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
}

describe('before the team goes in', () => {
  let at: SignedIn
  beforeAll(async () => {
    at = await openSignedIn()
  }, 60_000)
  afterAll(() => at?.stop())

  it('writes the briefing, keeps what was typed, and says when it changed', async () => {
    const { page, here } = at
    const { activationId, planId } = await callOut(here)
    await page.goto(`${here.teamUrl}/harbor/activations/${activationId}`)
    await page.getByRole('link', { name: 'Briefing, card, checklist' }).click()
    await page.getByLabel('Parking').fill('Behind the station')
    await page.getByRole('button', { name: 'Keep the briefing' }).click()
    await page.getByRole('alert').getByText('Name the meeting point').waitFor()
    expect(await page.getByLabel('Parking').inputValue()).toBe('Behind the station')
    const old = await page.context().newPage()
    await old.goto(`${here.teamUrl}/harbor/activations/${activationId}/plans/${planId}/briefing`)
    for (const [on, where] of [
      [page, 'Front door of the annex'],
      [old, 'Back door'],
    ] as const) {
      await on.getByLabel('Meeting point').fill(where)
      await on.getByLabel('Plain clothes').check()
      await on.getByLabel('No weapons in the room').check()
      await on.getByRole('button', { name: 'Keep the briefing' }).click()
    }
    // The second page was drawn before the first one was kept: nothing is written over.
    await old.getByText('Somebody else changed this meanwhile').waitFor()
    await page.reload()
    await page.getByText('Front door of the annex').waitFor()
    await look(page, 'briefing')
    await old.getByRole('button', { name: 'Keep the briefing' }).click()
    await old.getByText(/Changed .*Read it again/).waitFor()
    await old.getByRole('definition').getByText('Back door').waitFor()

    await page.getByRole('link', { name: 'Checklist for the contact' }).click()
    await page.getByText('Words for the crew').waitFor()
    // Whoever waits for the team reads where, and nothing but the sheet is printed.
    await page.getByText('Meeting point: Back door').waitFor()
    await look(page, 'checklist')
    expect(await printed(page, 'checklist')).toBe(1)
    // The contact reads the same, without an account, by the link of the request.
    const link = await page.getByRole('link', { name: /\/request\// }).getAttribute('href')
    const contact = await freshPage(at.browser)
    await contact.goto(link!.replace(/\/checklist\/.*$/, ''))
    await contact.getByText('Agreed with your agency').waitFor()
    await look(contact, 'request-agreed')
    await contact.getByRole('link', { name: 'What to make ready, and words for the crew' }).click()
    await contact.getByText('Meeting point: Back door').waitFor()
    await look(contact, 'request-checklist')
    await fitsWhenZoomed(contact)
    expect(await printed(contact, 'request-checklist')).toBe(1)
    expect(await contact.locator('main').textContent()).not.toMatch(/without sign-in|[A-Z][a-z]+ [A-Z]\./)
    await contact.goto(link!.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
    await contact.getByText('There is nothing at this address').waitFor()
    await page.goBack()
    expect(await printed(page, 'briefing')).toBe(1)
  }, 60_000)

  it('opens a card without a network once it was opened with one, and prints it on its sheets', async () => {
    const { page, here } = at
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    await page.goto(`${here.teamUrl}/harbor/cards/cisd`)
    await page.locator('html[data-kept=yes]').waitFor({ state: 'attached' })
    await look(page, 'card-cisd')
    expect(await page.locator('main input, main button, main form, main textarea').count()).toBe(0)
    await page.context().setOffline(true)
    await page.reload()
    await page.getByRole('heading', { name: 'Re-entry' }).waitFor()
    const elsewhere = await page.goto(`${here.teamUrl}/harbor/today`).catch(() => null)
    expect(elsewhere).toBeNull()
    await page.context().setOffline(false)
    await page.goto(`${here.teamUrl}/harbor/cards`)
    await page.getByRole('link', { name: 'Individual crisis intervention' }).click()
    await page.getByRole('heading', { name: 'Encourage adaptive coping' }).waitFor()
    expect(await page.getByText('sits in the circle').count()).toBe(0)
    await look(page, 'card-one-to-one')
    expect(problems.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])

    for (const [type, sheets] of [
      ['defusing', 2],
      ['cisd', 2],
      ['rits', 2],
      ['oneToOne', 2],
    ] as const) {
      await page.goto(`${here.teamUrl}/harbor/cards/${type}`)
      const pages = await printed(page, `card-${type}`)
      expect(pages).toBeGreaterThan(0)
      expect([type, pages]).toEqual([type, Math.min(pages, sheets)])
    }
  }, 60_000)

  it('is nobody’s who is not signed in, and no visitor’s', async () => {
    const stranger = await at.browser.newContext()
    const page = await stranger.newPage()
    await page.goto(`${at.here.teamUrl}/harbor/cards/cisd`)
    expect(page.url()).toContain('/sign-in')
    const answer = await page.goto(`${at.here.publicUrl}/harbor/cards/cisd`)
    expect(answer?.status()).toBe(404)
    await stranger.close()
  })
})
