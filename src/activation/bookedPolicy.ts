import type { BookingKind, IncidentKind } from '../incident/index.ts'
import type { Policy } from '../region/index.ts'
import { bookedAs } from './booking.ts'

/**
 * The region's numbers as they hold for one plan. Days ahead, an answer takes hours and not minutes, a seat is kept as long,
 * fewer are asked at once since there is time to ask again, the hour at which somebody is asked changes nothing, and a talk adds to no load, so no limit of sessions keeps
 * anybody from it. Rest and clearance after hard sessions stay.
 */
export function policyFor(plan: { readonly theme: IncidentKind | BookingKind }, policy: Policy): Policy {
  if (bookedAs(plan) === null) return policy
  const minutes = policy.booking.answerHours * 60
  return {
    ...policy,
    load: { ...policy.load, sessionsPerMonth: Number.POSITIVE_INFINITY },
    wave: {
      ...policy.wave,
      minutes,
      expectedAtNight: policy.wave.expectedYes,
      sureness: policy.booking.sureness,
    },
    callOut: { ...policy.callOut, holdMinutes: minutes },
  }
}
