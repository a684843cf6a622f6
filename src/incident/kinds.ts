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

/**
 * What the rules weigh against each other for one group: the one becomes the group's plan, others are
 * alternatives to it.
 */
export const interventionTypes = [
  'onSceneSupport',
  'rits',
  'defusing',
  'cisd',
  'cmb',
  'orgConsultation',
] as const
export type InterventionType = (typeof interventionTypes)[number]

/** Held beside what a group gets and never in its place: for families, and for whoever wants a chaplain. */
export const besideTypes = ['familySupport', 'pastoralSupport'] as const
export type BesideType = (typeof besideTypes)[number]
export const besideTargets = ['families', 'everyone'] as const
export type BesideTarget = (typeof besideTargets)[number]

/**
 * Pre-incident education, as an agency books it. It comes before, so it answers no incident: the theme of such a plan is
 * which of these it is.
 */
export const bookingKinds = ['roll_call_talk', 'recruit_class', 'family_evening'] as const
export type BookingKind = (typeof bookingKinds)[number]
/** Who listens, where that is not one role; a family evening is for families. */
export const audiences = ['crew', 'recruits'] as const
export type Audience = (typeof audiences)[number]

/** Whom a plan is for. */
export type PlanTarget = AffectedRole | BesideTarget | Audience

/**
 * Everything that is planned in the five T's, with a team and an hour. One-to-one support, follow-up and referral are
 * advice and never a row: who was seen alone is nobody's record.
 */
export const planTypes = [...interventionTypes, ...besideTypes, 'preIncidentEducation'] as const
export type PlanType = (typeof planTypes)[number]

/** A place in a team. `lead` is a peer with group crisis intervention training. */
export const seatKinds = ['lead', 'peer', 'mhp', 'chaplain'] as const
export type SeatKind = (typeof seatKinds)[number]
