import type { Passage } from './contentProblem.ts'
import type { Report } from './finding.ts'

export type BannedClaim = {
  readonly pattern: RegExp
  readonly why: string
  readonly instead: string
  readonly hits: readonly string[]
  readonly spares: readonly string[]
}

const struck = /~~.+?~~/gs
/** Ten figures, seven, a freephone word, and the short codes of help lines; a section of a statute is none. */
const phone =
  /(?<![\d.–-])(?:(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}|\d{3}-\d{4}|1-8\d\d-[A-Z0-9-]{5,}|988|741741|838255)(?![\d–-]|\.\d)/g

/** What no text of ours says: a promise the sources don't carry, and a number that a region keeps elsewhere. */
export function claimFindings(passages: readonly Passage[], banned: readonly BannedClaim[], report: Report) {
  for (const { file, line, text, of } of passages) {
    const shown = text.replace(struck, (one) => one.replace(/[^\n]/g, ' '))
    const at = (index: number) => line + shown.slice(0, index).split('\n').length - 1
    for (const { 0: number, index } of shown.matchAll(phone))
      report(
        'error',
        file,
        at(index),
        `${number} looks like a number to call: a block help-lines brings those`,
      )
    if ((of === 'said' || of === 'wrong') && /\[@/.test(text))
      report('error', file, line, 'citations stand in prose; here nobody would see more than the brackets')
    if (of === 'wrong') continue
    for (const { pattern, why, instead } of banned) {
      const found = pattern.exec(shown)
      if (found === null) continue
      const claim = found[0].replace(/\s+/g, ' ')
      report('error', file, at(found.index), `“${claim}” promises too much. ${why} Instead: ${instead}`)
    }
  }
}
