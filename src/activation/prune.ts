import { type Candidate, seatsOpenTo } from './candidate.ts'
import type { Call } from './compose.ts'
import { costOf, wishesOf } from './cost.ts'
import { roomAt } from './eligibility.ts'

/**
 * Leaves out people whom no best team needs. Candidates of one class may sit in the same seats and meet the
 * same wishes of a team (discipline, experience), so one can stand in for another wherever their agency has room.
 *
 * Rule: of each class keep, agency by agency, as many of the cheapest as the agency has room for; of those keep
 * the S cheapest, S being the number of open seats. (Cost, then id, orders a class totally.)
 *
 * Proof. Say a best team seats c, who is left out. Of the S people kept in c's class at c's cost or less, how
 * many can't take c's seat? Those who sit already, and those whose agency is full without c. An agency with room
 * for r is full only if r of the other S−1 seats hold its people, and at most r of the kept belong to it; so
 * each of the other S−1 people rules out at most one of the kept. One of the S is left; it takes c's seat, with
 * the same seats, the same wishes met, no more points and a smaller place in the order. (If c was left out within
 * its own agency, the same swap works inside that agency.) Repeating this ends, since the order is total.
 */
export function prune(candidates: readonly Candidate[], call: Call): Candidate[] {
  const open = call.seats.reduce((sum, seat) => sum + seat.count, 0)
  const classOf = (one: Candidate) =>
    [seatsOpenTo(one).join('+'), ...wishesOf(call).map((wish) => wish.isMetBy(one, call))].join(' ')
  const cheapestFirst = (one: Candidate, other: Candidate) =>
    baseCost(one, call) - baseCost(other, call) || (one.memberId < other.memberId ? -1 : 1)

  const kept: Candidate[] = []
  for (const members of Map.groupBy(candidates, classOf).values()) {
    const taken = new Map<Candidate['agencyId'], number>()
    const reduced: Candidate[] = []
    for (const one of [...members].sort(cheapestFirst)) {
      const used = taken.get(one.agencyId) ?? 0
      if (used >= roomAt(one.agencyId, call)) continue
      taken.set(one.agencyId, used + 1)
      reduced.push(one)
      if (reduced.length === open) break
    }
    kept.push(...reduced)
  }
  return kept.sort((one, other) => (one.memberId < other.memberId ? -1 : 1))
}

/** Within a class the points differ by the same amount in every seat, so any seat orders it. */
function baseCost(one: Candidate, call: Call): number {
  return costOf(one, seatsOpenTo(one)[0]!, call)
}
