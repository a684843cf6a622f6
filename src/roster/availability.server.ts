import { sql } from 'kysely'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { canLeadOn, type Deployability, deployableOn } from './deployable.ts'
import type { Member } from './member.ts'
import { loadMembers, loadStandings } from './store.server.ts'
import type { RosterTables } from './tables.server.ts'

/** One member as a call-out needs to know them, for one span of time. */
export type Availability = {
  readonly member: Member
  readonly deployability: Deployability
  readonly canLead: boolean
  readonly onCall: boolean
  readonly unavailable: boolean
  readonly committed: boolean
  /** Hours between the end of the last commitment before the span and its start; null when there was none. */
  readonly restedHours: number | null
  readonly sessionsThisYear: number
}

/**
 * All members, as they stand for a session in [startsAt, endsAt), called out now. Days are counted in the
 * region's zone; a certificate must hold on the day of the session.
 */
export async function loadAvailability(
  reader: Reader,
  span: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  timeZone: string,
): Promise<Availability[]> {
  const tables = reader.tables<RosterTables>()
  const region = reader.regionId
  const day = span.startsAt.toZonedDateTimeISO(timeZone).toPlainDate()
  const members = await loadMembers(reader)
  const standings = await loadStandings(reader, span.startsAt)
  const overlapping = (
    table: 'roster.on_call_shift' | 'roster.unavailability',
    from: Temporal.Instant,
    to: Temporal.Instant,
  ) =>
    tables
      .selectFrom(table)
      .select('member_id')
      .where('region_id', '=', region)
      .where('ends_at', '>', from)
      .where('starts_at', '<', to)
      .execute()
  const onCall = idsOf(await overlapping('roster.on_call_shift', reader.now, reader.now.add({ seconds: 1 })))
  const unavailable = idsOf(await overlapping('roster.unavailability', span.startsAt, span.endsAt))
  const bound = await tables
    .selectFrom('roster.commitment')
    .select([
      'member_id',
      sql<boolean>`lower(during) < ${span.endsAt} and upper(during) > ${span.startsAt}`.as('overlaps'),
      sql<Temporal.Instant>`upper(during)`.as('ends_at'),
    ])
    .where('region_id', '=', region)
    .where(sql<boolean>`upper(during) > ${span.startsAt.subtract({ hours: 365 * 24 })}`)
    .execute()
  const boundOf = Map.groupBy(bound, (row) => row.member_id)

  return members.map((member) => {
    const standing = standings.get(member.id)!
    const mine = boundOf.get(member.id) ?? []
    const before = mine.filter((row) => Temporal.Instant.compare(row.ends_at, span.startsAt) <= 0)
    const last = before
      .map((row) => row.ends_at)
      .sort(Temporal.Instant.compare)
      .at(-1)
    return {
      member,
      deployability: deployableOn(standing, day),
      canLead: canLeadOn(standing, day),
      onCall: onCall.has(member.id),
      unavailable: unavailable.has(member.id),
      committed: mine.some((row) => row.overlaps),
      restedHours: last === undefined ? null : span.startsAt.since(last).total('hours'),
      sessionsThisYear: before.length,
    }
  })
}

function idsOf(rows: readonly { member_id: MemberId }[]): ReadonlySet<MemberId> {
  return new Set(rows.map((row) => row.member_id))
}
