import { actorIn, memberIn } from '../identity/index.server.ts'
import { type Actor, hasRole } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { act } from './actOn.server.ts'
import type { CalendarEntry } from './calendarText.ts'
import { calendarTokenHash, newCalendarToken, regionOfCalendarToken } from './calendarToken.server.ts'
import { may } from './may.ts'
import { problem, type RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

/** A link of one's own; one made earlier ends. The token is told here and never again. */
export async function makeFeed(db: Db, actor: Actor): Promise<Outcome<{ token: string }, RosterCode>> {
  return await act(db, actor, 'keep_calendar', null, async (tx) => {
    if (actor.kind !== 'account') return problem('not_allowed')
    const token = newCalendarToken(tx.regionId)
    const row = { token_hash: calendarTokenHash(token), made_at: tx.now }
    await tx
      .tables<RosterTables>()
      .insertInto('roster.calendar_feed')
      .values({ region_id: tx.regionId, account_id: actor.accountId, ...row })
      .onConflict((conflict) => conflict.columns(['region_id', 'account_id']).doUpdateSet(row))
      .execute()
    return done({ token })
  })
}

/** Ends one's own link, if there is one. */
export async function revokeFeed(db: Db, actor: Actor): Promise<Outcome<null, RosterCode>> {
  return await act(db, actor, 'keep_calendar', null, async (tx) => {
    if (actor.kind !== 'account') return problem('not_allowed')
    await tx
      .tables<RosterTables>()
      .deleteFrom('roster.calendar_feed')
      .where('region_id', '=', tx.regionId)
      .where('account_id', '=', actor.accountId)
      .execute()
    return done(null)
  })
}

/** When the reader's own link was made; null without one. */
export async function feedMadeAt(reader: Reader): Promise<Temporal.Instant | null> {
  const { actor } = reader
  if (actor.kind !== 'account') return null
  const row = await reader
    .tables<RosterTables>()
    .selectFrom('roster.calendar_feed')
    .select('made_at')
    .where('region_id', '=', reader.regionId)
    .where('account_id', '=', actor.accountId)
    .executeTakeFirst()
  return row?.made_at ?? null
}

/**
 * What a link opens: the last month and the next year of its account, as long as that account still stands in the
 * region. Null for a link that is unknown, ended or forged; nobody is told which.
 */
export async function openFeed(db: Db, token: string): Promise<CalendarEntry[] | null> {
  const regionId = regionOfCalendarToken(token)
  if (regionId === null) return null
  const row = await db.read({ kind: 'visitor', regionId }, (reader) =>
    reader
      .tables<RosterTables>()
      .selectFrom('roster.calendar_feed')
      .select('account_id')
      .where('region_id', '=', reader.regionId)
      .where('token_hash', '=', calendarTokenHash(token))
      .executeTakeFirst(),
  )
  if (row === undefined) return null
  const actor = await actorIn(db, row.account_id, regionId)
  if (actor === null || !may(actor, 'keep_calendar', null)) return null
  const memberId = await memberIn(db, row.account_id, regionId)
  const coordinates = hasRole(actor, 'duty_coordinator')
  return await db.read(actor, (reader) => loadEntries(reader, memberId, coordinates ? row.account_id : null))
}

async function loadEntries(
  reader: Reader,
  memberId: MemberId | null,
  coordinator: AccountId | null,
): Promise<CalendarEntry[]> {
  const tables = reader.tables<RosterTables>()
  const after = reader.now.subtract({ hours: 31 * 24 })
  const before = reader.now.add({ hours: 366 * 24 })
  const ofMember = (table: 'roster.on_call_shift' | 'roster.unavailability') =>
    tables
      .selectFrom(table)
      .select(['id', 'starts_at', 'ends_at', 'recorded_at'])
      .where('region_id', '=', reader.regionId)
      .where('member_id', '=', memberId)
      .where('ends_at', '>', after)
      .where('starts_at', '<', before)
      .orderBy('starts_at')
      .execute()
  const coordinated = await tables
    .selectFrom('roster.coordinator_shift')
    .select(['id', 'starts_at', 'ends_at', 'recorded_at'])
    .where('region_id', '=', reader.regionId)
    .where('account_id', '=', coordinator)
    .where('ends_at', '>', after)
    .where('starts_at', '<', before)
    .orderBy('starts_at')
    .execute()
  const entry =
    (what: CalendarEntry['what']) =>
    (row: (typeof coordinated)[number]): CalendarEntry => ({
      id: row.id,
      what,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      recordedAt: row.recorded_at,
    })
  return [
    ...coordinated.map(entry('duty')),
    ...(await ofMember('roster.on_call_shift')).map(entry('duty')),
    ...(await ofMember('roster.unavailability')).map(entry('away')),
  ]
}
