import type { SeatKind } from '../incident/index.ts'
import type { Candidate } from './candidate.ts'
import type { Call } from './compose.ts'
import { points } from './cost.ts'

export type Best = { readonly filled: number; readonly cost: number }

/**
 * Tries every team and keeps the best: most seats filled, then fewest points. Only tests and the benchmark use
 * it, as the answer the solver must give; so it says the rules again from their words and shares no code with
 * the rules that compose but the table of points.
 */
export function bruteForce(call: Call): Best {
  const kinds: SeatKind[] = call.seats.flatMap((seat) => Array<SeatKind>(seat.count).fill(seat.kind))
  const people = call.candidates.filter((one) => mayCome(one, call))
  const places = new Map<Candidate['agencyId'], number>()
  for (const one of call.kept) places.set(one.agencyId, (places.get(one.agencyId) ?? 0) + 1)
  const sitting = call.candidates.filter((one) => call.kept.some((other) => other.memberId === one.memberId))
  let best: Best = { filled: -1, cost: 0 }
  const more = call.allowed.some((one) => one === 'one_more_of_an_agency') ? 1 : 0
  const used = new Set<Candidate>()
  const visit = (at: number, cost: number) => {
    if (at === kinds.length) {
      const team = [...sitting, ...used]
      let whole = cost
      if (team.every((one) => !one.disciplines.includes(call.discipline)))
        whole += points.noMatchingDiscipline
      if (team.every((one) => one.sessionsEver < call.policy.newUntilSessions))
        whole += points.nobodyExperienced
      if (call.wish !== null && team.every((one) => one.gender !== call.wish)) whole += points.wishUnmet
      if (used.size > best.filled || (used.size === best.filled && whole < best.cost))
        best = { filled: used.size, cost: whole }
      return
    }
    visit(at + 1, cost)
    for (const one of people) {
      const there = places.get(one.agencyId) ?? 0
      const full = one.agencyId !== null && there >= call.policy.perAgencyAtMost + more
      if (used.has(one) || full || !maySit(one, kinds[at]!)) continue
      used.add(one)
      places.set(one.agencyId, there + 1)
      visit(at + 1, cost + pointsOf(one, kinds[at]!, call))
      places.set(one.agencyId, there)
      used.delete(one)
    }
  }
  visit(0, 0)
  return best
}

function mayCome(one: Candidate, call: Call): boolean {
  const hit = isHit(one, call)
  if (
    hit &&
    (call.policy.affectedAgency === 'block' || call.allowed.every((one) => one !== 'affected_agency'))
  )
    return false
  if (one.travelMinutes > call.policy.furthestMinutes && call.allowed.every((what) => what !== 'farther'))
    return false
  return one.blocks.length === 0 && !call.kept.some((other) => other.memberId === one.memberId)
}

function isHit(one: Candidate, call: Call): boolean {
  return call.affectedAgencies.some(
    (agency) => agency === one.agencyId || one.furtherAgencies.some((other) => other === agency),
  )
}

function maySit(one: Candidate, kind: SeatKind): boolean {
  return kind === 'lead' ? one.role === 'peer' && one.canLead : one.role === kind
}

function pointsOf(one: Candidate, kind: SeatKind, call: Call): number {
  let sum = Math.min(one.travelMinutes, 600) + points.eachSession * Math.min(one.sessionsThisYear, 5)
  if (!one.onCall) sum += points.notOnCall
  if (one.restedDays < 14) sum += points.lessRested
  if (call.language !== null && !one.languages.includes(call.language)) sum += points.otherLanguage
  if (kind === 'peer' && one.canLead) sum += points.leadAsPeer
  if (isHit(one, call)) sum += points.affectedAgency
  return sum
}
