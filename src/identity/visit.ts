import type { Actor } from '../platform/actor.ts'
import type { RegionId } from '../platform/ids.ts'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'

/** A signed-in person opens a page of one region: who, in which language, and the address to come back to. */
export type Visit = {
  readonly actor: Actor
  readonly regionId: RegionId
  readonly lang: Language
  readonly here: Path
}
