/**
 * A course as its files say it (`content/courses/README.md` has the format). Texts are HTML that our own renderer made of
 * Markdown: nothing in it was typed as HTML.
 */
export type Course = {
  /** The folder's name. */
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly audience: string
  /** An outline has objectives and sources, and nothing to learn yet. */
  readonly depth: 'full' | 'outline'
  readonly version: number
  /** What its authors planned, in hours. */
  readonly hours: { readonly online: number; readonly inPerson: number }
  /** It speaks of suicide or crisis: unreviewed, it counts toward no duty. */
  readonly crisis: boolean
  /** Courses that are taken before, by id. */
  readonly after: readonly string[]
  readonly objectives: readonly Named[]
  /** What an instructor watches in a room. */
  readonly skills: readonly Named[]
  /** Questions drawn for one test; null: there is none. */
  readonly test: { readonly questions: number } | null
  readonly intro: readonly Section[]
  readonly lessons: readonly Lesson[]
  readonly practice: readonly Practice[]
  readonly bank: readonly Question[]
  readonly handouts: readonly Handout[]
  readonly facilitator: Facilitator | null
  /** Keys of what it cites; those of `intro` come first, so that its numbers are this list's. */
  readonly sources: readonly string[]
  /** SHA-256 over all its files but for the line `reviewed`, in hex: what a review is about. */
  readonly fingerprint: string
}

export type Named = { readonly id: string; readonly text: string }

export type Lesson = {
  /** The file's name without its ending: `01-what-a-peer-supporter-is`. */
  readonly id: string
  readonly title: string
  /** Estimated, with its checks. */
  readonly minutes: number
  readonly objectives: readonly string[]
  /** The first has the id `start` where words stand before the first heading. */
  readonly sections: readonly Section[]
  /** Keys of what it cites, in the order of citation: the first is number 1. */
  readonly sources: readonly string[]
}

export type Section = { readonly id: string; readonly title: string; readonly blocks: readonly Block[] }

export type Block =
  | { readonly kind: 'prose'; readonly html: string }
  | { readonly kind: 'scene'; readonly html: string }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'pack'; readonly show: PackPart }
  | { readonly kind: 'help-lines' }

/** What of a state's pack a lesson may bring. */
export const packParts = [
  'law',
  'supporter',
  'covered',
  'protects',
  'exceptions',
  'notes',
  'dutyToProtect',
] as const
export type PackPart = (typeof packParts)[number]

/** A question inside a lesson: it is there to learn from, and counts for nothing. */
export type Check = {
  readonly id: string
  readonly ask: string
  readonly options: readonly { readonly text: string; readonly right: boolean; readonly say: string }[]
}

/** A conversation that branches. */
export type Practice = {
  readonly id: string
  readonly title: string
  readonly minutes: number
  readonly objectives: readonly string[]
  readonly scene: string
  readonly start: string
  readonly turns: Readonly<Record<string, Turn>>
}
export type Turn = { readonly ends: string } | { readonly they: string; readonly choices: readonly Choice[] }
export type Choice = {
  readonly say: string
  /** What it does to the talk. */
  readonly effect: 'opens' | 'neither' | 'closes'
  readonly why: string
  /** The turn it leads to. */
  readonly to: string
}

/** Of the bank a test draws from. Its right answer leaves the server with no page before the test was handed in. */
export type Question = {
  readonly id: string
  readonly objective: string
  readonly lesson: string
  readonly ask: string
  readonly options: readonly { readonly text: string; readonly right: boolean }[]
  readonly why: string
  readonly source: string
}

export type Handout = {
  readonly id: string
  readonly title: string
  readonly sections: readonly Section[]
  readonly sources: readonly string[]
  /** Null: not translated. */
  readonly es: { readonly title: string; readonly sections: readonly Section[] } | null
}

/** Citations in it are numbered by the course's own list. */
export type Facilitator = {
  readonly title: string
  /** Hours in a room. */
  readonly hours: number
  readonly skills: readonly string[]
  readonly sections: readonly Section[]
}

/** Whence something is known. `kind: practice`: from no source; pages say so. */
export type Source = {
  readonly key: string
  readonly kind: 'published' | 'practice'
  readonly title: string
  /** Its address; null for common practice. */
  readonly where: string | null
  /** How much of it was seen. */
  readonly read: string
  readonly on: string | null
}

/** All courses that can be read, in the order of their titles' folders, and every source. */
export type Library = {
  readonly courses: readonly Course[]
  readonly sources: ReadonlyMap<string, Source>
}
