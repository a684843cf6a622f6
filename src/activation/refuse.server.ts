import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { MemberId, PlanId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadMember } from '../roster/index.server.ts'
import { runningPlan } from './inHand.server.ts'
import { leaveSeat } from './leaveTeam.server.ts'
import { lookAtOnce } from './lockedOffer.server.ts'
import { may } from './may.ts'
import { hasBegun, pendingOffers } from './planState.ts'
import { type ActivationCode, problem } from './problems.ts'
import { seatWaiting } from './seat.server.ts'
import { standDownOffers } from './standDownOffers.server.ts'
import type { ActivationTables } from './tables.server.ts'

/**
 * The agency's contact would rather have somebody else, and says no reason. They are not asked for this plan; if
 * they were, or sit on the team already, they are thanked and their seat is filled again. Saying it twice changes
 * nothing.
 */
export async function refuseMember(
  db: Db,
  actor: Actor,
  planId: PlanId,
  memberId: MemberId,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    if (!may(actor, 'approve') || actor.kind !== 'account') return problem('not_allowed')
    const held = await runningPlan(tx, planId)
    if (!held.ok) return held
    const plan = held.value
    if (hasBegun(plan, tx.now)) return problem('session_begun')
    if ((await loadMember(tx, memberId)) === null) return problem('unknown_member', 'member')
    await tx
      .tables<ActivationTables>()
      .insertInto('activation.refusal')
      .values({ region_id: tx.regionId, plan_id: planId, member_id: memberId, recorded_by: actor.accountId })
      .onConflict((conflict) => conflict.constraint('refusal_once').doNothing())
      .execute()
    const seated = plan.seats.find((seat) => seat.taken?.memberId === memberId)?.taken
    if (seated) await leaveSeat(tx, seated.offerId)
    const theirs = [
      ...pendingOffers(plan).filter((offer) => offer.memberId === memberId),
      ...plan.offers.filter((offer) => offer.id === seated?.offerId),
    ]
    await standDownOffers(tx, theirs, 'filled')
    if (seated) await seatWaiting(tx, planId)
    if (plan.approval !== null) await lookAtOnce(tx, planId)
    await audit(tx, { act: 'member_refused', subject: { member: memberId }, detail: { plan: planId } })
    return done(null)
  })
}
