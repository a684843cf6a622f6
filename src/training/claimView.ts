import type { Region } from '../region/index.ts'
import type { Claim } from './claim.ts'

/** Somebody's own papers of other bodies, and what a new one is entered with. */
export type ClaimsView = {
  readonly region: Region
  /** As it stands on certificates; null: never asked. */
  readonly name: string | null
  /** How the roster calls them, where it knows them. */
  readonly suggested: string | null
  /** Kinds that the region asks for, but courses of ours: their certificates come by themselves. */
  readonly kinds: readonly string[]
  /** Whom the state's law names; null: no text that was read names anybody. */
  readonly certifiedBy: readonly string[] | null
  /** Newest first. */
  readonly claims: readonly Claim[]
}

/** Papers that nobody looked at yet, for whoever looks. */
export type WaitingClaims = readonly {
  readonly claim: Claim
  /** One's own: somebody else looks at it. */
  readonly own: boolean
  /** Somebody else has this very paper. */
  readonly ofOther: boolean
  /** Whether the state's law names its issuer; null: it names none. */
  readonly named: boolean | null
}[]
