import type { AccountId } from '../platform/ids.ts'
import type { Policy } from '../region/index.ts'

/** Whom a request rings, in order. */
export const alertSteps = ['on_call', 'backup', 'everybody', 'director'] as const
export type AlertStep = (typeof alertSteps)[number]

export type Rung = { readonly step: AlertStep; readonly accountId: AccountId }

/** A request rings for a day at most; then it stands in the inbox of everybody who looks (assumed). */
export const alertHours = 24

/** Whether it has rung for that long; a day from when it last needed somebody: whoever hands on late is not forgotten either. */
export function rangLongEnough(
  takings: readonly { readonly handedOnAt: Temporal.Instant | null }[],
  openedAt: Temporal.Instant,
  now: Temporal.Instant,
): boolean {
  const since = takings.at(-1)?.handedOnAt ?? openedAt
  return Temporal.Instant.compare(now, since.add({ hours: alertHours })) >= 0
}

/** One that waits behind another request of its agency looks again after so many minutes (assumed). */
export const behindMinutes = 5

/**
 * Who is rung now. The next step that has somebody who was not rung yet; steps without such a person are passed over
 * at once. When all were rung, everybody again. Whoever stood aside is left in peace. Null: there is nobody at all.
 */
export function nextRing(
  people: Readonly<Record<AlertStep, readonly AccountId[]>>,
  rung: readonly Rung[],
  aside: ReadonlySet<AccountId>,
): { readonly step: AlertStep; readonly accounts: readonly AccountId[] } | null {
  const last = Math.max(-1, ...rung.map((one) => alertSteps.indexOf(one.step)))
  const before = new Set(rung.map((one) => one.accountId))
  for (const step of alertSteps.slice(last + 1)) {
    const accounts = people[step].filter((one) => !before.has(one) && !aside.has(one))
    if (accounts.length > 0) return { step, accounts }
  }
  const all = new Set(alertSteps.flatMap((step) => people[step]).filter((one) => !aside.has(one)))
  return all.size === 0 ? null : { step: 'director', accounts: [...all] }
}

/** Minutes to wait after this step; the clinical director's comes round again at the pace of the first. */
export function waitAfter(step: AlertStep, { alert }: Pick<Policy, 'alert'>): number {
  const at = {
    on_call: 0,
    backup: alert.backupAfterMinutes,
    everybody: alert.everybodyAfterMinutes,
    director: alert.directorAfterMinutes,
  }
  const next = alertSteps[alertSteps.indexOf(step) + 1]
  return next === undefined ? alert.backupAfterMinutes : Math.max(1, at[next] - at[step])
}
