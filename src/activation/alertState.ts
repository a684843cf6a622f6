import type { AccountId } from '../platform/ids.ts'
import type { AlertStep } from './alertLadder.ts'

export type AlertState = {
  readonly rung: readonly {
    readonly accountId: AccountId
    readonly step: AlertStep
    readonly at: Temporal.Instant
  }[]
  readonly aside: readonly { readonly accountId: AccountId; readonly at: Temporal.Instant }[]
  /** Everybody who ever took it, oldest first; the last one without an end has it. */
  readonly takings: readonly {
    readonly accountId: AccountId
    readonly at: Temporal.Instant
    readonly handedOnAt: Temporal.Instant | null
  }[]
  /** When it rings next; null: it rings no more. */
  readonly dueAt: Temporal.Instant | null
  /** Came among so many that it waits until no other request of its agency rings. */
  readonly behind: boolean
}

/** Who has it now. */
export function takenBy({ takings }: Pick<AlertState, 'takings'>): AccountId | null {
  return takings.find((one) => one.handedOnAt === null)?.accountId ?? null
}
