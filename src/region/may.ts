import { type Actor, hasRole } from '../platform/actor.ts'

export type RegionAct = 'change_policy'

/** The numbers are decided by who runs the team and by who answers for its care; coordinators work under them. */
export function may(actor: Actor, act: RegionAct): boolean {
  return act === 'change_policy' && hasRole(actor, 'administrator', 'clinical_director')
}
