import type { BookingKind, IncidentKind, PlanType, Window } from '../incident/index.ts'
import type { Policy } from '../region/index.ts'
import { bookedAs } from './booking.ts'
import { bookedMinutes } from './bookingPlan.ts'
import type { PlanState } from './planState.ts'

type SessionType = Exclude<PlanType, 'preIncidentEducation'>

/**
 * Minutes a session is planned for. Sources: US Coast Guard COMDTINST 1754.3 for demobilization (10–15 minutes
 * of talk, 20 of rest); the others are general knowledge of the field.
 */
export const sessionMinutes: Record<SessionType, number> = {
  onSceneSupport: 120,
  rits: 45,
  defusing: 60,
  cisd: 150,
  cmb: 60,
  orgConsultation: 60,
  familySupport: 90,
  pastoralSupport: 60,
}

/** Minutes one plan is held for: what was booked is as long as the region says. */
export function minutesOf(
  plan: { readonly type: PlanType; readonly theme: IncidentKind | BookingKind },
  policy: Pick<Policy, 'booking'>,
): number {
  const kind = bookedAs(plan)
  if (kind !== null) return bookedMinutes(kind, policy)
  // Education is what was booked and nothing else (`plan_education_theme`).
  return sessionMinutes[plan.type as SessionType]
}

/** A start inside the window: soon, but never before people can be there; on a quarter hour. */
export function suggestStart(
  window: Window,
  type: PlanType,
  now: Temporal.Instant,
  { leadMinutes, prepareMinutes }: Policy['team'],
): Temporal.Instant {
  // At the scene nothing is prepared: who comes, begins.
  const soonest = now.add({ minutes: type === 'onSceneSupport' ? leadMinutes : prepareMinutes })
  const wanted = Temporal.Instant.compare(soonest, window.opens) < 0 ? window.opens : soonest
  const quarter = 15 * 60_000
  const rounded = Temporal.Instant.fromEpochMilliseconds(
    Math.ceil(wanted.epochMilliseconds / quarter) * quarter,
  )
  if (Temporal.Instant.compare(rounded, window.closes) < 0) return rounded
  const latest = window.closes.subtract({ minutes: 1 })
  return Temporal.Instant.compare(wanted, latest) < 0 ? wanted : latest
}

/**
 * What a supervisor is asked for: from when somebody sets out, so that they are there when the lead briefs the team, until
 * they are home. A team without a lead has no briefing of its own.
 */
export function askedFor(
  plan: Pick<PlanState, 'approval' | 'seats'>,
  { travelMinutes }: { readonly travelMinutes: number },
  briefingMinutes: number,
  now: Temporal.Instant,
): { readonly from: Temporal.Instant; readonly to: Temporal.Instant; readonly briefed: boolean } {
  const { startsAt, endsAt } = plan.approval!
  const briefed = plan.seats.some((seat) => seat.kind === 'lead')
  const from = startsAt.subtract({ minutes: travelMinutes + (briefed ? briefingMinutes : 0) })
  return {
    from: Temporal.Instant.compare(from, now) < 0 ? now : from,
    to: endsAt.add({ minutes: travelMinutes }),
    briefed,
  }
}
