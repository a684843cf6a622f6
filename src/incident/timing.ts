import type { WindowHours } from '../region/index.ts'
import type { Window } from './proposal.ts'

/** A window of hours, laid from the moment it was over for the people concerned. */
export function windowFrom(overAt: Temporal.Instant, hours: WindowHours): Window {
  const after = (count: number) => overAt.add({ minutes: Math.round(count * 60) })
  return { opens: after(hours.opens), idealUntil: after(hours.idealUntil), closes: after(hours.closes) }
}

/** Whether a session can still be planned in it: some time must be left to bring people together. */
export function reachable(window: Window, now: Temporal.Instant, leadMinutes: number): boolean {
  return Temporal.Instant.compare(now.add({ minutes: leadMinutes }), window.closes) < 0
}
