import type { Channel } from '../messaging/index.ts'
import type { Path } from '../ui/path.ts'
import type { Strength } from './strength.ts'

export type Passkey = {
  readonly id: string
  readonly name: string
  readonly madeAt: Temporal.Instant
  readonly usedOn: Temporal.PlainDate | null
}

/** What an account can prove itself with beside its mailbox. */
export type Factors = {
  readonly passkeys: readonly Passkey[]
  /** Whether an authenticator app is set up. */
  readonly app: boolean
  readonly codesLeft: number
}

export function hasFactor({ passkeys, app }: Factors): boolean {
  return passkeys.length > 0 || app
}

/** A region somebody has a role in, and where they choose how it reaches them. */
export type OwnRegion = {
  readonly name: string
  readonly timeZone: string
  /** The ways that work now, of those they chose there. */
  readonly ways: readonly Channel[]
  readonly reach: Path
  readonly hears: Path
}

/** All that is kept of an open session beside the hash of its secret. */
export type OwnSession = {
  readonly id: string
  readonly openedAt: Temporal.Instant
  readonly seenOn: Temporal.PlainDate | null
  readonly strength: Strength
}
