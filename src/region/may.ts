import { type Actor, hasRole } from '../platform/actor.ts'

export type RegionAct = 'see_policy' | 'change_policy' | 'keep_phones'

/** The numbers are decided by who runs the team and by who answers for its care; coordinators work under them and see them. */
export function may(actor: Actor, act: RegionAct): boolean {
  if (hasRole(actor, 'administrator', 'clinical_director')) return true
  return act !== 'change_policy' && hasRole(actor, 'duty_coordinator')
}
