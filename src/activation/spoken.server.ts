import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { OfferId, PlanId } from '../platform/ids.ts'
import type { Outcome } from '../platform/problem.ts'
import { standsAside } from './alertStore.server.ts'
import { type Answer, type AnswerResult, answerOffer } from './answer.server.ts'
import { may } from './may.ts'
import { planOfOffer } from './planStore.server.ts'
import { type ActivationCode, problem } from './problems.ts'

/** What a member told a coordinator on the phone, kept as their answer, with who wrote it down. */
export async function recordSpoken(
  db: Db,
  actor: Actor,
  planId: PlanId,
  offerId: OfferId,
  answer: Answer,
): Promise<Outcome<AnswerResult, ActivationCode>> {
  if (!may(actor, 'record_contact') || actor.kind !== 'account') return problem('not_allowed')
  const refusal = await db.read(actor, async (reader) => {
    const plan = await planOfOffer(reader, offerId)
    if (plan === null || plan.id !== planId) return problem('unknown_offer')
    return (await standsAside(reader, plan.activationId, actor.accountId)) ? problem('stood_aside') : null
  })
  return refusal ?? (await answerOffer(db, actor, offerId, answer, 'coordinator'))
}
