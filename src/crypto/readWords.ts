import { isWord, wordList } from './wordList.ts'

export type ReadWords =
  | { readonly ok: true; readonly words: readonly string[] }
  /** `place` counts from 1, as a person would. */
  | {
      readonly ok: false
      readonly code: 'unknown-word'
      readonly place: number
      readonly typed: string
      readonly near: readonly string[]
    }
  | { readonly ok: false; readonly code: 'how-many'; readonly found: number }

/** What a person typed, read back: case, accents, spaces, hyphens and line ends don't matter. */
export function readWords(typed: string, count: number): ReadWords {
  const plain = typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = partsOf(plain.replace(/[^a-z]/g, ''))
  if (words?.length === count) return { ok: true, words }
  return words === null ? firstUnknown(plain) : { ok: false, code: 'how-many', found: words.length }
}

/** No word begins another, so letters without a gap part in one way at most. */
function partsOf(letters: string): readonly string[] | null {
  const words: string[] = []
  let from = 0
  for (let to = 1; to <= letters.length; to++) {
    const word = letters.slice(from, to)
    if (!isWord(word)) continue
    words.push(word)
    from = to
  }
  return from === letters.length ? words : null
}

function firstUnknown(plain: string): ReadWords {
  const pieces = plain.split(/[^a-z]+/).filter((piece) => piece !== '')
  let place = 1
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!
    const words = partsOf(piece)
    if (words !== null) place += words.length
    // "drop down" is one word of the list, torn apart.
    else if (isWord(piece + (pieces[at + 1] ?? ''))) {
      place += 1
      at += 1
    } else return { ok: false, code: 'unknown-word', place, typed: piece, near: near(piece) }
  }
  return { ok: false, code: 'how-many', found: place - 1 }
}

const most = 3

/** Words one slip away first, then those that begin alike. */
function near(piece: string): readonly string[] {
  const slips = wordList().filter((word) => isOneSlip(word, piece))
  const alike = piece.length < 3 ? [] : wordList().filter((word) => word.startsWith(piece.slice(0, 4)))
  return [...new Set([...slips, ...alike])].slice(0, most)
}

/** One letter more, less or other, or two neighbours exchanged. */
function isOneSlip(word: string, typed: string): boolean {
  if (Math.abs(word.length - typed.length) > 1) return false
  let at = 0
  while (at < word.length && word[at] === typed[at]) at++
  const rest = (text: string, from: number) => text.slice(from)
  if (word.length > typed.length) return rest(word, at + 1) === rest(typed, at)
  if (word.length < typed.length) return rest(word, at) === rest(typed, at + 1)
  if (rest(word, at + 1) === rest(typed, at + 1)) return true
  return (
    word[at] === typed[at + 1] && word[at + 1] === typed[at] && rest(word, at + 2) === rest(typed, at + 2)
  )
}
