import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPlans, recordContact, requestTeam } from '../../src/activation/index.server.ts'
import { fitsWhenZoomed, look, openSignedIn, type SignedIn } from '../harness/journey.ts'

describe('who could come', () => {
  let walk: SignedIn
  beforeAll(async () => {
    walk = await openSignedIn()
  })
  afterAll(() => walk?.stop())

  it('says what could give way, and approves at the time that was looked at', async () => {
    const { here, page } = walk
    const { db } = here.services
    const { regionId, agencies } = here.harbor
    const now = Temporal.Now.instant()
    const admin = here.base.admin
    await admin.query(
      `insert into roster.unavailability (region_id, id, member_id, starts_at, ends_at)
       select region_id, gen_random_uuid(), id, $1, $2 from roster.member where role = 'peer'`,
      [now.add({ hours: -1 }).toString(), now.add({ hours: 5 }).toString()],
    )
    await admin.query(`update region.policy set settings = jsonb_set(settings, '{affectedAgency}', '"warn"')`)
    const rae = {
      kind: 'account' as const,
      accountId: here.coordinator,
      regionId,
      roles: ['duty_coordinator' as const],
    }
    const asked = await requestTeam(db, regionId, {
      kind: 'child_death_or_injury',
      occurredAt: now.subtract({ hours: 2 }),
      overAt: now.subtract({ minutes: 30 }),
      town: 'Larkfield',
      agencyId: agencies.get('Larkfield Fire')!,
      groups: [{ role: 'firefighters', count: 6 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!asked.ok) throw new Error(asked.code)
    const { activationId } = asked.value
    await recordContact(db, rae, activationId, { role: 'shift commander', spokenAt: now, overAt: null })

    await page.goto(`${here.teamUrl}/harbor/activations/${activationId}`)
    await page.getByRole('link', { name: 'Who could come?' }).click()
    await page.getByText(/seats would stay empty/).waitFor()
    await look(page, 'who-could-short')
    const [card] = await page.locator('section.card', { hasText: 'fills every seat' }).all()
    expect(await card!.textContent()).toMatch(/^4 h later, at /)
    await card!.getByRole('button', { name: 'Look at this time' }).click()
    await page.getByText('Every seat could be filled.').waitFor()

    await page.getByRole('button', { name: 'Allow it for this plan' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Choose why.')
    await page.getByLabel('Why somebody of the affected agency').selectOption('asked_by_the_group')
    await page.getByRole('button', { name: 'Allow it for this plan' }).click()
    await page.getByText('members of the affected agency: The group asks for its own people').waitFor()
    expect(await page.getByText(/Rae H\., /).count()).toBe(1)
    await look(page, 'who-could-allowed')
    await fitsWhenZoomed(page)

    await page.getByLabel('Session starts').first().fill('2020-01-01T10:00')
    await page.getByRole('button', { name: 'Look at this time' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('This lies in the past')
    await page.goBack()
    await page.getByRole('button', { name: 'Approve and call out' }).click()
    await page.waitForURL(`**/activations/${activationId}`)
    expect(await page.getByText('Allowed for this plan').count()).toBe(1)
    const [plan] = await db.read(rae, (reader) => loadPlans(reader, { activationId }))
    expect(plan!.approval!.startsAt.since(now).total('hours')).toBeGreaterThan(5)
    expect(plan!.offers.length).toBeGreaterThan(0)
  })
})
