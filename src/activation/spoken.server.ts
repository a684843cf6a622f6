import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { OfferId, PlanId } from '../platform/ids.ts'
import type { Outcome, Problem } from '../platform/problem.ts'
import { standsAside } from './alertStore.server.ts'
import { type Answer, type AnswerResult, answerOffer } from './answer.server.ts'
import { released, withdraw } from './leaveTeam.server.ts'
import { may } from './may.ts'
import { planOfOffer } from './planStore.server.ts'
import { type ActivationCode, problem } from './problems.ts'

/** What somebody who has a seat may say on the phone: their shift let them go, or they can't come after all. */
export const seatedSays = ['released', 'cannot_come'] as const
export type SeatedSays = (typeof seatedSays)[number]

/** What a member told a coordinator on the phone, kept as their answer, with who wrote it down. */
export async function recordSpoken(
  db: Db,
  actor: Actor,
  planId: PlanId,
  offerId: OfferId,
  answer: Answer,
): Promise<Outcome<AnswerResult, ActivationCode>> {
  const refusal = await refusalOf(db, actor, planId, offerId)
  return refusal ?? (await answerOffer(db, actor, offerId, answer, 'coordinator'))
}

/** The same of somebody who has a seat. It is the member who steps back, and nobody takes them off. */
export async function recordSeatedSpoken(
  db: Db,
  actor: Actor,
  planId: PlanId,
  offerId: OfferId,
  says: SeatedSays,
): Promise<Outcome<null, ActivationCode>> {
  const refusal = await refusalOf(db, actor, planId, offerId)
  if (refusal !== null) return refusal
  return await (says === 'released' ? released : withdraw)(db, actor, offerId, 'coordinator')
}

async function refusalOf(
  db: Db,
  actor: Actor,
  planId: PlanId,
  offerId: OfferId,
): Promise<Problem<ActivationCode> | null> {
  if (!may(actor, 'record_contact') || actor.kind !== 'account') return problem('not_allowed')
  return await db.read(actor, async (reader) => {
    const plan = await planOfOffer(reader, offerId)
    if (plan === null || plan.id !== planId) return problem('unknown_offer')
    return (await standsAside(reader, plan.activationId, actor.accountId)) ? problem('stood_aside') : null
  })
}
