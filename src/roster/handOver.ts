import { done, type Outcome } from '../platform/problem.ts'
import { hasUnseen } from '../platform/unseen.ts'
import { problem, type RosterCode } from './problems.ts'

/** What one coordinator leaves the next. */
export type HandOverNote = {
  readonly id: string
  readonly note: string
  readonly writtenAt: Temporal.Instant
}

/** Letters in a note, at most; as the database counts them. */
export const noteLength = 500
/** A note is for the next few turns, no record: after this it is deleted. */
export const noteDays = 14

/** A note as typed, with line breaks of one kind. */
export function readNote(typed: string): Outcome<string, RosterCode> {
  const note = typed.replace(/\r\n?/g, '\n').trim()
  if (note === '') return problem('text_missing', 'text')
  if ([...note].length > noteLength) return problem('note_long', 'text')
  return hasUnseen(note.replaceAll('\n', ' ')) ? problem('note_unreadable', 'text') : done(note)
}
