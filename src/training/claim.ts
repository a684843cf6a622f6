import type { AccountId, MemberId } from '../platform/ids.ts'
import type { Evidence } from '../roster/index.ts'

/** Why a paper is not taken for what it was entered as. */
export const claimGrounds = ['not_readable', 'not_theirs', 'wrong_dates', 'unknown_issuer'] as const
export type ClaimGround = (typeof claimGrounds)[number]

/** What a person found who looked at it. */
export type ClaimVerdict =
  | { readonly verdict: 'seen' }
  | { readonly verdict: 'not_accepted'; readonly why: ClaimGround }

/** How a paper stands that was looked at; one that was seen may later be taken back. */
export type ClaimCheck = ClaimVerdict | { readonly verdict: 'withdrawn'; readonly why: ClaimGround }

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
  readonly check: ClaimCheck | null
  /** On whose file with the team it stands. */
  readonly filedFor: MemberId | null
  /** The last day on which it could not be filed, because it is on somebody else's file; null: it never was tried in vain. */
  readonly collidedOn: Temporal.PlainDate | null
}

type Sheet = Pick<ClaimGiven, 'kind' | 'issuer' | 'number' | 'issuedOn'>

/** The same sheet of paper, however it was typed. */
export function samePaper(one: Sheet, other: Sheet): boolean {
  return (
    folded(one.kind) === folded(other.kind) &&
    folded(one.issuer) === folded(other.issuer) &&
    bare(one.number) === bare(other.number) &&
    one.issuedOn.equals(other.issuedOn)
  )
}

const folded = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ')
/** Letters and digits alone; a number that has none stays what it is. */
const bare = (text: string) => folded(text).replace(/[^\p{L}\p{N}]/gu, '') || folded(text)
