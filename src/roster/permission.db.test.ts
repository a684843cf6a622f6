import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { codeOf } from '../platform/outcome.testing.ts'
import type { Outcome } from '../platform/problem.ts'
import { endDesignation } from './designation.server.ts'
import {
  addCredential,
  addMember,
  changeContact,
  confirmDetails,
  deselect,
  recordDesignation,
  reinstate,
  renewAgreement,
  select,
  suspend,
  takeLeave,
} from './index.server.ts'
import { returnEarly } from './leave.server.ts'
import { openRoster, type Roster } from './roster.testing.ts'
import { course, date } from './standing.testing.ts'

type Act = (db: Db, actor: Actor, memberId: MemberId) => Promise<Outcome<unknown>>
const day = date('2026-11-20')
const keeping: Readonly<Record<string, Act>> = {
  addCredential: (db, actor, id) =>
    addCredential(db, actor, id, { ...course('AIC'), number: 'FICT-1', evidence: null }),
  renewAgreement: (db, actor, id) => renewAgreement(db, actor, id, day),
  recordDesignation: (db, actor, id) =>
    recordDesignation(db, actor, id, { document: 'letter', designatedOn: day }),
  endDesignation: (db, actor, id) => endDesignation(db, actor, id, day),
  takeLeave: (db, actor, id) => takeLeave(db, actor, id, { startsOn: day, endsOn: day.add({ days: 7 }) }),
  returnEarly: (db, actor, id) => returnEarly(db, actor, id, day),
  changeContact: (db, actor, id) => changeContact(db, actor, id, { email: 'new@peers.example' }),
  confirmDetails,
  select: (db, actor, id) => select(db, actor, id, day),
  deselect: (db, actor, id) => deselect(db, actor, id, 'own_wish'),
}
const reviewing: Readonly<Record<string, Act>> = {
  suspend: (db, actor, id) => suspend(db, actor, id, 'under_review'),
  reinstate: (db, actor, id) => reinstate(db, actor, id, 'unfounded'),
}

describe('who may keep the roster', () => {
  let roster: Roster
  let memberId: MemberId
  /** Everything that could have been written. */
  const rows = async () => {
    const tables = await roster.base.admin.query(
      `select table_name from information_schema.tables where table_schema = 'roster'`,
    )
    const counted = tables.rows.map((row) => `select count(*) as n from roster.${row.table_name}`)
    const all = await roster.base.admin.query(
      `select sum(n)::int as n from (${counted.join(' union all ')}) t`,
    )
    return all.rows[0].n
  }
  beforeAll(async () => {
    roster = await openRoster(Temporal.Instant.from('2026-11-23T20:00:00Z'))
    memberId = await roster.member()
  })
  afterAll(() => roster.base.drop())

  it.each(Object.entries(keeping))('%s: coordinators and administrators only', async (_name, act) => {
    const { base, actor, here } = roster
    const before = await rows()
    const wrong: Actor[] = [
      actor('peer'),
      actor('agency_contact'),
      actor('clinical_director'),
      { kind: 'visitor', regionId: here.regionId },
      { kind: 'system', regionId: here.regionId },
      { kind: 'member', memberId: newId<MemberId>(), regionId: here.regionId },
    ]
    for (const one of wrong) expect(codeOf(await act(base.db, one, memberId))).toBe('not_allowed')
    expect(await rows()).toBe(before)
    for (const role of ['duty_coordinator', 'administrator'] as const)
      expect(codeOf(await act(base.db, actor(role), memberId))).not.toBe('not_allowed')
  })

  it.each(Object.entries(reviewing))('%s: the clinical director only', async (_name, act) => {
    const { base, actor } = roster
    for (const role of ['duty_coordinator', 'administrator', 'peer', 'agency_contact'] as const)
      expect(codeOf(await act(base.db, actor(role), memberId))).toBe('not_allowed')
    expect(codeOf(await act(base.db, actor('clinical_director'), memberId))).toBe('done')
  })

  it.each(Object.entries({ ...keeping, ...reviewing }))(
    '%s: not on a member of another region',
    async (name, act) => {
      const { base, actor, there } = roster
      const before = await rows()
      const role = name in reviewing ? 'clinical_director' : 'duty_coordinator'
      expect(codeOf(await act(base.db, actor(role, there.regionId), memberId))).toBe('unknown_member')
      expect(codeOf(await act(base.db, actor(role), newId<MemberId>()))).toBe('unknown_member')
      expect(await rows()).toBe(before)
    },
  )

  it('lets members confirm their own details, and nobody else’s', async () => {
    const { base, here } = roster
    const kit: Actor = { kind: 'member', memberId, regionId: here.regionId }
    expect(codeOf(await confirmDetails(base.db, kit, memberId))).toBe('done')
    expect(codeOf(await confirmDetails(base.db, kit, await roster.member()))).toBe('not_allowed')
  })

  it('adds members for coordinators and administrators only', async () => {
    const { base, actor, here, person } = roster
    const before = await rows()
    for (const role of ['peer', 'agency_contact', 'clinical_director'] as const)
      expect(codeOf(await addMember(base.db, actor(role), person()))).toBe('not_allowed')
    const system: Actor = { kind: 'system', regionId: here.regionId }
    expect(codeOf(await addMember(base.db, system, person()))).toBe('not_allowed')
    expect(await rows()).toBe(before)
    expect(codeOf(await addMember(base.db, actor('administrator'), person()))).toBe('done')
  })
})
