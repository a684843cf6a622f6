import { type PlanState, wasSomeHeld } from './planState.ts'

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

/** How a person may say that an activation ends. */
export const outcomeChoices = [
  'advice_only',
  'referred_elsewhere',
  'declined',
  'stood_down',
  'closed',
] as const
/** Those that fit: once a session was held, nothing was declined; nobody asks for advice on a booking. */
export function endings(booked: boolean, plans: readonly PlanState[]): readonly OutcomeChoice[] {
  if (wasSomeHeld(plans)) return ['closed', 'referred_elsewhere']
  return outcomeChoices.filter((code) => code !== 'closed' && !(booked && code === 'advice_only'))
}

export type OutcomeChoice = (typeof outcomeChoices)[number]
