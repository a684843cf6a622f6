import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { grantRole } from '../identity/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { type AccountId, type MemberId, newId } from '../platform/ids.ts'
import {
  addCoordinatorShifts,
  addMemberPeriods,
  coordinatorGaps,
  loadOnCall,
  removeCoordinatorShift,
  removeMemberPeriod,
} from './onCall.server.ts'

const now = Temporal.Instant.from('2027-03-01T20:00:00Z')
const at = (hours: number) => now.add({ hours })
const span = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) })

describe('on call', () => {
  let here: HarborCallOut
  let rae: AccountId
  let lou: AccountId
  let member: MemberId
  beforeAll(async () => {
    here = await openHarborCallOut()
    await here.base.setNow(now)
    member = here.harbor.members[0]!.id
    rae = newId<AccountId>()
    lou = newId<AccountId>()
    await here.base.db.write(here.system, async (tx) => {
      for (const account of [rae, lou]) await grantRole(tx, account, 'duty_coordinator')
    })
  })
  afterAll(() => here.stop())
  const add = (accountId: AccountId, place: 'on_call' | 'backup', ...spans: ReturnType<typeof span>[]) =>
    addCoordinatorShifts(here.base.db, here.rae, { accountId, place, spans })
  const gaps = async () =>
    (await here.base.db.read(here.rae, coordinatorGaps)).map(
      (gap) => `${gap.startsAt.since(now).total('hours')}-${gap.endsAt.since(now).total('hours')}`,
    )

  it('tells a week ahead when nobody coordinates, and a backup alone is nobody', async () => {
    expect(await gaps()).toEqual(['0-168'])
    expect(await add(rae, 'on_call', span(-2, 100))).toMatchObject({ ok: true })
    expect(await add(lou, 'backup', span(0, 168))).toMatchObject({ ok: true })
    expect(await gaps()).toEqual(['100-168'])
    expect(await add(lou, 'on_call', span(120, 130))).toMatchObject({ code: 'shift_overlaps' })
  })

  it('counts a shift as empty once its coordinator coordinates no more', async () => {
    const tax = newId<AccountId>()
    await here.base.db.write(here.system, (tx) => grantRole(tx, tax, 'duty_coordinator'))
    expect(await add(tax, 'on_call', span(100, 168))).toMatchObject({ ok: true })
    expect(await gaps()).toEqual([])
    await here.base.admin.query('delete from identity."grant" where account_id = $1', [tax])
    expect(await gaps()).toEqual(['100-168'])
    await here.base.admin.query('delete from roster.coordinator_shift where account_id = $1', [tax])
  })

  it('gives a place to one coordinator at a time, and takes all of a row of weeks or none', async () => {
    const before = await gaps()
    expect(await add(lou, 'on_call', span(200, 210), span(90, 110))).toMatchObject({
      ok: false,
      kind: 'conflict',
      field: 'day',
    })
    expect(await gaps()).toEqual(before)
    const { coordinators } = await here.base.db.read(here.rae, (reader) => loadOnCall(reader, now, at(300)))
    expect(coordinators.filter((one) => one.startsAt.equals(at(200)))).toEqual([])
    for (const one of coordinators) await removeCoordinatorShift(here.base.db, here.rae, one.id)
    expect(await gaps()).toEqual(['0-168'])
  })

  it('knows coordinators from everybody else, and shifts ahead from shifts that are over', async () => {
    expect(await add(newId<AccountId>(), 'on_call', span(1, 2))).toMatchObject({
      code: 'unknown_coordinator',
      field: 'coordinator',
    })
    expect(await add(rae, 'on_call', span(-5, -1))).toMatchObject({ code: 'shift_over', field: 'day' })
  })

  it('calls no member twice at once, and lets members keep their own and nobody else’s', async () => {
    const own: Actor = { kind: 'member', memberId: member, regionId: here.harbor.regionId }
    const mine = (spans: ReturnType<typeof span>[], who: Actor = own) =>
      addMemberPeriods(here.base.db, who, 'on_call', member, spans)
    expect(await mine([span(10, 20)])).toMatchObject({ ok: true })
    expect(await mine([span(20, 30)])).toMatchObject({ ok: true })
    expect(await mine([span(15, 16)])).toMatchObject({ code: 'shift_overlaps', field: 'day' })
    const other: Actor = { ...own, memberId: here.harbor.members[1]!.id }
    expect(await mine([span(40, 50)], other)).toMatchObject({ code: 'not_allowed' })
    expect(await addMemberPeriods(here.base.db, own, 'away', member, [span(15, 40)])).toMatchObject({
      ok: true,
    })
    const load = () => here.base.db.read(here.rae, (reader) => loadOnCall(reader, now, at(300)))
    const { shifts, away } = await load()
    expect([shifts.length, away.length]).toEqual([2, 1])
    await removeMemberPeriod(here.base.db, other, 'on_call', other.memberId, shifts[0]!.id)
    expect((await load()).shifts).toHaveLength(2)
    await removeMemberPeriod(here.base.db, own, 'on_call', member, shifts[0]!.id)
    expect((await load()).shifts).toHaveLength(1)
  })
})
