import type { AccountId, MemberId, RegionId } from './ids.ts'

/** Who acts: an account with its roles in this region, a member answering by a signed link, or the system. */
export type Actor =
  | {
      readonly kind: 'account'
      readonly accountId: AccountId
      readonly regionId: RegionId
      readonly roles: readonly Role[]
    }
  | { readonly kind: 'member'; readonly memberId: MemberId; readonly regionId: RegionId }
  | { readonly kind: 'visitor'; readonly regionId: RegionId }
  | { readonly kind: 'system'; readonly regionId: RegionId }

export const roles = [
  'peer',
  'duty_coordinator',
  'clinical_director',
  'agency_contact',
  'administrator',
  'instructor',
  'learner',
] as const
export type Role = (typeof roles)[number]

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.kind === 'account' && actor.roles.some((role) => wanted.includes(role))
}

/** By whose hand something is written; null: nobody with an account. */
export function accountOf(actor: Actor): AccountId | null {
  return actor.kind === 'account' ? actor.accountId : null
}
