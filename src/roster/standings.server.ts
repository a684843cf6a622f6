import { sql } from 'kysely'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { lastsUntil } from './papers.server.ts'
import type { Standing } from './standing.ts'
import type { RosterTables } from './tables.server.ts'

/**
 * What decides who may go on a day, for every member. The query only narrows: it leaves out what ended before that day
 * or begins after it, and cannot bear on the rule; the rule decides. Of the group course, which lets somebody lead, the
 * old ones stay too, unless they were taken back.
 */
export async function loadStandings(
  reader: Reader,
  timeZone: string,
  day: Temporal.PlainDate,
): Promise<Map<MemberId, Standing>> {
  const tables = reader.tables<RosterTables>()
  const region = reader.regionId
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  const members = await tables
    .selectFrom('roster.member')
    .select(['id', 'role'])
    .where('region_id', '=', region)
    .execute()
  const credentials = await tables
    .selectFrom('roster.credential')
    .select(['member_id', 'kind', 'issuer', 'issued_on', 'ended_on', lastsUntil])
    .where('region_id', '=', region)
    .where('issued_on', '<=', day)
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', day)]))
    .where((eb) => eb.or([eb('expires_on', '>', day), eb('kind', '=', 'GCI')]))
    .execute()
  const agreements = await tables
    .selectFrom('roster.agreement')
    .select(['member_id', 'signed_on', 'renew_by'])
    .where('region_id', '=', region)
    .where('signed_on', '<=', day)
    .where('renew_by', '>', day)
    .execute()
  const designations = await tables
    .selectFrom('roster.designation as one')
    .leftJoin('roster.designation_end as end', (join) =>
      join.onRef('end.region_id', '=', 'one.region_id').onRef('end.designation_id', '=', 'one.id'),
    )
    .select(['one.member_id', 'one.designated_on', 'end.ended_on'])
    .where('one.region_id', '=', region)
    .where('one.designated_on', '<=', day)
    .where((eb) => eb.or([eb('end.ended_on', 'is', null), eb('end.ended_on', '>', day)]))
    .execute()
  const selections = await tables
    .selectFrom('roster.selection as one')
    .leftJoin('roster.deselection as end', (join) =>
      join.onRef('end.region_id', '=', 'one.region_id').onRef('end.selection_id', '=', 'one.id'),
    )
    .select(['one.member_id', 'one.selected_on', 'end.deselected_on'])
    .where('one.region_id', '=', region)
    .where('one.selected_on', '<=', day)
    .where((eb) => eb.or([eb('end.deselected_on', 'is', null), eb('end.deselected_on', '>', day)]))
    .execute()
  const suspensions = await tables
    .selectFrom('roster.suspension as one')
    .leftJoin('roster.reinstatement as end', (join) =>
      join.onRef('end.region_id', '=', 'one.region_id').onRef('end.suspension_id', '=', 'one.id'),
    )
    .select(['one.member_id', 'one.starts_at', 'end.reinstated_at'])
    .where('one.region_id', '=', region)
    .where((eb) =>
      eb.or([
        eb('end.reinstated_at', 'is', null),
        sql<boolean>`(${eb.ref('end.reinstated_at')} at time zone ${timeZone})::date > ${day}`,
      ]),
    )
    .execute()
  const leaves = await tables
    .selectFrom('roster.leave_of_absence')
    .select(['member_id', 'starts_on', 'ends_on'])
    .where('region_id', '=', region)
    .where('ends_on', '>', day)
    // Taken back before it began: no day of it is left.
    .whereRef('starts_on', '<', 'ends_on')
    .execute()

  const of = <Row extends { readonly member_id: MemberId }>(rows: readonly Row[]) => {
    const grouped = Map.groupBy(rows, (row) => row.member_id)
    return (id: MemberId): readonly Row[] => grouped.get(id) ?? []
  }
  const [credentialsOf, agreementsOf, designationsOf] = [of(credentials), of(agreements), of(designations)]
  const [selectionsOf, suspensionsOf, leavesOf] = [of(selections), of(suspensions), of(leaves)]
  return new Map(
    members.map(({ id, role }) => [
      id,
      {
        role,
        selections: selectionsOf(id).map((row) => ({
          selectedOn: row.selected_on,
          deselectedOn: row.deselected_on,
        })),
        credentials: credentialsOf(id).map((row) => ({
          kind: row.kind,
          issuer: row.issuer,
          issuedOn: row.issued_on,
          expiresOn: row.lasts_until,
          takenBack: row.ended_on !== null,
        })),
        agreements: agreementsOf(id).map((row) => ({ signedOn: row.signed_on, renewBy: row.renew_by })),
        designations: designationsOf(id).map((row) => ({
          designatedOn: row.designated_on,
          endedOn: row.ended_on,
        })),
        suspensions: suspensionsOf(id).map((row) => ({
          suspendedOn: dayOf(row.starts_at),
          reinstatedOn: row.reinstated_at === null ? null : dayOf(row.reinstated_at),
        })),
        leaves: leavesOf(id).map((row) => ({ startsOn: row.starts_on, endsOn: row.ends_on })),
      },
    ]),
  )
}
