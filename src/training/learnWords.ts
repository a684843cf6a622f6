import type { Phrases } from '../ui/language.ts'
import type { EnrolmentState } from './enrolment.ts'
import type { StepCode } from './way.ts'

type Shape = Readonly<typeof en>
const minutes = (n: number) => (n < 90 ? `${n} minutes` : `${Math.round((n / 60) * 10) / 10} hours`)
const minutos = (n: number) =>
  n < 90 ? `${n} minutos` : `${String(Math.round((n / 60) * 10) / 10).replace('.', ',')} horas`

const en = {
  title: 'Learning',
  lead: 'Courses you take, at your own pace. What you did is kept, and you go on wherever you sign in.',
  waiting: 'Waiting for you',
  waitingLead: 'You were named to these, or asked for them.',
  yours: 'Your courses',
  none: 'You are in no course yet. Choose one below.',
  over: 'Finished, or over',
  offered: 'Courses offered here',
  offeredNone: 'Everything that is offered here, you take already.',
  begin: 'Begin',
  enrol: 'Enrol',
  askFirst: 'A coordinator says yes or no to each enrolment.',
  closed: 'Only with a code, or when somebody names you.',
  name: 'Your name, as it should stand on a certificate',
  code: 'Code, if you were given one',
  goOn: 'Continue',
  hours: (online: number, room: number) =>
    room === 0
      ? `About ${online} hours online.`
      : `About ${online} hours online and ${room} hours in a room.`,
  sections: (read: number, of: number) => `${read} of ${of} sections read`,
  left: (n: number) => (n === 0 ? 'Everything read.' : `About ${minutes(n)} left to read and practise.`),
  minutes,
  finishBy: (day: string) => `To be finished by ${day}.`,
  leave: 'Leave this course',
  leaveLead: 'What you did stays on record. If you come back, you begin anew.',
  withdraw: 'Take back your request',
  withdrawLead:
    'No coordinator decides on it then. If you came by a seat, a code or a list, it is given back: ask whoever gave it to you before you begin again.',
  states: {
    asked: 'Waiting for a coordinator',
    declined: 'Not accepted',
    open: 'Open',
    left: 'You left it',
    expired: 'Its time ran out',
    finished: 'Finished',
  } satisfies Record<EnrolmentState, string>,
  askedLead:
    'A coordinator has to say yes first. You get a mail then, and it opens here. If you were given a seat or a code since, or took what comes before it, begin from your courses.',
  lessons: 'Lessons',
  lessonOf: (n: number, of: number) => `Lesson ${n} of ${of}`,
  partOf: (n: number, of: number) => `part ${n} of ${of}`,
  read: 'Read',
  practice: 'Practice conversations',
  practiceLead: 'Somebody says something, you choose what you say. Nobody sees what you chose.',
  practised: 'Practised',
  test: 'Test',
  testLead: (questions: number, percent: number) =>
    `${questions} questions, drawn for you. ${percent} percent right passes. You may look things up, stop and go on.`,
  testLocked: 'It opens when every lesson is read and every conversation practised.',
  testBegin: 'Begin the test',
  testGoOn: 'Go on with the test',
  testPassed: (percent: number) => `Passed with ${percent} percent.`,
  testFailed: (percent: number) => `${percent} percent, not passed yet.`,
  testEarly: (day: string) => `You may take it again from ${day}.`,
  testOver:
    'The time for tests is over. Leave this course and enrol again, then you begin anew. Where it is closed, ask a coordinator first.',
  testRead: 'Read again before the next try',
  testPart: (n: number, of: number) => `Part ${n} of ${of}`,
  testNext: 'Save and go on',
  testBack: 'Back',
  testReview: 'Before you hand it in',
  testUnanswered: (n: number) =>
    n === 0
      ? 'Every question is answered.'
      : n === 1
        ? 'One question is not answered.'
        : `${n} questions are not answered.`,
  testUnansweredLead: 'What is not answered counts as wrong.',
  testHandIn: 'Hand in',
  testWhy: 'Your answers, and why',
  answersWhy: 'The questions, the answers, and why',
  answersGone:
    'No single answers are kept here: they go 90 days after a course is over. The mark and the day stay.',
  right: 'Right',
  wrong: 'Not right',
  yourAnswer: 'Your answer',
  theAnswer: 'The answer',
  noAnswer: 'No answer',
  room: 'In a room',
  roomLead: 'Part of this course happens together with others, where an instructor watches you do it.',
  classes: 'See the classes',
  steps: {
    lessons: 'Lessons read',
    practice: 'Conversations practised',
    test: 'Test passed',
    room: 'Hours in a room',
    skills: 'Skills shown to an instructor',
    continued_training: 'Continued training',
    continued_on_the_job: 'On the job or in meetings',
    review: 'Course reviewed by a clinician',
  } satisfies Record<StepCode, string>,
  stepOf: (code: StepCode, have: number, of: number) =>
    code === 'room' || code === 'continued_training' || code === 'continued_on_the_job'
      ? `${minutes(have)} of ${minutes(of)}`
      : code === 'test' || code === 'review'
        ? ''
        : `${have} of ${of}`,
  stepDone: 'Done',
  stepOpen: 'Open',
  continuedOpen:
    'A text of the state asks for these hours of each year, and a certificate that is renewed waits for them. The twelve months up to today count, as far as a coordinator has looked at what you entered.',
  ledger: 'Continued training',
  reviewOpen: 'Nobody has reviewed this course for this region yet. Until then it counts toward no duty.',
  toCertificate: 'To the certificate',
  certificateOpen: 'Open the certificate',
  certificateSoon: 'Everything is done. The certificate is made now; look again in a minute.',
  checkTitle: 'A question to think about',
  checkAnswer: 'Answer',
  checkAgain: 'Answer anew',
  next: 'Done, go on',
  nextLast: 'Done',
  onwards: 'Read on',
  previous: 'Back',
  toCourse: 'Back to the course',
  youSaid: 'You',
  they: 'They',
  effects: { opens: 'Opens the talk', neither: 'Neither opens nor closes it', closes: 'Closes the talk' },
  choose: 'What do you say or do?',
  ends: 'How it ended',
  startAgain: 'Start again',
  stepBack: 'Take the last step back',
  english: 'Courses are written in English.',
  errorChoice: 'Choose one of the answers.',
  errorName: 'Write your name, with at most 80 letters.',
  errorCode: 'This code opens nothing here. Compare it letter by letter, or ask whoever gave it to you.',
  errorClosed: 'This course is closed. Ask a coordinator for a code.',
  takeFirst: 'You can begin once you hold the certificate of what comes before:',
  takeFirstAsk: 'A coordinator decides, and sees that you have not taken what comes before:',
  errorBefore: (courses: string) =>
    courses === ''
      ? 'Another course comes before this one. Take it first.'
      : `First take what comes before: ${courses}.`,
  errorOutline: 'This course is still being written. There is nothing to enrol in yet.',
  errorOver: 'This enrolment is over. Enrol again to go on.',
  errorChanged:
    'The questions were changed while this test was open, so nothing of it counts. Begin a new one.',
  errorHandedIn: 'This test was handed in already.',
  errorEarly: 'It is too early for the next try. This page says from which day.',
  errorOther: 'That did not work. Go back to the course and try again.',
}

const es: Shape = {
  title: 'Aprendizaje',
  lead: 'Los cursos que toma, a su ritmo. Lo que hizo se guarda, y sigue dondequiera que inicie sesión.',
  waiting: 'Le espera',
  waitingLead: 'Le nombraron para estos, o los pidió.',
  yours: 'Sus cursos',
  none: 'Todavía no está en ningún curso. Elija uno abajo.',
  over: 'Terminados o cerrados',
  offered: 'Cursos que se ofrecen aquí',
  offeredNone: 'Ya toma todo lo que se ofrece aquí.',
  begin: 'Comenzar',
  enrol: 'Inscribirme',
  askFirst: 'Una coordinación decide sobre cada inscripción.',
  closed: 'Solo con un código, o cuando alguien le nombra.',
  name: 'Su nombre, como debe figurar en un certificado',
  code: 'Código, si le dieron uno',
  goOn: 'Continuar',
  hours: (online, room) =>
    room === 0
      ? `Unas ${online} horas en línea.`
      : `Unas ${online} horas en línea y ${room} horas en una sala.`,
  sections: (read, of) => `${read} de ${of} secciones leídas`,
  left: (n) => (n === 0 ? 'Todo leído.' : `Quedan unos ${minutos(n)} de lectura y práctica.`),
  minutes: minutos,
  finishBy: (day) => `Debe terminarse antes de que pase el ${day}.`,
  leave: 'Dejar este curso',
  leaveLead: 'Lo que hizo queda registrado. Si vuelve, comienza de nuevo.',
  withdraw: 'Retirar su petición',
  withdrawLead:
    'Entonces la coordinación ya no decide sobre ella. Si vino con una plaza, un código o una lista, se devuelve: pregunte a quien se lo dio antes de empezar de nuevo.',
  states: {
    asked: 'Espera a una coordinación',
    declined: 'No se aceptó',
    open: 'Abierto',
    left: 'Lo dejó',
    expired: 'Se acabó el plazo',
    finished: 'Terminado',
  },
  askedLead:
    'Una coordinación tiene que decir que sí. Entonces recibe un correo, y se abre aquí. Si desde entonces le dieron una plaza o un código, o hizo lo que va antes, comience desde sus cursos.',
  lessons: 'Lecciones',
  lessonOf: (n, of) => `Lección ${n} de ${of}`,
  partOf: (n, of) => `parte ${n} de ${of}`,
  read: 'Leída',
  practice: 'Conversaciones de práctica',
  practiceLead: 'Alguien dice algo y usted elige qué decir. Nadie ve lo que eligió.',
  practised: 'Practicada',
  test: 'Examen',
  testLead: (questions, percent) =>
    `${questions} preguntas, sorteadas para usted. Se aprueba con el ${percent} por ciento. Puede consultar, parar y seguir.`,
  testLocked: 'Se abre cuando leyó cada lección y practicó cada conversación.',
  testBegin: 'Comenzar el examen',
  testGoOn: 'Seguir con el examen',
  testPassed: (percent) => `Aprobado con el ${percent} por ciento.`,
  testFailed: (percent) => `${percent} por ciento, todavía sin aprobar.`,
  testEarly: (day) => `Puede repetirlo desde el ${day}.`,
  testOver:
    'Se acabó el plazo de los exámenes. Deje este curso e inscríbase otra vez: entonces comienza de nuevo. Si está cerrado, pregunte antes a una coordinación.',
  testRead: 'Para leer antes del próximo intento',
  testPart: (n, of) => `Parte ${n} de ${of}`,
  testNext: 'Guardar y seguir',
  testBack: 'Atrás',
  testReview: 'Antes de entregarlo',
  testUnanswered: (n) =>
    n === 0
      ? 'Respondió a todas las preguntas.'
      : n === 1
        ? 'Falta responder a una pregunta.'
        : `Falta responder a ${n} preguntas.`,
  testUnansweredLead: 'Lo que no se responde cuenta como error.',
  testHandIn: 'Entregar',
  testWhy: 'Sus respuestas, y por qué',
  answersWhy: 'Las preguntas, las respuestas, y por qué',
  answersGone:
    'Aquí no se guardan respuestas sueltas: se borran 90 días después de que termina el curso. La nota y el día quedan.',
  right: 'Correcta',
  wrong: 'No es correcta',
  yourAnswer: 'Su respuesta',
  theAnswer: 'La respuesta',
  noAnswer: 'Sin respuesta',
  room: 'En una sala',
  roomLead: 'Una parte de este curso se hace con otras personas, donde un instructor ve cómo lo hace.',
  classes: 'Ver las clases',
  steps: {
    lessons: 'Lecciones leídas',
    practice: 'Conversaciones practicadas',
    test: 'Examen aprobado',
    room: 'Horas en una sala',
    skills: 'Habilidades mostradas a un instructor',
    continued_training: 'Formación continua',
    continued_on_the_job: 'En el trabajo o en reuniones',
    review: 'Curso revisado por un profesional clínico',
  },
  stepOf: (code, have, of) =>
    code === 'room' || code === 'continued_training' || code === 'continued_on_the_job'
      ? `${minutos(have)} de ${minutos(of)}`
      : code === 'test' || code === 'review'
        ? ''
        : `${have} de ${of}`,
  stepDone: 'Hecho',
  stepOpen: 'Pendiente',
  continuedOpen:
    'Un texto del estado pide estas horas cada año, y un certificado que se renueva espera por ellas. Cuentan los doce meses hasta hoy, y solo lo que la coordinación ya haya mirado de lo que usted anotó.',
  ledger: 'Formación continua',
  reviewOpen:
    'Nadie ha revisado todavía este curso para esta región. Hasta entonces no cuenta para ninguna guardia.',
  toCertificate: 'Hacia el certificado',
  certificateOpen: 'Abrir el certificado',
  certificateSoon: 'Todo está hecho. El certificado se prepara ahora; mire de nuevo en un minuto.',
  checkTitle: 'Una pregunta para pensar',
  checkAnswer: 'Responder',
  checkAgain: 'Responder de nuevo',
  next: 'Hecho, seguir',
  nextLast: 'Hecho',
  onwards: 'Seguir leyendo',
  previous: 'Atrás',
  toCourse: 'Volver al curso',
  youSaid: 'Usted',
  they: 'La otra persona',
  effects: {
    opens: 'Abre la conversación',
    neither: 'Ni la abre ni la cierra',
    closes: 'Cierra la conversación',
  },
  choose: '¿Qué dice o hace?',
  ends: 'Cómo terminó',
  startAgain: 'Comenzar de nuevo',
  stepBack: 'Deshacer el último paso',
  english: 'El texto de los cursos está en inglés.',
  errorChoice: 'Elija una de las respuestas.',
  errorName: 'Escriba su nombre, con 80 letras como máximo.',
  errorCode: 'Este código no abre nada aquí. Compárelo letra por letra o pregunte a quien se lo dio.',
  errorClosed: 'Este curso está cerrado. Pida un código a una coordinación.',
  takeFirst: 'Podrá comenzar cuando tenga el certificado de lo que va antes:',
  takeFirstAsk: 'Decide una coordinación, y ve que aún no ha hecho lo que va antes:',
  errorBefore: (courses) =>
    courses === ''
      ? 'Antes de este curso va otro. Haga primero ese.'
      : `Haga primero lo que va antes: ${courses}.`,
  errorOutline: 'Este curso se está escribiendo. Todavía no hay en qué inscribirse.',
  errorOver: 'Esta inscripción terminó. Inscríbase de nuevo para seguir.',
  errorChanged:
    'Las preguntas cambiaron mientras este examen estaba abierto, así que nada de él cuenta. Empiece otro.',
  errorHandedIn: 'Este examen ya se entregó.',
  errorEarly: 'Es pronto para el próximo intento. Esta página dice desde qué día.',
  errorOther: 'No funcionó. Vuelva al curso e intente de nuevo.',
}

export const learnWords: Phrases<Shape> = { en, es }
