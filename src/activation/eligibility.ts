import { type BlockReason, blockReasons, type Candidate, seatsOpenTo } from './candidate.ts'
import type { Call } from './compose.ts'
import { isAffected } from './cost.ts'

/** The first reason this person can't be asked at all, or null. There is no override. */
export function blockOf(candidate: Candidate, call: Call): BlockReason | null {
  const found = new Set(candidate.blocks)
  // Where the region only warns, a coordinator still decides it for the plan, and says why.
  const warned = call.policy.affectedAgency === 'warn' && call.allowed.includes('affected_agency')
  if (!warned && isAffected(candidate, call)) found.add('affected_agency')
  if (call.kept.some((one) => one.memberId === candidate.memberId)) found.add('already_answered')
  return blockReasons.find((reason) => found.has(reason)) ?? null
}

/** Who sits already, as candidates: they count for what the team as a whole should have. */
export function keptCandidates(call: Call): Candidate[] {
  return call.candidates.filter((one) => call.kept.some((other) => other.memberId === one.memberId))
}

/** How many more of this agency may come. People without an agency are not counted. */
export function roomAt(agencyId: Candidate['agencyId'], call: Call): number {
  if (agencyId === null) return Number.POSITIVE_INFINITY
  return mostPerAgency(call) - call.kept.filter((one) => one.agencyId === agencyId).length
}

export function mostPerAgency({ policy, allowed }: Pick<Call, 'policy' | 'allowed'>): number {
  return policy.perAgencyAtMost + (allowed.includes('one_more_of_an_agency') ? 1 : 0)
}

/** Whether the way is one the region asks of people, or a coordinator allowed a longer one. */
export function isNearEnough(candidate: Candidate, { policy, allowed }: Call): boolean {
  return allowed.includes('farther') || candidate.travelMinutes <= policy.furthestMinutes
}

/** Everybody who may sit in one of the open seats, in the order of their ids. */
export function eligible(call: Call): Candidate[] {
  const wanted = new Set(call.seats.map((seat) => seat.kind))
  return call.candidates
    .filter(
      (one) =>
        blockOf(one, call) === null &&
        roomAt(one.agencyId, call) > 0 &&
        isNearEnough(one, call) &&
        seatsOpenTo(one).some((kind) => wanted.has(kind)),
    )
    .sort((one, other) => (one.memberId < other.memberId ? -1 : 1))
}
