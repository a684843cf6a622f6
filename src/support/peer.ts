import type { MemberId } from '../platform/ids.ts'
import type { Discipline } from '../region/index.ts'

/** What a peer may say they have lived through; each chooses, and may choose none. */
export const livedCodes = [
  'death_of_a_child',
  'line_of_duty_death',
  'shooting',
  'suicide_of_a_colleague',
  'mass_casualty',
  'own_injury',
  'divorce',
  'drinking',
  'moral_injury',
  'retirement',
  'military_service',
  'loss_of_a_partner',
] as const
export type Lived = (typeof livedCodes)[number]

/** When somebody usually answers, by the region's clock. */
export const answerTimes = ['mornings', 'days', 'evenings', 'nights', 'weekends'] as const
export type AnswerTime = (typeof answerTimes)[number]

/** How much somebody carries: a coarse band, and never a number. */
export type PeerLoad = 'light' | 'some' | 'much'

/** What others see of a peer: only what they chose to show. */
export type PeerProfile = {
  readonly shownAs: string
  readonly discipline: Discipline
  /** Null: they don't say where they serve. */
  readonly agency: string | null
  readonly languages: readonly string[]
  readonly lived: readonly Lived[]
  readonly answers: readonly AnswerTime[]
  readonly published: boolean
}

/** The key that seekers seal to, signed by the identity that the six words on the peer's card stand for. Bytes. */
export type PeerKey = {
  readonly identityKey: Uint8Array
  readonly identityMadeOn: Temporal.PlainDate
  readonly number: number
  readonly publicKey: Uint8Array
  readonly madeOn: Temporal.PlainDate
  readonly signature: Uint8Array
}

export type ShownPeer = {
  readonly memberId: MemberId
  readonly profile: PeerProfile
  readonly onDuty: boolean
  readonly load: PeerLoad
  /** Null: they can be telephoned for, and not written to. */
  readonly key: PeerKey | null
}

/** How many peers one conversation may wait for. */
export const mostReaders = 40

/** Hours for which an identity that came after a loss receives nothing, so that whoever holds an old card can notice. */
export const quietHours = 72

type Standing = {
  readonly published: boolean
  readonly deployableUntil: Temporal.PlainDate | null
  readonly quietUntil: Temporal.Instant | null
}

/** Whether somebody who looks for a peer is shown this one on that day: they chose to be, and may go. */
export function isShown({ published, deployableUntil }: Standing, today: Temporal.PlainDate): boolean {
  return published && deployableUntil !== null && Temporal.PlainDate.compare(today, deployableUntil) <= 0
}

/** Whether a conversation may be sealed to them. */
export function mayReceive(peer: Standing, today: Temporal.PlainDate, now: Temporal.Instant): boolean {
  return isShown(peer, today) && haltOf(peer, today, now) === null
}

/** Why a peer is served nothing of what they took: their papers ended, or their keys are new after a loss. */
export type Halt = 'lapsed' | 'new_keys'

/** Null: they go on with what they took, whether or not they show themselves to whoever looks for somebody new. */
export function haltOf(
  { deployableUntil, quietUntil }: Standing,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Halt | null {
  if (deployableUntil === null || Temporal.PlainDate.compare(today, deployableUntil) > 0) return 'lapsed'
  return quietUntil !== null && Temporal.Instant.compare(now, quietUntil) < 0 ? 'new_keys' : null
}
