import { sha256 } from '@hpke/common'
import { ascii, type Bytes, join, u64, uuid } from './bytes.ts'

/** What starting a conversation costs: `bits` leading zero bits. `expires` is in seconds since 1970; the mac vouches for it. */
export type Puzzle = {
  readonly conversation: string
  readonly bits: number
  readonly expires: number
  readonly mac: Bytes
}

/** Whether the nonce (8 bytes) solves it. That it is the server's own, unspent and in time, the server asks for itself. */
export function isSolved(puzzle: Puzzle, nonce: Uint8Array): boolean {
  return nonce.length === 8 && zeroBits(hashOf(start(puzzle), nonce)) >= puzzle.bits
}

/**
 * Looks for the nonce, a slice of tries at a time. After each slice `goOn` is awaited: there a page draws, a worker
 * listens, and whoever stopped answers false. Null then.
 */
export async function solve(
  puzzle: Puzzle,
  goOn: () => Promise<boolean> | boolean,
  slice = 2_000,
): Promise<Bytes | null> {
  const before = start(puzzle)
  for (let from = 0; ; from += slice) {
    for (let tried = from; tried < from + slice; tried++) {
      const nonce = u64(tried)
      if (zeroBits(hashOf(before, nonce)) >= puzzle.bits) return nonce
    }
    if (!(await goOn())) return null
  }
}

function start({ conversation, mac }: Puzzle): Bytes {
  return join(ascii('tailboard puzzle v1'), uuid(conversation), mac)
}

/** WebCrypto's digest is a promise a call, far slower for so few bytes. */
function hashOf(before: Bytes, nonce: Uint8Array): Uint8Array {
  return sha256(join(before, nonce))
}

function zeroBits(hash: Uint8Array): number {
  const first = hash.findIndex((byte) => byte !== 0)
  return first === -1 ? hash.length * 8 : first * 8 + Math.clz32(hash[first]!) - 24
}
