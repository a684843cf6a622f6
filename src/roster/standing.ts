import type { MemberRole } from './role.ts'

type Day = Temporal.PlainDate

export type Credential = {
  /** AIC, GCI, license, chaplain …: data, never code. */
  readonly kind: string
  readonly issuer: string
  readonly issuedOn: Day
  /** The first day on which it no longer counts. */
  readonly expiresOn: Day
  /** Before its day, which is the one above then: it was not what it seemed. */
  readonly takenBack?: boolean
}

/**
 * What a member has on file, in days of the region's calendar; every span is half-open. Whether that is enough
 * depends on the day that is asked about, and on what policy and state require.
 */
export type Standing = {
  readonly role: MemberRole
  readonly selections: readonly { readonly selectedOn: Day; readonly deselectedOn: Day | null }[]
  readonly credentials: readonly Credential[]
  readonly agreements: readonly { readonly signedOn: Day; readonly renewBy: Day }[]
  readonly designations: readonly { readonly designatedOn: Day; readonly endedOn: Day | null }[]
  readonly suspensions: readonly { readonly suspendedOn: Day; readonly reinstatedOn: Day | null }[]
  readonly leaves: readonly { readonly startsOn: Day; readonly endsOn: Day }[]
}
