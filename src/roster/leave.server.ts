import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { actOn } from './actOn.server.ts'
import { problem, type RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

/**
 * A leave of absence, back on `endsOn`. It is offered (IACP), not a suspension: no ground is asked, none is kept.
 * Seats already taken stay taken until somebody decides about them.
 */
export async function takeLeave(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  span: { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate },
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'keep_records', memberId, async (tx) => {
    await tx
      .tables<RosterTables>()
      .insertInto('roster.leave_of_absence')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        member_id: memberId,
        starts_on: span.startsOn,
        ends_on: span.endsOn,
        recorded_by: accountOf(tx.actor),
      })
      .execute()
    await audit(tx, { act: 'leave_recorded', subject: { member: memberId } })
    return done(null)
  })
}

/**
 * Back on `backOn`, earlier than planned; a leave taken back before it began has no day left. What was planned stays
 * readable. Concerns the leave in whose days it lies.
 */
export async function returnEarly(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  backOn: Temporal.PlainDate,
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'keep_records', memberId, async (tx) => {
    const leave = await tx
      .tables<RosterTables>()
      .updateTable('roster.leave_of_absence')
      .set((eb) => ({
        planned_until: eb.ref('ends_on'),
        ends_on: backOn,
        ended_at: tx.now,
        ended_by: accountOf(tx.actor),
      }))
      .where('region_id', '=', tx.regionId)
      .where('member_id', '=', memberId)
      .where('starts_on', '<=', backOn)
      .where('ends_on', '>', backOn)
      .where('planned_until', 'is', null)
      .executeTakeFirst()
    if (leave.numUpdatedRows === 0n) return problem('no_leave', 'backOn')
    await audit(tx, { act: 'leave_ended', subject: { member: memberId } })
    return done(null)
  })
}
