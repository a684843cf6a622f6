import { effWords } from './effWords.ts'

let list: readonly string[] | undefined
let places: ReadonlyMap<string, number> | undefined

/** The 7,776 words in their order, letters only: "yo-yo" and "yoyo" become the same. */
export function wordList(): readonly string[] {
  list ??= originals().map((word) => word.replace('-', ''))
  return list
}

export function isWord(text: string): boolean {
  places ??= new Map(wordList().map((word, place) => [word, place]))
  return places.has(text)
}

/** As they stand in the original, four of them with a hyphen. */
export function originals(): readonly string[] {
  let before = ''
  return Array.from(effWords.replace(/\s/g, '').matchAll(/(\d)([a-z-]+)/g), (match) => {
    before = before.slice(0, Number(match[1])) + match[2]
    return before
  })
}
