import type { Policy } from '../region/index.ts'

type Day = Temporal.PlainDate

export const heaviness = [1, 2, 3, 4, 5] as const
export type Heaviness = (typeof heaviness)[number]

/** Days after which a note of one's own is gone. */
export const keptDays = 90
/** A session so many days ago can still be noted. */
const stillNotedDays = 14

export type NotedLoad = { readonly on: Day; readonly heaviness: Heaviness }

/** What the region's policy counts of one member: never how heavy it was for them. */
export type LoadNow = {
  readonly sessions: number
  readonly limit: number
  /** Null: rested. */
  readonly restUntil: Temporal.Instant | null
  /** Off call after the hardest since then; null: not waiting. */
  readonly offSince: Temporal.Instant | null
  /** A session of theirs ended a short while ago. */
  readonly justWas: boolean
}

/** `ended`: ends of their sessions by now, the group's apart. Sources of the numbers stand beside the policy. */
export function loadOf(
  ended: { readonly all: readonly Temporal.Instant[]; readonly inGroup: readonly Temporal.Instant[] },
  offSince: Temporal.Instant | null,
  { load, restHours }: Pick<Policy, 'load' | 'restHours'>,
  now: Temporal.Instant,
): LoadNow {
  const last = [...ended.all].sort(Temporal.Instant.compare).at(-1)
  const since = (hours: number) => now.subtract({ hours })
  const rested = last?.add({ hours: restHours })
  return {
    sessions: ended.inGroup.filter((at) => Temporal.Instant.compare(at, since(30 * 24)) > 0).length,
    limit: load.sessionsPerMonth,
    restUntil: rested !== undefined && Temporal.Instant.compare(rested, now) > 0 ? rested : null,
    offSince: load.offAfterHardest ? offSince : null,
    justWas: last !== undefined && Temporal.Instant.compare(last, since(stillNotedDays * 24)) > 0,
  }
}
