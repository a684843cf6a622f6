/** Whom the coordinator spoke to, by role. These strings are stored; what is read on the page is their words. */
export const contactRoles = [
  'chief or deputy',
  'shift commander',
  'supervisor',
  'peer coordinator of the agency',
  'dispatch supervisor',
  'training officer',
] as const
export type ContactRole = (typeof contactRoles)[number]

/** Who agreed to group process after a loss; stored as they stand. */
export const signOffRoles = ['clinical director', 'named deputy'] as const
export type SignOffRole = (typeof signOffRoles)[number]

/** How an activation may end without a team. */
export const outcomeChoices = ['advice_only', 'referred_elsewhere', 'declined', 'stood_down'] as const
export type OutcomeChoice = (typeof outcomeChoices)[number]
