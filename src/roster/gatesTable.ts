import { gateSources, missingCodes } from './requirements.ts'
import { gateWords } from './words.ts'

/** Every condition of going, in the order it should be put right, with its source. For a terminal, in English. */
export function gatesTable(): string {
  const lines = missingCodes.map(
    (code) => `${code}\n  ${gateWords.en[code]}\n  Source: ${gateSources[code]}.`,
  )
  return ['Who may go: every one of these on the day of the session', ...lines].join('\n\n')
}
