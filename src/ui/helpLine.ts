import type { Language } from './language.ts'

/**
 * One line of help. The data is `content/resources/help-lines.json`, reviewed by people; components
 * get it as a prop and hold no number of their own.
 */
export type HelpLine = {
  readonly code: string
  readonly label: Readonly<Record<Language, string>>
  /** As printed; null while nobody has sourced it, and then the line is not shown. */
  readonly number: string | null
  /** A number to send a text message to. */
  readonly text?: string
  /** A few words for the bar, read between `number` and `text`; may be empty. */
  readonly note: Readonly<Record<Language, string>>
  /** Whom it is for, in a sentence; shown in the full list. */
  readonly about: Readonly<Record<Language, string>>
  readonly source: string
  /** The day the number was last compared with the line's own page, YYYY-MM-DD; null when nobody has. */
  readonly checked: string | null
}
