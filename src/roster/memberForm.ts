import { parseId } from '../platform/ids.ts'
import { hasUnseen } from '../platform/unseen.ts'
import type { RosterCode } from './problems.ts'

type Fields = Readonly<Record<string, string>>
export type FormFault = { readonly field: string; readonly code: RosterCode }

/** Reads what a form on a member's page holds, and remembers every field that can't be read. */
export class MemberForm {
  readonly faults: FormFault[] = []
  readonly #typed: Fields

  constructor(typed: Fields) {
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
    this.faults.push({ field, code: 'day_missing' })
    return Temporal.PlainDate.from('1970-01-01')
  }

  /** One line of 1 to `most` letters, without what can't be seen. */
  line(field: string, most = 80): string {
    if ((this.#typed[field] ?? '') === '') this.faults.push({ field, code: 'text_missing' })
    return this.optional(field, most)
  }

  optional(field: string, most = 80): string {
    const typed = this.#typed[field] ?? ''
    if (typed.length <= most && !hasUnseen(typed)) return typed
    this.faults.push({ field, code: 'text_unreadable' })
    return ''
  }

  choice<Code extends string>(field: string, codes: readonly Code[]): Code {
    const found = codes.find((code) => code === this.#typed[field])
    if (found === undefined) this.faults.push({ field, code: 'not_a_choice' })
    return found ?? codes[0]!
  }

  /** Of many boxes `field_code`, those that are ticked. */
  ticked<Code extends string>(field: string, codes: readonly Code[]): Code[] {
    return codes.filter((code) => this.#typed[`${field}_${code}`] !== undefined)
  }

  /** Of many boxes `field_ID`, the ids of those that are ticked; whether there is such a thing the database knows. */
  ids<Id extends string>(field: string): Id[] {
    return Object.keys(this.#typed)
      .filter((name) => name.startsWith(`${field}_`))
      .map((name) => parseId<Id>(name.slice(field.length + 1)))
      .filter((id) => id !== null)
  }
}
