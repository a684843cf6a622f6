import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { secretsFrom } from '../platform/secrets.server.ts'
import { openUnder, sealUnder, uuidBytes } from './erasure.server.ts'
import { bitsFor, isSolved, makePuzzle } from './puzzle.server.ts'

describe('the blob of sealed keys', () => {
  it('opens under its key as its own conversation, and in no other way', () => {
    const [key, id] = [randomBytes(32), randomUUID()]
    const given = { ownCopy: randomBytes(40), seals: [] }
    const stored = sealUnder(key, id, given)
    expect(Buffer.from(openUnder(key, id, stored)!.ownCopy)).toEqual(given.ownCopy)
    expect(openUnder(randomBytes(32), id, stored)).toBeNull()
    expect(openUnder(key, randomUUID(), stored)).toBeNull()
    for (let at = 0; at < stored.length; at++) {
      const changed = Buffer.from(stored)
      changed[at]! ^= 1
      expect(openUnder(key, id, changed)).toBeNull()
    }
  })
})

describe('the puzzle', () => {
  const secrets = secretsFrom(randomBytes(32))
  const now = Temporal.Instant.from('2026-11-29T08:00:00Z')
  const [region, id] = [randomUUID(), randomUUID()]
  const solve = (puzzle: ReturnType<typeof makePuzzle>) => {
    for (let nonce = 0n; ; nonce++) {
      const counted = Buffer.alloc(8)
      counted.writeBigUInt64BE(nonce)
      const digest = createHash('sha256')
        .update('tailboard puzzle v1')
        .update(uuidBytes(puzzle.conversationId))
        .update(Buffer.from(puzzle.mac, 'base64url'))
        .update(counted)
        .digest()
      if (digest.readUInt32BE(0) >>> (32 - puzzle.bits) === 0) return nonce
    }
  }

  it('is solved by work, for this conversation, in this region, in time', () => {
    const puzzle = makePuzzle(secrets, region, id, 0, now)
    const nonce = solve(puzzle)
    const solved = (given = puzzle, at = now, of = region, with_ = nonce) =>
      isSolved(secrets, of, given, with_, at)
    expect(solved()).toBe(true)
    expect(solved(puzzle, now, region, nonce + 1n)).toBe(false)
    expect(solved(puzzle, now, randomUUID())).toBe(false)
    expect(solved({ ...puzzle, conversationId: randomUUID() })).toBe(false)
    expect(solved({ ...puzzle, bits: 1 })).toBe(false)
    expect(solved({ ...puzzle, expires: puzzle.expires + 60 })).toBe(false)
    expect(solved({ ...puzzle, mac: 'no' })).toBe(false)
    expect(solved(puzzle, now.add({ minutes: 19 }))).toBe(true)
    expect(solved(puzzle, now.add({ minutes: 20 }))).toBe(false)
  })

  it('is harder the more wait, and never beyond what an old phone can do', () => {
    expect([0, 3, 4, 8, 400].map(bitsFor)).toEqual([15, 15, 16, 17, 22])
  })
})
