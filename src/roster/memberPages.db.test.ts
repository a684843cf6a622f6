import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import type { Actor } from '../platform/actor.ts'
import { type AccountId, type MemberId, newId, type RegionId } from '../platform/ids.ts'
import { TypedForm } from '../platform/typedForm.ts'
import { addAgencies, addRegion } from '../region/index.server.ts'
import { addMember } from './addMember.server.ts'
import { changeContact, confirmOwnDetails } from './details.server.ts'
import { memberForms } from './memberActs.server.ts'
import { loadMemberView } from './memberView.server.ts'
import { readNewMember } from './newMember.ts'
import type { RosterCode } from './problems.ts'

const now = Temporal.Instant.from('2027-03-01T15:00:00Z')

describe('a member’s page', () => {
  let base: TestDatabase
  let keeper: Extract<Actor, { kind: 'account' }>
  let regionId: RegionId
  let memberId: MemberId
  beforeAll(async () => {
    base = await freshDatabase()
    await base.setNow(now)
    regionId = await addRegion(base.db, {
      slug: 'quiet',
      name: 'Quiet Region',
      state: 'MA',
      timeZone: 'America/New_York',
      teamPhone: '617-555-0100',
    })
    const [agencyId] = await base.db.write({ kind: 'system', regionId }, async (tx) => [
      ...(
        await addAgencies(tx, [
          {
            name: 'Quiet Fire',
            town: 'Quiet',
            state: 'MA',
            discipline: 'fire',
            latitude: null,
            longitude: null,
          },
        ])
      ).values(),
    ])
    keeper = { kind: 'account', accountId: newId<AccountId>(), regionId, roles: ['duty_coordinator'] }
    const added = await addMember(base.db, keeper, {
      agencyId: agencyId!,
      furtherAgencies: [],
      name: 'Sam T.',
      email: 'sam.t@peers.example',
      role: 'peer',
      rankBand: 'line',
      disciplines: ['fire'],
      languages: ['en'],
      town: 'Quiet',
      place: null,
    })
    if (!added.ok) throw new Error(added.code)
    memberId = added.value.memberId
  })
  afterAll(() => base.drop())

  const view = async () => (await base.db.read(keeper, (reader) => loadMemberView(reader, memberId)))!
  const gate = async (code: string) => (await view()).gates.find((one) => one.code === code)?.state
  async function send(act: keyof typeof memberForms, typed: Record<string, string>) {
    const form = new TypedForm<RosterCode>(typed)
    const run = memberForms[act](form)
    if (form.faults.length > 0) return form.faults.map(({ field, code }) => `${field} ${code}`)
    const done = await run(base.db, keeper, memberId)
    return done.ok ? 'done' : `${done.field ?? ''} ${done.code}`
  }

  it('fills a checklist line by line until they could go', async () => {
    expect((await view()).deployability.deployable).toBe(false)
    const course = { issuer: 'ICISF', issuedOn: '2026-01-10', expiresOn: '2029-01-10' }
    expect(await send('selection', { selectedOn: '2026-02-01' })).toBe('done')
    expect(await send('credential', { ...course, kind: 'AIC', number: '1' })).toBe('done')
    expect(await send('credential', { ...course, kind: 'GCI', number: '2' })).toBe('done')
    expect(await send('agreement', { signedOn: '2026-02-01' })).toBe('done')
    expect(await gate('designation')).toBe('missing')
    expect(await send('designation', { document: 'letter', designatedOn: '2026-02-01' })).toBe('done')
    expect((await view()).deployability.deployable).toBe(true)
  })

  it('tells every mistake of a form at once, at its field', async () => {
    expect(
      await send('credential', {
        kind: '',
        issuer: 'I\u202e',
        number: '3',
        issuedOn: '2026-02-30',
        expiresOn: '',
      }),
    ).toEqual([
      'kind text_missing',
      'issuer text_unreadable',
      'issuedOn day_missing',
      'expiresOn day_missing',
    ])
    expect(
      await send('credential', {
        kind: 'AIC',
        issuer: 'ICISF',
        number: '4',
        issuedOn: '2026-02-01',
        expiresOn: '2026-01-01',
      }),
    ).toBe('expiresOn ends_before_start')
    expect(await send('deselection', { deselectionGround: 'because' })).toEqual([
      'deselectionGround not_a_choice',
    ])
  })

  it('proves the address by which they signed in, and no other', async () => {
    expect((await view()).mailProvenOn).toBeNull()
    await confirmOwnDetails(base.db, regionId, memberId, 'somebody.else@peers.example')
    expect((await view()).confirmedOn?.toString()).toBe('2027-03-01')
    expect((await view()).mailProvenOn).toBeNull()
    await confirmOwnDetails(base.db, regionId, memberId, 'sam.t@peers.example')
    expect((await view()).mailProvenOn?.toString()).toBe('2027-03-01')
    await base.setNow(now.add({ hours: 1 }))
    await changeContact(base.db, keeper, memberId, { email: 'sam.new@peers.example' })
    expect((await view()).mailProvenOn).toBeNull()
  })

  it('asks for details again after a quarter', async () => {
    expect((await view()).confirmDue).toBe(false)
    await base.setNow(now.add({ hours: 91 * 24 }))
    expect((await view()).confirmDue).toBe(true)
  })

  it('reads somebody new, with a peer’s agency and at least one discipline and language', () => {
    const typed = { name: 'Lee P.', email: 'lee.p@peers.example', role: 'peer', rank: 'line', town: 'Quiet' }
    const form = new TypedForm<RosterCode>(typed)
    readNewMember(form, typed, [])
    expect(form.faults).toEqual([
      { field: 'agency', code: 'agency_missing' },
      { field: 'disciplines', code: 'discipline_missing' },
      { field: 'languages', code: 'language_missing' },
    ])
  })
})
