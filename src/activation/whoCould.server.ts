import type { Reader } from '../platform/db.server.ts'
import type { PlanId } from '../platform/ids.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import { policyFor } from './bookedPolicy.ts'
import { loadCandidates } from './candidates.server.ts'
import { type Call, compose, type Solve } from './compose.ts'
import { callOf } from './planCall.ts'
import { loadPlans } from './planStore.server.ts'
import { planAt } from './prepare.server.ts'
import { laterStarts, type Relaxation, relaxations, type Trial } from './relaxation.ts'
import { minutesOf } from './session.ts'
import { toldOf } from './told.server.ts'
import type { WhoCould } from './whoCould.ts'

/** What a start would be answered from: everybody as they stand then, and at later starts while none is approved. */
export type Question = { readonly call: Call; readonly asked: Trial; readonly later: readonly Trial[] }

/** Null: the plan has ended or isn't there. */
export async function questionOf(
  reader: Reader,
  planId: PlanId,
  startsAt: Temporal.Instant,
): Promise<Question | null> {
  const found = await planAt(reader, planId)
  if (found === null || found.plan.end !== null) return null
  const { plan, activation } = found
  const policy = policyFor(plan, (await loadPolicy(reader, activation.policyVersion)).policy)
  const [region, agencies] = [await loadRegion(reader), await loadAgencies(reader)]
  const further = await toldOf(reader, activation)
  const at = async (start: Temporal.Instant): Promise<Trial> => {
    const session = { startsAt: start, endsAt: start.add({ minutes: minutesOf(plan, policy) }) }
    const everybody = await loadCandidates(reader, plan, session, policy, agencies, region.timeZone)
    return { startsAt: start, candidates: everybody }
  }
  const asked = await at(startsAt)
  const later: Trial[] = []
  // Those who were told "you're on" were told a time: an approved session isn't moved.
  if (plan.approval === null)
    for (const start of laterStarts(startsAt, plan.window.closes)) later.push(await at(start))
  const siblings = await loadPlans(reader, { activationId: plan.activationId })
  const call = callOf(plan, { policy, agencies, siblings, further, candidates: asked.candidates })
  return { call, asked, later }
}

/** The best team at the asked start, and what could be given up where seats stay empty. Outside any transaction. */
export async function answerTo({ call, asked, later }: Question, solve: Solve): Promise<WhoCould> {
  const team = await compose(call, solve)
  const yielding: readonly Relaxation[] =
    team.shortfall.length === 0 ? [] : await relaxations(call, asked, later, solve)
  return {
    startsAt: asked.startsAt,
    team,
    travel: new Map(asked.candidates.map((one) => [one.memberId, one.travelMinutes])),
    yielding,
  }
}
