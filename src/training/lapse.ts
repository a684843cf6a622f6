/** Days before its end at which somebody is told that a paper of theirs runs out. */
export const lapseDays = [90, 60, 30, 7] as const
export type LapseDays = (typeof lapseDays)[number]

export type Paper = {
  /** What the roster or a certificate calls it. */
  readonly paper: string
  /** The last day on which it still holds. */
  readonly lastDay: Temporal.PlainDate
  /** Whoever holds it is called out only while it holds. */
  readonly bars: boolean
}

export type Lapse = Pick<Paper, 'paper' | 'lastDay'> & { readonly days: LapseDays }

/**
 * What is to be said today about papers that run out: for each the nearest step that was reached, once. Somebody who is found late
 * (a paper entered a fortnight before its end) is told of the step they are in, and not of those that passed.
 */
export function lapsesDue(
  papers: readonly Pick<Paper, 'paper' | 'lastDay'>[],
  today: Temporal.PlainDate,
  told: (lapse: Lapse) => boolean,
): Lapse[] {
  return papers.flatMap(({ paper, lastDay }) => {
    const left = today.until(lastDay, { largestUnit: 'day' }).days
    if (left < 0) return []
    const days = [...lapseDays].reverse().find((step) => left <= step)
    if (days === undefined) return []
    const lapse = { paper, lastDay, days }
    return told(lapse) ? [] : [lapse]
  })
}

/** How a paper that runs out is renewed: in a course of ours, by signing, or with whoever issued it. */
export type Renewing = 'course' | 'agreement' | 'issuer'

export function renewingOf(paper: string, courses: readonly string[]): Renewing {
  if (paper === 'agreement') return 'agreement'
  return courses.some((id) => paper === `certificate ${id}`) ? 'course' : 'issuer'
}
