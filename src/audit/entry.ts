import type { AccountId, ActivationId, AgencyId, MemberId, PlanId, RegionId } from '../platform/ids.ts'

/** What an act was done to: one kind with its id; `region` for what concerns all of it. */
export type Subject =
  | { readonly account: AccountId }
  | { readonly member: MemberId }
  | { readonly agency: AgencyId }
  | { readonly activation: ActivationId }
  | { readonly plan: PlanId }
  | { readonly incident: string }
  | { readonly invitation: string }
  | { readonly shift: string }
  | { readonly drill: string }
  | { readonly followUp: string }
  | { readonly referral: string }
  | { readonly class: string }
  | 'region'

export const subjectKinds = [
  ...(['account', 'member', 'agency', 'activation', 'plan', 'incident', 'invitation'] as const),
  ...(['shift', 'drill', 'follow_up', 'referral', 'class', 'region'] as const),
]
export type SubjectKind = (typeof subjectKinds)[number]

/** Codes of our own, ids and small numbers; the database refuses anything that could be somebody's words. */
export type Detail = Readonly<Record<string, string | number>>

export const actorKinds = ['account', 'member', 'visitor', 'system'] as const
export type ActorKind = (typeof actorKinds)[number]

/** One link of a region's chain, as it is kept. */
export type Entry = {
  readonly regionId: RegionId
  /** From 1, without a gap. */
  readonly number: number
  readonly at: Temporal.Instant
  readonly actorKind: string
  readonly actorId: string | null
  readonly roles: readonly string[]
  readonly act: string
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly detail: Detail
  /** Hexadecimal, as every hash here. */
  readonly previous: string
  readonly hash: string
}

/** A place in a chain that somebody wrote down elsewhere. */
export type Anchor = { readonly hash: string; readonly number: number }
