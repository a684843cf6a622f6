import type { AgencyId } from '../platform/ids.ts'
import type { EnrolmentHow, EntryMode } from './enrolment.ts'

export type Code = {
  readonly id: string
  readonly word: string
  readonly uses: number
  readonly used: number
  readonly expiresOn: Temporal.PlainDate
  readonly agencyId: AgencyId | null
  readonly ended: boolean
}

export type Seats = { readonly agencyId: AgencyId; readonly seats: number; readonly taken: number }

export type CodeState = 'open' | 'used' | 'over' | 'ended'

/** Why a code lets somebody in, or no longer does. */
export function codeState(code: Code, today: Temporal.PlainDate): CodeState {
  if (code.ended) return 'ended'
  if (Temporal.PlainDate.compare(code.expiresOn, today) < 0) return 'over'
  return code.used >= code.uses ? 'used' : 'open'
}

/**
 * Whether somebody gets in at once, asks for a yes, or not at all. Whoever lacks a course that comes before may ask where a
 * coordinator decides; elsewhere no seat, list or code stands in for it.
 */
export function entrance(
  how: EnrolmentHow,
  mode: EntryMode,
  lacks: boolean,
): 'at_once' | 'asks' | 'course_closed' | 'take_before' {
  if (how === 'alone' && mode === 'closed') return 'course_closed'
  if (lacks) return mode === 'approval' ? 'asks' : 'take_before'
  return how === 'alone' && mode === 'approval' ? 'asks' : 'at_once'
}

/** A code as it is kept, from one typed in any case, with or without the dash; '' where nothing was typed. */
export function wordFrom(typed: string): string {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return bare === '' ? '' : `${bare.slice(0, 4)}-${bare.slice(4)}`
}
