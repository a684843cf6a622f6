/** What was answered so far: points an item, null where nothing was chosen yet. */
export type Answers = {
  /** Undefined: there is no question first. */
  readonly gate?: 'yes' | 'no' | null
  readonly points: readonly (number | null)[]
}

/** The sum, once it can be told: a no to the question first is 0, and until then an open question means none. */
export function scoreOf({ gate, points }: Answers): number | null {
  if (gate === 'no') return 0
  if (gate === null) return null
  return points.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

/** Which band a sum stands in; bands begin at these sums, ascending from 0. */
export function bandOf(score: number, from: readonly number[]): number {
  return from.findLastIndex((one) => one <= score)
}
