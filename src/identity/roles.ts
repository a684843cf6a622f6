import type { Role } from '../platform/actor.ts'

/** Parts of a region's data that a role may open. Conversations are in nobody's list: their keys open them, not roles. */
export type Area =
  | 'own_offers'
  | 'own_requests'
  | 'requests'
  | 'activations'
  | 'roster'
  | 'availability'
  | 'clearance'
  | 'published_numbers'
  | 'settings'
  | 'accounts'
  | 'audit'

type RoleRow = { readonly sees: readonly Area[]; readonly invites: readonly Role[] }

/** The table of roles: what each opens, and whom it may bring in. Nobody but an administrator hands out the running of the team. */
export const roleTable: Readonly<Record<Role, RoleRow>> = {
  peer: { sees: ['own_offers'], invites: [] },
  duty_coordinator: {
    sees: ['requests', 'activations', 'roster', 'availability', 'published_numbers'],
    invites: ['peer', 'agency_contact'],
  },
  clinical_director: {
    sees: ['requests', 'activations', 'roster', 'availability', 'clearance', 'published_numbers'],
    invites: [],
  },
  agency_contact: { sees: ['own_requests', 'published_numbers'], invites: [] },
  administrator: {
    sees: ['settings', 'accounts', 'audit', 'published_numbers'],
    invites: ['peer', 'duty_coordinator', 'clinical_director', 'agency_contact', 'administrator'],
  },
}
