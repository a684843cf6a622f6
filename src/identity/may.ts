import { type Actor, hasRole } from '../platform/actor.ts'

export type IdentityAct = 'invite'

/** Administrators bring people in; the system does it for the command line. */
export function may(actor: Actor, act: IdentityAct): boolean {
  switch (act) {
    case 'invite':
      return actor.kind === 'system' || hasRole(actor, 'administrator')
  }
}
