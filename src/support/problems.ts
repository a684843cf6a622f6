import { problemsOf } from '../platform/problem.ts'

const kinds = {
  /** Closed, expired, or never there: nobody is told which. */
  not_open: 'missing',
  not_allowed: 'forbidden',
  /** A peer's own: nobody is signed in here any more. As missing as whatever is of another region. */
  signed_out: 'missing',
  /** A peer's own: they were signed in by mail, or by an app, and conversations open by passkey alone. */
  passkey_first: 'forbidden',
  /** A peer's own: what lets them go has ended, or their keys are new after a loss. */
  lapsed: 'forbidden',
  new_keys: 'forbidden',
  /** Another peer was faster, or the seeker wrote to somebody else. */
  claimed_already: 'conflict',
  /** Nobody has it yet, so nobody can be let in. */
  not_taken: 'conflict',
  /** This number is taken by other bytes: fetch what is there and number anew. */
  number_taken: 'conflict',
  number_ahead: 'conflict',
  id_taken: 'conflict',
  no_such_peer: 'invalid',
  /** The peer made a new key meanwhile. */
  key_replaced: 'conflict',
  /** Another tab made a key meanwhile: look at it first. */
  key_taken: 'conflict',
  queue_full: 'limit',
  puzzle_wrong: 'invalid',
  malformed: 'invalid',
  too_many_messages: 'limit',
  /** A peer's own: so many ways to open their keys are enough. */
  too_many_ways: 'limit',
  /** A professional was asked for too often within the hour. */
  asked_often: 'limit',
} as const

export type SupportCode = keyof typeof kinds
export const problem = problemsOf<SupportCode>(kinds)
