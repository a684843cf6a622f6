import type { Role } from '../platform/actor.ts'

/** Parts of a region's data that a role may open. Conversations are in nobody's list: their keys open them, not roles. */
export type Area =
  /** One's own day and page: what one is asked, how one is reached, one's own note. */
  | 'own_day'
  | 'own_offers'
  /** Sessions one is on: briefing, close-out, what follows. */
  | 'own_sessions'
  | 'own_calendar'
  /** Conversations one was written to and took; their keys, and not the role, open what is said. */
  | 'own_conversations'
  | 'own_requests'
  /** Facilitators' cards and the referral directory. */
  | 'guides'
  | 'requests'
  | 'activations'
  | 'roster'
  | 'availability'
  /** Keeping the roster: papers, shifts, sheets. */
  | 'records'
  /** What the coordinator on duty does alone: notes for the next one, drills. */
  | 'duty'
  | 'clearance'
  /** Monthly counts of contacts with peers, none of them small. */
  | 'tallies'
  | 'published_numbers'
  | 'policy'
  | 'settings'
  | 'invitations'
  | 'accounts'
  | 'audit'

/** What nobody of a role is shown, whatever they ask. */
export type Hidden =
  | 'names_of_affected'
  | 'one_to_one'
  | 'why_no'
  | 'own_load'
  | 'others_answers'
  | 'incidents'
  | 'other_sessions'
  | 'the_team'
  | 'other_agencies'
  | 'other_regions'

type RoleRow = {
  readonly sees: readonly Area[]
  readonly never: readonly Hidden[]
  readonly invites: readonly Role[]
}

/** Nobody at all: these stand in no page, and but for one's own note in no table. */
export const hiddenFromAll: readonly Hidden[] = [
  'names_of_affected',
  'one_to_one',
  'why_no',
  'own_load',
  'other_regions',
]

/** The table of roles: what each opens, and whom it may bring in. Nobody but an administrator hands out the running of the team. */
export const roleTable: Readonly<Record<Role, RoleRow>> = {
  peer: {
    sees: ['own_day', 'own_offers', 'own_sessions', 'own_calendar', 'own_conversations', 'guides'],
    never: ['other_sessions', 'others_answers'],
    invites: [],
  },
  duty_coordinator: {
    sees: [
      'own_day',
      'own_sessions',
      'own_calendar',
      'guides',
      'requests',
      'activations',
      'roster',
      'availability',
      'records',
      'duty',
      'invitations',
      'published_numbers',
    ],
    never: [],
    invites: ['peer', 'agency_contact'],
  },
  clinical_director: {
    sees: [
      'own_day',
      'own_sessions',
      'guides',
      'requests',
      'activations',
      'roster',
      'availability',
      'clearance',
      'tallies',
      'policy',
      'published_numbers',
    ],
    never: [],
    invites: [],
  },
  agency_contact: {
    sees: ['own_day', 'own_requests', 'published_numbers'],
    never: ['the_team', 'other_agencies', 'others_answers'],
    invites: [],
  },
  administrator: {
    sees: [
      'own_day',
      'roster',
      'records',
      'policy',
      'settings',
      'invitations',
      'accounts',
      'audit',
      'published_numbers',
    ],
    never: ['incidents', 'others_answers'],
    invites: ['peer', 'duty_coordinator', 'clinical_director', 'agency_contact', 'administrator'],
  },
}
