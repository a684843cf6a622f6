import { describe, expect, it } from 'vitest'
import { type Chain, type Side, type StoredMessage, startChain } from './chain.ts'
import { codeOf, everyFlip, otherLengths, otherRegion, otherTalk, talk } from './hostile.testing.ts'
import { sealMessage } from './message.ts'
import { openMessages, type Reading } from './openMessages.ts'
import { longestText } from './padding.ts'
import type { ContentKey, Talk } from './sealedKey.ts'
import { seed } from './vectors.testing.ts'

const first: ContentKey = { number: 1, key: seed(1) }
const second: ContentKey = { number: 2, key: seed(2) }
const at = 1_795_000_000

async function write(chain: Chain, side: Side, text: string, key = first) {
  const written = await sealMessage(chain, side, key, { text, at })
  if (!written.ok) throw new Error(written.code)
  return written.value
}

/** A conversation in which everybody has read everything: `s` and `p` say who writes. */
async function talked(order: string, key = first, where: Talk = talk) {
  let chain = startChain(where)
  const stored: StoredMessage[] = []
  for (const [place, letter] of [...order].entries()) {
    const written = await write(chain, letter === 's' ? 'seeker' : 'peer', `${place}`, key)
    chain = written.chain
    stored.push(written.message)
  }
  return { chain, stored }
}

const read = (
  stored: readonly StoredMessage[],
  keys: readonly ContentKey[] = [first],
  from = startChain(talk),
) => openMessages(from, keys, stored)
const texts = (reading: Reading) => reading.opened.map(({ said }) => said?.text)

describe('messages', () => {
  it('are read as they were written, all at once or one by one', async () => {
    const { chain, stored } = await talked('sppsp')
    const whole = await read(stored)
    expect([texts(whole), whole.refused, whole.chain]).toEqual([['0', '1', '2', '3', '4'], null, chain])
    let step = startChain(talk)
    for (const message of stored) step = (await read([message], [first], step)).chain
    expect(step).toEqual(chain)
    expect(whole.opened[0]!.said!.at).toBe(at)
  })

  it('are read by each side as they cross on the way', async () => {
    const { chain, stored } = await talked('s')
    const [mine, theirs] = [await write(chain, 'seeker', 'mine'), await write(chain, 'peer', 'theirs')]
    const [one, other] = [
      await read([theirs.message], [first], mine.chain),
      await read([mine.message], [first], theirs.chain),
    ]
    expect([texts(one), texts(other), one.refused, other.refused]).toEqual([['theirs'], ['mine'], null, null])
    for (const order of [
      [mine, theirs],
      [theirs, mine],
    ])
      expect((await read([...stored, ...order.map(({ message }) => message)])).refused).toBeNull()
  })

  it('never have the same bytes twice, and hide their length', async () => {
    const bodies = await Promise.all(
      Array.from(
        { length: 200 },
        async (_, length) => (await write(startChain(talk), 'seeker', 'x'.repeat(length))).message.body,
      ),
    )
    expect(new Set(bodies.map((body) => body.slice(14, 26).join())).size).toBe(200)
    expect(new Set(bodies.map((body) => body.length))).toEqual(new Set([14 + 12 + 256 + 16]))
    const longest = await write(startChain(talk), 'seeker', 'é'.repeat(longestText / 2))
    expect(texts(await read([longest.message]))).toEqual(['é'.repeat(longestText / 2)])
    const more = await sealMessage(startChain(talk), 'seeker', first, {
      text: 'x'.repeat(longestText + 1),
      at,
    })
    expect(codeOf(more)).toBe('too-long')
  })

  it('sent again are the same, and written again after a conflict under the next number', async () => {
    const { chain, stored } = await talked('sp')
    const [here, elsewhere] = [
      await write(chain, 'seeker', 'here'),
      await write(chain, 'seeker', 'elsewhere'),
    ]
    expect([here.message.number, elsewhere.message.number]).toEqual([2, 2])
    // The other tab was first: its message is taken in, and the text is sealed anew.
    const caught = await read([elsewhere.message], [first], chain)
    const again = await write(caught.chain, 'seeker', 'here')
    expect(again.message.number).toBe(3)
    expect(texts(await read([...stored, elsewhere.message, again.message]))).toEqual([
      '0',
      '1',
      'elsewhere',
      'here',
    ])
    expect((await read([...stored, elsewhere.message, { ...here.message, number: 3 }])).refused?.code).toBe(
      'moved',
    )
  })
})

describe('a message is refused', () => {
  const refused = async (stored: readonly StoredMessage[], keys = [first]) => {
    const { refused: one, opened } = await read(stored, keys)
    return one === null ? ['read', opened.length] : [one.code, opened.length]
  }

  it('with any byte changed', async () => {
    const { stored } = await talked('sps')
    const codes = await Promise.all(
      everyFlip(stored[2]!.body).map(
        async (body) => (await refused([stored[0]!, stored[1]!, { ...stored[2]!, body }]))[0],
      ),
    )
    expect(codes.slice(0, 14)).toEqual([
      ...['unknown-version', 'malformed', 'moved', 'moved', 'moved', 'moved'],
      ...['wrong-key', 'wrong-key', 'wrong-key', 'wrong-key', 'missing', 'missing', 'missing', 'missing'],
    ])
    expect(new Set(codes.slice(14))).toEqual(new Set(['tampered']))
  })

  it('at any other length', async () => {
    const { stored } = await talked('s')
    for (const body of otherLengths(stored[0]!.body))
      expect(['unknown-version', 'malformed']).toContain((await refused([{ ...stored[0]!, body }]))[0])
  })

  it('that was moved to another number or the other side', async () => {
    const { stored } = await talked('spsp')
    expect(await refused([{ ...stored[0]!, side: 'peer' }])).toEqual(['moved', 0])
    expect(await refused([stored[0]!, { ...stored[2]!, number: 1, side: 'peer' }])).toEqual(['moved', 1])
    // Header and place agree, and the tag knows better.
    const body = stored[0]!.body.slice()
    body[1] = 2
    expect(await refused([{ side: 'peer', number: 1, body }])).toEqual(['tampered', 0])
  })

  it('that was repeated', async () => {
    const { stored } = await talked('sp')
    expect(await refused([...stored, stored[1]!])).toEqual(['repeated', 2])
    expect(await refused([...stored, { ...stored[0]!, number: 2 }])).toEqual(['moved', 2])
  })

  it('that was reordered, on its side or between the two', async () => {
    const { stored } = await talked('ssps')
    const [one, two, three, four] = stored as [StoredMessage, StoredMessage, StoredMessage, StoredMessage]
    expect(await refused([two, one, three, four])).toEqual(['reordered', 0])
    expect(await refused([one, three, two, four])).toEqual(['reordered', 1])
    const [, other] = (await talked('ss')).stored
    expect(await refused([one, two, three, { ...other! }])).toEqual(['reordered', 3])
  })

  it('after one that is missing, on its side or on the other', async () => {
    const { stored } = await talked('spsp')
    const [one, two, three, four] = stored as [StoredMessage, StoredMessage, StoredMessage, StoredMessage]
    expect(await refused([two])).toEqual(['missing', 0])
    expect(await refused([one, three])).toEqual(['missing', 1])
    expect(await refused([one, two, four])).toEqual(['missing', 2])
    expect(await refused([three, four])).toEqual(['missing', 0])
  })

  it('of another conversation or region, also under the same key', async () => {
    for (const where of [otherTalk, { ...talk, region: otherRegion }])
      expect(await refused((await talked('s', first, where)).stored)).toEqual(['tampered', 0])
    expect(await refused((await talked('s', { ...first, key: seed(9) })).stored)).toEqual(['tampered', 0])
  })

  it('with another history behind it', async () => {
    const [mine, other] = [await talked('sp'), await talked('sp')]
    const answer = await write(other.chain, 'seeker', 'to other words')
    expect(await refused([...mine.stored, answer.message])).toEqual(['tampered', 2])
    // The peer’s words alone were exchanged: the seeker’s next message knows which it had seen.
    const replaced = await write((await read([mine.stored[0]!])).chain, 'peer', 'put in its place')
    const next = await write(mine.chain, 'seeker', 'next')
    expect(await refused([mine.stored[0]!, replaced.message, next.message])).toEqual(['tampered', 2])
  })

  it('that goes back behind what its side had seen', async () => {
    const { chain, stored } = await talked('sp')
    const next = await write(chain, 'seeker', 'seen one')
    const forgetful = { ...next.chain, peer: [] }
    const after = await write(forgetful, 'seeker', 'seen none')
    expect(await refused([...stored, next.message, after.message])).toEqual(['reordered', 3])
  })

  it('and leaves what was read before it, so that reading goes on from there', async () => {
    const { stored } = await talked('sps')
    const broken = { ...stored[1]!, body: everyFlip(stored[1]!.body)[40]! }
    const stopped = await read([stored[0]!, broken, stored[2]!])
    expect([texts(stopped), stopped.refused]).toEqual([['0'], { side: 'peer', number: 1, code: 'tampered' }])
    const on = await read(stored.slice(1), [first], stopped.chain)
    expect([texts(on), on.refused]).toEqual([['1', '2'], null])
  })
})

describe('under a new content key', () => {
  it('whoever holds the first alone writes nothing that is believed', async () => {
    const { chain, stored } = await talked('s')
    const asked = await write(chain, 'seeker', 'under the second', second)
    const both = [first, second]
    expect(codeOf(await sealMessage(asked.chain, 'peer', first, { text: 'late', at }))).toBe('wrong-key')
    // A peer of the first round, with the server’s help, answers as if it had not seen the second key.
    const blind = await write(chain, 'peer', 'forged')
    const answered = await write(asked.chain, 'peer', 'the true answer', second)
    const true1 = await read([...stored, asked.message, answered.message], both)
    expect(texts(true1)).toEqual(['0', 'under the second', 'the true answer'])
    const forged = {
      ...true1.chain,
      seeker: true1.chain.seeker.slice(0, 1),
      peer: [{ ...true1.chain.peer[0]!, key: 1, seen: 1 }],
    }
    const after = await write(forged, 'peer', 'forged later')
    const late = await read([after.message], both, true1.chain)
    expect(late.refused?.code).toBe('reordered')
    const pretended = await write(
      { ...forged, seeker: true1.chain.seeker.map((link) => ({ ...link, key: 1 })) },
      'peer',
      'forged',
    )
    expect((await read([pretended.message], both, true1.chain)).refused?.code).toBe('wrong-key')
    // Before the peer’s first answer under it, the first key is still good: the browser waited and heard nothing.
    expect((await read([...stored, blind.message, asked.message].slice(0, 2), both)).refused).toBeNull()
  })

  it('a reader without the older one takes what came before as locked, and the history stays whole', async () => {
    const { chain, stored } = await talked('sp')
    const asked = await write(chain, 'seeker', 'to both of you', second)
    const answer = await write(asked.chain, 'peer', 'from somebody new', second)
    const all = [...stored, asked.message, answer.message]
    const reading = await read(all, [second])
    expect(reading.opened.map(({ said }) => said?.text ?? null)).toEqual([
      null,
      null,
      'to both of you',
      'from somebody new',
    ])
    expect(reading.chain).toEqual(answer.chain)
    const bent = { ...stored[0]!, body: everyFlip(stored[0]!.body)[50]! }
    expect((await read([bent, ...all.slice(1)], [second])).refused).toEqual({
      side: 'seeker',
      number: 2,
      code: 'tampered',
    })
  })

  it('whoever was not given it is told so', async () => {
    const { chain, stored } = await talked('sp')
    const asked = await write(chain, 'seeker', 'not for the first peer', second)
    expect((await read([...stored, asked.message])).refused).toEqual({
      side: 'seeker',
      number: 2,
      code: 'wrong-key',
    })
    expect((await read(stored, [])).refused?.code).toBe('wrong-key')
  })
})
