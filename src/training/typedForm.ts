import { hasUnseen } from '../platform/unseen.ts'
import type { TrainingCode } from './problems.ts'

export type Typed = Readonly<Record<string, string>>
export type FormFault = { readonly field: string; readonly code: TrainingCode }

/** Reads what a form holds, and remembers every field that can't be read. */
export class TypedForm {
  readonly faults: FormFault[] = []
  readonly #typed: Typed

  constructor(typed: Typed) {
    this.#typed = typed
  }

  /** A day as the browser writes it, of a year that a calendar and a database both know. */
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
  line(field: string, most: number): string {
    const typed = this.#typed[field] ?? ''
    if (typed === '') this.wrong(field, 'text_missing')
    else if (typed.length > most || hasUnseen(typed)) this.wrong(field, 'text_long')
    return typed
  }

  choice<Code extends string>(field: string, codes: readonly Code[]): Code {
    const found = codes.find((code) => code === this.#typed[field])
    if (found === undefined) this.wrong(field, 'not_a_choice')
    return found ?? codes[0]!
  }

  whole(field: string, most: number): number {
    const typed = this.#typed[field] ?? ''
    const read = /^\d{1,6}$/.test(typed) ? Number(typed) : 0
    if (read < 1 || read > most) this.wrong(field, 'number_wrong')
    return read
  }

  wrong(field: string, code: TrainingCode): void {
    this.faults.push({ field, code })
  }
}
