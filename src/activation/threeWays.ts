type Fields = Readonly<Record<string, string>>

/** Two people answered the same question differently: what was kept, and what was typed since. */
export type Both = { readonly field: string; readonly kept: string; readonly mine: string }

/**
 * What somebody typed on an older page, beside what another kept meanwhile. `base` is what their page was drawn from:
 * what they left alone takes what is kept; what only they changed stays theirs; what both changed is theirs to choose.
 */
export function threeWays(
  base: Fields,
  kept: Fields,
  mine: Fields,
): { readonly typed: Record<string, string>; readonly both: readonly Both[] } {
  const typed: Record<string, string> = {}
  const both: Both[] = []
  for (const field of new Set([base, kept, mine].flatMap(Object.keys))) {
    const [was, now, said] = [base[field] ?? '', kept[field] ?? '', mine[field] ?? '']
    if (said === was || said === now) typed[field] = now
    else if (now === was) typed[field] = said
    else both.push({ field, kept: now, mine: said })
  }
  return { typed, both }
}

const mark = 'mine_'

/** The field that carries what was typed, until one of the two is chosen. */
export function mineField(field: string): string {
  return `${mark}${field}`
}

/** What a form that was drawn anew still asks, as it came back. */
export function stillBoth(typed: Fields, kept: Fields): Both[] {
  return Object.entries(typed).flatMap(([name, mine]) => {
    const field = name.slice(mark.length)
    return name.startsWith(mark) ? [{ field, kept: kept[field] ?? '', mine }] : []
  })
}
