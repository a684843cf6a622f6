/**
 * Which counts of a month may be shown, so that nobody can be found in them. No I/O: counts in, what is shown out.
 *
 * **The rule.** `least` is the region's smallest count that is shown.
 * 1. A month with fewer contacts than `least` is closed: none of its counts is shown.
 * 2. A cell that counts fewer than `least` is hidden; zero too, or the dashes would say "somebody".
 * 3. More cells are hidden, always the smallest that are left and always all that are equal, until the hidden ones count
 *    `least` together (whoever subtracts has that sum, and it is a count like any other) and those that are not zero
 *    differ from each other, or each of them counts `least` and more. Where that never holds, every cell is hidden.
 *
 * **Why nothing comes back.** The rule looks at how many count how much, never at which cell it is. So two hidden cells
 * that differ could change places, and the same page would come out: whoever knows the page and this very file has at
 * least two values for each hidden cell, since a zero differs from what is not. Where all are hidden, any counts below
 * `least` would have been. It holds as well for a reader who knows how many left the question out, and subtracts; and, of
 * small cells that are not zero, for one who also knows which are, as everybody knows which services the region does not
 * have. Only what such a reader works out from the total and their own knowledge, where we show no cell at all, can't be
 * kept from them.
 *
 * **What it takes for granted.** A cell counts each contact once at most, and an answer may be left out: the cells of a kind
 * sum to the contacts at most. How many left it out is not shown; where no cell is hidden it can be worked out, and says
 * nothing about a contact. The kinds are counted apart, so one kind says of another no more than the total does, which is
 * shown. Counts are final: the running month would differ between two days by single contacts, and a `least` that
 * changed afterwards would show one month twice. It does not guard against somebody who counted contacts themselves,
 * and it keeps a value from being known, not from being narrowed down.
 *
 * Sources: primary and complementary suppression, FCSM Statistical Policy Working Paper 22 (2005); that a reader knows
 * the rule, Wong et al., "Minimality Attack in Privacy Preserving Data Publishing" (VLDB 2007). `disclose.test.ts` goes
 * through every small table. That zeros put aside have to leave a difference is ours.
 */

type Counts = Readonly<Record<string, number>>
/** Null: not shown. */
type ShownCounts<Cells extends Counts> = Readonly<Record<keyof Cells, number | null>>

export type MonthCounts<Kinds extends Readonly<Record<string, Counts>>> = {
  readonly contacts: number
  /** How often the limits were shown: it counts something else than the contacts, and need not fit them. */
  readonly notices: number
  /** Every code of every kind; a zero where nothing was counted. */
  readonly kinds: Kinds
}
export type MonthShown<Kinds extends Readonly<Record<string, Counts>>> = {
  readonly contacts: number
  readonly notices: number | null
  readonly kinds: { readonly [Kind in keyof Kinds]: ShownCounts<Kinds[Kind]> }
}

/** What is shown of a month that is over; null: it is closed. `least` is 2 or more. */
export function disclose<Kinds extends Readonly<Record<string, Counts>>>(
  { contacts, notices, kinds }: MonthCounts<Kinds>,
  least: number,
): MonthShown<Kinds> | null {
  if (contacts < least) return null
  const shown = Object.entries(kinds).map(([kind, counts]) => [kind, shownOf(counts, least)])
  return {
    contacts,
    notices: notices < least ? null : notices,
    kinds: Object.fromEntries(shown) as MonthShown<Kinds>['kinds'],
  }
}

function shownOf<Cells extends Counts>(cells: Cells, least: number): ShownCounts<Cells> {
  const upTo = hiddenUpTo(Object.values(cells), least)
  const shown = Object.entries(cells).map(([code, count]) => [code, count <= upTo ? null : count])
  return Object.fromEntries(shown) as ShownCounts<Cells>
}

/** Cells that count this or less are hidden; -1: none is. */
function hiddenUpTo(counts: readonly number[], least: number): number {
  const largestSmall = Math.max(-1, ...counts.filter((count) => count < least))
  if (largestSmall === -1) return -1
  const levels = counts.filter((count) => count >= largestSmall).sort((one, other) => one - other)
  const enough = levels.find((level) =>
    keepsApart(
      counts.filter((count) => count <= level),
      least,
    ),
  )
  return enough ?? Number.POSITIVE_INFINITY
}

/** Whether these, hidden together, give none of them away; one of them at least is small. */
function keepsApart(hidden: readonly number[], least: number): boolean {
  const some = hidden.filter((count) => count > 0)
  const together = some.reduce((sum, count) => sum + count, 0)
  const differ = some.some((count) => count !== some[0])
  return together >= least && (differ || some.every((count) => count >= least))
}
