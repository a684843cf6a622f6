import type { WayLine } from './dutyWay.ts'
import { type LedgerYear, towardAsked, type YearlyMinutes } from './ledger.ts'

/** Continued training as the way to duty tells it. It bars nobody: the roster alone decides who may be called out. */
export type ContinuedWay = {
  /** The year of the ledger that runs, half-open. */
  readonly year: Pick<LedgerYear, 'from' | 'until'>
  readonly lines: readonly WayLine[]
  /** The last whole year, where it fell short. */
  readonly short: LedgerYear | null
}

/** `years`: the ledger's, oldest first. Null: none has begun, or nothing is asked of a year. */
export function continuedWay(years: readonly LedgerYear[], asked: YearlyMinutes): ContinuedWay | null {
  const year = years.at(-1)
  if (year === undefined) return null
  const have = towardAsked(year.minutes)
  const lines = [
    lineOf('continued_training', have.training, asked.training),
    lineOf('continued_on_the_job', have.onTheJob, asked.onTheJob),
  ].flatMap((line) => line ?? [])
  const last = years.at(-2)
  if (lines.length === 0) return null
  return { year, lines, short: last === undefined || last.enough ? null : last }
}

function lineOf(code: WayLine['code'], have: number, of: number): WayLine | null {
  if (of === 0) return null
  const state = have >= of ? 'done' : 'open'
  return { code, of: [], state, bars: false, until: null, next: 'ledger', amount: { have, of }, source: null }
}
