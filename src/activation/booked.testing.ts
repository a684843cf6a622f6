import type { ActivationId, AgencyId, PlanId, SeatId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import { planFor } from './bookingPlan.ts'
import type { PlanState } from './planState.ts'

/** A roll-call talk as it is read from the database: proposed, or approved, or over. */
export function bookedPlan(
  now: Temporal.Instant,
  given: { readonly startsAt?: Temporal.Instant; readonly end?: 'closed' | 'cancelled' } = {},
): PlanState {
  const agencyId = 'agency' as AgencyId
  const proposal = planFor({ agencyId, kind: 'roll_call_talk', people: 12 }, defaultPolicy, now)
  const { startsAt, end } = given
  return {
    id: 'plan' as PlanId,
    activationId: 'activation' as ActivationId,
    agencyId,
    role: proposal.target.role,
    count: proposal.target.count,
    type: proposal.type,
    theme: proposal.theme,
    window: proposal.timing,
    reasons: [],
    alternatives: [],
    contraindications: [],
    needsClinicalSignOff: false,
    approval:
      startsAt === undefined
        ? null
        : { at: now, startsAt, endsAt: startsAt.add({ minutes: 30 }), place: 'Day room' },
    moves: [],
    seats: proposal.team.map(({ kind }) => ({
      id: kind as unknown as SeatId,
      kind,
      ordinal: 1,
      taken: null,
      guest: null,
    })),
    waves: [],
    offers: [],
    refused: [],
    allowed: [],
    end: end === undefined ? null : { code: end, at: now },
  }
}
