import type { Relaxable } from './allowance.ts'
import type { Candidate } from './candidate.ts'
import { type Call, type Composition, compose, type Solve } from './compose.ts'

/** A start the session could have, with everybody as they stand then. */
export type Trial = { readonly startsAt: Temporal.Instant; readonly candidates: readonly Candidate[] }

export type Relaxation = {
  readonly startsAt: Temporal.Instant
  /** Hours after the start that was asked for. */
  readonly laterHours: number
  /** Beyond what the plan allows already. */
  readonly allowing: readonly Relaxable[]
  readonly composition: Composition
  readonly missing: number
  readonly points: number
}

/** What giving way costs, in the points of cost.ts; every number is an assumption. */
export const yielding = { eachHourLater: 10, farther: 60, one_more_of_an_agency: 40 } as const

/**
 * What could be given up so that a team exists, or less of it is missing, cheapest first of equal ones and none that
 * another one beats. Only what is a matter of when, how far and how evenly: whoever is blocked stays blocked, at the
 * start at which they would come. Discipline and language never leave a seat empty, so there is nothing to give up.
 */
export async function relaxations(
  call: Call,
  asked: Trial,
  later: readonly Trial[],
  solve: Solve,
): Promise<Relaxation[]> {
  const found: Relaxation[] = []
  const before = missingIn(await compose({ ...call, candidates: asked.candidates }, solve))
  if (before === 0) return []
  for (const allowing of together.filter((some) => some.every((one) => !call.allowed.includes(one))))
    for (const trial of [asked, ...later]) {
      const laterHours = trial.startsAt.since(asked.startsAt).total('hours')
      const points =
        laterHours * yielding.eachHourLater + allowing.reduce((sum, one) => sum + yielding[one], 0)
      // What costs no less and is asked again can't be better than what was found.
      if (points === 0 || found.some((one) => one.missing === 0 && one.points <= points)) continue
      const composition = await compose(
        { ...call, candidates: trial.candidates, allowed: [...call.allowed, ...allowing] },
        solve,
      )
      const missing = missingIn(composition)
      if (missing < before)
        found.push({ startsAt: trial.startsAt, laterHours, allowing, composition, missing, points })
    }
  return found
    .filter((one) => !found.some((other) => other !== one && beats(other, one, found)))
    .sort((one, other) => one.missing - other.missing || one.points - other.points)
}

/** No more missing, no more points, and better in one of them; of equals the first counts. */
function beats(one: Relaxation, other: Relaxation, all: readonly Relaxation[]): boolean {
  if (one.missing > other.missing || one.points > other.points) return false
  const equal = one.missing === other.missing && one.points === other.points
  return !equal || all.indexOf(one) < all.indexOf(other)
}

function missingIn({ shortfall }: Composition): number {
  return shortfall.reduce((sum, seat) => sum + seat.count, 0)
}

/** What may be allowed together, least first. */
const together: readonly (readonly Relaxable[])[] = [
  [],
  ['one_more_of_an_agency'],
  ['farther'],
  ['farther', 'one_more_of_an_agency'],
]

/** Hours after the asked start at which somebody may have become free; assumed. */
const hoursLater = [1, 2, 4, 8, 12, 24, 36, 48]

/** Later starts inside the window, with time left to begin. */
export function laterStarts(startsAt: Temporal.Instant, closes: Temporal.Instant): Temporal.Instant[] {
  return hoursLater
    .map((hours) => startsAt.add({ hours }))
    .filter((one) => Temporal.Instant.compare(one, closes) < 0)
}
