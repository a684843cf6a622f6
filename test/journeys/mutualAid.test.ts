import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemoRegion, readDemoRegion } from '../../src/demonstration.server.ts'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import {
  callOut,
  fitsWhenZoomed,
  freshPage,
  look,
  openSignedIn,
  type SignedIn,
  signInCoordinator,
} from '../harness/journey.ts'

const tara = 'tara.l@coordination.example'

describe('mutual aid', () => {
  let walk: SignedIn
  beforeAll(async () => {
    walk = await openSignedIn()
    const { db, auth, root } = walk.here.services
    const demo = join(root, 'demo')
    const day = Temporal.Now.plainDateISO('America/New_York')
    const { regionId } = await loadDemoRegion(db, demo, readDemoRegion(demo, 'montgomery'), day, false)
    const account = await createAccount(auth, { email: tara, name: '' })
    await db.write({ kind: 'system', regionId }, (tx) => grantRole(tx, account, 'duty_coordinator'))
  })
  afterAll(() => walk?.stop())

  it('brings one guest of a neighbouring team to an open seat', async () => {
    const { here, page: rae, browser } = walk
    const { activationId, planId } = await callOut(here)
    await rae.goto(`${here.teamUrl}/harbor/activations/${activationId}/plans/${planId}/who-could-come`)
    await rae.getByLabel('For which seat').selectOption('peer')
    await rae.getByLabel('Which team').selectOption({ label: 'Montgomery County' })
    await rae.getByRole('button', { name: 'Ask for one guest' }).click()
    expect(await rae.getByRole('alert').textContent()).toContain('Ask the agency first')
    expect(await rae.getByLabel('For which seat').inputValue()).toBe('peer')
    await rae.getByLabel('The agency agreed that a neighbouring team hears of it').check()
    await rae.getByRole('button', { name: 'Ask for one guest' }).click()
    await rae.getByText('no answer yet').waitFor()

    const other = await freshPage(browser)
    await signInCoordinator(here, other, tara)
    await other.getByText('Harbor Region asks for a guest.').waitFor()
    await look(other, 'mutual-aid-1-today')
    await other.getByRole('link', { name: 'Look' }).click()
    expect(await other.locator('main').textContent()).not.toMatch(/Larkfield Fire|child/i)
    await look(other, 'mutual-aid-2-asked')
    await other.getByLabel('Who would go').selectOption({ index: 1 })
    await other.getByRole('button', { name: 'Offer them' }).click()
    expect(await other.getByRole('alert').textContent()).toContain('Speak to them first')
    await other.getByLabel(/I spoke to them/).check()
    await other.getByRole('button', { name: 'Offer them' }).click()
    await other.getByText(/ is offered, and bound/).waitFor()
    await fitsWhenZoomed(other)

    await rae.reload()
    await look(rae, 'mutual-aid-3-offered')
    await rae.getByRole('button', { name: 'Take this guest' }).click()
    await rae.getByRole('button', { name: 'The guest can’t come after all' }).waitFor()
    await rae.getByRole('link', { name: 'Back to the board' }).click()
    await rae.getByText('guest of a neighbouring team').waitFor()
    await look(rae, 'mutual-aid-4-board')
    await other.goto(`${here.teamUrl}/montgomery/today`)
    await other.getByText(/ goes to Harbor Region, /).waitFor()
  })
})
