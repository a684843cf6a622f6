import type { AccountId } from '../platform/ids.ts'

/** Why a certificate no longer holds. `own_wish`: whoever holds it asked for that. */
export const revocationGrounds = ['issued_in_error', 'test_not_own', 'own_wish'] as const
export type RevocationGround = (typeof revocationGrounds)[number]
export type Revocation = { readonly ground: RevocationGround; readonly at: Temporal.Instant }

/** That somebody finished a course, with what they did for it, as it was on that day. */
export type Certificate = {
  readonly id: string
  readonly enrolmentId: string
  readonly accountId: AccountId
  readonly name: string
  readonly course: string
  readonly title: string
  readonly onlineMinutes: number
  readonly inPersonMinutes: number
  readonly scorePercent: number
  readonly issuedOn: Temporal.PlainDate
  readonly issuedAt: Temporal.Instant
  /** The first day on which it no longer counts. */
  readonly expiresOn: Temporal.PlainDate
  readonly statusIndex: number
  readonly revocation: Revocation | null
}

export type CertificateState = 'valid' | 'lapsed' | 'revoked'

/** What it is worth on a day of its region. */
export function stateOf(
  { expiresOn }: Pick<Certificate, 'expiresOn'>,
  today: Temporal.PlainDate,
  revocation: Revocation | null,
): CertificateState {
  if (revocation !== null) return 'revoked'
  return Temporal.PlainDate.compare(today, expiresOn) < 0 ? 'valid' : 'lapsed'
}

/** The last day on which it counts, as papers say it. */
export function lastDayOf({ expiresOn }: Pick<Certificate, 'expiresOn'>): Temporal.PlainDate {
  return expiresOn.subtract({ days: 1 })
}
