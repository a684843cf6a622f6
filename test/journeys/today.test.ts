import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestTeam } from '../../src/activation/index.server.ts'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import type { Role } from '../../src/platform/actor.ts'
import type { MemberId } from '../../src/platform/ids.ts'
import {
  callOut,
  fitsWhenZoomed,
  freshPage,
  look,
  openSignedIn,
  type SignedIn,
  signInCoordinator,
} from '../harness/journey.ts'

const phone = { viewport: { width: 390, height: 844 } }

describe('today', () => {
  let at: SignedIn
  beforeAll(async () => {
    at = await openSignedIn()
  }, 120_000)
  afterAll(() => at?.stop())

  async function account(email: string, role: Role, memberId?: MemberId) {
    const { services, harbor } = at.here
    const id = await createAccount(services.auth, { email, name: '' })
    const granted = await services.db.write({ kind: 'system', regionId: harbor.regionId }, (tx) =>
      grantRole(tx, id, role, memberId === undefined ? {} : { memberId }),
    )
    expect(granted.ok).toBe(true)
  }

  it('leads a peer from the sign-in over an open offer to the session and its briefing', async () => {
    const { here, browser } = at
    const { planId } = await callOut(here)
    const { rows } = await here.base.admin.query(
      `select o.member_id, m.email from activation.offer o
         join roster.member m on m.region_id = o.region_id and m.id = o.member_id
        where o.plan_id = $1 and o.kind = 'peer' order by o.id limit 1`,
      [planId],
    )
    const { email, member_id } = rows[0] as { email: string; member_id: MemberId }
    await account(email, 'peer', member_id)
    const page = await freshPage(browser, phone)
    await signInCoordinator(here, page, email)
    expect(new URL(page.url()).pathname).toBe('/harbor/today')
    await page.getByRole('heading', { name: 'Can you help with a defusing?' }).waitFor()
    await look(page, 'today-peer-asked')
    await fitsWhenZoomed(page)
    await page.setViewportSize(phone.viewport)

    // By keyboard alone: what is asked comes before everything else on the page.
    const answer = page.getByRole('link', { name: 'Answer for Larkfield Fire' })
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Tab')
    expect(await answer.evaluate((link) => link === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByLabel('No', { exact: true }).check()
    await page.getByRole('button', { name: 'I’ll come' }).click()
    await page.getByRole('heading', { name: 'You’re on the team' }).waitFor()
    await page.getByRole('link', { name: 'All that is asked of you' }).click()
    await page.waitForURL('**/harbor/today')

    expect(await page.getByText('Can you help').count()).toBe(0)
    await page.getByRole('heading', { name: 'Defusing: Larkfield Fire' }).waitFor()
    await page.getByText('Community room, Larkfield').waitFor()
    await look(page, 'today-peer-seated')
    await fitsWhenZoomed(page)
    await page.getByRole('link', { name: 'Briefing for Larkfield Fire' }).click()
    await page.getByText('The lead briefs everybody').waitFor()
    await page.getByRole('link', { name: 'Today' }).click()
    await page.getByRole('link', { name: 'I can’t come to Larkfield Fire after all' }).click()
    await page.getByRole('button', { name: 'I can’t come after all' }).click()
    await page.getByText('You have stepped back').waitFor()
    await page.getByRole('link', { name: 'All that is asked of you' }).click()
    await page.getByRole('heading', { name: 'Nobody is asking you now' }).waitFor()
    await look(page, 'today-peer-quiet')
  }, 120_000)

  it('shows a coordinator and a clinical director what runs', async () => {
    const { here, browser, page } = at
    const now = Temporal.Now.instant()
    const asked = await requestTeam(here.services.db, here.harbor.regionId, {
      kind: 'serious_duty_injury',
      occurredAt: now.subtract({ hours: 2 }),
      overAt: now.subtract({ hours: 1 }),
      town: 'Brightwater',
      agencyId: here.harbor.agencies.get('Brightwater Police')!,
      groups: [{ role: 'officers', count: 4 }],
      requesterName: 'Kit W.',
      callbackPhone: '617-555-0198',
    })
    expect(asked.ok).toBe(true)
    await page.goto(`${here.teamUrl}/harbor/today`)
    await page.getByText('Nobody has it yet').waitFor()
    await page.getByText(/seats? (is|are) open, and it starts/).waitFor()
    await look(page, 'today-coordinator')
    await fitsWhenZoomed(page)
    await account('lena.f@peers.example', 'clinical_director')
    const director = await freshPage(browser)
    await signInCoordinator(here, director, 'lena.f@peers.example')
    await director.getByRole('heading', { name: 'Running' }).waitFor()
    await look(director, 'today-director')
  }, 120_000)

  it('shows an administrator what the region lacks and no incident', async () => {
    const { here, browser } = at
    await account('ada.p@coordination.example', 'administrator')
    const page = await freshPage(browser)
    await signInCoordinator(here, page, 'ada.p@coordination.example')
    await page.getByRole('heading', { name: 'What the region still lacks' }).waitFor()
    expect(await page.getByText('Larkfield').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Activations' }).count()).toBe(0)
    await look(page, 'today-administrator')
    await fitsWhenZoomed(page)
  }, 120_000)

  it('tells an agency’s contact whom to call, and how far it is with what their agency asked for', async () => {
    const { here, browser } = at
    const { services, harbor } = here
    const id = await createAccount(services.auth, { email: 'pat.l@contact.example', name: '' })
    await services.db.write({ kind: 'system', regionId: harbor.regionId }, (tx) =>
      grantRole(tx, id, 'agency_contact', { agencyId: harbor.agencies.get('Larkfield Fire')! }),
    )
    const page = await freshPage(browser, phone)
    await signInCoordinator(here, page, 'pat.l@contact.example')
    await page.getByRole('heading', { name: 'Nothing needs you now' }).waitFor()
    expect(await page.getByRole('heading', { name: 'in the name of Larkfield Fire' }).count()).toBe(1)
    expect(await page.getByText('Pat L.').count()).toBe(0)
    await look(page, 'today-contact')
  }, 120_000)
})
