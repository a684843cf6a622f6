import { type ReasonGroup, reasonGroups } from './reason.ts'
import { reasonWords } from './reasonWords.ts'
import { because } from './sources.ts'

const heads: Readonly<Record<ReasonGroup, string>> = {
  proposes: 'WHAT SPEAKS FOR A SESSION',
  rulesOut: 'WHAT RULES ONE OUT',
  seeTo: 'WHAT TO SEE TO BEFORE IT IS HELD',
  advises: 'WHAT IS SAID BESIDE THE PLANS',
}

/** Every rule of the assessment: its code, what it says, and the source it rests on. For a terminal, in English. */
export function rulesTable(): string {
  return Object.entries(reasonGroups)
    .map(([group, codes]) => {
      const rules = codes.map(
        (code) => `${code}\n  ${reasonWords.en[code]}\n  Source: ${because(code).source}.`,
      )
      return [heads[group as ReasonGroup], ...rules].join('\n\n')
    })
    .join('\n\n\n')
}
