import type { Role } from '../platform/actor.ts'

/** What a session was proven with; a recovery code stands for the authenticator app it was printed for. */
export type Strength = 'link' | 'passkey' | 'totp'

/**
 * Who runs the team, and who clears members and reads why they rest: a stolen mailbox must not open that. A peer's and a contact's
 * pages show little beyond what their own mail says.
 */
const proving: readonly Role[] = ['administrator', 'duty_coordinator', 'clinical_director']

export function rolesNeedProof(roles: readonly Role[]): boolean {
  return roles.some((role) => proving.includes(role))
}
