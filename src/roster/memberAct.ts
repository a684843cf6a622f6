import type { RosterAct } from './may.ts'

/** What can be done on a member's page, by the last part of its address, and the permission it asks. */
export const memberActs = {
  contact: 'keep_records',
  confirmation: 'confirm_details',
  credential: 'keep_records',
  'further-agencies': 'keep_records',
  agreement: 'keep_records',
  designation: 'keep_records',
  'designation-end': 'keep_records',
  leave: 'keep_records',
  'leave-end': 'keep_records',
  selection: 'select',
  deselection: 'deselect',
  suspension: 'suspend',
  reinstatement: 'reinstate',
  clearance: 'clear',
} as const satisfies Readonly<Record<string, RosterAct>>
export type MemberAct = keyof typeof memberActs
