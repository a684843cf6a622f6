import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chain, type Side, type StoredMessage, startChain } from './chain.ts'
import { otherTalk, talk } from './hostile.testing.ts'
import { sealMessage } from './message.ts'
import { openMessages } from './openMessages.ts'
import type { Talk } from './sealedKey.ts'
import { seed } from './vectors.testing.ts'

const key = { number: 1, key: seed(1) }
type Step = { readonly side: Side; readonly writes: boolean }

/** Two browsers: each step, one of them fetches what is new, or writes under what it has read so far. */
async function converse(steps: readonly Step[], where: Talk = talk) {
  const chains: Record<Side, Chain> = { seeker: startChain(where), peer: startChain(where) }
  const fetched: Record<Side, number> = { seeker: 0, peer: 0 }
  const stored: StoredMessage[] = []
  for (const { side, writes } of steps) {
    if (!writes) {
      const news = stored.slice(fetched[side]).filter((message) => message.side !== side)
      const reading = await openMessages(chains[side], [key], news)
      if (reading.refused !== null) throw new Error(reading.refused.code)
      chains[side] = reading.chain
      fetched[side] = stored.length
      continue
    }
    const written = await sealMessage(chains[side], side, key, { text: `${stored.length}`, at: 1 })
    if (!written.ok) throw new Error(written.code)
    chains[side] = written.value.chain
    stored.push(written.value.message)
  }
  return stored
}

/** What a server can do to a list of places; those from `others` on are of the other conversation. */
const trick = {
  drop: (list: number[], at: number) => void list.splice(at, 1),
  repeat: (list: number[], at: number) => void list.splice(at, 0, ...list.slice(at, at + 1)),
  swap: (list: number[], at: number) => void list.splice(at, 2, ...list.slice(at, at + 2).reverse()),
  later: (list: number[], at: number) => void list.push(...list.splice(at, 1)),
  mix: (list: number[], at: number, others: number) =>
    void list.splice(at, 1, ...list.slice(at, at + 1).map((place) => others + (place % others))),
}

const steps = fc.array(fc.record({ side: fc.constantFrom<Side>('seeker', 'peer'), writes: fc.boolean() }), {
  minLength: 1,
  maxLength: 14,
})

describe('whatever the two write and fetch, in whatever order,', () => {
  it('all of it is read, in the order it was stored', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const stored = await converse(taken)
        const { opened, refused } = await openMessages(startChain(talk), [key], stored)
        expect(refused).toBeNull()
        expect(opened.map(({ said }) => said?.text)).toEqual(stored.map((_, place) => `${place}`))
      }),
      { numRuns: 40 },
    )
  })

  it('a server that drops, repeats, reorders or mixes in another conversation is believed nothing that was not written there', async () => {
    const tricks = fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...Object.values(trick))), {
      minLength: 1,
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(steps, tricks, async (taken, chosen) => {
        const [honest, elsewhere] = [await converse(taken), await converse(taken, otherTalk)]
        if (honest.length === 0) return
        const given = honest.map((_, place) => place)
        const pool = [...honest, ...elsewhere]
        for (const [at, play] of chosen)
          play(given, given.length === 0 ? 0 : at % given.length, honest.length)
        const told = given.map((place) => pool[place]!)
        const { opened } = await openMessages(startChain(talk), [key], told)
        for (const side of ['seeker', 'peer'] as const) {
          const written = honest
            .map((message, place) => ({ ...message, place }))
            .filter((one) => one.side === side)
          const got = opened.filter((one) => one.side === side)
          // The beginning of what this side wrote, without a gap, each once, with its own words.
          expect(got.map(({ number, said }) => [number, said?.text])).toEqual(
            written.slice(0, got.length).map(({ number, place }) => [number, `${place}`]),
          )
        }
      }),
      { numRuns: 60 },
    )
  })
})
