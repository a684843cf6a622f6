import type { StoredSeal } from './blob.ts'
import type { Bytes } from './bytes.ts'
import { type KeyRecord, verifyKey } from './identity.ts'
import { type OwnCopy, type SealMade, sealOwnCopy } from './ownCopy.ts'
import { random } from './random.ts'
import type { ReceiptKeys } from './receipt.ts'
import { type ContentKey, sealKey, type Talk } from './sealedKey.ts'

/** Somebody who shall read on; `olderKeys` only where the seeker chose to show what was written before. */
export type Reader = { readonly record: KeyRecord; readonly olderKeys: boolean }

/** What the server is sent, and what the open tab goes on with. */
export type Sealed = {
  readonly key: ContentKey
  readonly copy: OwnCopy
  readonly ownCopy: Bytes
  readonly seals: readonly StoredSeal[]
}

/** A key that isn't what its identity signed stops the whole step: nothing is sealed to anybody. */
export type SealedOrNot =
  | { readonly ok: true; readonly value: Sealed }
  | { readonly ok: false; readonly code: 'malformed' | 'false-key'; readonly member: string }

/** The first content key, for the seeker and for each peer on duty who was not left out. */
export async function beginConversation(
  talk: Talk,
  receipt: ReceiptKeys,
  readers: readonly KeyRecord[],
): Promise<SealedOrNot> {
  const all = readers.map((record) => ({ record, olderKeys: false }))
  return await addKey(talk, receipt, { keys: [], seals: [] }, all)
}

/** A new content key for everybody who shall read on: the peer who claimed, or one more reader. */
export async function addKey(
  talk: Talk,
  receipt: ReceiptKeys,
  copy: OwnCopy,
  readers: readonly Reader[],
): Promise<SealedOrNot> {
  if (readers.length === 0) throw new Error('a key for nobody')
  const number = copy.keys.reduce((most, key) => Math.max(most, key.number), 0) + 1
  const key = { number, key: random(32) }
  const made: SealMade[] = []
  const seals: StoredSeal[] = []
  for (const { record, olderKeys } of readers) {
    const verified = await verifyKey(talk.region, record)
    if (!verified.ok) return { ...verified, member: record.member }
    for (const one of olderKeys ? [...copy.keys, key] : [key]) {
      const sealed = await sealKey(talk, receipt.seeker, record, one)
      if (sealed === null) return { ok: false, code: 'false-key', member: record.member }
      made.push(madeOf(record, one))
      seals.push({ member: record.member, number: one.number, sealed })
    }
  }
  const next = { keys: [...copy.keys, key], seals: [...copy.seals, ...made] }
  const ownCopy = await sealOwnCopy(receipt.sealing, talk, next)
  return { ok: true, value: { key, copy: next, ownCopy, seals } }
}

function madeOf(record: KeyRecord, { number }: ContentKey): SealMade {
  const member = record.member.toLowerCase()
  return { contentKey: number, member, identity: record.identity, number: record.number, key: record.key }
}
