import type { Language } from '../ui/language.ts'
import { type NumberUnit, type PolicyPath, type SettingValue, settings, type WindowName } from './settings.ts'

export const windowParts = ['opens', 'idealUntil', 'closes'] as const
type WindowPath = `windows.${WindowName}.${'opens' | 'idealUntil' | 'closes'}`
type One = { readonly one: string; readonly many: string }

export type SettingWords = {
  readonly window: Readonly<Record<WindowName, string>>
  readonly part: Readonly<Record<'opens' | 'idealUntil' | 'closes', string>>
  readonly label: Readonly<Record<Exclude<PolicyPath, WindowPath>, string>>
  readonly unit: Readonly<Record<NumberUnit, One>>
  readonly choice: Readonly<
    Record<'yes' | 'no' | 'block' | 'warn' | 'distance' | 'fixed' | 'required' | 'advised', string>
  >
}

const en: SettingWords = {
  window: {
    onSceneSupport: 'On-scene support',
    rits: 'Demobilization (RITS)',
    defusing: 'Defusing',
    cisd: 'CISD',
    cmb: 'Crisis management briefing (CMB)',
    orgConsultation: 'Consultation with command',
    familySupport: 'Support for families',
    pastoralSupport: 'Pastoral support',
  },
  part: { opens: 'Opens', idealUntil: 'Ideal until', closes: 'Closes' },
  label: {
    'groupSize.smallest': 'Smallest group for any session',
    'groupSize.defusing': 'Largest group for a defusing',
    'groupSize.cisdSmallest': 'Smallest group for a CISD',
    'groupSize.cisd': 'Largest group for a CISD',
    'groupSize.cmb': 'Largest group for a CMB',
    'groupSize.circlesAtOnce': 'Most circles side by side for one large group',
    'groupSize.ritsFrom': 'People released that call for a demobilization',
    'team.participantsPerMember': 'Participants for each member of a CISD team',
    'team.leadMinutes': 'Time to bring a team together',
    'team.prepareMinutes': 'Suggested start after calling out',
    'team.briefingMinutes': 'The lead briefs everybody before the session',
    perAgencyAtMost: 'Most members of one agency in a team',
    affectedAgency: 'Members of an affected agency',
    newUntilSessions: 'New until this many sessions',
    'travel.kind': 'Travel is reckoned',
    'travel.kilometresPerHour': 'Speed on the road',
    'travel.minutes': 'Travel for everybody',
    furthestMinutes: 'Longest way to a session',
    'standing.certificates.peer': 'Papers of a peer',
    'standing.certificates.mhp': 'Papers of a mental health professional',
    'standing.certificates.chaplain': 'Papers of a chaplain',
    'standing.designation': 'Designation by the agency',
    'standing.agreementDays': 'A signed agreement holds for',
    'standing.leadAfterDays': 'Leads this long after the group course',
    'standing.lapsesSoonDays': 'A paper lapses soon, this long before its end',
    'standing.confirmDetailsDays': 'Contact details are confirmed every',
    'load.sessionsPerMonth': 'Most group sessions of one member in 30 days',
    'load.offAfterHardest': 'Off call after the hardest until cleared',
    restHours: 'Rest after a group session',
    callBackMinutes: 'Call the agency back within',
    'followUp.firstFromHours': 'First follow-up from',
    'followUp.firstUntilHours': 'First follow-up at the latest',
    'followUp.graceDays': 'A later follow-up is late after',
    'alert.backupAfterMinutes': 'An unanswered request rings the backup after',
    'alert.everybodyAfterMinutes': 'It rings every coordinator after',
    'alert.directorAfterMinutes': 'It rings the clinical director after',
    'callOut.telephoneAfterMinutes': 'Whoever is on call and silent is telephoned after',
    'callOut.holdMinutes': 'A seat is kept for somebody waiting to be released',
    'callOut.messagesPerMinute': 'Texts and calls in one minute, at most',
    'wave.expectedYes': 'Offers expected to be accepted by day',
    'wave.expectedOnCall': 'Of somebody who is on call',
    'wave.expectedAtNight': 'At night, 23:00 to 06:00',
    'wave.expectedFar': 'Of somebody who lives far away',
    'wave.farMinutes': 'Far away begins after',
    'wave.sureness': 'Chance that those asked together fill the team',
    'wave.minutes': 'Next wave of offers after',
    gapWarningDays: 'Gaps on call are told ahead by',
    'drill.everyDays': 'Everybody’s ways are tested every',
    'drill.answerHours': 'An answer to such a test is waited for',
  },
  unit: {
    hours: { one: 'hour', many: 'hours' },
    minutes: { one: 'minute', many: 'minutes' },
    people: { one: 'person', many: 'people' },
    days: { one: 'day', many: 'days' },
    sessions: { one: 'session', many: 'sessions' },
    messages: { one: 'message', many: 'messages' },
    kilometresPerHour: { one: 'km an hour', many: 'km an hour' },
    share: { one: '%', many: '%' },
  },
  choice: {
    yes: 'Yes',
    no: 'No',
    block: 'Are blocked',
    warn: 'Give a warning',
    distance: 'By distance',
    fixed: 'The same for everybody',
    required: 'Required',
    advised: 'Advised',
  },
}

const es: SettingWords = {
  window: {
    onSceneSupport: 'Apoyo en el lugar',
    rits: 'Desmovilización (RITS)',
    defusing: 'Desactivación emocional (defusing)',
    cisd: 'Debriefing (CISD)',
    cmb: 'Reunión informativa de crisis (CMB)',
    orgConsultation: 'Consulta con el mando',
    familySupport: 'Apoyo a las familias',
    pastoralSupport: 'Apoyo pastoral',
  },
  part: { opens: 'Empieza', idealUntil: 'Ideal hasta', closes: 'Termina' },
  label: {
    'groupSize.smallest': 'Grupo mínimo para una sesión',
    'groupSize.defusing': 'Grupo máximo para una desactivación emocional',
    'groupSize.cisdSmallest': 'Grupo mínimo para un CISD',
    'groupSize.cisd': 'Grupo máximo para un CISD',
    'groupSize.cmb': 'Grupo máximo para una reunión informativa (CMB)',
    'groupSize.circlesAtOnce': 'Máximo de círculos a la vez para un grupo grande',
    'groupSize.ritsFrom': 'Personas relevadas que piden una desmovilización',
    'team.participantsPerMember': 'Participantes por cada integrante en un CISD',
    'team.leadMinutes': 'Tiempo para reunir un equipo',
    'team.prepareMinutes': 'Inicio propuesto tras convocar',
    'team.briefingMinutes': 'Quien dirige reúne a todos antes de la sesión',
    perAgencyAtMost: 'Máximo de integrantes de una agencia en un equipo',
    affectedAgency: 'Integrantes de una agencia afectada',
    newUntilSessions: 'Con menos sesiones que estas, es nuevo',
    'travel.kind': 'El viaje se calcula',
    'travel.kilometresPerHour': 'Velocidad en carretera',
    'travel.minutes': 'Viaje de todos',
    furthestMinutes: 'Camino más largo a una sesión',
    'standing.certificates.peer': 'Documentos de un par',
    'standing.certificates.mhp': 'Documentos de un profesional de salud mental',
    'standing.certificates.chaplain': 'Documentos de un capellán',
    'standing.designation': 'Designación por la agencia',
    'standing.agreementDays': 'Un acuerdo firmado vale',
    'standing.leadAfterDays': 'Dirige pasado este tiempo desde el curso de grupos',
    'standing.lapsesSoonDays': 'Un documento vence pronto, con esta antelación',
    'standing.confirmDetailsDays': 'Los datos de contacto se confirman cada',
    'load.sessionsPerMonth': 'Máximo de sesiones de grupo por integrante en 30 días',
    'load.offAfterHardest': 'Sin guardias tras lo más duro hasta tener permiso',
    restHours: 'Descanso tras una sesión de grupo',
    callBackMinutes: 'Devolver la llamada a la agencia en',
    'followUp.firstFromHours': 'Primer seguimiento desde',
    'followUp.firstUntilHours': 'Primer seguimiento, a más tardar',
    'followUp.graceDays': 'Un seguimiento posterior se atrasa tras',
    'alert.backupAfterMinutes': 'Una solicitud sin respuesta avisa al suplente tras',
    'alert.everybodyAfterMinutes': 'Avisa a toda la coordinación tras',
    'alert.directorAfterMinutes': 'Avisa a la dirección clínica tras',
    'callOut.telephoneAfterMinutes': 'A quien está de guardia y no contesta se le llama tras',
    'callOut.holdMinutes': 'Se guarda el lugar de quien espera que lo releven',
    'callOut.messagesPerMinute': 'Mensajes y llamadas por minuto, como máximo',
    'wave.expectedYes': 'Ofertas que se espera que acepten de día',
    'wave.expectedOnCall': 'De quien está de guardia',
    'wave.expectedAtNight': 'De noche, de 23:00 a 06:00',
    'wave.expectedFar': 'De quien vive lejos',
    'wave.farMinutes': 'Lejos empieza a partir de',
    'wave.sureness': 'Probabilidad de que quienes se pregunta completen el equipo',
    'wave.minutes': 'Siguiente tanda de ofertas tras',
    gapWarningDays: 'Los huecos en las guardias se avisan antes, con',
    'drill.everyDays': 'Las vías de cada persona se prueban cada',
    'drill.answerHours': 'La respuesta a esa prueba se espera',
  },
  unit: {
    hours: { one: 'hora', many: 'horas' },
    minutes: { one: 'minuto', many: 'minutos' },
    people: { one: 'persona', many: 'personas' },
    days: { one: 'día', many: 'días' },
    sessions: { one: 'sesión', many: 'sesiones' },
    messages: { one: 'mensaje', many: 'mensajes' },
    kilometresPerHour: { one: 'km por hora', many: 'km por hora' },
    share: { one: '%', many: '%' },
  },
  choice: {
    yes: 'Sí',
    no: 'No',
    block: 'Quedan bloqueados',
    warn: 'Dan un aviso',
    distance: 'Por la distancia',
    fixed: 'Igual para todos',
    required: 'Obligatoria',
    advised: 'Aconsejada',
  },
}

/** Settings, their units and their choices as people say them. */
export const settingWords: Readonly<Record<Language, SettingWords>> = { en, es }

/** "hours", or nothing where a value has no unit. */
export function unitWord(path: PolicyPath, lang: Language, value: SettingValue | null = null): string {
  const { unit } = settings[path]
  if (unit === 'choice' || unit === 'list') return ''
  return settingWords[lang].unit[unit][value === 1 ? 'one' : 'many']
}
