import type { Language } from '../ui/language.ts'
import type { IncidentKind, PlanTarget, PlanType, SeatKind } from './kinds.ts'
import type { ReasonCode } from './reason.ts'
import { reasonWords } from './reasonWords.ts'

export type IncidentWords = {
  readonly kind: Readonly<Record<IncidentKind, string>>
  /** Whom a plan is for. */
  readonly role: Readonly<Record<PlanTarget, string>>
  readonly type: Readonly<Record<PlanType, string>>
  /** For tables and headings; never a bare "debrief", which people take for the tactical one. */
  readonly typeShort: Readonly<Record<PlanType, string>>
  readonly seat: Readonly<Record<SeatKind, string>>
  readonly reason: Readonly<Record<ReasonCode, string>>
}

const en: Omit<IncidentWords, 'reason'> = {
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
    families: 'Families',
    everyone: 'Whoever wants it',
    crew: 'Crew',
    recruits: 'Recruits',
  },
  type: {
    onSceneSupport: 'On-scene support',
    rits: 'Demobilization (rest, information and transition)',
    defusing: 'Defusing',
    cisd: 'Critical incident stress debriefing (CISD)',
    cmb: 'Crisis management briefing (CMB)',
    orgConsultation: 'Consultation with command',
    familySupport: 'Support for families',
    pastoralSupport: 'Pastoral support',
    preIncidentEducation: 'Pre-incident education',
  },
  typeShort: {
    onSceneSupport: 'On scene',
    rits: 'Demobilization',
    defusing: 'Defusing',
    cisd: 'CISD',
    cmb: 'Briefing (CMB)',
    orgConsultation: 'Consultation',
    familySupport: 'Families',
    pastoralSupport: 'Pastoral',
    preIncidentEducation: 'Education',
  },
  seat: {
    lead: 'Team lead',
    peer: 'Peer',
    mhp: 'Mental health professional',
    chaplain: 'Chaplain',
  },
}

const es: Omit<IncidentWords, 'reason'> = {
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
    families: 'Familias',
    everyone: 'Quien lo quiera',
    crew: 'Turno',
    recruits: 'Reclutas',
  },
  type: {
    onSceneSupport: 'Apoyo en el lugar',
    rits: 'Desmovilización (descanso, información y transición)',
    defusing: 'Desactivación emocional (defusing)',
    cisd: 'Debriefing de estrés por incidentes críticos (CISD)',
    cmb: 'Reunión informativa de crisis (CMB)',
    orgConsultation: 'Consulta con el mando',
    familySupport: 'Apoyo a las familias',
    pastoralSupport: 'Apoyo pastoral',
    preIncidentEducation: 'Formación previa al incidente',
  },
  typeShort: {
    onSceneSupport: 'En el lugar',
    rits: 'Desmovilización',
    defusing: 'Defusing',
    cisd: 'CISD',
    cmb: 'Reunión informativa (CMB)',
    orgConsultation: 'Consulta',
    familySupport: 'Familias',
    pastoralSupport: 'Capellanía',
    preIncidentEducation: 'Formación',
  },
  seat: {
    lead: 'Responsable del equipo',
    peer: 'Par',
    mhp: 'Profesional de salud mental',
    chaplain: 'Capellán',
  },
}

/** The incident module's words. A missing one, in either language, does not compile. */
export const incidentWords: Readonly<Record<Language, IncidentWords>> = {
  en: { ...en, reason: reasonWords.en },
  es: { ...es, reason: reasonWords.es },
}
