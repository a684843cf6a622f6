import type { AccountId } from '../platform/ids.ts'
import type { DeselectionGround, Recorded, ReinstatementGround, SuspensionGround } from './grounds.ts'
import type { Standing } from './standing.ts'

/** Who entered or decided it, and when; null: brought in with the roster. */
export type Entered = { readonly at: Temporal.Instant; readonly by: AccountId | null }

/** A reference to a document; the document itself stays where it is kept. */
export const evidenceKinds = ['certificate', 'letter', 'card', 'register_entry'] as const
export type Evidence = {
  readonly kind: (typeof evidenceKinds)[number]
  /** Where it is kept, for whoever has to find it. */
  readonly kept: string
}

type With<Kept extends keyof Standing, More> = {
  readonly [Key in Kept]: Standing[Key] extends readonly (infer Row)[] ? readonly (Row & More)[] : never
}

/** All that the team keeps on a member's standing: the facts of the rule, and how each came to be. */
export type MemberFile = Pick<Standing, 'role'> &
  With<
    'credentials',
    {
      readonly number: string
      readonly evidence: Evidence | null
      readonly entered: Entered
      readonly takenBack: boolean
      /** As printed; `expiresOn` is earlier where the paper was taken back before. */
      readonly printedUntil: Temporal.PlainDate
      /** The day on which it was taken back; null: it was not. */
      readonly endedOn: Temporal.PlainDate | null
    }
  > &
  With<'agreements', { readonly entered: Entered }> &
  With<
    'designations',
    { readonly document: string; readonly entered: Entered; readonly ended: Entered | null }
  > &
  With<'leaves', { readonly entered: Entered }> &
  With<
    'selections',
    {
      readonly decided: Entered
      readonly deselection: { readonly ground: DeselectionGround; readonly decided: Entered } | null
    }
  > &
  With<
    'suspensions',
    {
      readonly ground: Recorded<SuspensionGround>
      readonly decided: Entered
      readonly reinstatement: {
        readonly ground: Recorded<ReinstatementGround>
        readonly decided: Entered
      } | null
    }
  >

/** How sure the team is to reach somebody. */
export type Details = {
  /** Null: never confirmed. */
  readonly confirmedAt: Temporal.Instant | null
  /** When the address in use was proven; null: never, or not since it was last changed. */
  readonly mailVerifiedAt: Temporal.Instant | null
}
