import type { Actor } from '../platform/actor.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'

/** A signed-in person opens a page of one region: who, in which language, and the address to come back to. */
export type Visit = {
  readonly actor: Actor
  /** Who they are on the region's roster, if anybody. */
  readonly memberId: MemberId | null
  readonly regionId: RegionId
  /** Whether this session was proven by a passkey; true wherever nobody is asked for a proof. */
  readonly byPasskey: boolean
  readonly lang: Language
  readonly here: Path
}
