import { type Actor, hasRole, type Role } from '../platform/actor.ts'
import type { MemberId } from '../platform/ids.ts'
import type { Whose } from './dutyShift.ts'

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
  | 'keep_calendar'
  | 'hand_over'
  | 'begin_drill'
  | 'see_drills'

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
  /** Their own: whoever can be on call. */
  keep_calendar: ['peer', 'duty_coordinator'],
  hand_over: ['duty_coordinator'],
  begin_drill: ['duty_coordinator'],
  see_drills: [...keepers, ...reviewers],
}

/** Coordinators and administrators keep the roster, the clinical director reviews; members confirm their own details. */
export function may(actor: Actor, act: RosterAct, memberId: MemberId | null): boolean {
  if (actor.kind === 'member')
    return (act === 'confirm_details' || act === 'keep_shifts') && actor.memberId === memberId
  return hasRole(actor, ...table[act])
}

/** Whose shift may be offered: members their own, those who keep shifts a member's, coordinators their own. */
export function mayOffer(actor: Actor, whose: Whose): boolean {
  if (whose.kind === 'member') return may(actor, 'keep_shifts', whose.memberId)
  return actor.kind === 'account' && hasRole(actor, 'duty_coordinator') && actor.accountId === whose.accountId
}

/** Members stand in for members, coordinators for coordinators. */
export function mayStandIn(actor: Actor, whose: Whose): boolean {
  return whose.kind === 'member' ? actor.kind === 'member' : hasRole(actor, 'duty_coordinator')
}
