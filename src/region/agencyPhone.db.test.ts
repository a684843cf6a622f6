import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { type Actor, type Role, roles } from '../platform/actor.ts'
import { type AccountId, type AgencyId, newId, type RegionId } from '../platform/ids.ts'
import { keepAgencyPhone } from './agencyPhone.server.ts'
import { addAgencies, addRegion } from './index.server.ts'

let base: TestDatabase
let here: RegionId
let agency: AgencyId
const actor = (role: Role, regionId = here): Actor => ({
  kind: 'account',
  accountId: newId<AccountId>(),
  regionId,
  roles: [role],
})
const kept = async () =>
  (await base.admin.query('select phone from region.agency where id = $1', [agency])).rows[0].phone

beforeAll(async () => {
  base = await freshDatabase()
  here = await addRegion(base.db, {
    slug: 'harbor',
    name: 'Harbor',
    state: 'MA',
    timeZone: 'America/New_York',
    teamPhone: '617-555-0100',
    policy: {},
  })
  const added = {
    name: 'Larkfield Police',
    discipline: 'law_enforcement' as const,
    town: 'Larkfield',
    state: 'MA',
    latitude: null,
    longitude: null,
  }
  await base.db.write({ kind: 'system', regionId: here }, (tx) => addAgencies(tx, [added]))
  agency = (await base.admin.query('select id from region.agency')).rows[0].id
})
afterAll(() => base.drop())

it.each(roles)('takes a number from a %s, or says that it may not', async (role) => {
  const may = ['duty_coordinator', 'clinical_director', 'administrator'].includes(role)
  const number = `617-555-01${roles.indexOf(role)}0`
  const answer = await keepAgencyPhone(base.db, actor(role), agency, ` ${number} `)
  expect(answer).toMatchObject(may ? { ok: true } : { ok: false, code: 'not_allowed' })
  expect((await kept()) === number).toBe(may)
})

it('takes no words for a number, says which field, and keeps what stood', async () => {
  await keepAgencyPhone(base.db, actor('duty_coordinator'), agency, '617-555-0199')
  for (const typed of ['ask the desk', '555', '617-555-0199 ext'])
    expect(await keepAgencyPhone(base.db, actor('duty_coordinator'), agency, typed)).toMatchObject({
      code: 'phone_malformed',
      field: agency,
    })
  expect(await kept()).toBe('617-555-0199')
})

it('reaches no agency of another region, and forgets a number that is emptied', async () => {
  const foreign = actor('administrator', newId())
  expect(await keepAgencyPhone(base.db, foreign, agency, '617-555-0111')).toMatchObject({
    code: 'unknown_agency',
  })
  expect(await kept()).toBe('617-555-0199')
  expect(await keepAgencyPhone(base.db, actor('administrator'), agency, ' ')).toMatchObject({ ok: true })
  expect(await kept()).toBeNull()
})
