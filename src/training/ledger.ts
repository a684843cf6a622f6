type Day = Temporal.PlainDate
const compare = Temporal.PlainDate.compare

/** What somebody does to stay good at it, once they may be called out. */
export const continuedKinds = ['training', 'on_the_job', 'meeting'] as const
export type ContinuedKind = (typeof continuedKinds)[number]

export type Counted = { readonly kind: ContinuedKind; readonly minutes: number; readonly doneOn: Day }
/** As it is asked for: meetings count with time on the job, because the one text that was read asks for that "or other". */
export type YearlyMinutes = { readonly training: number; readonly onTheJob: number }
type Minutes = Readonly<Record<ContinuedKind, number>>

export type LedgerYear = {
  readonly from: Day
  /** The first day of the next one. */
  readonly until: Day
  readonly minutes: Minutes
  readonly enough: boolean
}

/**
 * Years since the first day that counts, half-open, the one that runs included, oldest first. Each is counted from the first day: who began
 * on a 29th of February begins a year on the 28th where there is no 29th, and on the 29th again where there is.
 */
export function yearsSince(start: Day, today: Day): { readonly from: Day; readonly until: Day }[] {
  const years = []
  for (let n = 0; compare(start.add({ years: n }), today) <= 0; n++)
    years.push({ from: start.add({ years: n }), until: start.add({ years: n + 1 }) })
  return years
}

/** What counts, year by year. */
export function ledgerOf(
  start: Day,
  today: Day,
  counted: readonly Counted[],
  asked: YearlyMinutes,
): LedgerYear[] {
  return yearsSince(start, today).map(({ from, until }) => {
    const minutes = minutesWithin(counted, from, until)
    const have = towardAsked(minutes)
    const enough = have.training >= asked.training && have.onTheJob >= asked.onTheJob
    return { from, until, minutes, enough }
  })
}

export function towardAsked({ training, on_the_job, meeting }: Minutes): YearlyMinutes {
  return { training, onTheJob: on_the_job + meeting }
}

/** Of the twelve months up to that day, the day included: whatever a year of the ledger lacked can be made good at any time. */
export function twelveMonthsTo(today: Day, counted: readonly Counted[]): YearlyMinutes {
  const until = today.add({ days: 1 })
  return towardAsked(minutesWithin(counted, today.subtract({ years: 1 }).add({ days: 1 }), until))
}

/** Half-open. */
function minutesWithin(counted: readonly Counted[], from: Day, until: Day): Minutes {
  const within = counted.filter(({ doneOn }) => compare(from, doneOn) <= 0 && compare(doneOn, until) < 0)
  const sum = (kind: ContinuedKind) =>
    within.reduce((all, one) => all + (one.kind === kind ? one.minutes : 0), 0)
  return { training: sum('training'), on_the_job: sum('on_the_job'), meeting: sum('meeting') }
}

/**
 * The first day that counts: the one after the first certificate, or after joining the team, whatever was earlier; the day itself
 * belongs to what was learned for it. Null: neither was yet.
 */
export function ledgerStart(days: readonly Day[]): Day | null {
  return [...days].sort(compare)[0]?.add({ days: 1 }) ?? null
}
