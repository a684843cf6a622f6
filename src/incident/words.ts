import type { Language } from '../ui/language.ts'
import type { AffectedRole, IncidentKind, InterventionType, SeatKind } from './kinds.ts'
import type { ReasonCode } from './proposal.ts'

export type IncidentWords = {
  readonly kind: Readonly<Record<IncidentKind, string>>
  readonly role: Readonly<Record<AffectedRole, string>>
  readonly type: Readonly<Record<InterventionType, string>>
  /** For tables and headings; never a bare "debrief", which people take for the tactical one. */
  readonly typeShort: Readonly<Record<InterventionType, string>>
  readonly seat: Readonly<Record<SeatKind, string>>
  readonly reason: Readonly<Record<ReasonCode, string>>
}

const en: IncidentWords = {
  kind: {
    line_of_duty_death: 'Line-of-duty death',
    colleague_suicide: 'Suicide of a colleague',
    colleague_suicide_attempt: 'Suicide attempt by a colleague',
    serious_duty_injury: 'Serious injury on duty',
    officer_involved_shooting: 'Officer-involved shooting',
    deadly_force_other: 'Deadly force, other than a shooting',
    mass_casualty: 'Many people killed or injured',
    disaster_or_terrorism: 'Disaster or terrorism',
    child_death_or_injury: 'Death or serious injury of a child',
    victim_known_to_responder: 'Victim known to a responder',
    prolonged_failed_rescue: 'Long rescue that did not succeed',
    grotesque_scene: 'Especially distressing scene',
    threat_to_personnel: 'Serious threat to our own people',
    responder_caused_harm: 'Harm caused by a responder',
    excessive_media: 'Intense media attention',
    organizational_betrayal: 'Let down by the organization',
    multiple_cumulative: 'Several hard calls in a row',
    dispatch_traumatic_call: 'Traumatic call taken in dispatch',
    animal_partner_death: 'Death of an animal partner',
    other: 'Something else',
  },
  role: {
    officers: 'Officers',
    detectives: 'Detectives',
    firefighters: 'Firefighters',
    medics: 'EMTs and paramedics',
    dispatchers: 'Dispatchers',
    corrections_officers: 'Corrections officers',
    supervisors: 'Supervisors',
    command: 'Command staff',
    civilian_staff: 'Civilian staff',
  },
  type: {
    onSceneSupport: 'On-scene support',
    rits: 'Demobilization (rest, information and transition)',
    defusing: 'Defusing',
    cisd: 'Critical incident stress debriefing (CISD)',
    cmb: 'Crisis management briefing (CMB)',
    orgConsultation: 'Consultation with command',
  },
  typeShort: {
    onSceneSupport: 'On scene',
    rits: 'Demobilization',
    defusing: 'Defusing',
    cisd: 'CISD',
    cmb: 'Briefing (CMB)',
    orgConsultation: 'Consultation',
  },
  seat: {
    lead: 'Team lead',
    peer: 'Peer',
    mhp: 'Mental health professional',
    chaplain: 'Chaplain',
  },
  reason: {
    still_going_on: 'It still goes on for them, so support stays close by.',
    command_apart: 'Command meets apart from those it leads.',
    large_release: 'Many people are released at once and should not go straight home.',
    same_day: 'It can still be done on the same day.',
    window_ahead: 'A later session leaves time for statements and sleep.',
    same_day_passed: 'The time for a same-day session has passed or does not suit this group.',
    rumours_and_facts: 'Clear facts from a trusted source help a group this size or at this time.',
    cumulative: 'Several hard calls together can weigh as much as one.',
    statements_first: 'Group work waits until statements are given.',
    sign_off_first: 'The clinical director or deputy must agree first.',
    routine_only: 'Ask first whether it went beyond what this crew usually copes with.',
    not_while_going_on: 'No group session while it still goes on.',
    small_group_one_to_one: 'This group is too small for a session; offer support one to one.',
    one_to_one_for_all: 'Offer everyone the chance to talk one to one.',
    split_group: 'This group is too large for one conversation; think of splitting it.',
    windows_missed: 'The time for group sessions has passed; offer one-to-one support and follow-up.',
    follow_up: 'Check in again after any support given.',
    dispatchers_apart: 'Dispatchers lived through it differently and meet on their own.',
  },
}

const es: IncidentWords = {
  kind: {
    line_of_duty_death: 'Muerte en acto de servicio',
    colleague_suicide: 'Suicidio de un compañero o una compañera',
    colleague_suicide_attempt: 'Intento de suicidio de un compañero o una compañera',
    serious_duty_injury: 'Lesión grave en servicio',
    officer_involved_shooting: 'Disparos con participación de agentes',
    deadly_force_other: 'Fuerza letal sin disparos',
    mass_casualty: 'Muchas personas muertas o heridas',
    disaster_or_terrorism: 'Desastre o terrorismo',
    child_death_or_injury: 'Muerte o lesión grave de un menor',
    victim_known_to_responder: 'Víctima conocida por quien respondió',
    prolonged_failed_rescue: 'Rescate largo que no se logró',
    grotesque_scene: 'Escena especialmente impactante',
    threat_to_personnel: 'Amenaza grave contra nuestro personal',
    responder_caused_harm: 'Daño causado por quien respondió',
    excessive_media: 'Mucha atención de los medios',
    organizational_betrayal: 'Falta de respaldo de la organización',
    multiple_cumulative: 'Varias llamadas difíciles seguidas',
    dispatch_traumatic_call: 'Llamada traumática atendida en despacho',
    animal_partner_death: 'Muerte de un compañero animal',
    other: 'Otra cosa',
  },
  role: {
    officers: 'Agentes',
    detectives: 'Detectives',
    firefighters: 'Bomberos',
    medics: 'Técnicos de emergencias y paramédicos',
    dispatchers: 'Personal de despacho',
    corrections_officers: 'Oficiales de prisiones',
    supervisors: 'Supervisores',
    command: 'Personal de mando',
    civilian_staff: 'Personal civil',
  },
  type: {
    onSceneSupport: 'Apoyo en el lugar',
    rits: 'Desmovilización (descanso, información y transición)',
    defusing: 'Desactivación emocional (defusing)',
    cisd: 'Debriefing de estrés por incidentes críticos (CISD)',
    cmb: 'Reunión informativa de crisis (CMB)',
    orgConsultation: 'Consulta con el mando',
  },
  typeShort: {
    onSceneSupport: 'En el lugar',
    rits: 'Desmovilización',
    defusing: 'Defusing',
    cisd: 'CISD',
    cmb: 'Reunión informativa (CMB)',
    orgConsultation: 'Consulta',
  },
  seat: {
    lead: 'Responsable del equipo',
    peer: 'Par',
    mhp: 'Profesional de salud mental',
    chaplain: 'Capellán',
  },
  reason: {
    still_going_on: 'Para ellos todavía continúa; por eso el apoyo se queda cerca.',
    command_apart: 'El mando se reúne aparte de su personal.',
    large_release: 'Muchas personas terminan a la vez y no deberían irse directamente a casa.',
    same_day: 'Todavía se puede hacer el mismo día.',
    window_ahead: 'Una sesión posterior deja tiempo para declarar y dormir.',
    same_day_passed: 'El momento de una sesión el mismo día ya pasó o no conviene a este grupo.',
    rumours_and_facts:
      'Los datos claros de una fuente fiable ayudan a un grupo de este tamaño o en este momento.',
    cumulative: 'Varias llamadas difíciles juntas pueden pesar tanto como una sola.',
    statements_first: 'El trabajo en grupo espera hasta después de las declaraciones.',
    sign_off_first: 'La dirección clínica o su suplente debe dar antes su acuerdo.',
    routine_only: 'Pregunte primero si superó lo que este equipo suele sobrellevar.',
    not_while_going_on: 'No se hace ninguna sesión de grupo mientras continúa.',
    small_group_one_to_one: 'El grupo es demasiado pequeño para una sesión; ofrezca apoyo individual.',
    one_to_one_for_all: 'Ofrezca a cada persona la posibilidad de hablar a solas.',
    split_group: 'El grupo es demasiado grande para una sola conversación; piense en dividirlo.',
    windows_missed: 'El momento de las sesiones de grupo ya pasó; ofrezca apoyo individual y seguimiento.',
    follow_up: 'Vuelva a preguntar cómo están después de cualquier apoyo.',
    dispatchers_apart: 'El personal de despacho lo vivió de otra manera y se reúne por su cuenta.',
  },
}

/** The incident module's words. A missing one, in either language, does not compile. */
export const incidentWords: Readonly<Record<Language, IncidentWords>> = { en, es }
