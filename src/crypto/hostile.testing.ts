import type { Bytes } from './bytes.ts'
import { deriveKeyPair } from './hpke.ts'
import { makeIdentity, makeKey, type OwnKey, publishKey } from './identity.ts'
import type { ReceiptKeys } from './receipt.ts'
import { seed } from './vectors.testing.ts'

/** Places and people for what a dishonest server could try; nobody in them is real. */
export const region = '018f3b8e-7b10-7c3d-9b2e-5f6a7b8c9d01'
export const otherRegion = '018f3b8e-7b10-7c3d-9b2e-5f6a7b8c9d02'
export const talk = { region, conversation: '018f3b8e-7b11-7c3d-9b2e-5f6a7b8c9d01' }
export const otherTalk = { region, conversation: '018f3b8e-7b11-7c3d-9b2e-5f6a7b8c9d02' }

/** A receipt's keys without the third of a second that words cost. */
export async function seekerOf(value: number): Promise<ReceiptKeys> {
  return { access: seed(value), seeker: await deriveKeyPair(seed(value + 1)), sealing: seed(value + 2) }
}

export async function peer(last: number, number = 1) {
  const member = `018f3b8e-7b12-7c3d-9b2e-5f6a7b8c9d0${last}`
  const identity = await makeIdentity('2026-03-02')
  const own: OwnKey = makeKey(number)
  const record = await publishKey(identity, { region, member }, own, '2026-11-29')
  return { member, identity, own, record }
}

/** The same bytes with one bit changed, once for each byte. */
export function everyFlip(bytes: Bytes): readonly Bytes[] {
  return Array.from(bytes, (_, at) => flipped(bytes, at))
}

export function flipped(bytes: Bytes, at: number): Bytes {
  const copy = bytes.slice()
  copy[at]! ^= 1 << (at % 8)
  return copy
}

/** Cut short and made longer. */
export function otherLengths(bytes: Bytes): readonly Bytes[] {
  const lengths = [0, 1, 2, 13, bytes.length >> 1, bytes.length - 17, bytes.length - 1]
  return [...lengths.map((length) => bytes.slice(0, length)), Uint8Array.from([...bytes, 0])]
}

export function codeOf(answer: { readonly ok: boolean; readonly code?: string }): string {
  return answer.ok ? 'opened' : answer.code!
}
