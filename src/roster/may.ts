import { type Actor, hasRole, type Role } from '../platform/actor.ts'
import type { MemberId } from '../platform/ids.ts'

export type RosterAct =
  | 'add_member'
  | 'keep_records'
  | 'confirm_details'
  | 'import_sheet'
  | 'export_sheet'
  | 'select'
  | 'deselect'
  | 'suspend'
  | 'reinstate'
  | 'clear'
  | 'keep_shifts'

const keepers: readonly Role[] = ['duty_coordinator', 'administrator']
/** The clinical director approves and evaluates peers (general knowledge of the field), so reviews are theirs. */
const reviewers: readonly Role[] = ['clinical_director']

const table: Readonly<Record<RosterAct, readonly Role[]>> = {
  add_member: keepers,
  keep_records: keepers,
  confirm_details: keepers,
  import_sheet: keepers,
  export_sheet: keepers,
  select: keepers,
  deselect: keepers,
  suspend: reviewers,
  reinstate: reviewers,
  clear: reviewers,
  keep_shifts: keepers,
}

/** Coordinators and administrators keep the roster, the clinical director reviews; members confirm their own details. */
export function may(actor: Actor, act: RosterAct, memberId: MemberId | null): boolean {
  if (actor.kind === 'member')
    return (act === 'confirm_details' || act === 'keep_shifts') && actor.memberId === memberId
  return hasRole(actor, ...table[act])
}
