import type { Region, TrainingRule } from '../region/index.ts'
import type { Entry } from './continued.ts'
import type { LedgerYear, YearlyMinutes } from './ledger.ts'

/** Somebody's continued training, as they see it. */
export type ContinuedView = {
  readonly region: Region
  readonly today: Temporal.PlainDate
  /** Null: it has not begun. */
  readonly start: Temporal.PlainDate | null
  /** As it stands on certificates; null: never asked. */
  readonly name: string | null
  /** How the roster calls them, where it knows them. */
  readonly suggested: string | null
  /** Of each year. */
  readonly asked: YearlyMinutes
  /** Texts of the state that ask for it; policy alone where there are none. */
  readonly texts: readonly TrainingRule[]
  readonly years: readonly LedgerYear[]
  /** Classes that count by themselves. */
  readonly classes: readonly {
    readonly title: string
    readonly minutes: number
    readonly doneOn: Temporal.PlainDate
  }[]
  readonly entries: readonly Entry[]
}

export type WaitingEntries = readonly {
  readonly entry: Entry
  readonly own: boolean
}[]
