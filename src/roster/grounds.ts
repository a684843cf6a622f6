/**
 * Why a decision on somebody's standing was taken, as a code: whatever else was said stays with those who decided.
 * `not_recorded` is for decisions that came in with a roster, and nobody can choose it.
 */

/** Deselection: the first three are listed by IACP (general knowledge of the field), the others are nobody's fault. */
export const deselectionGrounds = [
  'confidentiality_breach',
  'missed_training',
  'loss_of_good_standing',
  'own_wish',
  'left_agency',
] as const
export type DeselectionGround = (typeof deselectionGrounds)[number]

/** Suspension: the same three while a review looks at them, or a review of anything else. */
export const suspensionGrounds = [
  'confidentiality_breach',
  'missed_training',
  'loss_of_good_standing',
  'under_review',
] as const
export type SuspensionGround = (typeof suspensionGrounds)[number]

/** What the review found (assumed list). */
export const reinstatementGrounds = ['unfounded', 'remedied', 'time_served'] as const
export type ReinstatementGround = (typeof reinstatementGrounds)[number]

export type Recorded<Ground extends string> = Ground | 'not_recorded'
