import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { grantRole } from '../identity/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { type AccountId, type MemberId, newId, type RegionId } from '../platform/ids.ts'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { addRegion } from '../region/index.server.ts'
import { askStandIn, withdrawStandIn } from './askStandIn.server.ts'
import { addCoordinatorShifts, addMemberPeriods, loadOnCall, removeMemberPeriod } from './onCall.server.ts'
import { loadStandIns } from './standInFacts.server.ts'
import { loadShift, loadStandInsAsked } from './standInStore.server.ts'
import { takeShift } from './takeShift.server.ts'

const now = Temporal.Instant.from('2026-12-01T20:00:00Z')
const span = (from: number, to: number) => ({
  startsAt: now.add({ hours: from }),
  endsAt: now.add({ hours: to }),
})

describe('a stand-in', () => {
  let here: HarborCallOut
  let ready: MemberId[]
  const member = (memberId: MemberId): Actor => ({ kind: 'member', memberId, regionId: here.harbor.regionId })
  beforeAll(async () => {
    here = await openHarborCallOut()
    await here.base.setNow(now)
    const [holder] = here.harbor.members
    const shift = await offered(holder!.id, span(1000, 1001))
    const { may } = await here.base.db.read(here.rae, async (reader) =>
      loadStandIns(reader, (await loadShift(reader, 'member', shift))!),
    )
    ready = may.map(({ id }) => id as MemberId)
    expect(ready.length).toBeGreaterThan(10)
  })
  afterAll(() => here.stop())

  const shiftsOf = async (id: MemberId) =>
    (await here.base.db.read(here.rae, (reader) => loadOnCall(reader, now, now.add({ hours: 9000 })))).shifts
      .filter((one) => one.memberId === id)
      .map((one) => ({ id: one.id, from: one.startsAt.since(now).total('hours') }))
  /** A shift of somebody; its id. */
  async function offered(id: MemberId, hours: ReturnType<typeof span>): Promise<string> {
    doneWith(await addMemberPeriods(here.base.db, member(id), 'on_call', id, [hours]))
    const from = hours.startsAt.since(now).total('hours')
    return (await shiftsOf(id)).find((one) => one.from === from)!.id
  }
  const ask = (actor: Actor, shift: string) => askStandIn(here.base.db, actor, 'member', shift)
  const take = (actor: Actor, request: string) => takeShift(here.base.db, actor, request)
  const requestOf = async (id: string) =>
    (await here.base.db.read(here.rae, (reader) => loadStandInsAsked(reader, { id })))[0]!
  const jobs = async (name: string) =>
    (
      await here.base.admin.query(
        `select count(*)::int as n from graphile_worker.jobs where task_identifier = $1`,
        [name],
      )
    ).rows[0].n as number

  it('is asked of everybody who may, and takes the shift as a whole', async () => {
    const [holder, taker] = ready as [MemberId, MemberId]
    const shift = await offered(holder, span(10, 22))
    const before = await jobs('roster.askToStandIn')
    const { requestId, asked } = doneWith(await ask(member(holder), shift))
    expect(asked).toBeGreaterThan(10)
    expect((await jobs('roster.askToStandIn')) - before).toBe(asked)
    expect(codeOf(await ask(member(holder), shift))).toBe('stand_in_asked')
    expect(await shiftsOf(holder)).toContainEqual({ id: shift, from: 10 })
    expect(codeOf(await take(member(taker), requestId))).toBe('done')
    expect((await shiftsOf(holder)).map((one) => one.from)).not.toContain(10)
    expect((await shiftsOf(taker)).map((one) => one.from)).toContain(10)
    expect(await requestOf(requestId)).toMatchObject({ end: { takenBy: taker }, open: false })
    expect(await jobs('roster.tellShiftTaken')).toBe(1)
    // Pressed twice: it is theirs, and stays so.
    expect(codeOf(await take(member(taker), requestId))).toBe('done')
    expect(codeOf(await take(member(ready[2]!), requestId))).toBe('stand_in_taken')
    expect(codeOf(await withdrawStandIn(here.base.db, member(holder), requestId))).toBe('stand_in_taken')
  })

  it('goes to one of two who say yes in the same moment', async () => {
    const [holder, one, other] = ready.slice(3) as [MemberId, MemberId, MemberId]
    for (let round = 0; round < 5; round++) {
      const from = 40 + round * 20
      const shift = await offered(holder, span(from, from + 12))
      const { requestId } = doneWith(await ask(member(holder), shift))
      const answers = await Promise.all([one, other].map((who) => take(member(who), requestId)))
      expect(answers.map(codeOf).toSorted()).toEqual(['done', 'stand_in_taken'])
      const held = [...(await shiftsOf(one)), ...(await shiftsOf(other))].filter((s) => s.from === from)
      expect(held).toHaveLength(1)
    }
  })

  it('is taken or withdrawn, never both', async () => {
    const [holder, taker] = ready.slice(6) as [MemberId, MemberId]
    for (let round = 0; round < 5; round++) {
      const from = 40 + round * 20
      const shift = await offered(holder, span(from, from + 12))
      const { requestId } = doneWith(await ask(member(holder), shift))
      const [taken, withdrawn] = (
        await Promise.all([
          take(member(taker), requestId),
          withdrawStandIn(here.base.db, member(holder), requestId),
        ])
      ).map(codeOf)
      expect([
        ['done', 'stand_in_taken'],
        ['stand_in_withdrawn', 'done'],
      ]).toContainEqual([taken, withdrawn])
      const theirs = (await shiftsOf(taker)).some((one) => one.from === from)
      expect(theirs).toBe(taken === 'done')
      expect((await shiftsOf(holder)).some((one) => one.from === from)).toBe(!theirs)
    }
  })

  it('once withdrawn, or its shift removed, can’t be taken; it may be asked for again', async () => {
    const [holder, taker] = ready.slice(8) as [MemberId, MemberId]
    const shift = await offered(holder, span(10, 22))
    const first = doneWith(await ask(member(holder), shift)).requestId
    expect(codeOf(await withdrawStandIn(here.base.db, member(holder), first))).toBe('done')
    expect(codeOf(await take(member(taker), first))).toBe('stand_in_withdrawn')
    const second = doneWith(await ask(member(holder), shift)).requestId
    doneWith(await removeMemberPeriod(here.base.db, member(holder), 'on_call', holder, shift))
    expect(codeOf(await take(member(taker), second))).toBe('stand_in_withdrawn')
    expect((await requestOf(second)).end).toBe('withdrawn')
  })

  it('is asked for by the holder or a coordinator, taken by a member for themselves', async () => {
    const [holder, taker] = ready.slice(10) as [MemberId, MemberId]
    const shift = await offered(holder, span(10, 22))
    const peer: Actor = { ...here.rae, accountId: newId<AccountId>(), roles: ['peer'] }
    for (const wrong of [member(taker), peer, { kind: 'visitor', regionId: here.harbor.regionId } as const])
      expect(['unknown_shift', 'not_allowed']).toContain(codeOf(await ask(wrong, shift)))
    const elsewhere = await addRegion(here.base.db, {
      slug: 'elsewhere',
      name: 'Elsewhere',
      state: 'MA',
      timeZone: 'America/New_York',
      teamPhone: '617-555-0101',
    })
    const there = (actor: Actor): Actor => ({ ...actor, regionId: elsewhere as RegionId })
    expect(codeOf(await ask(there(here.rae), shift))).toBe('unknown_shift')
    const { requestId } = doneWith(await ask(here.rae, shift))
    expect(codeOf(await take(there(member(taker)), requestId))).toBe('unknown_shift')
    expect(codeOf(await take(here.rae, requestId))).toBe('unknown_shift')
    expect(codeOf(await take(member(holder), requestId))).toBe('stand_in_unfit')
    expect(codeOf(await withdrawStandIn(here.base.db, member(taker), requestId))).toBe('unknown_shift')
    expect(codeOf(await take(member(newId<MemberId>()), requestId))).toBe('stand_in_unfit')
  })

  it('is nobody who is away, on call, suspended or too late', async () => {
    const [holder, away, busy, suspended, late] = ready.slice(12) as MemberId[]
    const shift = await offered(holder!, span(10, 22))
    const { requestId } = doneWith(await ask(member(holder!), shift))
    doneWith(await addMemberPeriods(here.base.db, member(away!), 'away', away!, [span(20, 40)]))
    await offered(busy!, span(21, 30))
    await here.base.admin.query(
      `insert into roster.suspension (region_id, id, member_id, starts_at, ground)
       values ($1, gen_random_uuid(), $2, $3, 'under_review')`,
      [here.harbor.regionId, suspended, now.toString()],
    )
    for (const one of [away, busy, suspended])
      expect(codeOf(await take(member(one!), requestId))).toBe('stand_in_unfit')
    await here.base.setNow(now.add({ hours: 11 }))
    expect(codeOf(await take(member(late!), requestId))).toBe('stand_in_late')
    expect(codeOf(await ask(member(holder!), shift))).toBe('stand_in_late')
    await here.base.setNow(now)
  })

  it('of a coordinator is another coordinator, who keeps the place', async () => {
    const [lou, max] = [newId<AccountId>(), newId<AccountId>()]
    const as = (accountId: AccountId): Actor => ({ ...here.rae, accountId })
    await here.base.db.write(here.system, async (tx) => {
      for (const account of [lou, max]) await grantRole(tx, account, 'duty_coordinator')
    })
    const given = { accountId: lou, place: 'backup' as const, spans: [span(10, 22)] }
    doneWith(await addCoordinatorShifts(here.base.db, here.rae, given))
    const load = async () =>
      (await here.base.db.read(here.rae, (reader) => loadOnCall(reader, now, now.add({ hours: 99 }))))
        .coordinators
    const [shift] = await load()
    const asking = (actor: Actor) => askStandIn(here.base.db, actor, 'coordinator', shift!.id)
    expect(codeOf(await asking(as(max)))).toBe('unknown_shift')
    const { requestId, asked } = doneWith(await asking(as(lou)))
    expect(asked).toBe(1)
    expect(codeOf(await take(member(ready[0]!), requestId))).toBe('unknown_shift')
    expect(codeOf(await take(as(max), requestId))).toBe('done')
    expect(await load()).toMatchObject([{ accountId: max, place: 'backup', startsAt: span(10, 22).startsAt }])
  })
})
