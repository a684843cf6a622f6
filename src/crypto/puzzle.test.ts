import { describe, expect, it } from 'vitest'
import { u64 } from './bytes.ts'
import { otherTalk, talk } from './hostile.testing.ts'
import { isSolved, type Puzzle, solve } from './puzzle.ts'
import { bytes } from './second.testing.ts'
import { seed } from './vectors.testing.ts'

const puzzle: Puzzle = { conversation: talk.conversation, bits: 10, expires: 1_795_000_000, mac: seed(3) }
const on = () => true

describe('the start puzzle', () => {
  it('is solved by the first nonce whose hash begins with that many zero bits', async () => {
    const nonce = (await solve(puzzle, on))!
    expect(isSolved(puzzle, nonce)).toBe(true)
    const zeros = (value: number) => {
      const hash = bytes.sha(
        bytes.text('tailboard puzzle v1'),
        bytes.id(puzzle.conversation),
        puzzle.mac,
        bytes.big(value, 8),
      )
      return BigInt(`0x${hash.toString('hex')}`)
        .toString(2)
        .padStart(256, '0')
        .indexOf('1')
    }
    const found = Number(new DataView(nonce.buffer).getBigUint64(0))
    for (let tried = 0; tried <= found; tried++) {
      expect(zeros(tried) >= puzzle.bits).toBe(tried === found)
      expect(isSolved({ ...puzzle, bits: zeros(tried) }, u64(tried))).toBe(true)
      expect(isSolved({ ...puzzle, bits: zeros(tried) + 1 }, u64(tried))).toBe(false)
    }
  })

  it('solved for one conversation or mac is not solved for another, nor by another length', async () => {
    const hard = { ...puzzle, bits: 14 }
    const nonce = (await solve(hard, on))!
    expect(isSolved({ ...hard, conversation: otherTalk.conversation }, nonce)).toBe(false)
    expect(isSolved({ ...hard, mac: seed(4) }, nonce)).toBe(false)
    expect(isSolved(hard, nonce.slice(1))).toBe(false)
    expect(isSolved({ ...hard, bits: 0 }, new Uint8Array(0))).toBe(false)
  })

  it('is worked at in slices, between which a page lives and may stop it', async () => {
    let pauses = 0
    const stopped = await solve({ ...puzzle, bits: 200 }, async () => ++pauses < 5, 10)
    expect([stopped, pauses]).toEqual([null, 5])
  })
})
