import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawWords } from './drawWords.ts'
import { readWords } from './readWords.ts'
import { originals, wordList } from './wordList.ts'

describe('the word list', () => {
  it('is the EFF’s, byte for byte', () => {
    const dice = (place: number) =>
      place
        .toString(6)
        .padStart(5, '0')
        .replace(/./g, (die) => String(Number(die) + 1))
    const file = originals().map((word, place) => `${dice(place)}\t${word}\n`)
    // SHA-256 of eff_large_wordlist.txt as the EFF offers it.
    expect(createHash('sha256').update(file.join('')).digest('hex')).toBe(
      'addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e',
    )
    expect([file.length, wordList()[0], wordList().at(-1)]).toEqual([7776, 'abacus', 'zoom'])
  })

  it('holds letters only, and one text twice', () => {
    expect(wordList().filter((word) => !/^[a-z]+$/.test(word))).toEqual([])
    expect(wordList().filter((word, place) => wordList().indexOf(word) !== place)).toEqual(['yoyo'])
    expect(
      wordList().filter((word) => ['dropdown', 'felttip', 'tshirt', 'yoyo'].includes(word)),
    ).toHaveLength(5)
  })

  it('has no word that begins another, so that gaps don’t matter', () => {
    const sorted = [...new Set(wordList())].sort()
    expect(sorted.filter((word, at) => sorted[at + 1]?.startsWith(word))).toEqual([])
  })
})

describe('words drawn', () => {
  it('are as many as asked for, and reach every part of the list alike', () => {
    const drawn = drawWords(20_000)
    expect(drawn).toHaveLength(20_000)
    const tenths = Array.from({ length: 10 }, () => 0)
    const places = new Map(wordList().map((word, place) => [word, place]))
    for (const word of drawn) tenths[Math.floor(places.get(word)! / 777.6)]! += 1
    // 2,000 expected, standard deviation 42: seven of them is a failure in 10^11 runs.
    expect(tenths.filter((count) => Math.abs(count - 2_000) > 300)).toEqual([])
  })
})

describe('words read', () => {
  const place = fc.nat(7775)
  const gap = fc.constantFrom(' ', '  ', '-', '\n', ' - ', '', ', ', '. ')
  const shape = fc.constantFrom<(word: string) => string>(
    (word) => word,
    (word) => word.toUpperCase(),
    (word) => word[0]!.toUpperCase() + word.slice(1),
    (word) => word.replace('o', 'ó').replace('n', 'ñ'),
    (word) => `${word.slice(0, 2)}-${word.slice(2)}`,
  )

  it('are the words, whatever the case, accents, gaps and hyphens', () => {
    const typed = fc.array(fc.tuple(place, gap, shape), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(typed, (pieces) => {
        const words = pieces.map(([at]) => wordList()[at]!)
        const text = pieces.map(([at, between, shaped]) => shaped(wordList()[at]!) + between).join('')
        expect(readWords(text, 7)).toEqual({ ok: true, words })
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['abacus abdomen abrubtly zoom', 3, 'abrubtly', ['abruptly']],
    ['abacus-zoomm', 2, 'zoomm', ['zoom']],
    ['Drop down, t-shirt, zmoo', 3, 'zmoo', []],
    ['abcaus', 1, 'abcaus', ['abacus']],
    ['abacus 12 qqq', 2, 'qqq', []],
    ['Ábacus ábdómenn', 2, 'abdomenn', ['abdomen', 'abdominal']],
    ['abacus ab-do', 2, 'ab', ['dab', 'gab', 'jab']],
    ['abacus abdo', 2, 'abdo', ['abdomen', 'abdominal']],
  ])('name in “%s” the %i. piece, and what is near', (typed, at, piece, near) => {
    expect(readWords(typed, 7)).toEqual({ ok: false, code: 'unknown-word', place: at, typed: piece, near })
  })

  it('say how many there were where each is one', () => {
    expect(readWords('abacus zoom', 7)).toEqual({ ok: false, code: 'how-many', found: 2 })
    expect(readWords(' \n', 7)).toEqual({ ok: false, code: 'how-many', found: 0 })
    expect(readWords('zoom '.repeat(8), 7)).toEqual({ ok: false, code: 'how-many', found: 8 })
  })

  it('never throw, whatever was typed', () => {
    const typed = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    fc.assert(
      fc.property(typed, (units) => {
        expect(readWords(String.fromCharCode(...units), 7).ok).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})
