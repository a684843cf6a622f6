import type { Anchor, Entry } from './entry.ts'

/** The hash before the first entry. */
export const noHash = '0'.repeat(64)

/** What is hashed: the lines that migration 0036 describes, worked out here once more. */
export function linesOf(entry: Omit<Entry, 'hash'>): string {
  const detail = Object.entries(entry.detail)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
  return [
    'tailboard audit 1',
    entry.regionId,
    entry.number,
    entry.at.epochNanoseconds / 1000n,
    `${entry.actorKind} ${entry.actorId ?? '-'} ${entry.roles.join(',') || '-'}`,
    entry.act,
    `${entry.subjectKind} ${entry.subjectId ?? '-'}`,
    detail.join('&') || '-',
    entry.previous,
  ].join('\n')
}

/** Where a chain is kept from, and what its newest link is said to be. */
export type Head = {
  readonly number: number
  readonly hash: string
  readonly retired: number
  readonly retiredHash: string
}

export const emptyHead: Head = { number: 0, hash: noHash, retired: 0, retiredHash: noHash }

/**
 * `missing`: no entry has this number; `changed`: its hash isn't that of what it says, or of what stands before it;
 * `surplus`: it stands after the newest; `unannounced`: it went for its age, and no entry says so.
 */
export type Break = {
  readonly number: number
  readonly what: 'missing' | 'changed' | 'unannounced' | 'surplus'
}

export type Walk = {
  readonly head: Head
  /** The first broken link; null: every link holds. */
  readonly broken: Break | null
  /** Anchors that are no links of this chain. */
  readonly lost: readonly Anchor[]
}

/**
 * Walks a chain in the order of its numbers without keeping it. `start`: the link before the first that is looked at,
 * taken as it is; without one, everything that is kept.
 */
export async function walk(
  head: Head,
  entries: AsyncIterable<Entry>,
  sha256: (text: string) => string,
  anchors: readonly Anchor[] = [],
  start: Anchor = { number: head.retired, hash: head.retiredHash },
): Promise<Walk> {
  const lost = new Set(anchors)
  const meets = (link: Anchor) => {
    for (const one of lost) if (one.number === link.number && one.hash === link.hash) lost.delete(one)
  }
  meets(start)
  let last = start
  let announced = start.number > head.retired || head.retired === 0
  const broken = (what: Break['what'], number = last.number + 1): Walk => ({
    head,
    broken: { number, what },
    lost: [...lost],
  })
  for await (const entry of entries) {
    if (entry.number !== last.number + 1) return broken('missing')
    if (entry.number > head.number) return broken('surplus')
    if (entry.previous !== last.hash || entry.hash !== sha256(linesOf(entry))) return broken('changed')
    if (entry.act === 'entries_retired' && entry.detail.through === head.retired) announced = true
    last = entry
    meets(entry)
  }
  if (last.number < head.number) return broken('missing')
  if (last.hash !== head.hash) return broken('changed', last.number)
  if (!announced) return broken('unannounced', head.retired)
  return { head, broken: null, lost: [...lost] }
}
