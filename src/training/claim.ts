import type { AccountId, MemberId } from '../platform/ids.ts'
import type { Evidence } from '../roster/index.ts'

/** Why a paper is not taken for what it was entered as. */
export const claimGrounds = ['not_readable', 'not_theirs', 'wrong_dates', 'unknown_issuer'] as const
export type ClaimGround = (typeof claimGrounds)[number]

/** What a person found who looked at it. */
export type ClaimVerdict =
  | { readonly verdict: 'seen' }
  | { readonly verdict: 'not_accepted'; readonly why: ClaimGround }

export type ClaimGiven = {
  /** Of the form: sent twice, it is one paper. */
  readonly id: string
  readonly kind: string
  readonly issuer: string
  readonly number: string
  readonly issuedOn: Temporal.PlainDate
  /** The first day on which it no longer counts. */
  readonly expiresOn: Temporal.PlainDate
  readonly evidence: Evidence
  /** As it should stand on a certificate; null: it is known already. */
  readonly name: string | null
}

/** A paper of somebody else that its holder entered. */
export type Claim = Omit<ClaimGiven, 'name'> & {
  readonly accountId: AccountId
  readonly name: string
  readonly check: ClaimVerdict | null
  /** On whose file with the team it stands. */
  readonly filedFor: MemberId | null
}

/** The same sheet of paper. */
export function samePaper(
  one: Pick<ClaimGiven, 'kind' | 'issuer' | 'number' | 'issuedOn'>,
  other: Pick<ClaimGiven, 'kind' | 'issuer' | 'number' | 'issuedOn'>,
): boolean {
  return (
    one.kind === other.kind &&
    one.issuer === other.issuer &&
    one.number === other.number &&
    one.issuedOn.equals(other.issuedOn)
  )
}
