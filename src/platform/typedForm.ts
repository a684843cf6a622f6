import { parseId } from './ids.ts'
import { hasUnseen } from './unseen.ts'

export type Typed = Readonly<Record<string, string>>
/** What can be wrong with any field; a page's own rules add theirs. */
export type TypedCode = 'day_missing' | 'text_missing' | 'text_unreadable' | 'not_a_choice'
export type FormFault<Code extends string> = { readonly field: string; readonly code: Code }

/** Reads what a form holds, and remembers every field that can't be read. */
export class TypedForm<Code extends string> {
  readonly faults: FormFault<Code | TypedCode>[] = []
  readonly #typed: Typed

  constructor(typed: Typed) {
    this.#typed = typed
  }

  /** A day as the browser writes it: "2026-11-23", of a year that a calendar and a database both know. */
  day(field: string): Temporal.PlainDate {
    const typed = this.#typed[field] ?? ''
    try {
      if (/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(typed)) return Temporal.PlainDate.from(typed)
    } catch {
      // The thirtieth of February: told below like everything that is no day.
    }
    this.wrong(field, 'day_missing')
    return Temporal.PlainDate.from('1970-01-01')
  }

  /** One line of 1 to `most` letters, without what can't be seen. */
  line(field: string, most = 80): string {
    if ((this.#typed[field] ?? '') === '') this.wrong(field, 'text_missing')
    return this.optional(field, most)
  }

  optional(field: string, most = 80): string {
    const typed = this.#typed[field] ?? ''
    if (typed.length <= most && !hasUnseen(typed)) return typed
    this.wrong(field, 'text_unreadable')
    return ''
  }

  choice<Choice extends string>(field: string, choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.#typed[field])
    if (found === undefined) this.wrong(field, 'not_a_choice')
    return found ?? choices[0]!
  }

  /** A whole number of 1 to `most`; `code` says what is wrong with any other. */
  whole(field: string, most: number, code: Code): number {
    const typed = this.#typed[field] ?? ''
    const read = /^\d{1,6}$/.test(typed) ? Number(typed) : 0
    if (read < 1 || read > most) this.wrong(field, code)
    return read
  }

  /** Of many boxes `field_code`, those that are ticked. */
  ticked<Choice extends string>(field: string, choices: readonly Choice[]): Choice[] {
    return choices.filter((choice) => this.#typed[`${field}_${choice}`] !== undefined)
  }

  /** Of many boxes `field_ID`, the ids of those that are ticked; whether there is such a thing the database knows. */
  ids<Id extends string>(field: string): Id[] {
    return Object.keys(this.#typed)
      .filter((name) => name.startsWith(`${field}_`))
      .map((name) => parseId<Id>(name.slice(field.length + 1)))
      .filter((id) => id !== null)
  }

  wrong(field: string, code: Code | TypedCode): void {
    this.faults.push({ field, code })
  }
}
