import type { HelpLine } from './helpLine.ts'
import type { Path } from './path.ts'

/** What every page stands in: the reviewed help lines and the two stylesheets' addresses. */
export type Chrome = {
  readonly help: readonly HelpLine[]
  readonly publicStylesheet: Path
  /** Of the public pages of courses. */
  readonly courseStylesheet: Path
  readonly teamStylesheet: Path
  /** Keeps a facilitator's card on the phone. */
  readonly keepCard: Path
  /** Keeps a board live. */
  readonly board: Path
  /** Has a browser notified. */
  readonly push: Path
  /** Asks the browser for a passkey. */
  readonly passkey: Path
  /** Writes to a peer. */
  readonly write: Path
  /** Opens what was written to one. */
  readonly conversations: Path
  /** What takes a moment, beside the page of a conversation. */
  readonly talkWorker: Path
  /** Adds up a self-check, on the device. */
  readonly check: Path
}
