/** Days before its end at which somebody is told that a paper of theirs runs out. */
export const lapseDays = [90, 60, 30, 7] as const
export type LapseDays = (typeof lapseDays)[number]

export type Paper = {
  /** What the roster or a certificate calls it. */
  readonly paper: string
  /** The last day on which it still holds. */
  readonly lastDay: Temporal.PlainDate
}

export type Lapse = Paper & { readonly days: LapseDays }

/**
 * What is to be said today about papers that run out: for each the nearest step that was reached, once. Somebody who is found late
 * (a paper entered a fortnight before its end) is told of the step they are in, and not of those that passed.
 */
export function lapsesDue(
  papers: readonly Paper[],
  today: Temporal.PlainDate,
  told: (lapse: Lapse) => boolean,
): Lapse[] {
  return papers.flatMap((one) => {
    const left = today.until(one.lastDay, { largestUnit: 'day' }).days
    if (left < 0) return []
    const days = [...lapseDays].reverse().find((step) => left <= step)
    if (days === undefined) return []
    const lapse = { ...one, days }
    return told(lapse) ? [] : [lapse]
  })
}

/** How a paper that runs out is renewed: in a course of ours, by signing, or with whoever issued it. */
export type Renewing = 'course' | 'agreement' | 'issuer'

export function renewingOf(paper: string, courses: readonly string[]): Renewing {
  if (paper === 'agreement') return 'agreement'
  return courses.some((id) => paper === `certificate ${id}`) ? 'course' : 'issuer'
}
