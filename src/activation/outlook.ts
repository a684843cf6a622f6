import type { SeatKind } from '../incident/index.ts'
import type { OfferId } from '../platform/ids.ts'
import type { Policy } from '../region/index.ts'
import { seatsOpenTo } from './candidate.ts'
import type { Call } from './compose.ts'
import { eligible } from './eligibility.ts'
import { chanceOfEnough } from './likelihood.ts'
import { hourPassed, openCounts, type PlanState, pendingOffers, stageOf } from './planState.ts'
import { stillAsked } from './waves.ts'

/** Why an open seat may stay empty: no message reached those asked, nobody else is left, all together are few, or the hour is close. */
export type Risk = 'not_reached' | 'nobody_left' | 'few_left' | 'hour_close'
/** What would help, in the order in which it is said. */
export type Help = 'dial' | 'ask_more' | 'give_way' | 'later'

export type SeatOutlook = {
  readonly kind: SeatKind
  readonly open: number
  /** Who is asked, silent, and could take it; whoever is asked to lead may sit as a peer. */
  readonly asked: number
  /** Of these, whom no message reached. */
  readonly notReached: number
  /** That the seats of this kind are filled by those who are asked now, 0 to 1. Of a seat, never of a person. */
  readonly chance: number
  /** The same in tenths, never rounded up to what would be enough. */
  readonly tenths: number
  /** Who could still be asked for it. */
  readonly left: number
  readonly risk: Risk | null
}
export type Outlook = { readonly seats: readonly SeatOutlook[]; readonly helps: readonly Help[] }

/**
 * How a team that fills is likely to end up, early enough to do something. A seat is at risk once those who are asked
 * don't make it likely enough and nobody is left, or all who are left don't either, or too little time is left for
 * one more wave and the way there. The limits are the region's own (`wave.sureness`, `wave.minutes`).
 */
export function outlookOf(
  plan: PlanState,
  call: Call,
  now: Temporal.Instant,
  notReached: ReadonlySet<OfferId>,
): Outlook | null {
  if (stageOf(plan) !== 'filling' || hourPassed(plan, now)) return null
  const { policy } = call
  const asked = stillAsked(plan, now, call.candidates, notReached)
  const unreached = new Set(
    pendingOffers(plan).flatMap((offer) => (notReached.has(offer.id) ? [offer.memberId] : [])),
  )
  const askedIds = new Set(asked.map((one) => one.memberId))
  const left = eligible(call).filter((one) => !askedIds.has(one.memberId))
  const seats = openCounts(plan).map(({ kind, count }): SeatOutlook => {
    // Whoever is asked to lead may sit as a peer, unless a lead is still missing.
    const leads = kind === 'peer' ? (call.seats.find((seat) => seat.kind === 'lead')?.count ?? 0) : 0
    const counted = asked.filter((one) => one.kind === kind || (kind === 'peer' && one.kind === 'lead'))
    const fitting = left.filter((one) => seatsOpenTo(one).includes(kind))
    const now = counted.map((one) => one.likelihood)
    const chance = chanceOfEnough(now, count + leads)
    const all = chanceOfEnough([...now, ...fitting.map((one) => one.likelihood)], count + leads)
    const silent = counted.filter((one) => unreached.has(one.memberId)).length
    return {
      kind,
      open: count,
      asked: counted.length,
      notReached: silent,
      chance,
      tenths: (chance < policy.wave.sureness ? Math.floor : Math.round)(chance * 10),
      left: fitting.length,
      risk: riskOf(chance, all, fitting.length, silent),
    }
  })
  function riskOf(chance: number, all: number, fitting: number, silent: number): Risk | null {
    if (chance >= policy.wave.sureness) return null
    if (silent > 0) return 'not_reached'
    if (fitting === 0) return 'nobody_left'
    if (all < policy.wave.sureness) return 'few_left'
    const nearest = Math.min(...left.map((one) => one.travelMinutes))
    const minutes = plan.approval!.startsAt.since(now).total('minutes')
    return minutes < policy.wave.minutes + nearest ? 'hour_close' : null
  }
  const risks = seats.flatMap((seat) => seat.risk ?? [])
  const helps: Help[] = risks.length === 0 ? [] : helpsFor(plan, policy, asked.length, seats)
  return { seats, helps }
}

function helpsFor(plan: PlanState, policy: Policy, asked: number, seats: readonly SeatOutlook[]): Help[] {
  // More people through a way on which nothing goes out would be no help.
  const others = seats.filter((seat) => seat.risk !== null && seat.risk !== 'not_reached')
  const room = plan.window.closes.since(plan.approval!.startsAt).total('minutes')
  return [
    ...(asked > 0 ? (['dial'] as const) : []),
    ...(others.some((seat) => seat.left > 0) ? (['ask_more'] as const) : []),
    ...(others.length > 0 ? (['give_way'] as const) : []),
    ...(others.length > 0 && room > policy.wave.minutes * 2 ? (['later'] as const) : []),
  ]
}
