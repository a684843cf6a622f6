/** The kinds of acts, in the order in which a list offers them. */
export const actKinds = [
  'access',
  'roster',
  'duty',
  'requests',
  'callOut',
  'aid',
  'afterwards',
  'training',
  'region',
] as const
export type ActKind = (typeof actKinds)[number]

/** Every act that leaves an entry, and its kind. A code that was ever written stays. */
export const acts = {
  invitation_made: 'access',
  invitation_accepted: 'access',
  administrator_link_made: 'access',
  role_granted: 'access',
  role_ended: 'access',
  recovery_begun: 'access',
  recovery_objected: 'access',
  recovery_called_off: 'access',
  recovery_confirmed: 'access',
  recovery_done: 'access',
  operator_recovered: 'access',
  passkey_added: 'access',
  passkey_removed: 'access',
  app_added: 'access',
  app_removed: 'access',
  codes_made: 'access',

  member_added: 'roster',
  member_selected: 'roster',
  member_deselected: 'roster',
  member_suspended: 'roster',
  member_reinstated: 'roster',
  member_cleared: 'roster',
  credential_recorded: 'roster',
  agreement_recorded: 'roster',
  designation_recorded: 'roster',
  designation_ended: 'roster',
  leave_recorded: 'roster',
  leave_ended: 'roster',
  address_changed: 'roster',
  details_confirmed: 'roster',
  further_agencies_changed: 'roster',
  sheet_imported: 'roster',
  sheet_exported: 'roster',

  member_times_entered: 'duty',
  member_time_removed: 'duty',
  coordinator_shifts_entered: 'duty',
  coordinator_shift_removed: 'duty',
  shift_taken_over: 'duty',
  drill_begun: 'duty',

  request_entered: 'requests',
  booking_entered: 'requests',
  request_taken: 'requests',
  request_handed_on: 'requests',
  contact_recorded: 'requests',
  facts_recorded: 'requests',
  incidents_imported: 'requests',
  incident_confirmed: 'requests',
  incident_left_at_advice: 'requests',

  plan_approved: 'callOut',
  more_asked: 'callOut',
  member_asked_by_name: 'callOut',
  exception_allowed: 'callOut',
  member_refused: 'callOut',
  answer_recorded: 'callOut',
  session_moved: 'callOut',
  briefing_written: 'callOut',
  plan_stood_down: 'callOut',
  activation_ended: 'callOut',

  neighbour_asked: 'aid',
  neighbour_answered: 'aid',
  guest_accepted: 'aid',
  guest_left: 'aid',

  session_closed_out: 'afterwards',
  follow_up_entered: 'afterwards',
  follow_up_done: 'afterwards',
  follow_up_moved: 'afterwards',
  follow_up_given: 'afterwards',
  postvention_step_done: 'afterwards',
  referral_added: 'afterwards',
  referral_changed: 'afterwards',
  referral_vetted: 'afterwards',
  referral_retired: 'afterwards',

  certificate_revoked: 'training',
  issuer_key_rotated: 'training',
  issuer_key_lost: 'training',

  region_founded: 'region',
  policy_changed: 'region',
  agency_phone_changed: 'region',
  trail_exported: 'region',
  entries_retired: 'region',
  rows_removed: 'region',
  hold_set: 'region',
  hold_lifted: 'region',
} as const satisfies Record<string, ActKind>
export type Act = keyof typeof acts

export function isAct(code: string): code is Act {
  return Object.hasOwn(acts, code)
}

export function actsOf(kind: ActKind): Act[] {
  return (Object.keys(acts) as Act[]).filter((act) => acts[act] === kind)
}
