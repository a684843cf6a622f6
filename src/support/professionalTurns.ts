import type { MemberId } from '../platform/ids.ts'

/** Somebody who may be rung for a consultation. */
export type Professional = {
  readonly memberId: MemberId
  readonly onCall: boolean
  /** Messages of late reached them, as far as drills tell. */
  readonly reachable: boolean
}

/**
 * In whose turn it rings: whoever is on call now before the others, whom nothing reached of late behind those it did, and among
 * equals as `lot` falls. A lot is drawn for each consultation, so that over many everybody is first equally often and nobody has to be
 * counted; it falls the same in every process and after a restart. Source: contract for "on call first"; assumed, that the others
 * are rung at all once nobody on call answered, and the lot.
 */
export function inTurn(
  professionals: readonly Professional[],
  lot: (memberId: MemberId) => string,
): readonly Professional[] {
  const rank = ({ onCall, reachable }: Professional) => (onCall ? 0 : 2) + (reachable ? 0 : 1)
  return professionals
    .map((one) => ({ one, lot: lot(one.memberId) }))
    .sort((a, b) => rank(a.one) - rank(b.one) || (a.lot < b.lot ? -1 : 1))
    .map(({ one }) => one)
}

/** Whose turn is next: nobody twice, and never whoever asks. Null: everybody had theirs. */
export function nextOf(
  turns: readonly Professional[],
  askedBy: MemberId,
  rung: readonly MemberId[],
): Professional | null {
  return turns.find(({ memberId }) => memberId !== askedBy && !rung.includes(memberId)) ?? null
}
