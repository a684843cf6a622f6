import type { MemberId } from '../platform/ids.ts'
import { type BlockReason, type Candidate, seatsOpenTo } from './candidate.ts'
import type { Call, Chosen } from './compose.ts'
import { isAffected, matchesDiscipline } from './cost.ts'
import { blockOf, isNearEnough, roomAt } from './eligibility.ts'

export const seatReasonCodes = [
  'another_agency',
  'same_discipline',
  'on_call',
  'near',
  'rested',
  'speaks_language',
] as const
export type SeatReason = (typeof seatReasonCodes)[number]
export type NotChosenReason =
  | BlockReason
  | 'no_seat_for_role'
  | 'too_far'
  | 'agency_at_limit'
  | 'others_fit_better'
export type NotChosen = { readonly memberId: MemberId; readonly reason: NotChosenReason }

/** Why this person fits, in the order it is said. */
export function seatReasons(candidate: Candidate, call: Call): SeatReason[] {
  const reasons: SeatReason[] = []
  // Where nothing happened to anybody, it is no reason.
  const someAffected = call.affectedAgencies.length > 0 && candidate.agencyId !== null
  if (someAffected && !isAffected(candidate, call)) reasons.push('another_agency')
  if (matchesDiscipline(candidate, call)) reasons.push('same_discipline')
  if (candidate.onCall) reasons.push('on_call')
  if (candidate.travelMinutes <= 20) reasons.push('near')
  if (candidate.restedDays >= 14) reasons.push('rested')
  if (call.language !== null && candidate.languages.includes(call.language)) reasons.push('speaks_language')
  return reasons
}

/** The first reason for everybody who was not chosen, so a coordinator can answer "why not her?". */
export function notChosen(call: Call, chosen: readonly Chosen[]): NotChosen[] {
  const seated = new Set(chosen.map((one) => one.memberId))
  const wanted = new Set(call.seats.map((seat) => seat.kind))
  const agencyOf = new Map(call.candidates.map((one) => [one.memberId, one.agencyId]))
  const kept = new Set(call.kept.map((one) => one.memberId))
  return call.candidates
    .filter((one) => !seated.has(one.memberId) && !kept.has(one.memberId))
    .map((one) => {
      const block = blockOf(one, call)
      if (block !== null) return { memberId: one.memberId, reason: block }
      if (!seatsOpenTo(one).some((kind) => wanted.has(kind)))
        return { memberId: one.memberId, reason: 'no_seat_for_role' }
      if (!isNearEnough(one, call)) return { memberId: one.memberId, reason: 'too_far' }
      const sameAgency = chosen.filter((other) => agencyOf.get(other.memberId) === one.agencyId).length
      const full = one.agencyId !== null && sameAgency >= roomAt(one.agencyId, call)
      return { memberId: one.memberId, reason: full ? 'agency_at_limit' : 'others_fit_better' }
    })
}
