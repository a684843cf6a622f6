import type { MemberId, RegionId } from '../platform/ids.ts'

/** As the team knows somebody: what two who speak tonight need of each other. A number counts once it is proven. */
export type Known = { readonly name: string; readonly phone: string | null; readonly email: string }

/** How it stands with what a link, or a call, asks. Who asks is said only to somebody who may still take it, or has it. */
export type Asked =
  /** No link that was made here; null: in no region. */
  | { readonly stands: 'nothing'; readonly regionId: RegionId | null }
  | { readonly stands: 'late'; readonly regionId: RegionId }
  | Gone<'over'>
  | Gone<'colleague'>
  | Here<'open'>
  | Here<'theirs'>

type Gone<Stands> = {
  readonly stands: Stands
  readonly regionId: RegionId
  /** Whose link it is. */
  readonly rung: MemberId | null
}
type Here<Stands> = {
  readonly stands: Stands
  readonly regionId: RegionId
  readonly rung: MemberId
  readonly id: string
  readonly peer: Known
}
