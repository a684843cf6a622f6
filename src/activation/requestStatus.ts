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
}

export function statusOfRequest(
  activation: Pick<ActivationRecord, 'openedAt' | 'contact' | 'outcome'>,
  { takings }: Pick<AlertState, 'takings'>,
  { callBackMinutes }: Pick<Policy, 'callBackMinutes'>,
): RequestStatus {
  const receivedAt = activation.openedAt
  const holder = takings.find((one) => one.handedOnAt === null)
  const callBy = holder === undefined ? null : holder.at.add({ minutes: callBackMinutes })
  if (activation.outcome !== null) return { phase: 'ended', receivedAt, callBy: null }
  if (activation.contact !== null) return { phase: 'spoken', receivedAt, callBy: null }
  return { phase: holder === undefined ? 'received' : 'taken', receivedAt, callBy }
}
