import type { SeatKind } from '../incident/index.ts'
import { type Candidate, seatsOpenTo } from './candidate.ts'
import type { Call } from './compose.ts'
import { costOf, wishesOf } from './cost.ts'
import { keptCandidates, roomAt } from './eligibility.ts'

export type Placement = { readonly candidate: Candidate; readonly kind: SeatKind; readonly column: string }
export type Model = { readonly lp: string; readonly placements: readonly Placement[] }

/**
 * The choice as a mixed-integer program in LP text. Filling seats comes first (an empty seat weighs more than
 * any team), then points, then the smaller sum of places in the order of ids, the lead's place counted twice so
 * that of equal people the first one leads. Whole numbers throughout, so the best is exact. What is equal even
 * then is settled by the text, which is the same for the same people, and by the solver's fixed seed.
 */
export function modelOf(call: Call, candidates: readonly Candidate[]): Model {
  const open = call.seats.reduce((sum, seat) => sum + seat.count, 0)
  // Points are scaled so that the places of a whole team never add up to one point.
  const scale = 2 * open * candidates.length + 1
  const placements = candidates.flatMap((candidate, place) =>
    seatsOpenTo(candidate)
      .filter((kind) => call.seats.some((seat) => seat.kind === kind))
      .map((kind) => ({
        candidate,
        kind,
        place,
        column: `x${place}_${kind}`,
        cost: costOf(candidate, kind, call),
      })),
  )
  const dearest = Math.max(1, ...placements.map((one) => one.cost))
  const kept = keptCandidates(call)
  const wishes = wishesOf(call).filter((wish) => !kept.some((one) => wish.isMetBy(one, call)))
  const unmet = wishesOf(call).reduce((sum, wish) => sum + wish.points, 0)
  const empty = ((open + 1) * (dearest + unmet) + 1) * scale

  const objective = [
    ...placements.map(
      (one) => `${one.cost * scale + one.place * (one.kind === 'lead' ? 2 : 1)} ${one.column}`,
    ),
    ...call.seats.map((seat) => `${empty} empty_${seat.kind}`),
    ...wishes.map((wish) => `${wish.points * scale} ${wish.name}`),
  ]
  const rules: string[] = []
  for (const seat of call.seats) {
    const takers = placements.filter((one) => one.kind === seat.kind).map((one) => one.column)
    rules.push(`${[...takers, `empty_${seat.kind}`].join(' + ')} = ${seat.count}`)
  }
  for (const [, mine] of Map.groupBy(placements, (one) => one.candidate.memberId)) {
    if (mine.length > 1) rules.push(`${mine.map((one) => one.column).join(' + ')} <= 1`)
  }
  for (const [agencyId, mine] of Map.groupBy(placements, (one) => one.candidate.agencyId)) {
    const room = roomAt(agencyId, call)
    if (mine.length > room) rules.push(`${mine.map((one) => one.column).join(' + ')} <= ${room}`)
  }
  for (const wish of wishes) {
    const meeting = placements.filter((one) => wish.isMetBy(one.candidate, call)).map((one) => one.column)
    rules.push(`${[...meeting, wish.name].join(' + ')} >= 1`)
  }
  const lp = [
    'Minimize',
    ` points: ${objective.join('\n + ')}`,
    'Subject To',
    ...rules.map((rule, index) => ` r${index}: ${rule.replaceAll(' + ', '\n + ')}`),
    'Bounds',
    ...call.seats.map((seat) => ` 0 <= empty_${seat.kind} <= ${seat.count}`),
    'General',
    ...call.seats.map((seat) => ` empty_${seat.kind}`),
    'Binary',
    ...placements.map((one) => ` ${one.column}`),
    ...wishes.map((wish) => ` ${wish.name}`),
    'End',
  ].join('\n')
  return { lp, placements }
}
