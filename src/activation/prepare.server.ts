import type { Reader } from '../platform/db.server.ts'
import type { PlanId } from '../platform/ids.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import type { Policy } from '../region/index.ts'
import type { ActivationRecord } from './activationRecord.ts'
import { policyFor } from './bookedPolicy.ts'
import { loadCandidates, type Session } from './candidates.server.ts'
import type { Call } from './compose.ts'
import { idsNotReached } from './messages.server.ts'
import { callOf } from './planCall.ts'
import type { PlanState } from './planState.ts'
import { activationOfPlan, loadPlans } from './planStore.server.ts'
import { loadActivation } from './store.server.ts'
import { toldOf } from './told.server.ts'
import { stillAsked, type WaveOffer } from './waves.ts'

/** Everything a wave is worked out from, outside any transaction that writes. */
export type Prepared = {
  readonly plan: PlanState
  readonly activation: ActivationRecord
  readonly session: Session
  /** As it holds for this plan. */
  readonly policy: Policy
  readonly call: Call
  readonly pending: readonly {
    readonly memberId: WaveOffer['memberId']
    readonly kind: WaveOffer['kind']
    readonly likelihood: number
  }[]
  readonly now: Temporal.Instant
}

/**
 * The plan with its activation's version, which is read first: whatever changes the plan after that raises the
 * version, and what was worked out is refused.
 */
export async function planAt(
  reader: Reader,
  planId: PlanId,
): Promise<{ plan: PlanState; activation: ActivationRecord } | null> {
  const activationId = await activationOfPlan(reader, planId)
  if (activationId === null) return null
  const activation = (await loadActivation(reader, activationId))!
  return { activation, plan: (await loadPlans(reader, { planId }))[0]! }
}

export async function prepare(
  reader: Reader,
  plan: PlanState,
  activation: ActivationRecord,
  session: Session,
): Promise<Prepared> {
  const policy = policyFor(plan, (await loadPolicy(reader, activation.policyVersion)).policy)
  const [region, agencies] = [await loadRegion(reader), await loadAgencies(reader)]
  const candidates = await loadCandidates(reader, plan, session, policy, agencies, region.timeZone)
  const further = await toldOf(reader, activation)
  const siblings = await loadPlans(reader, { activationId: plan.activationId })
  return {
    plan,
    activation,
    session,
    policy,
    now: reader.now,
    pending: stillAsked(plan, reader.now, candidates, await idsNotReached(reader, plan)),
    call: callOf(plan, { policy, agencies, siblings, further, candidates }),
  }
}
