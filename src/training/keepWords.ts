import type { Phrases, Words } from '../ui/language.ts'
import type { TrainingCode } from './problems.ts'

const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`
const personas = (count: number) => `${count} ${count === 1 ? 'persona' : 'personas'}`

const en = {
  title: 'Training',
  lead: 'Courses, who takes them, and what waits for somebody’s yes.',
  reviewLead: 'Courses, and which text a clinician has read for this region. Open one to read all of it.',
  plan: 'Plan a class',
  waiting: 'Waiting for a decision',
  waitingNone: 'Nobody waits for a decision on an enrolment.',
  askedOn: (day: string) => `asked on ${day}`,
  lacks: (courses: string) => `has not taken: ${courses}`,
  yes: 'Yes',
  no: 'No',
  forWhom: (name: string, course: string) => `to ${name} in ${course}`,
  ownEnrolment: 'This is your own enrolment. Somebody else who keeps training has to decide.',
  decidedAlready: 'Somebody has decided otherwise meanwhile. What was decided stays.',
  courses: 'Courses',
  course: 'Course',
  learners: 'Learning now',
  finished: 'Finished',
  entry: 'How one gets in',
  review: 'Review',
  preview: 'Preview',
  previewOf: (course: string) => `of ${course}`,
  planned: 'Being written',
  records: 'Records',
  transcripts: 'Transcripts (CSV)',
  transcriptsLead:
    'One row for each enrolment, with hours, result and certificate. It names people: keep it as you keep the roster. Each export leaves an entry in the audit trail.',
  keys: 'Keys that sign certificates',

  open: 'Course page',
  outline: 'This course is still being written. Nobody can enrol in it yet; its preview shows what is there.',
  back: 'All training',
  saved: {
    entry: 'Saved: how one gets in.',
    code: 'The code is made. Whoever has it gets in until its last day or its last use.',
    ended: 'The code lets nobody in any more. Whoever used it stays.',
    seats: 'Saved: the agency’s seats. Its contact says who takes them.',
    freed: 'The seat is free again, and the course no longer waits for that address.',
    list: 'Done. Each of them gets a mail, unless several went there today. The course waits for them in any case.',
  },
  keep: 'Save',

  codes: 'Codes',
  codesLead: 'A word that lets so many people in, until a day, if they have taken what comes before.',
  codesNone: 'There is no code for this course.',
  word: 'Code',
  used: 'Used',
  usedOf: (used: number, uses: number) => `${used} of ${uses}`,
  until: 'Last day',
  agency: 'Agency',
  agencyAny: 'no agency',
  state: 'State',
  step: 'Step',
  endCode: 'End it',
  uses: 'How many people',
  usesHint: '1 to 500.',
  expires: 'Last day',
  codeAgency: 'For an agency',
  codeAgencyHint: 'Leave it open if the code is for anybody. Otherwise it stands beside each who uses it.',
  makeCode: 'Make a code',

  seats: 'Seats of agencies',
  seatsLead:
    'So many people an agency may send. Its contact names them, and sees whether they came, never how they do.',
  seatsNone: 'No agency has seats in this course.',
  taken: 'Taken',
  seatCount: 'Seats',
  seatCountHint: '0 to 500. Fewer than are taken: nobody loses their place, and nobody more is named.',
  giveSeats: 'Give seats',

  list: 'Enrol a list',
  listLead:
    'Two columns, name and e-mail address. First you see what is wrong; nothing is saved before you confirm.',
  file: 'File',
  fileHint: 'CSV, saved as “CSV UTF-8”.',
  pasted: 'Or paste the rows here',
  pastedHint: 'A name and a personal address in each row, as in: Kit A., kit@example.org',
  check: 'Check, without saving',
  broken: (count: number) =>
    count === 1 ? '1 problem: nobody is enrolled' : `${count} problems: nobody is enrolled`,
  brokenLead: 'Correct the list and check it again. It is taken whole or not at all.',
  problems: 'Problems, by row',
  row: 'Row',
  given: 'Stands there',
  remedy: 'What to do',
  nothingSaved: 'Nothing is saved yet',
  fresh: (count: number) =>
    `${people(count)} would be enrolled. Each gets a mail, unless several went there today.`,
  known: (count: number) =>
    `${people(count)} ${count === 1 ? 'is' : 'are'} in the course already, or named to it. They stay as they are.`,
  knownTitle: 'Known already',
  allKnown: 'Everybody of this list is known already',
  confirm: (count: number) => `Enrol ${people(count)}`,
  changedMeanwhile:
    'The list comes to something else now than it did when you checked it. Nobody was enrolled. Look at it again.',

  learnersTitle: 'Learners',
  learnersLead: 'How far they are, and never what they answered. Practice and checks are theirs alone.',
  learnersNone: 'Nobody has begun yet.',
  named: (count: number) => `${people(count)} named, and not come yet.`,
  name: 'Name',
  how: 'Came',
  read: 'Read',
  practised: 'Practised',
  test: 'Test',
  room: 'In a room',
  skills: 'Skills shown',
  ofAll: (count: number, of: number) => `${count} of ${of}`,
  certificate: 'Certificate',
  revoke: 'Look at it, or revoke it',
  certificateOf: (name: string) => `of ${name}`,
}

const es: typeof en = {
  title: 'Formación',
  lead: 'Los cursos, quiénes los hacen y lo que espera el sí de alguien.',
  reviewLead:
    'Los cursos, y qué texto ha leído un profesional clínico para esta región. Abra uno para leerlo entero.',
  plan: 'Planificar una clase',
  waiting: 'Esperan una decisión',
  waitingNone: 'Nadie espera una decisión sobre su inscripción.',
  askedOn: (day) => `lo pidió el ${day}`,
  lacks: (courses) => `no ha hecho: ${courses}`,
  yes: 'Sí',
  no: 'No',
  forWhom: (name, course) => `a ${name} en ${course}`,
  ownEnrolment: 'Es su propia inscripción. Tiene que decidir otra persona que lleva la formación.',
  decidedAlready: 'Alguien decidió otra cosa entretanto. Lo decidido se mantiene.',
  courses: 'Cursos',
  course: 'Curso',
  learners: 'Aprenden ahora',
  finished: 'Terminaron',
  entry: 'Cómo se entra',
  review: 'Revisión',
  preview: 'Vista previa',
  previewOf: (course) => `de ${course}`,
  planned: 'Se está escribiendo',
  records: 'Constancias',
  transcripts: 'Expedientes (CSV)',
  transcriptsLead:
    'Una fila por inscripción, con horas, resultado y certificado. Nombra a personas: guárdelo como guarda la lista de integrantes. Cada exportación deja una anotación en el registro de auditoría.',
  keys: 'Claves que firman certificados',

  open: 'Página del curso',
  outline:
    'Este curso todavía se está escribiendo. Nadie puede inscribirse aún; su vista previa muestra lo que hay.',
  back: 'Toda la formación',
  saved: {
    entry: 'Guardado: cómo se entra.',
    code: 'El código está hecho. Quien lo tenga entra hasta su último día o su último uso.',
    ended: 'El código ya no deja entrar a nadie. Quien lo usó se queda.',
    seats: 'Guardado: las plazas de la agencia. Su contacto dice quién las ocupa.',
    freed: 'La plaza vuelve a estar libre y el curso deja de esperar a esa dirección.',
    list: 'Hecho. Cada persona recibe un mensaje, salvo que hoy ya se le enviaran varios. El curso la espera en todo caso.',
  },
  keep: 'Guardar',

  codes: 'Códigos',
  codesLead: 'Una palabra que deja entrar a tantas personas, hasta un día, si ya hicieron lo que va antes.',
  codesNone: 'No hay ningún código para este curso.',
  word: 'Código',
  used: 'Usado',
  usedOf: (used, uses) => `${used} de ${uses}`,
  until: 'Último día',
  agency: 'Agencia',
  agencyAny: 'ninguna agencia',
  state: 'Estado',
  step: 'Paso',
  endCode: 'Anularlo',
  uses: 'Para cuántas personas',
  usesHint: 'De 1 a 500.',
  expires: 'Último día',
  codeAgency: 'Para una agencia',
  codeAgencyHint: 'Déjelo abierto si el código es para cualquiera. Si no, consta junto a quien lo use.',
  makeCode: 'Crear un código',

  seats: 'Plazas de agencias',
  seatsLead:
    'Tantas personas puede enviar una agencia. Su contacto las nombra y ve si vinieron, nunca cómo les va.',
  seatsNone: 'Ninguna agencia tiene plazas en este curso.',
  taken: 'Ocupadas',
  seatCount: 'Plazas',
  seatCountHint: 'De 0 a 500. Menos de las ocupadas: nadie pierde su plaza y no se nombra a nadie más.',
  giveSeats: 'Dar plazas',

  list: 'Inscribir una lista',
  listLead:
    'Dos columnas, nombre y dirección de correo. Primero ve qué está mal; no se guarda nada antes de que usted confirme.',
  file: 'Archivo',
  fileHint: 'CSV, guardado como «CSV UTF-8».',
  pasted: 'O pegue aquí las filas',
  pastedHint: 'Un nombre y una dirección personal en cada fila, así: Kit A., kit@example.org',
  check: 'Revisar sin guardar',
  broken: (count) =>
    count === 1 ? '1 problema: no se inscribe a nadie' : `${count} problemas: no se inscribe a nadie`,
  brokenLead: 'Corrija la lista y revísela de nuevo. Se toma entera o no se toma.',
  problems: 'Problemas, por fila',
  row: 'Fila',
  given: 'Dice',
  remedy: 'Qué hacer',
  nothingSaved: 'Todavía no se guardó nada',
  fresh: (count) =>
    `Se inscribiría a ${personas(count)}. Cada una recibe un mensaje, salvo que hoy ya se le enviaran varios.`,
  known: (count) =>
    `${personas(count)} ya ${count === 1 ? 'está' : 'están'} en el curso o ${count === 1 ? 'fue nombrada' : 'fueron nombradas'}. Quedan como están.`,
  knownTitle: 'Ya se conocen',
  allKnown: 'Ya se conoce a todas las personas de esta lista',
  confirm: (count) => `Inscribir a ${personas(count)}`,
  changedMeanwhile:
    'La lista da ahora otro resultado que cuando usted la revisó. No se inscribió a nadie. Véala de nuevo.',

  learnersTitle: 'Quienes aprenden',
  learnersLead:
    'Hasta dónde han llegado, y nunca lo que respondieron. La práctica y las preguntas son solo suyas.',
  learnersNone: 'Nadie ha empezado todavía.',
  named: (count) =>
    `${personas(count)} con nombre en la lista que aún no ${count === 1 ? 'vino' : 'vinieron'}.`,
  name: 'Nombre',
  how: 'Vino',
  read: 'Leído',
  practised: 'Practicado',
  test: 'Examen',
  room: 'En una sala',
  skills: 'Habilidades mostradas',
  ofAll: (count, of) => `${count} de ${of}`,
  certificate: 'Certificado',
  revoke: 'Verlo o revocarlo',
  certificateOf: (name) => `de ${name}`,
}

export const keepWords: Phrases<typeof en> = { en, es }

type KeepCode = Extract<
  TrainingCode,
  'day_missing' | 'day_past' | 'number_wrong' | 'not_a_choice' | 'not_allowed'
>
export const keepProblemWords: Words<KeepCode> = {
  en: {
    day_missing: 'Choose a day.',
    day_past: 'It lies in the past. Choose today or a later day.',
    number_wrong: 'Write a whole number within the limits.',
    not_a_choice: 'Choose one of the list.',
    not_allowed: 'Your role doesn’t do this. Ask a coordinator.',
  },
  es: {
    day_missing: 'Elija un día.',
    day_past: 'Queda en el pasado. Elija hoy o un día posterior.',
    number_wrong: 'Escriba un número entero dentro de los límites.',
    not_a_choice: 'Elija una opción de la lista.',
    not_allowed: 'Su función no hace esto. Pregunte a la coordinación.',
  },
}
