import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { addAgencies } from '../region/index.server.ts'
import { recordFurtherAgencies } from './furtherAgencies.server.ts'
import { exportSheet, importSheet, loadMember, ownMember } from './index.server.ts'
import { chooseNotAskedFor, notAskedFor, ownNotAskedFor } from './notAskedFor.server.ts'
import { openRoster, type Roster, unknownAgency } from './roster.testing.ts'

describe('somebody who serves in several agencies', () => {
  let roster: Roster
  let ems: typeof unknownAgency
  let dispatch: typeof unknownAgency
  beforeAll(async () => {
    roster = await openRoster(Temporal.Instant.from('2026-11-24T15:00:00Z'))
    const more = await roster.base.db.write({ kind: 'system', regionId: roster.here.regionId }, (tx) =>
      addAgencies(
        tx,
        ['Fictional EMS', 'Dispatch; north, and south'].map((name) => ({
          ...{ name, town: 'Larkfield', state: 'MA', discipline: 'ems' as const },
          ...{ latitude: null, longitude: null },
        })),
      ),
    )
    ems = more.get('Fictional EMS')!
    dispatch = more.get('Dispatch; north, and south')!
  })
  afterAll(() => roster?.base.drop())
  const also = (
    member: Awaited<ReturnType<Roster['member']>>,
    agencies: (typeof unknownAgency)[],
    actor = roster.rae,
  ) => recordFurtherAgencies(roster.base.db, actor, member, agencies)
  const furtherOf = async (member: Awaited<ReturnType<Roster['member']>>) =>
    (await roster.base.db.read(roster.rae, (reader) => loadMember(reader, member)))!.furtherAgencies
  const entries = async (act: string) =>
    (await roster.base.admin.query('select count(*)::int as rows from audit.entry where act = $1', [act]))
      .rows[0].rows as number

  it('is recorded as the whole list, never with the first agency again, and audited once for each change', async () => {
    const member = await roster.member()
    const before = await entries('further_agencies_changed')
    expect(codeOf(await also(member, [ems, dispatch, roster.here.agencyId]))).toBe('done')
    expect([...(await furtherOf(member))].sort()).toEqual([ems, dispatch].sort())
    expect(codeOf(await also(member, [dispatch, ems]))).toBe('done')
    expect(codeOf(await also(member, [dispatch]))).toBe('done')
    expect(await furtherOf(member)).toEqual([dispatch])
    expect(codeOf(await also(member, []))).toBe('done')
    expect(await furtherOf(member)).toEqual([])
    expect((await entries('further_agencies_changed')) - before).toBe(3)
  })

  it.each([
    ['an agency nobody knows', () => unknownAgency, 'unknown_agency furtherAgencies'],
    ['an agency of another region', () => roster.there.agencyId, 'unknown_agency furtherAgencies'],
  ])('is refused with %s, and the list stays as it was', async (_what, agency, code) => {
    const member = await roster.member()
    await also(member, [ems])
    expect(codeOf(await also(member, [dispatch, agency()]))).toBe(code)
    expect(await furtherOf(member)).toEqual([ems])
  })

  it('is recorded by whoever keeps the roster, and nobody else', async () => {
    const member = await roster.member()
    expect(codeOf(await also(member, [ems], roster.lena))).toBe('not_allowed')
    expect(codeOf(await also(member, [ems], roster.actor('peer')))).toBe('not_allowed')
    expect(await furtherOf(member)).toEqual([])
  })

  it('comes in with a sheet, whose names may hold what divides them, and goes out with one that reads back', async () => {
    const head = 'name,email,role,agency,further_agencies,rank_band,disciplines,town\n'
    const row = (email: string, further: string) =>
      `Ada B.,${email}@peers.example,peer,Fictional Fire,"${further}",line,fire,Larkfield\n`
    const save = async (text: string) =>
      doneWith(await importSheet(roster.base.db, roster.rae, 'members', text, null))
    const wrong = await save(head + row('sheet', 'Fictional EMS; Atlantis EMS'))
    expect(wrong.problems.map(({ row: at, column, code }) => [at, column, code])).toEqual([
      [2, 'further_agencies', 'unknown_agency'],
    ])
    expect((await save(head + row('sheet', 'fictional ems; Dispatch; north, and south;'))).counts.added).toBe(
      1,
    )
    const found = await roster.base.admin.query('select id from roster.member where email = $1', [
      'sheet@peers.example',
    ])
    expect([...(await furtherOf(found.rows[0].id))].sort()).toEqual([ems, dispatch].sort())
    // Without the column, what stands stays.
    const without = head.replace('further_agencies,', '') + row('sheet', '').replace('"",', '')
    expect((await save(without)).counts).toEqual({ added: 0, changed: 0, unchanged: 1 })
    expect((await save(head + row('sheet', 'Fictional EMS'))).counts.changed).toBe(1)
    expect(await furtherOf(found.rows[0].id)).toEqual([ems])
    const out = (await exportSheet(roster.base.db, roster.rae, 'members'))!
    expect(out).toContain('Fictional EMS')
    expect((await save(out)).counts).toMatchObject({ added: 0, changed: 0 })
  })
})

describe('what a member is not asked for', () => {
  let roster: Roster
  beforeAll(async () => {
    roster = await openRoster(Temporal.Instant.from('2026-11-24T15:00:00Z'))
  })
  afterAll(() => roster?.base.drop())
  it('is theirs alone to say, agency by agency, and is told as no more than that', async () => {
    const { base, here } = roster
    const kit = await roster.member()
    await roster.member()
    const calls = { agencyId: here.agencyId, what: 'call_outs' } as const
    expect(codeOf(await chooseNotAskedFor(base.db, here.regionId, kit, [here.agencyId], [calls]))).toBe(
      'done',
    )
    const asked = (what: 'call_outs' | 'talks') =>
      base.db.read(roster.rae, (reader) => notAskedFor(reader, { agencyId: here.agencyId, what }))
    expect([...(await asked('call_outs'))]).toEqual([kit])
    expect([...(await asked('talks'))]).toEqual([])
  })

  it('keeps what the form did not show, and takes nothing from beside it when it fails', async () => {
    const { base, here } = roster
    const kit = await roster.member()
    const talks = { agencyId: here.agencyId, what: 'talks' } as const
    await chooseNotAskedFor(base.db, here.regionId, kit, [here.agencyId], [talks])
    await chooseNotAskedFor(base.db, here.regionId, kit, [], [])
    const own = () => base.db.read(roster.rae, (reader) => ownNotAskedFor(reader, kit))
    expect(await own()).toEqual([talks])
    const beside = async () => {
      throw new Error('the other half fails')
    }
    await expect(chooseNotAskedFor(base.db, here.regionId, kit, [here.agencyId], [], beside)).rejects.toThrow(
      'half',
    )
    expect(await own()).toEqual([talks])
    await chooseNotAskedFor(base.db, here.regionId, kit, [here.agencyId], [])
    expect(await own()).toEqual([])
  })

  it('stands in their own record and goes when they are erased, while further agencies stay with the file', async () => {
    const { base, here } = roster
    const kit = await roster.member({ agencyId: null, role: 'mhp', furtherAgencies: [here.agencyId] })
    await chooseNotAskedFor(
      base.db,
      here.regionId,
      kit,
      [here.agencyId],
      [{ agencyId: here.agencyId, what: 'talks' }],
    )
    const record = () => base.db.read(roster.rae, (reader) => ownMember.record(reader, kit))
    const before = await record()
    expect(before).toMatchObject({
      furtherAgencies: [{ agency_id: here.agencyId }],
      notAskedFor: [{ agency_id: here.agencyId, what: 'talks' }],
    })
    expect(JSON.stringify(before.furtherAgencies)).not.toContain('recorded_by')
    await base.db.write({ kind: 'system', regionId: here.regionId }, (tx) => ownMember.pseudonymise(tx, kit))
    expect(await record()).toMatchObject({ furtherAgencies: [{ agency_id: here.agencyId }], notAskedFor: [] })
  })
})
