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
  /** Courses one takes, one's certificates and papers, one's way to duty. */
  | 'own_learning'
  /** Classes: who is in them, who was there, what they showed. */
  | 'classes'
  /** Who learns what, codes and seats, papers that a person looks at. */
  | 'training'
  /** Courses with all their answers, as authors and instructors see them. */
  | 'course_texts'
  /** Which version of a course a clinician read and marks for the region. */
  | 'course_reviews'
  /** The seats an agency was given in courses, and whom it named to them. */
  | 'seats'
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
    sees: [
      'own_day',
      'own_offers',
      'own_sessions',
      'own_calendar',
      'own_conversations',
      'own_learning',
      'guides',
    ],
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
      'own_learning',
      'classes',
      'course_texts',
      'training',
      'invitations',
      'published_numbers',
    ],
    never: [],
    invites: ['peer', 'agency_contact', 'instructor', 'learner'],
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
      'own_learning',
      'course_texts',
      'course_reviews',
      'tallies',
      'policy',
      'published_numbers',
    ],
    never: [],
    invites: [],
  },
  agency_contact: {
    sees: ['own_day', 'own_requests', 'own_learning', 'seats', 'published_numbers'],
    never: ['the_team', 'other_agencies', 'others_answers'],
    invites: [],
  },
  administrator: {
    sees: [
      'own_day',
      'roster',
      'records',
      'own_learning',
      'classes',
      'course_texts',
      'training',
      'policy',
      'settings',
      'invitations',
      'accounts',
      'audit',
      'published_numbers',
    ],
    never: ['incidents', 'others_answers'],
    invites: [
      'peer',
      'duty_coordinator',
      'clinical_director',
      'agency_contact',
      'administrator',
      'instructor',
      'learner',
    ],
  },
  instructor: {
    sees: ['own_day', 'own_learning', 'classes', 'course_texts'],
    never: ['incidents', 'other_sessions', 'the_team', 'others_answers'],
    invites: [],
  },
  learner: {
    sees: ['own_day', 'own_learning'],
    never: ['incidents', 'other_sessions', 'the_team', 'others_answers'],
    invites: [],
  },
}
