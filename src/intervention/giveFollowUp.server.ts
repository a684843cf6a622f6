import { loadPlans } from '../activation/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { remind, step } from './followUps.server.ts'
import type { FollowUpTables } from './followUpTables.server.ts'
import { type InterventionCode, problem } from './problems.ts'
import { couldSeeTo } from './whoSat.server.ts'

/**
 * Gives a follow-up to somebody else who was in the room, or back to whoever coordinates (null). By a coordinator or its
 * owner. `seen`: whose it was on the page that was filled in. Whoever has it now hears of it when it is due.
 */
export async function giveFollowUp(
  db: Db,
  actor: Actor,
  memberId: MemberId | null,
  id: string,
  to: MemberId | null,
  seen: MemberId | null,
): Promise<Outcome<null, InterventionCode>> {
  return await step(db, actor, memberId, id, 'given', async (tx, found) => {
    if (found.doneAt !== null) return problem('done_already')
    if (found.ownerId !== seen) return problem('changed_meanwhile')
    if (to === seen) return problem('theirs_already', `to-${id}`)
    const [plan] = await loadPlans(tx, { planId: found.planId })
    if (to !== null && !(await couldSeeTo(tx, plan!, found)).includes(to))
      return problem('not_in_the_room', `to-${id}`)
    const given = await tx
      .tables<FollowUpTables>()
      .updateTable('intervention.follow_up')
      .set({ owner_id: to })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .where('owner_id', 'is not distinct from', seen)
      .executeTakeFirst()
    if (given.numUpdatedRows === 0n) return problem('changed_meanwhile')
    await remind(tx, id, found.dueAt)
    return done(null)
  })
}
