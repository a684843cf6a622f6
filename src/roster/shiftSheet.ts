import type { AccountId, MemberId } from '../platform/ids.ts'
import type { Region } from '../region/index.ts'
import type { MemberRole } from './role.ts'

export type SheetLine = {
  readonly memberId: MemberId
  readonly name: string
  readonly phone: string | null
  /** Null: of the regional team itself. */
  readonly agency: string | null
  readonly role: MemberRole
  readonly leads: boolean
  /** Codes of the languages they can lead or interpret in. */
  readonly languages: readonly string[]
  readonly until: Temporal.PlainDate | null
  readonly onCall: boolean
  /** Messages reach them: whoever is not reached is to be telephoned, and covers nothing. */
  readonly reached: boolean
  /** They said STOP from their number: no text reaches them, a call does. */
  readonly noTexts: boolean
  /** Away, bound elsewhere, or off call until cleared. */
  readonly away: boolean
}

export type ShiftSheet = {
  readonly region: Region
  readonly now: Temporal.Instant
  readonly coordinators: readonly {
    readonly id: AccountId
    readonly phone: string | null
    readonly reached: boolean
  }[]
  readonly lines: readonly SheetLine[]
  /** The numbers on file, at which an agency is called back. */
  readonly agencies: readonly { readonly name: string; readonly phone: string | null }[]
}

/** On call first, then who leads, then by name; then whom no message reaches, and whoever can't now stands last. */
export function inOrder(lines: readonly SheetLine[]): readonly SheetLine[] {
  const rank = (one: SheetLine) =>
    (one.away ? 8 : 0) + (one.reached ? 0 : 4) + (one.onCall ? 0 : 2) + (one.leads ? 0 : 1)
  return [...lines].sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'en'))
}
