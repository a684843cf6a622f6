import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { todayIn } from '../region/index.server.ts'
import { actOn, isAfter } from './actOn.server.ts'
import { problem, type RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

/** The member's agency names them in writing. Some states need it before the incident (RCW 5.60.060, Louisiana CE 518). */
export async function recordDesignation(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  given: { readonly document: string; readonly designatedOn: Temporal.PlainDate },
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'keep_records', memberId, async (tx, member) => {
    if (member.agencyId === null) return problem('agency_missing')
    if (isAfter(given.designatedOn, await todayIn(tx))) return problem('in_future', 'designatedOn')
    if ((await openDesignation(tx, memberId)) !== null) return problem('designated_already')
    await tx
      .tables<RosterTables>()
      .insertInto('roster.designation')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        member_id: memberId,
        document: given.document,
        designated_on: given.designatedOn,
        recorded_by: accountOf(tx.actor),
      })
      .execute()
    await audit(tx, { act: 'designation_recorded', subject: { member: memberId } })
    return done(null)
  })
}

/** From that day the agency no longer names them; a day ahead of today is notice given. */
export async function endDesignation(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  endedOn: Temporal.PlainDate,
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'keep_records', memberId, async (tx) => {
    const open = await openDesignation(tx, memberId)
    if (open === null) return problem('not_designated')
    if (isAfter(open.designated_on, endedOn)) return problem('ends_before_start', 'endedOn')
    await tx
      .tables<RosterTables>()
      .insertInto('roster.designation_end')
      .values({
        region_id: tx.regionId,
        designation_id: open.id,
        ended_on: endedOn,
        recorded_by: accountOf(tx.actor),
      })
      .execute()
    await audit(tx, { act: 'designation_ended', subject: { member: memberId } })
    return done(null)
  })
}

async function openDesignation(tx: Tx, memberId: MemberId) {
  const row = await tx
    .tables<RosterTables>()
    .selectFrom('roster.designation as one')
    .leftJoin('roster.designation_end as end', (join) =>
      join.onRef('end.region_id', '=', 'one.region_id').onRef('end.designation_id', '=', 'one.id'),
    )
    .select(['one.id', 'one.designated_on'])
    .where('one.region_id', '=', tx.regionId)
    .where('one.member_id', '=', memberId)
    .where('end.designation_id', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
