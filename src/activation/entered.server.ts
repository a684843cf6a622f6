import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Notices } from '../platform/notices.server.ts'
import type { Region } from '../region/index.ts'
import type { HelpLine } from '../ui/helpLine.ts'
import type { Path } from '../ui/path.ts'
import type { Deps } from './callOut.server.ts'

/** A coordinator who may see activations, or the answer to everybody else. */
export type Entered = (context: Context) => Promise<Visit | Response>

export type TeamDeps = Deps & {
  /** Who asks, in which region; found by the composition root from the session. Null: sign in first. */
  visit(request: Request, slug: string): Promise<Visit | null>
  /** The signed-in page around a page's own content. */
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  readonly help: readonly HelpLine[]
  /** What changed, as it is committed. */
  readonly notices: Notices
  /** Streams end with the process: called when it stops. */
  ending(stopped: () => void): { over(): boolean; forget(): void }
  /** The board's script; a page without it is reloaded by hand. */
  readonly boardScript: Path
  /** How an account is shown to coordinators. */
  nameOf(account: AccountId): Promise<string | null>
  /** Where a coordinator goes on. */
  today(region: string): string
}
