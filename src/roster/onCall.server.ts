import { audit } from '../audit/index.server.ts'
import { accountsWith } from '../identity/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { type AccountId, type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadPolicy } from '../region/index.server.ts'
import { act, actOn } from './actOn.server.ts'
import type { CoordinatorPlace } from './coordinatorPlace.ts'
import { gapsIn } from './coverage.ts'
import { endStandInsOf } from './endStandIns.server.ts'
import { problem, type RosterCode } from './problems.ts'
import { loadUnreachable } from './reachable.server.ts'
import { tellWhenItBegins } from './shiftBegins.server.ts'
import type { Span } from './shiftHours.ts'
import type { RosterTables } from './tables.server.ts'

export type MemberPeriod = Span & { readonly id: string; readonly memberId: MemberId }
export type CoordinatorShift = Span & {
  readonly id: string
  readonly accountId: AccountId
  readonly place: CoordinatorPlace
}

/** Shifts, or times away, of one member: all or none of them. Nobody is on call twice at once. */
export async function addMemberPeriods(
  db: Db,
  actor: Actor,
  what: 'on_call' | 'away',
  memberId: MemberId,
  spans: readonly Span[],
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'keep_shifts', memberId, async (tx) => {
    if (spans.some((span) => Temporal.Instant.compare(span.endsAt, tx.now) <= 0))
      return problem('shift_over', 'day')
    await tx
      .tables<RosterTables>()
      .insertInto(tableOf[what])
      .values(
        spans.map((span) => ({
          region_id: tx.regionId,
          id: newId<string>(),
          member_id: memberId,
          starts_at: span.startsAt,
          ends_at: span.endsAt,
          recorded_by: accountOf(tx.actor),
        })),
      )
      .execute()
    await audit(tx, {
      act: 'member_times_entered',
      subject: { member: memberId },
      detail: { rows: spans.length },
    })
    return done(null)
  })
}

/** Takes one back; members themselves only while it lies ahead. What is no more there is taken back already. */
export async function removeMemberPeriod(
  db: Db,
  actor: Actor,
  what: 'on_call' | 'away',
  memberId: MemberId,
  id: string,
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'keep_shifts', memberId, async (tx) => {
    const rows = tx.tables<RosterTables>()
    const found = await rows
      .selectFrom(tableOf[what])
      .select('starts_at')
      .where('region_id', '=', tx.regionId)
      .where('member_id', '=', memberId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (found === undefined) return done(null)
    if (actor.kind === 'member' && Temporal.Instant.compare(found.starts_at, tx.now) <= 0)
      return problem('shift_begun')
    await rows.deleteFrom(tableOf[what]).where('region_id', '=', tx.regionId).where('id', '=', id).execute()
    await endStandInsOf(tx, id)
    await audit(tx, { act: 'member_time_removed', subject: { member: memberId } })
    return done(null)
  })
}

/** One coordinator on call and one behind them; both places are held by one person at a time. */
export async function addCoordinatorShifts(
  db: Db,
  actor: Actor,
  given: { readonly accountId: AccountId; readonly place: CoordinatorPlace; readonly spans: readonly Span[] },
): Promise<Outcome<null, RosterCode>> {
  return await act(db, actor, 'keep_shifts', null, async (tx) => {
    if (!(await accountsWith(tx, 'duty_coordinator')).includes(given.accountId))
      return problem('unknown_coordinator', 'coordinator')
    if (given.spans.some((span) => Temporal.Instant.compare(span.endsAt, tx.now) <= 0))
      return problem('shift_over', 'day')
    const rows = given.spans.map((span) => ({
      region_id: tx.regionId,
      id: newId<string>(),
      account_id: given.accountId,
      place: given.place,
      starts_at: span.startsAt,
      ends_at: span.endsAt,
      recorded_by: accountOf(tx.actor),
    }))
    await tx.tables<RosterTables>().insertInto('roster.coordinator_shift').values(rows).execute()
    for (const row of rows) await tellWhenItBegins(tx, row.id, row.starts_at)
    await audit(tx, {
      act: 'coordinator_shifts_entered',
      subject: { account: given.accountId },
      detail: { rows: rows.length },
    })
    return done(null)
  })
}

export async function removeCoordinatorShift(
  db: Db,
  actor: Actor,
  id: string,
): Promise<Outcome<null, RosterCode>> {
  return await act(db, actor, 'keep_shifts', null, async (tx) => {
    await tx
      .tables<RosterTables>()
      .deleteFrom('roster.coordinator_shift')
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .execute()
    await endStandInsOf(tx, id)
    await audit(tx, { act: 'coordinator_shift_removed', subject: { shift: id } })
    return done(null)
  })
}

/** Everything that is not over by `from` and begins before `to`, soonest first. */
export async function loadOnCall(
  reader: Reader,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<{ shifts: MemberPeriod[]; away: MemberPeriod[]; coordinators: CoordinatorShift[] }> {
  const tables = reader.tables<RosterTables>()
  const periods = async (table: 'roster.on_call_shift' | 'roster.unavailability'): Promise<MemberPeriod[]> =>
    (
      await tables
        .selectFrom(table)
        .select(['id', 'member_id', 'starts_at', 'ends_at'])
        .where('region_id', '=', reader.regionId)
        .where('ends_at', '>', from)
        .where('starts_at', '<', to)
        .orderBy('starts_at')
        .orderBy('id')
        .execute()
    ).map((row) => ({ id: row.id, memberId: row.member_id, startsAt: row.starts_at, endsAt: row.ends_at }))
  const coordinators = await tables
    .selectFrom('roster.coordinator_shift')
    .select(['id', 'account_id', 'place', 'starts_at', 'ends_at'])
    .where('region_id', '=', reader.regionId)
    .where('ends_at', '>', from)
    .where('starts_at', '<', to)
    .orderBy('starts_at')
    .orderBy('place')
    .execute()
  return {
    shifts: await periods('roster.on_call_shift'),
    away: await periods('roster.unavailability'),
    coordinators: coordinators.map((row) => ({
      id: row.id,
      accountId: row.account_id,
      place: row.place,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    })),
  }
}

/** Whose shifts as coordinators run now. */
export async function coordinatorsOnDuty(reader: Reader): Promise<Record<CoordinatorPlace, AccountId[]>> {
  const { coordinators } = await loadOnCall(reader, reader.now, reader.now.add({ seconds: 1 }))
  // A shift outlives the role it was entered for; whoever lost that is on duty no more.
  const holders = await accountsWith(reader, 'duty_coordinator')
  const at = (place: CoordinatorPlace) =>
    coordinators
      .filter((shift) => shift.place === place && holders.includes(shift.accountId))
      .map((shift) => shift.accountId)
  return { on_call: at('on_call'), backup: at('backup') }
}

/** When nobody coordinates whom a message reaches, as far ahead as the region's policy wants to be told (`gapWarningDays`). */
export async function coordinatorGaps(reader: Reader): Promise<Span[]> {
  const { policy } = await loadPolicy(reader)
  const until = reader.now.add({ hours: 24 * policy.gapWarningDays })
  const { coordinators } = await loadOnCall(reader, reader.now, until)
  const unreachable = await loadUnreachable(reader)
  const able = new Set(await accountsWith(reader, 'duty_coordinator'))
  return gapsIn(
    coordinators.filter(
      ({ place, accountId }) => place === 'on_call' && able.has(accountId) && !unreachable.has(accountId),
    ),
    reader.now,
    until,
  )
}

const tableOf = { on_call: 'roster.on_call_shift', away: 'roster.unavailability' } as const
