import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import type { Outcome, Problem } from '../platform/problem.ts'
import { may, type RosterAct } from './may.ts'
import type { Member } from './member.ts'
import { furtherAgencies, memberOf } from './members.server.ts'
import { problem, type RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

/** What each named constraint says; a refused statement undoes its whole transaction. */
const refusals: Readonly<Record<string, Problem<RosterCode>>> = {
  member_agency: problem('unknown_agency', 'agency'),
  further_agency_known: problem('unknown_agency', 'furtherAgencies'),
  member_peer_has_agency: problem('agency_missing', 'agency'),
  member_email_unique: problem('email_known', 'email'),
  member_disciplines_some: problem('discipline_missing', 'disciplines'),
  member_languages_some: problem('language_missing', 'languages'),
  credential_dates: problem('ends_before_start', 'expiresOn'),
  credential_once: problem('credential_known', 'number'),
  agreement_once: problem('agreement_known', 'signedOn'),
  leave_dates: problem('ends_before_start', 'endsOn'),
  on_call_once: problem('shift_overlaps', 'day'),
  coordinator_once: problem('shift_overlaps', 'day'),
  coordinator_place_once: problem('place_taken', 'day'),
  stand_in_asked_once: problem('stand_in_asked'),
  drill_one_at_a_time: problem('drill_running'),
  leave_once: problem('leave_overlaps', 'startsOn'),
}

/** One use-case of the roster: authorised first, one transaction, refusals as values. */
export async function act<Value>(
  db: Db,
  actor: Actor,
  what: RosterAct,
  memberId: MemberId | null,
  work: (tx: Tx) => Promise<Outcome<Value, RosterCode>>,
): Promise<Outcome<Value, RosterCode>> {
  if (!may(actor, what, memberId)) return problem('not_allowed')
  return await refusedBy(refusals, () => db.write(actor, work))
}

/** The same on one member, whose row is held meanwhile: of two who decide at once, the second sees the first. */
export async function actOn<Value>(
  db: Db,
  actor: Actor,
  what: RosterAct,
  memberId: MemberId,
  work: (tx: Tx, member: Member) => Promise<Outcome<Value, RosterCode>>,
): Promise<Outcome<Value, RosterCode>> {
  return await act(db, actor, what, memberId, async (tx) => {
    const row = await tx
      .tables<RosterTables>()
      .selectFrom('roster.member')
      .selectAll()
      .select(furtherAgencies)
      .where('region_id', '=', tx.regionId)
      .where('id', '=', memberId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    return row === undefined ? problem('unknown_member') : await work(tx, memberOf(row))
  })
}

export function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0
}
