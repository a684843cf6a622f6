import { type Actor, hasRole } from '../platform/actor.ts'

export type ActivationAct = 'see' | 'record_contact' | 'approve' | 'end' | 'open' | 'close_out'

/** Coordinators run activations, the clinical director sees and may act in their place; nobody else does. */
export function may(actor: Actor, act: ActivationAct): boolean {
  if (actor.kind === 'system') return act === 'see'
  return hasRole(actor, 'duty_coordinator', 'clinical_director')
}
