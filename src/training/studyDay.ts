import type { Missing } from '../roster/index.ts'
import type { Path } from '../ui/path.ts'

/** What of training belongs on somebody's day. */
export type StudyDay = {
  /** Papers of theirs that run out within ninety days, soonest first. */
  readonly papers: readonly {
    readonly code: Missing
    /** Its kind or issuers, or the title of a course of ours; empty where the code says it all. */
    readonly of: string
    readonly lastDay: Temporal.PlainDate
    /** Where it can be renewed in a room; null: no class of it is planned. */
    readonly next: { readonly startsAt: Temporal.Instant; readonly place: string } | null
  }[]
  /** Courses that are begun, and those that wait for a yes. */
  readonly courses: readonly {
    readonly id: string
    readonly title: string
    readonly href: Path
    readonly waitsForYes: boolean
    /** Minutes still to read and practise. */
    readonly left: number
  }[]
  /** Courses to which they were named, and which they have not begun. */
  readonly named: readonly string[]
  /** What waits for whoever keeps training; null: not theirs. */
  readonly queue: { readonly enrolments: number; readonly papers: number } | null
}

/** A paper as the roster calls it, "certificate AIC", taken apart. */
export function paperNamed(paper: string): { readonly code: Missing; readonly of: string } {
  const [code, ...of] = paper.split(' ')
  return { code: code as Missing, of: of.join(' ') }
}
