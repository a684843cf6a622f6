import type { Policy } from '../region/index.ts'
import type { ActivationRecord, OutcomeCode } from './activationRecord.ts'
import type { AlertState } from './alertState.ts'

export const requestPhases = ['received', 'taken', 'spoken'] as const

/** What whoever asked may know: that it came in, that somebody calls and by when, that they were spoken to, how it ended. */
export type RequestStatus = {
  /** How far it came, also when it has ended since. */
  readonly phase: (typeof requestPhases)[number]
  readonly ended: OutcomeCode | null
  readonly receivedAt: Temporal.Instant
  /** Promised only once somebody has it. */
  readonly callBy: Temporal.Instant | null
  /** It waits behind other requests of its agency: the phone is faster. */
  readonly behind: boolean
  /** The time for a call is over and nobody has called; `rings`: others are rung meanwhile. Null: it isn't. */
  readonly late: 'waits' | 'rings' | null
}

export function statusOfRequest(
  activation: Pick<ActivationRecord, 'openedAt' | 'contact' | 'outcome'>,
  { takings, dueAt, behind: waits }: Pick<AlertState, 'takings' | 'dueAt' | 'behind'>,
  { callBackMinutes }: Pick<Policy, 'callBackMinutes'>,
  now: Temporal.Instant,
): RequestStatus {
  const { openedAt: receivedAt, contact, outcome } = activation
  const holder = takings.find((one) => one.handedOnAt === null)
  const phase = contact !== null ? 'spoken' : holder === undefined ? 'received' : 'taken'
  const ended = outcome?.code ?? null
  if (contact !== null || ended !== null)
    return { phase, ended, receivedAt, callBy: null, late: null, behind: false }
  const promised = (from: Temporal.Instant) => from.add({ minutes: callBackMinutes })
  const callBy = holder === undefined ? null : promised(holder.at)
  // What was promised holds although it was handed on; and nobody waits longer because nobody promised.
  const by = promised((holder ?? takings.at(-1))?.at ?? receivedAt)
  const over = Temporal.Instant.compare(now, by) >= 0
  const late = over ? (dueAt === null ? 'waits' : 'rings') : null
  return { phase, ended, receivedAt, callBy, late, behind: waits && holder === undefined }
}
