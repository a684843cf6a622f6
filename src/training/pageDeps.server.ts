import type { Visit } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import type { StatePack } from '../region/index.ts'
import type { HelpLine } from '../ui/helpLine.ts'
import type { Course, Library } from './course.ts'
import type { TeamDeps } from './enter.server.ts'
import type { CourseView } from './learnView.ts'

type StudyDeps = TeamDeps & {
  readonly secrets: Secrets
  readonly packs: ReadonlyMap<string, StatePack>
  readonly library: Library
  readonly publicUrl: URL
}

/** What the pages of whoever keeps training need. */
export type KeepDeps = StudyDeps & {
  /** The accounts of these addresses, in one question; an address without one is left out. */
  accountsAt(emails: readonly string[]): Promise<ReadonlyMap<string, AccountId>>
}

/** What those of whoever learns need. */
export type LearnDeps = StudyDeps & {
  readonly help: readonly HelpLine[]
  emailOf(account: AccountId): Promise<string | null>
}

export type Account = Extract<Actor, { kind: 'account' }>
/** Somebody signed in opens a course of their own. */
export type Opened<View extends CourseView = CourseView> = {
  readonly visit: Visit
  readonly actor: Account
  readonly view: View
}
/** The same, of which only the course matters. */
export type Taking = {
  readonly actor: Account
  readonly course: Course
  readonly enrolmentId: string
  readonly slug: string
}
