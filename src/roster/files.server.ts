import type { Reader } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import type { Entered, MemberFile } from './memberFile.ts'
import { lastsUntil } from './papers.server.ts'
import type { RosterTables } from './tables.server.ts'

/**
 * What is on file for every member, or for one. Moments are told as days of the region's zone, because the
 * rule on who may go counts days.
 */
export async function loadFiles(
  reader: Reader,
  timeZone: string,
  only?: MemberId,
): Promise<Map<MemberId, MemberFile>> {
  const tables = reader.tables<RosterTables>()
  const region = reader.regionId
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  const members = await tables
    .selectFrom('roster.member')
    .select(['id', 'role'])
    .where('region_id', '=', region)
    .$if(only !== undefined, (query) => query.where('id', '=', only!))
    .execute()
  const credentials = await tables
    .selectFrom('roster.credential')
    .selectAll()
    .select(lastsUntil)
    .where('region_id', '=', region)
    .$if(only !== undefined, (query) => query.where('member_id', '=', only!))
    .orderBy('id')
    .execute()
  const agreements = await tables
    .selectFrom('roster.agreement')
    .selectAll()
    .where('region_id', '=', region)
    .$if(only !== undefined, (query) => query.where('member_id', '=', only!))
    .orderBy('id')
    .execute()
  const designations = await tables
    .selectFrom('roster.designation as one')
    .leftJoin('roster.designation_end as end', (join) =>
      join.onRef('end.region_id', '=', 'one.region_id').onRef('end.designation_id', '=', 'one.id'),
    )
    .select(['one.member_id', 'one.document', 'one.designated_on', 'one.recorded_at', 'one.recorded_by'])
    .select(['end.ended_on', 'end.recorded_at as end_at', 'end.recorded_by as end_by'])
    .where('one.region_id', '=', region)
    .$if(only !== undefined, (query) => query.where('one.member_id', '=', only!))
    .orderBy('one.id')
    .execute()
  const selections = await tables
    .selectFrom('roster.selection as one')
    .leftJoin('roster.deselection as end', (join) =>
      join.onRef('end.region_id', '=', 'one.region_id').onRef('end.selection_id', '=', 'one.id'),
    )
    .select(['one.member_id', 'one.selected_on', 'one.recorded_at', 'one.decided_by'])
    .select(['end.deselected_on', 'end.ground', 'end.recorded_at as end_at', 'end.decided_by as end_by'])
    .where('one.region_id', '=', region)
    .$if(only !== undefined, (query) => query.where('one.member_id', '=', only!))
    .orderBy('one.id')
    .execute()
  const suspensions = await tables
    .selectFrom('roster.suspension as one')
    .leftJoin('roster.reinstatement as end', (join) =>
      join.onRef('end.region_id', '=', 'one.region_id').onRef('end.suspension_id', '=', 'one.id'),
    )
    .select(['one.member_id', 'one.ground', 'one.starts_at', 'one.recorded_at', 'one.decided_by'])
    .select(['end.ground as end_ground', 'end.reinstated_at as end_at', 'end.decided_by as end_by'])
    .where('one.region_id', '=', region)
    .$if(only !== undefined, (query) => query.where('one.member_id', '=', only!))
    .orderBy('one.id')
    .execute()
  const leaves = await tables
    .selectFrom('roster.leave_of_absence')
    .selectAll()
    .where('region_id', '=', region)
    .$if(only !== undefined, (query) => query.where('member_id', '=', only!))
    // Taken back before it began: no day of it is left.
    .whereRef('starts_on', '<', 'ends_on')
    .orderBy('starts_on')
    .execute()

  const credentialsOf = Map.groupBy(credentials, (row) => row.member_id)
  const agreementsOf = Map.groupBy(agreements, (row) => row.member_id)
  const designationsOf = Map.groupBy(designations, (row) => row.member_id)
  const selectionsOf = Map.groupBy(selections, (row) => row.member_id)
  const suspensionsOf = Map.groupBy(suspensions, (row) => row.member_id)
  const leavesOf = Map.groupBy(leaves, (row) => row.member_id)
  const fileOf = ({ id, role }: (typeof members)[number]): MemberFile => ({
    role,
    credentials: (credentialsOf.get(id) ?? []).map((row) => ({
      kind: row.kind,
      issuer: row.issuer,
      number: row.number,
      issuedOn: row.issued_on,
      expiresOn: row.lasts_until,
      takenBack: row.ended_on !== null,
      printedUntil: row.expires_on,
      endedOn: row.ended_on,
      evidence:
        row.evidence_kind === null || row.evidence_kept === null
          ? null
          : { kind: row.evidence_kind, kept: row.evidence_kept },
      entered: { at: row.recorded_at, by: row.recorded_by },
    })),
    agreements: (agreementsOf.get(id) ?? []).map((row) => ({
      signedOn: row.signed_on,
      renewBy: row.renew_by,
      entered: { at: row.recorded_at, by: row.recorded_by },
    })),
    designations: (designationsOf.get(id) ?? []).map((row) => ({
      document: row.document,
      designatedOn: row.designated_on,
      endedOn: row.ended_on,
      entered: { at: row.recorded_at, by: row.recorded_by },
      ended: row.end_at === null ? null : { at: row.end_at, by: row.end_by },
    })),
    selections: (selectionsOf.get(id) ?? []).map((row) => ({
      selectedOn: row.selected_on,
      deselectedOn: row.deselected_on,
      decided: { at: row.recorded_at, by: row.decided_by },
      deselection: ending(row.ground, row.end_at, row.end_by),
    })),
    suspensions: (suspensionsOf.get(id) ?? []).map((row) => ({
      suspendedOn: dayOf(row.starts_at),
      reinstatedOn: row.end_at === null ? null : dayOf(row.end_at),
      ground: row.ground,
      decided: { at: row.recorded_at, by: row.decided_by },
      reinstatement: ending(row.end_ground, row.end_at, row.end_by),
    })),
    leaves: (leavesOf.get(id) ?? []).map((row) => ({
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      entered: { at: row.recorded_at, by: row.recorded_by },
    })),
  })
  return new Map(members.map((member) => [member.id, fileOf(member)]))
}

function ending<Ground>(
  ground: Ground | null,
  at: Temporal.Instant | null,
  by: AccountId | null,
): { ground: Ground; decided: Entered } | null {
  return ground === null || at === null ? null : { ground, decided: { at, by } }
}
