import type { Policy } from '../region/index.ts'
import type { ActivationRecord } from './activationRecord.ts'
import type { AlertState } from './alertState.ts'

export const requestPhases = ['received', 'taken', 'spoken'] as const

/** What whoever asked may know: that it came in, that somebody calls and by when, that they were spoken to. */
export type RequestStatus = {
  readonly phase: (typeof requestPhases)[number] | 'ended'
  readonly receivedAt: Temporal.Instant
  /** Promised only once somebody has it. */
  readonly callBy: Temporal.Instant | null
  /** It waits behind other requests of its agency: the phone is faster. */
  readonly behind: boolean
}

export function statusOfRequest(
  activation: Pick<ActivationRecord, 'openedAt' | 'contact' | 'outcome'>,
  { takings, behind }: Pick<AlertState, 'takings' | 'behind'>,
  { callBackMinutes }: Pick<Policy, 'callBackMinutes'>,
): RequestStatus {
  const receivedAt = activation.openedAt
  const holder = takings.find((one) => one.handedOnAt === null)
  const callBy = holder === undefined ? null : holder.at.add({ minutes: callBackMinutes })
  if (activation.outcome !== null) return { phase: 'ended', receivedAt, callBy: null, behind: false }
  if (activation.contact !== null) return { phase: 'spoken', receivedAt, callBy: null, behind: false }
  return {
    phase: holder === undefined ? 'received' : 'taken',
    receivedAt,
    callBy,
    behind: behind && holder === undefined,
  }
}
