import { sql } from 'kysely'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { loadPolicy } from '../region/index.server.ts'
import type { Policy } from '../region/index.ts'
import { checklist, type Gate } from './checklist.ts'
import { awaitingClearance } from './clearance.server.ts'
import { inGroup, timeOnly } from './commitment.ts'
import { canLeadOn, type Deployability, deployabilityFrom } from './deployable.ts'
import type { Gender } from './gender.ts'
import type { Member } from './member.ts'
import { loadMembers } from './members.server.ts'
import { type NotAsked, notAskedFor } from './notAskedFor.server.ts'
import { loadUnreachable } from './reachable.server.ts'
import { loadStandings } from './standings.server.ts'
import { loadRequirements } from './stateLaw.server.ts'
import type { RosterTables } from './tables.server.ts'

/** One member as a call-out needs to know them, for one span of time. */
export type Availability = {
  readonly member: Member
  /** As they say themselves; null: they don't. */
  readonly gender: Gender | null
  /** Every condition of going, on the day the span starts. */
  readonly checklist: readonly Gate[]
  readonly deployability: Deployability
  readonly canLead: boolean
  readonly onCall: boolean
  /** Messages reach them, as far as the last drill tells: whoever is not is no cover, and may still be asked. */
  readonly reachable: boolean
  readonly unavailable: boolean
  /** They chose not to be asked for what is looked for here; false where nothing in particular is. */
  readonly notAskedFor: boolean
  readonly committed: boolean
  /** Hours between the end of the last session before the span and its start; null when there was none. */
  readonly restedHours: number | null
  readonly sessionsThisYear: number
  /** As far back as the team's records go. */
  readonly sessionsEver: number
  /** Sessions in a group that ended in the thirty days before. */
  readonly sessionsThisMonth: number
  /** Off call after the hardest, until the clinical director clears them. */
  readonly awaitsClearance: boolean
}

/**
 * All members, as they stand for a session in [startsAt, endsAt), called out now. Days are counted in the
 * region's zone; a certificate must hold on the day of the session. Without a policy the newest one counts; the
 * state's law is the one the region adopted last. `asking`: what which agency wants somebody for.
 */
export async function loadAvailability(
  reader: Reader,
  span: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  timeZone: string,
  policy?: Policy,
  asking?: NotAsked,
): Promise<Availability[]> {
  const tables = reader.tables<RosterTables>()
  const region = reader.regionId
  const day = span.startsAt.toZonedDateTimeISO(timeZone).toPlainDate()
  const members = await loadMembers(reader)
  const standings = await loadStandings(reader, timeZone, day)
  const requirements = await loadRequirements(reader, policy ?? (await loadPolicy(reader)).policy)
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
      'weight',
      sql<boolean>`lower(during) < ${span.endsAt} and upper(during) > ${span.startsAt}`.as('overlaps'),
      sql<Temporal.Instant>`upper(during)`.as('ends_at'),
    ])
    .where('region_id', '=', region)
    .where(sql<boolean>`upper(during) > ${span.startsAt.subtract({ hours: 365 * 24 })}`)
    .execute()
  const counted = await tables
    .selectFrom('roster.commitment')
    .select(['member_id', (eb) => eb.fn.countAll<number>().as('sessions')])
    .where('region_id', '=', region)
    .where(sql<boolean>`upper(during) <= ${span.startsAt}`)
    .where('weight', '>', timeOnly)
    .groupBy('member_id')
    .execute()
  const ever = new Map(counted.map((row) => [row.member_id, Number(row.sessions)]))
  const unreachable = await loadUnreachable(reader)
  const quiet = asking === undefined ? new Set<MemberId>() : await notAskedFor(reader, asking)
  const awaiting = await awaitingClearance(reader, span.startsAt)
  const told = await tables
    .selectFrom('roster.member')
    .select(['id', 'gender'])
    .where('region_id', '=', region)
    .where('gender', 'is not', null)
    .execute()
  const genderOf = new Map(told.map((row) => [row.id, row.gender]))
  const boundOf = Map.groupBy(bound, (row) => row.member_id)

  return members.map((member) => {
    const standing = standings.get(member.id)!
    const gates = checklist(standing, day, requirements)
    const mine = boundOf.get(member.id) ?? []
    const before = mine.filter(
      (row) => row.weight > timeOnly && Temporal.Instant.compare(row.ends_at, span.startsAt) <= 0,
    )
    const last = before
      .map((row) => row.ends_at)
      .sort(Temporal.Instant.compare)
      .at(-1)
    return {
      member,
      gender: genderOf.get(member.id) ?? null,
      checklist: gates,
      deployability: deployabilityFrom(gates),
      canLead: canLeadOn(standing, day, requirements),
      onCall: onCall.has(member.id),
      reachable: !unreachable.has(member.id),
      unavailable: unavailable.has(member.id),
      notAskedFor: quiet.has(member.id),
      committed: mine.some((row) => row.overlaps),
      restedHours: last === undefined ? null : span.startsAt.since(last).total('hours'),
      sessionsThisYear: before.length,
      sessionsEver: ever.get(member.id) ?? 0,
      sessionsThisMonth: before.filter(
        (row) =>
          row.weight >= inGroup &&
          Temporal.Instant.compare(row.ends_at, span.startsAt.subtract({ hours: 30 * 24 })) > 0,
      ).length,
      awaitsClearance: awaiting.has(member.id),
    }
  })
}

function idsOf(rows: readonly { member_id: MemberId }[]): ReadonlySet<MemberId> {
  return new Set(rows.map((row) => row.member_id))
}
