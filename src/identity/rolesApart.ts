import type { Role } from '../platform/actor.ts'

const running: readonly Role[] = ['duty_coordinator', 'administrator']

/**
 * Whoever speaks for a department must not see what the team sees: an agency's contact can neither coordinate nor
 * administer. The database refuses the pair too (constraint grant_roles_apart).
 */
export function mayStandTogether(held: readonly Role[], wanted: Role): boolean {
  if (wanted === 'agency_contact') return !held.some((role) => running.includes(role))
  if (running.includes(wanted)) return !held.includes('agency_contact')
  return true
}
