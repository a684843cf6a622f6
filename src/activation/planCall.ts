import type { FurtherFacts } from '../incident/index.ts'
import type { Agency, Policy } from '../region/index.ts'
import { bookedAs } from './booking.ts'
import type { Candidate } from './candidate.ts'
import type { Call, Seats } from './compose.ts'
import { openCounts, type PlanState } from './planState.ts'

type Around = {
  readonly policy: Policy
  readonly agencies: readonly Agency[]
  /** All plans of the activation: each one's agency is affected. */
  readonly siblings: readonly PlanState[]
  readonly further: Pick<FurtherFacts, 'interpreterLanguage' | 'teamWish'>
  readonly candidates: readonly Candidate[]
}

/** The open seats of a plan as a question; with `seats`, those instead. */
export function callOf(plan: PlanState, around: Around, seats: Seats = openCounts(plan)): Call {
  const { policy, agencies, siblings, further, candidates } = around
  const agencyOf = new Map(candidates.map((one) => [one.memberId, one.agencyId]))
  return {
    seats,
    // Nothing happened to whoever listens to a talk: somebody of their own may give it.
    affectedAgencies: bookedAs(plan) === null ? [...new Set(siblings.map((one) => one.agencyId))] : [],
    discipline: agencies.find((agency) => agency.id === plan.agencyId)!.discipline,
    language: further.interpreterLanguage,
    wish: further.teamWish,
    policy,
    allowed: plan.allowed.map((one) => one.what),
    kept: plan.seats.flatMap(({ kind, taken }) =>
      taken === null
        ? []
        : [{ memberId: taken.memberId, agencyId: agencyOf.get(taken.memberId) ?? null, kind }],
    ),
    candidates,
  }
}
