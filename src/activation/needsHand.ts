import { closable, heldSeats, openSeats, type PlanState, stageOf } from './planState.ts'

/** What somebody who runs the call-out should look at, and the moment it is about. */
export type Hand = {
  readonly code: 'window_closes' | 'window_closed' | 'seats_open' | 'seats_held' | 'close_out'
  readonly count: number
  readonly at: Temporal.Instant
}

/** An open seat or a plan nobody approved is pressing from here on (assumed: time for two waves and the way there). */
const nearHours = 4

/** Where one plan needs a hand now, the most pressing first; nothing of a plan that goes well or has ended. */
export function needsHand(plan: PlanState, now: Temporal.Instant): Hand[] {
  if (plan.end !== null) return []
  const reached = (at: Temporal.Instant) => Temporal.Instant.compare(now, at) >= 0
  const near = (at: Temporal.Instant) => reached(at.subtract({ hours: nearHours }))
  const { approval, window } = plan
  if (approval === null) {
    if (reached(window.closes)) return [{ code: 'window_closed', count: 1, at: window.closes }]
    return near(window.closes) ? [{ code: 'window_closes', count: 1, at: window.closes }] : []
  }
  if (reached(approval.endsAt))
    return closable(plan, now) === 'yes' ? [{ code: 'close_out', count: 1, at: approval.endsAt }] : []
  if (reached(approval.startsAt) || stageOf(plan) !== 'filling') return []
  const open = openSeats(plan).length
  const held = heldSeats(plan)
  const [soonest] = held.map((seat) => seat.taken!.heldUntil!).sort(Temporal.Instant.compare)
  return [
    ...(open > 0 && near(approval.startsAt)
      ? [{ code: 'seats_open' as const, count: open, at: approval.startsAt }]
      : []),
    ...(soonest === undefined ? [] : [{ code: 'seats_held' as const, count: held.length, at: soonest }]),
  ]
}
