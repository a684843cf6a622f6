import { type Actor, hasRole, type Role } from '../platform/actor.ts'

export type TrainingAct =
  /** Entry, codes, seats, lists, approvals, transcripts, papers of others. */
  | 'keep_training'
  /** Say that a version of a course was read by a clinician and holds in this region. */
  | 'review_course'
  /** Plan classes, and keep those one teaches. */
  | 'teach'
  /** Keep anybody's class. */
  | 'keep_classes'
  | 'fill_seats'
  | 'rotate_keys'
  /** Courses as authors see them, with answers and findings. */
  | 'preview'

const table: Readonly<Record<TrainingAct, readonly Role[]>> = {
  keep_training: ['duty_coordinator', 'administrator'],
  review_course: ['clinical_director'],
  teach: ['instructor'],
  keep_classes: ['duty_coordinator', 'administrator'],
  fill_seats: ['agency_contact'],
  rotate_keys: ['administrator'],
  preview: ['instructor', 'clinical_director', 'duty_coordinator', 'administrator'],
}

/** Learning itself needs no act: it is about oneself alone. */
export function may(actor: Actor, act: TrainingAct): boolean {
  return hasRole(actor, ...table[act])
}
