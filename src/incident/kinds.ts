/** Incident kinds: the merged list of Massachusetts DFS, ICISF-type, US Coast Guard and county lists. */
export const incidentKinds = [
  'line_of_duty_death',
  'colleague_suicide',
  'colleague_suicide_attempt',
  'serious_duty_injury',
  'officer_involved_shooting',
  'deadly_force_other',
  'mass_casualty',
  'disaster_or_terrorism',
  'child_death_or_injury',
  'victim_known_to_responder',
  'prolonged_failed_rescue',
  'grotesque_scene',
  'threat_to_personnel',
  'responder_caused_harm',
  'excessive_media',
  'organizational_betrayal',
  'multiple_cumulative',
  'dispatch_traumatic_call',
  'animal_partner_death',
  'other',
] as const
export type IncidentKind = (typeof incidentKinds)[number]

/** Who was affected, by role. `command` always gets a session of its own. */
export const affectedRoles = [
  'officers',
  'detectives',
  'firefighters',
  'medics',
  'dispatchers',
  'corrections_officers',
  'supervisors',
  'command',
  'civilian_staff',
] as const
export type AffectedRole = (typeof affectedRoles)[number]

/** Group and on-scene interventions. One-to-one is advice under an activation, never a row. */
export const interventionTypes = [
  'onSceneSupport',
  'rits',
  'defusing',
  'cisd',
  'cmb',
  'orgConsultation',
] as const
export type InterventionType = (typeof interventionTypes)[number]

/** A place in a team. `lead` is a peer with group crisis intervention training. */
export const seatKinds = ['lead', 'peer', 'mhp', 'chaplain'] as const
export type SeatKind = (typeof seatKinds)[number]
