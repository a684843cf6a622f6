import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import type { Actor } from '../platform/actor.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import { accountsWith, actorIn, grantRole, grantsOf } from './index.server.ts'

describe('what an account may do in a region', () => {
  let base: TestDatabase
  const here = newId<RegionId>()
  const there = newId<RegionId>()
  const system = (regionId: RegionId): Actor => ({ kind: 'system', regionId })
  beforeAll(async () => {
    base = await freshDatabase()
  })
  afterAll(() => base.drop())

  it('is known by region, and roles of another region do not count', async () => {
    const [first, second] = [newId<AccountId>(), newId<AccountId>()].sort() as [AccountId, AccountId]
    await base.db.write(system(here), async (tx) => {
      await grantRole(tx, second, 'duty_coordinator')
      await grantRole(tx, first, 'duty_coordinator')
    })
    await base.db.write(system(there), (tx) => grantRole(tx, first, 'clinical_director'))
    expect(await base.db.read(system(here), (reader) => accountsWith(reader, 'duty_coordinator'))).toEqual([
      first,
      second,
    ])
    expect(await base.db.read(system(there), (reader) => accountsWith(reader, 'duty_coordinator'))).toEqual(
      [],
    )
    expect(await actorIn(base.db, first, there)).toEqual({
      kind: 'account',
      accountId: first,
      regionId: there,
      roles: ['clinical_director'],
    })
    expect(await actorIn(base.db, second, there)).toBeNull()
    expect((await grantsOf(base.db, first)).map((grant) => grant.role).sort()).toEqual([
      'clinical_director',
      'duty_coordinator',
    ])
  })

  for (const [held, wanted] of [
    ['agency_contact', 'duty_coordinator'],
    ['agency_contact', 'administrator'],
    ['duty_coordinator', 'agency_contact'],
    ['administrator', 'agency_contact'],
  ] as const) {
    it(`refuses ${wanted} to whoever is ${held}, in code and in the database`, async () => {
      const account = newId<AccountId>()
      const refused = await base.db.write(system(here), async (tx) => {
        await grantRole(tx, account, held)
        return await grantRole(tx, account, wanted)
      })
      expect(refused).toMatchObject({ ok: false, code: 'roles_apart' })
      await expect(
        base.admin.query('insert into identity."grant" (region_id, account_id, role) values ($1, $2, $3)', [
          here,
          account,
          wanted,
        ]),
      ).rejects.toThrow(/grant_roles_apart/)
    })
  }
})
