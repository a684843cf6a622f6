import type { BookingKind, PlanTarget, SeatKind, Window } from '../incident/index.ts'
import type { AgencyId } from '../platform/ids.ts'
import type { Policy } from '../region/index.ts'
import { audienceOf, type Booking } from './booking.ts'

/** A booking in the five T's. It has no window after anything: it may stand, and be moved, as far ahead as bookings go. */
export type BookedProposal = {
  readonly target: { readonly agencyId: AgencyId; readonly role: PlanTarget; readonly count: number }
  readonly type: 'preIncidentEducation'
  readonly timing: Window
  readonly theme: BookingKind
  readonly team: readonly { readonly kind: SeatKind; readonly count: number }[]
  readonly reasons: readonly []
  readonly contraindications: readonly []
}

const settingOf = {
  roll_call_talk: 'rollCallTalk',
  recruit_class: 'recruitClass',
  family_evening: 'familyEvening',
} as const satisfies Record<BookingKind, keyof Policy['booking']>

/**
 * The plan of a booking. Whoever is used to a room of the job leads the talk and the class; families hear a mental health
 * professional. Source: peers, instructors or clinicians teach it (general knowledge of the field); who leads is assumed.
 */
export function planFor(
  { agencyId, kind, people }: Pick<Booking, 'agencyId' | 'kind' | 'people'>,
  { booking }: Pick<Policy, 'booking'>,
  now: Temporal.Instant,
): BookedProposal {
  const { peers } = booking[settingOf[kind]]
  const closes = lastDay(booking, now)
  const leads: SeatKind = kind === 'family_evening' ? 'mhp' : 'lead'
  return {
    target: { agencyId, role: audienceOf[kind], count: people },
    type: 'preIncidentEducation',
    timing: { opens: now, idealUntil: closes, closes },
    theme: kind,
    team: [{ kind: leads, count: 1 }, ...(peers === 0 ? [] : [{ kind: 'peer' as const, count: peers }])],
    reasons: [],
    contraindications: [],
  }
}

export function bookedMinutes(kind: BookingKind, { booking }: Pick<Policy, 'booking'>): number {
  return booking[settingOf[kind]].minutes
}

/** Bookings end before this. */
export function lastDay({ daysAhead }: Pick<Policy['booking'], 'daysAhead'>, now: Temporal.Instant) {
  return now.add({ hours: daysAhead * 24 })
}
