import type { Channel } from '../messaging/index.ts'
import type { MemberId } from '../platform/ids.ts'
import type { Region } from '../region/index.ts'

/** What became of one message of a drill. */
export type LineState =
  | 'answered'
  /** Sent, and the drill runs. */
  | 'waiting'
  /** Sent, and the drill ended without an answer. */
  | 'silent'
  /** Still ours: it waits for its turn, or no mail system and no phone company took it. */
  | 'unsent'
  | 'refused'
  | 'undelivered'
  /** STOP was said from the number. */
  | 'stopped'

type Answerable = { readonly answeredAt: Temporal.Instant | null }
type Wire = { readonly outcome: string | null; readonly state: string | null }

export function lineState(line: Answerable, wire: Wire | undefined, over: boolean): LineState {
  if (line.answeredAt !== null) return 'answered'
  switch (wire?.outcome ?? null) {
    case 'refused':
      return 'refused'
    case 'stopped':
      return 'stopped'
    case 'taken':
      if (wire?.state === 'undelivered') return 'undelivered'
      return over ? 'silent' : 'waiting'
    default:
      return 'unsent'
  }
}

export type DrillWay = {
  readonly state: LineState
  /** When it was answered, or else sent; null: neither. */
  readonly at: Temporal.Instant | null
}

export type DrillRow = {
  readonly person: string
  readonly name: string
  /** Null: a coordinator who is no member. */
  readonly memberId: MemberId | null
  readonly ways: ReadonlyMap<Channel, DrillWay>
  readonly reached: boolean
}

export type DrillSummary = {
  readonly id: string
  readonly beganAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly byHand: boolean
  readonly asked: number
  readonly reached: number
}

export type DrillsView = {
  readonly region: Region
  readonly now: Temporal.Instant
  /** Newest first. */
  readonly drills: readonly DrillSummary[]
  /** The one whose results are shown; null: there was none yet. */
  readonly shown: DrillSummary | null
  readonly rows: readonly DrillRow[]
  readonly nextAt: Temporal.Instant | null
  readonly mayBegin: boolean
}

/** Whom somebody should telephone: silent to the end, or not reached that way already. */
export function needsHand(row: Pick<DrillRow, 'reached' | 'ways'>, over: boolean): boolean {
  if (row.reached) return false
  return over || [...row.ways.values()].some((way) => failed.includes(way.state))
}

const failed: readonly LineState[] = ['refused', 'undelivered', 'stopped']
