import type { AgencyId, MemberId } from '../platform/ids.ts'
import type { Discipline, Place } from '../region/index.ts'
import type { Member } from './member.ts'
import type { Evidence } from './memberFile.ts'

export type SheetAgency = {
  readonly name: string
  readonly town: string
  /** Two capital letters. */
  readonly state: string
  readonly discipline: Discipline
  readonly place: Place | null
}
export type SheetMember = Omit<Member, 'id'>
export type SheetCredential = {
  readonly memberId: MemberId
  readonly kind: string
  readonly issuer: string
  readonly number: string
  readonly issuedOn: Temporal.PlainDate
  readonly expiresOn: Temporal.PlainDate
  readonly evidence: Evidence | null
}
/** Half-open. */
export type SheetShift = {
  readonly memberId: MemberId
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** What a region has by now, as far as its sheets tell it. */
export type SheetKnown = {
  readonly timeZone: string
  readonly state: string
  readonly today: Temporal.PlainDate
  /** Certificates that the region's policy asks for, spelled as it spells them. */
  readonly kinds: readonly string[]
  readonly agencies: readonly (SheetAgency & { readonly id: AgencyId })[]
  /** Where agencies have their mail. */
  readonly mailDomains?: readonly string[]
  readonly members: readonly Member[]
  readonly credentials: readonly SheetCredential[]
  /** Papers that count no more: they are in no sheet, and none brings them back. */
  readonly takenBack?: readonly SheetCredential[]
  readonly shifts: readonly SheetShift[]
}

/** Names are the same when only case and spaces differ. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

/** By exactly that name, or by the only one that differs in case and spaces alone. */
export function named<Thing extends { readonly name: string }>(
  things: readonly Thing[],
): (name: string) => Thing | null {
  const exact = new Map(things.map((thing) => [thing.name, thing]))
  const loose = Map.groupBy(things, (thing) => folded(thing.name))
  return (name) => {
    const alike = loose.get(folded(name)) ?? []
    return exact.get(name) ?? (alike.length === 1 ? alike[0]! : null)
  }
}
