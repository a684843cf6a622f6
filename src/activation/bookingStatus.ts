import type { Policy } from '../region/index.ts'
import type { ActivationRecord } from './activationRecord.ts'
import { openSeats, type PlanState } from './planState.ts'

export const bookingPhases = ['received', 'spoken', 'confirmed', 'held'] as const

/** What whoever booked may know: by when they hear from us, when it is, and whether somebody comes. Never who. */
export type BookingStatus = {
  readonly phase: (typeof bookingPhases)[number] | 'ended'
  readonly receivedAt: Temporal.Instant
  readonly answerBy: Temporal.Instant
  /** Only once it is settled. */
  readonly startsAt: Temporal.Instant | null
  readonly staffed: boolean
}

export function answerBy(
  { openedAt }: Pick<ActivationRecord, 'openedAt'>,
  { booking }: Pick<Policy, 'booking'>,
): Temporal.Instant {
  return openedAt.add({ hours: booking.answerDays * 24 })
}

export function statusOfBooking(
  activation: Pick<ActivationRecord, 'openedAt' | 'contact' | 'outcome'>,
  plans: readonly PlanState[],
  policy: Pick<Policy, 'booking'>,
): BookingStatus {
  const plan = plans.find((one) => one.end === null && one.approval !== null)
  const common = {
    receivedAt: activation.openedAt,
    answerBy: answerBy(activation, policy),
    startsAt: plan?.approval?.startsAt ?? null,
    staffed: plan !== undefined && openSeats(plan).length === 0,
  }
  if (activation.outcome !== null)
    return { ...common, phase: activation.outcome.code === 'closed' ? 'held' : 'ended' }
  if (plan !== undefined) return { ...common, phase: 'confirmed' }
  return { ...common, phase: activation.contact === null ? 'received' : 'spoken' }
}
