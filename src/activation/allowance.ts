import type { AccountId } from '../platform/ids.ts'

/** What a coordinator may allow for one plan when no team exists: how far and how evenly people are asked. */
export type Relaxable = 'farther' | 'one_more_of_an_agency'
/** The last one only where the region's policy warns of members of an affected agency instead of blocking them. */
export const allowables = ['farther', 'one_more_of_an_agency', 'affected_agency'] as const
export type Allowable = (typeof allowables)[number]

/** Why somebody of an affected agency may be asked. */
export const allowanceReasons = ['nobody_else', 'asked_by_the_group', 'other_unit'] as const
export type AllowanceReason = (typeof allowanceReasons)[number]

export type Allowance = {
  readonly what: Allowable
  readonly reason: AllowanceReason | null
  readonly at: Temporal.Instant
  readonly by: AccountId
}
