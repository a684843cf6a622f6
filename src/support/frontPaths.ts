import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'

const path = (text: string) => text as Path

export const supportPaths = {
  front: (region: string) => path(`/${region}/support`),
  families: (region: string) => path(`/${region}/support/families`),
  check: (region: string) => path(`/${region}/support/check`),
  limits: (region: string) => path(`/${region}/support/limits`),
  /** The region's own front door. */
  region: (region: string) => path(`/${region}`),
  whatWeSee: (region: string) => path(`/${region}/what-we-see`),
  /** Who belongs to no region: a section of the list of regions. */
  outside: (lang: Language) => path(lang === 'en' ? '/#outside' : '/?lang=es#outside'),
} as const

/** The same page in this language. */
export const spoken = (of: Path, lang: Language): Path => (lang === 'en' ? of : path(`${of}?lang=es`))

/** Ways in whose pages stand elsewhere: null while there is no such page, and then no door is shown. */
export type SupportDoors = { readonly peers: Path | null; readonly write: Path | null }
