import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import type { Actor } from '../platform/actor.ts'
import { type AccountId, type AgencyId, newId, type RegionId } from '../platform/ids.ts'
import {
  accountsWith,
  actorIn,
  chooseHearing,
  contactAgencies,
  contactsWhoHear,
  endGrant,
  grantRole,
  rolesHere,
} from './index.server.ts'

describe('the contact of several agencies', () => {
  let base: TestDatabase
  const [here, there] = [newId<RegionId>(), newId<RegionId>()]
  const [fire, police, harbor] = [newId<AgencyId>(), newId<AgencyId>(), newId<AgencyId>()].sort() as [
    AgencyId,
    AgencyId,
    AgencyId,
  ]
  const system = (regionId: RegionId = here): Actor => ({ kind: 'system', regionId })
  const give = (account: AccountId, agencyId: AgencyId, regionId = here) =>
    base.db.write(system(regionId), (tx) => grantRole(tx, account, 'agency_contact', { agencyId }))
  const speaks = async (account: AccountId, regionId = here) =>
    await base.db.read(system(regionId), (reader) => contactAgencies(reader, account))
  const hearing = async (agency: AgencyId, regionId = here) =>
    await base.db.read(system(regionId), (reader) => contactsWhoHear(reader, agency))
  beforeAll(async () => {
    base = await freshDatabase()
  })
  afterAll(() => base?.drop())

  it('holds the role once for each, and is one person with one role all the same', async () => {
    const pat = newId<AccountId>()
    for (const agency of [police, fire, police]) expect(await give(pat, agency)).toMatchObject({ ok: true })
    expect((await speaks(pat)).map((one) => one.agencyId)).toEqual([fire, police])
    expect((await actorIn(base.db, pat, here))!.kind).toBe('account')
    expect(await actorIn(base.db, pat, here)).toMatchObject({ roles: ['agency_contact'] })
    const all = await base.db.read(system(), (reader) => accountsWith(reader, 'agency_contact'))
    expect(all.filter((one) => one === pat)).toEqual([pat])
  })

  it('loses one and keeps the other', async () => {
    const [pat, di] = [newId<AccountId>(), newId<AccountId>()]
    for (const agency of [police, fire]) await give(pat, agency)
    await base.db.write(system(), (tx) => grantRole(tx, di, 'administrator'))
    const actor: Actor = { kind: 'account', accountId: di, regionId: here, roles: ['administrator'] }
    const end = (agencyId: AgencyId | null) =>
      endGrant(base.db, actor, { accountId: pat, role: 'agency_contact', agencyId })
    expect(await end(null)).toMatchObject({ code: 'role_not_held' })
    expect(await end(harbor)).toMatchObject({ code: 'role_not_held' })
    expect(await end(fire)).toMatchObject({ ok: true })
    const held = await base.db.read(system(), rolesHere)
    expect(held.filter((one) => one.accountId === pat)).toEqual([
      { accountId: pat, role: 'agency_contact', agencyId: police },
    ])
    const { rows } = await base.admin.query(
      `select act, detail->>'agency' as agency from audit.entry where subject_id = $1 and act = 'role_ended'`,
      [pat],
    )
    expect(rows).toEqual([{ act: 'role_ended', agency: fire }])
  })

  it('hears of nothing until they say so, agency by agency and region by region', async () => {
    const pat = newId<AccountId>()
    for (const agency of [police, fire]) await give(pat, agency)
    await give(pat, harbor, there)
    expect(await hearing(fire)).toEqual([])
    const choose = (agencies: AgencyId[], heard: AgencyId[], regionId = here) =>
      base.db.write(system(regionId), (tx) => chooseHearing(tx, pat, agencies, new Set(heard)))
    await choose([fire, police, harbor], [fire, harbor])
    expect([await hearing(fire), await hearing(police), await hearing(harbor)]).toEqual([[pat], [], []])
    expect(await hearing(harbor, there)).toEqual([])
    await choose([police], [police])
    expect([await hearing(fire), await hearing(police)]).toEqual([[pat], [pat]])
    await choose([fire, police], [])
    expect(await hearing(fire)).toEqual([])
  })

  it('is the only one whose role has an agency, and to be heard of needs one', async () => {
    const insert = (role: string, agency: AgencyId | null, hears: boolean) =>
      base.admin.query(
        'insert into identity."grant" (region_id, account_id, role, agency_id, hears) values ($1, $2, $3, $4, $5)',
        [here, newId<AccountId>(), role, agency, hears],
      )
    await expect(insert('peer', fire, false)).rejects.toThrow(/grant_agency_of_contact/)
    await expect(insert('agency_contact', null, true)).rejects.toThrow(/grant_hears_of_agency/)
  })
})
