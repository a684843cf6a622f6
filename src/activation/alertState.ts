import type { AccountId } from '../platform/ids.ts'
import type { Policy } from '../region/index.ts'
import type { AlertStep } from './alertLadder.ts'

export type AlertState = {
  readonly rung: readonly {
    readonly accountId: AccountId
    readonly step: AlertStep
    readonly at: Temporal.Instant
    readonly round: number
    /** They can't, this time. */
    readonly passedOn: boolean
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

export type Taking = AlertState['takings'][number]

/** Who has it now, since when. */
export function holding({ takings }: Pick<AlertState, 'takings'>): Taking | null {
  return takings.find((one) => one.handedOnAt === null) ?? null
}

export function takenBy(alert: Pick<AlertState, 'takings'>): AccountId | null {
  return holding(alert)?.accountId ?? null
}

/**
 * Somebody took it and no call was recorded within the minutes that were promised to whoever asked: it rings on, and
 * anybody may take it over.
 */
export function isOverdue(
  alert: Pick<AlertState, 'takings'>,
  spoken: boolean,
  { callBackMinutes }: Pick<Policy, 'callBackMinutes'>,
  now: Temporal.Instant,
): boolean {
  const holder = holding(alert)
  if (holder === null || spoken) return false
  return Temporal.Instant.compare(now, holder.at.add({ minutes: callBackMinutes })) >= 0
}

/** Whether somebody who is rung is still needed: nobody has it, or whoever has it does not call. */
export function needsSomebody(
  alert: Pick<AlertState, 'takings' | 'dueAt'>,
  spoken: boolean,
  policy: Pick<Policy, 'callBackMinutes'>,
  now: Temporal.Instant,
): boolean {
  return alert.dueAt !== null && (takenBy(alert) === null || isOverdue(alert, spoken, policy, now))
}

/** Everybody who was rung last said that they can't: nobody is left to wait for. */
export function allPassedOn({ rung, aside }: Pick<AlertState, 'rung' | 'aside'>): boolean {
  const last = Math.max(0, ...rung.map((one) => one.round))
  const away = new Set(aside.map((one) => one.accountId))
  return rung.every((one) => one.round < last || one.passedOn || away.has(one.accountId))
}
