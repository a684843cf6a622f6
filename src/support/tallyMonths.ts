import type { MonthCounts, MonthShown } from './disclose.ts'
import { type TallyKind, tallyCodes, tallyKinds } from './tally.ts'

type Kinds = Readonly<Record<TallyKind, Readonly<Record<string, number>>>>
export type TallyMonth = {
  /** Its first day. */
  readonly month: Temporal.PlainDate
  /** The smallest count that is shown, as the region had decided when the month ended. */
  readonly least: number
  /** Null: too few contacts for any number. */
  readonly shown: MonthShown<Kinds> | null
}

const mostMonths = 12

/**
 * The latest months that will never count one more, the newest first: a month is over when what was counted on its last day
 * has moved into it, and so not yet in its successor's first hour. Null: nothing ever moved.
 */
export function monthsOver(movedOn: Temporal.PlainDate | null): Temporal.PlainDate[] {
  if (movedOn === null) return []
  const running = movedOn.with({ day: 1 })
  return Array.from({ length: mostMonths }, (_, index) => running.subtract({ months: index + 1 }))
}

/** Counts of a month from its rows, each code of each kind with one: what has no row counts zero. */
export function countsOf(
  rows: readonly { readonly kind: string; readonly code: string; readonly count: number }[],
  notices: number,
): MonthCounts<Kinds> {
  const of = (kind: string, code: string) =>
    rows.find((row) => row.kind === kind && row.code === code)?.count ?? 0
  const cells = (kind: TallyKind) =>
    Object.fromEntries(tallyCodes[kind].map((code: string) => [code, of(kind, code)]))
  return {
    contacts: of('contact', 'all'),
    notices,
    kinds: Object.fromEntries(tallyKinds.map((kind) => [kind, cells(kind)])) as Kinds,
  }
}

/** Months that are closed one after the other, by the same smallest count, are told together. */
export function inRuns(months: readonly TallyMonth[]): (readonly [TallyMonth, ...TallyMonth[]])[] {
  const runs: [TallyMonth, ...TallyMonth[]][] = []
  for (const month of months) {
    const run = runs.at(-1)
    if (run !== undefined && month.shown === null && run[0].shown === null && run[0].least === month.least)
      run.push(month)
    else runs.push([month])
  }
  return runs
}
