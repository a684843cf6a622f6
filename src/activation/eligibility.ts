import { type BlockReason, blockReasons, type Candidate, seatsOpenTo } from './candidate.ts'
import type { Call } from './compose.ts'
import { isAffected } from './cost.ts'

/** The first reason this person can't be asked at all, or null. There is no override. */
export function blockOf(candidate: Candidate, call: Call): BlockReason | null {
  const found = new Set(candidate.blocks)
  if (call.policy.affectedAgency === 'block' && isAffected(candidate, call)) found.add('affected_agency')
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
  return call.policy.perAgencyAtMost - call.kept.filter((one) => one.agencyId === agencyId).length
}

/** Everybody who may sit in one of the open seats, in the order of their ids. */
export function eligible(call: Call): Candidate[] {
  const wanted = new Set(call.seats.map((seat) => seat.kind))
  return call.candidates
    .filter(
      (one) =>
        blockOf(one, call) === null &&
        roomAt(one.agencyId, call) > 0 &&
        seatsOpenTo(one).some((kind) => wanted.has(kind)),
    )
    .sort((one, other) => (one.memberId < other.memberId ? -1 : 1))
}
