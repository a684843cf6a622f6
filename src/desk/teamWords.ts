import type { Missing } from '../roster/index.ts'
import type { Phrases, Words } from '../ui/language.ts'

export type NavWord =
  | 'today'
  | 'activations'
  | 'roster'
  | 'onCall'
  | 'training'
  | 'learning'
  | 'seats'
  | 'tallies'
  | 'conversations'
  | 'audit'
export const navWords: Words<NavWord> = {
  en: {
    today: 'Today',
    activations: 'Activations',
    roster: 'Roster',
    onCall: 'On call',
    training: 'Training',
    learning: 'Learning',
    seats: 'Seats in courses',
    tallies: 'Tallies',
    conversations: 'Conversations',
    audit: 'Audit trail',
  },
  es: {
    today: 'Hoy',
    activations: 'Activaciones',
    roster: 'Integrantes',
    onCall: 'Guardias',
    training: 'Formación',
    learning: 'Aprendizaje',
    seats: 'Plazas en cursos',
    tallies: 'Recuentos',
    conversations: 'Conversaciones',
    audit: 'Auditoría',
  },
}

export const missingWords: Words<Missing> = {
  en: {
    selection: 'selection',
    certificate: 'certificate',
    license: 'licence',
    chaplaincy: 'chaplain’s standing',
    state_certificate: 'certificate the state names',
    agreement: 'confidentiality agreement',
    designation: 'designation',
    standing: 'suspended',
    leave: 'on leave',
  },
  es: {
    selection: 'selección',
    certificate: 'certificado',
    license: 'licencia profesional',
    chaplaincy: 'acreditación de capellán',
    state_certificate: 'certificado que nombra el estado',
    agreement: 'acuerdo de confidencialidad',
    designation: 'designación',
    standing: 'en suspensión',
    leave: 'de permiso',
  },
}

const en = {
  onThePhone: 'Somebody is on the phone: write their request down',
  callBack: 'Call back',
  find: 'Find somebody',
  findLabel: 'Name, town or language',
  onlyReady: 'Only those who could go today',
  findDo: 'Find',
  findAll: 'Show everybody',
  found: (shown: number, all: number) => `${shown} of ${all} members.`,
  waitingFor: (time: string) => `waiting ${time}`,
  gaps: (count: number) =>
    count === 1
      ? 'There are hours ahead in which nobody coordinates.'
      : `${count} times ahead nobody coordinates.`,
  gapsSee: 'See who is on call',
  notesKeep: 'Leave or delete a note',
  running: 'Running',
  runningCaption: 'Running activations',
  nothingTitle: 'Nothing is running',
  nothing: 'A request calls you by mail and stands here.',
  activation: 'Activation',
  what: 'What',
  plans: 'Plans',
  waits: (group: string) => `waits: ${group}`,
  state: 'State',
  mayQualify: 'May qualify',
  mayQualifyLead: 'Imported calls. Nothing happens until you confirm one and speak to the agency.',
  mayQualifyCaption: 'Imported calls that may qualify',
  number: 'Number',
  when: 'When',
  town: 'Town',
  step: 'Next step',
  confirm: 'Confirm',
  adviceOnly: 'Advice only',

  deployableToday: (ready: number, all: number) => `${ready} of ${all} deployable today`,
  members: 'Members',
  newMember: 'New member',
  importRoster: 'Import or export',
  member: 'Member',
  agency: 'Agency',
  role: 'Role',
  deployable: 'Deployable',
  now: 'Now',
  regionalTeam: 'regional team',
  until: (day: string) => `until ${day}`,
  noEnd: 'without end',
  missing: (what: string) => `missing: ${what}`,
  bound: 'bound',
  unavailable: 'not available',
  onCall: 'on call',
  unreached: 'not reached',
  noTexts: 'unreachable by text',
  notReached: (count: number) =>
    count === 1
      ? 'One more could go, but messages do not reach them: they are not counted.'
      : `${count} more could go, but messages do not reach them: they are not counted.`,
  notReachedToday: (count: number) =>
    count === 1
      ? 'Messages do not reach one member: no cover until they are heard from.'
      : `Messages do not reach ${count} members: no cover until they are heard from.`,
  notReachedSee: 'See whom, and telephone them',
  drills: 'Reachability drill: whom messages reach',
}

const es: typeof en = {
  onThePhone: 'Alguien está al teléfono: anote su solicitud',
  callBack: 'Devolver la llamada',
  find: 'Buscar a alguien',
  findLabel: 'Nombre, localidad o idioma',
  onlyReady: 'Solo quienes podrían ir hoy',
  findDo: 'Buscar',
  findAll: 'Mostrar a todos',
  found: (shown, all) => `${shown} de ${all} integrantes.`,
  waitingFor: (time) => `espera desde hace ${time}`,
  gaps: (count) =>
    count === 1
      ? 'Hay horas por delante en las que nadie coordina.'
      : `En ${count} momentos por delante nadie coordina.`,
  gapsSee: 'Ver las guardias',
  notesKeep: 'Dejar o borrar una nota',
  running: 'En curso',
  runningCaption: 'Activaciones en curso',
  nothingTitle: 'No hay nada en curso',
  nothing: 'Una solicitud le avisa por correo y aparece aquí.',
  activation: 'Activación',
  what: 'Qué',
  plans: 'Planes',
  waits: (group) => `espera: ${group}`,
  state: 'Estado',
  mayQualify: 'Podrían corresponder',
  mayQualifyLead: 'Llamadas importadas. No pasa nada hasta que usted confirme una y hable con la agencia.',
  mayQualifyCaption: 'Llamadas importadas que podrían corresponder',
  number: 'Número',
  when: 'Cuándo',
  town: 'Localidad',
  step: 'Siguiente paso',
  confirm: 'Confirmar',
  adviceOnly: 'Solo consejo',

  deployableToday: (ready, all) => `${ready} de ${all} pueden salir hoy`,
  members: 'Integrantes',
  newMember: 'Nueva persona',
  importRoster: 'Importar o exportar',
  member: 'Integrante',
  agency: 'Agencia',
  role: 'Función',
  deployable: 'Puede salir',
  now: 'Ahora',
  regionalTeam: 'equipo regional',
  until: (day) => `hasta ${day}`,
  noEnd: 'sin límite',
  missing: (what) => `falta: ${what}`,
  bound: 'con compromiso',
  unavailable: 'no disponible',
  onCall: 'de guardia',
  unreached: 'no le llega',
  noTexts: 'no localizable por mensaje',
  notReached: (count) =>
    count === 1
      ? 'Una persona más podría salir, pero los mensajes no le llegan: no se cuenta.'
      : `${count} personas más podrían salir, pero los mensajes no les llegan: no se cuentan.`,
  notReachedToday: (count) =>
    count === 1
      ? 'Los mensajes no llegan a una persona del equipo: no es cobertura hasta que se sepa de ella.'
      : `Los mensajes no llegan a ${count} personas del equipo: no son cobertura hasta que se sepa de ellas.`,
  notReachedSee: 'Ver a quiénes, y llamarles',
  drills: 'Prueba de avisos: a quién le llegan los mensajes',
}

/** Today and the roster. */
export const teamWords: Phrases<typeof en> = { en, es }
