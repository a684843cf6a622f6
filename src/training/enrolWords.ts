import type { Phrases, Words } from '../ui/language.ts'
import type { TrainingCode } from './problems.ts'

const en = {
  title: (course: string) => `Enrol: ${course}`,
  pageTitle: 'Enrol',
  lead: 'You need an account with an e-mail address of your own. It takes a minute.',
  english: 'The texts of the course are in English.',
  approval: 'A coordinator says yes or no to each enrolment. With a code you begin at once.',
  approvalBefore:
    'A coordinator says yes or no to each enrolment. With a code you begin at once if you hold the certificates named below.',
  closed: 'This course is closed. One gets in with a code only, or when a team or an agency names somebody.',
  closedLead: 'If you were given a code, use it here.',
  before: 'Before you can begin, you need the certificate of:',
  beforeAsk: 'You may ask without the certificate of these, and the coordinator sees that it is missing:',
  outline: 'This course is still being written. Nobody can take it yet.',
  name: 'Your name',
  nameHint: 'As it should stand on a certificate.',
  email: 'Your own e-mail address',
  emailHint:
    'Not your department’s: whoever runs its mail could read what you get, and you would lose your certificates when you leave. Addresses of departments are refused.',
  code: 'Code',
  codeOptional: 'Code, if you were given one',
  codeHint: 'Eight letters and digits.',
  next: 'What happens next',
  steps: [
    'A mail goes to the address above.',
    'Open it. You set up your account there, and the course waits for you.',
    'You read at your own pace. Nobody is shown your answers.',
  ],
  send: 'Enrol',
  signIn: 'You have an account already?',
  signInLink: 'Sign in and enrol there',
  back: 'About this course',
  askedTitle: 'A mail is on its way',
  askedLead: 'Open it on any device. The course waits there.',
  askedNone:
    'Nothing after ten minutes? Look among unwanted mail, then check that the address was right and send the form again.',
  askedSame: 'This page says the same to everybody, whether an address is known here or not.',
}

const es: typeof en = {
  title: (course) => `Inscribirse: ${course}`,
  pageTitle: 'Inscribirse',
  lead: 'Necesita una cuenta con una dirección de correo propia. Se hace en un minuto.',
  english: 'Los textos del curso están en inglés.',
  approval: 'Una coordinación acepta o no cada inscripción. Con un código se empieza enseguida.',
  approvalBefore:
    'Una coordinación acepta o no cada inscripción. Con un código se empieza enseguida si ya se tienen los certificados que se nombran abajo.',
  closed:
    'Este curso está cerrado. Se entra solo con un código, o cuando un equipo o una agencia nombra a alguien.',
  closedLead: 'Si le dieron un código, úselo aquí.',
  before: 'Para poder comenzar necesita el certificado de:',
  beforeAsk: 'Puede pedirlo sin el certificado de estos, y la coordinación ve que falta:',
  outline: 'Este curso todavía se está escribiendo. Nadie puede hacerlo aún.',
  name: 'Su nombre',
  nameHint: 'Como debe figurar en un certificado.',
  email: 'Su propia dirección de correo',
  emailHint:
    'No la de su departamento: quien administra ese correo podría leer lo que recibe, y usted perdería sus certificados al irse. Las direcciones de departamentos no se aceptan.',
  code: 'Código',
  codeOptional: 'Código, si le dieron uno',
  codeHint: 'Ocho letras y cifras.',
  next: 'Qué pasa después',
  steps: [
    'Se envía un mensaje a esa dirección.',
    'Ábralo. Allí crea su cuenta y el curso le espera.',
    'Usted lee a su ritmo. Nadie ve sus respuestas.',
  ],
  send: 'Inscribirse',
  signIn: '¿Ya tiene una cuenta?',
  signInLink: 'Entre e inscríbase allí',
  back: 'Sobre este curso',
  askedTitle: 'Un mensaje va en camino',
  askedLead: 'Ábralo en cualquier dispositivo. El curso espera allí.',
  askedNone:
    '¿No llega nada en diez minutos? Mire entre el correo no deseado, compruebe que la dirección era correcta y envíe el formulario otra vez.',
  askedSame: 'Esta página dice lo mismo a todo el mundo, se conozca o no la dirección aquí.',
}

export const enrolWords: Phrases<typeof en> = { en, es }

export type NamedCode = Extract<
  TrainingCode,
  'name_missing' | 'email_malformed' | 'email_of_agency' | 'code_unknown' | 'course_closed' | 'course_outline'
>

/** What is wrong with a name, an address or a code, and what to do. */
export const namedWords: Words<NamedCode> = {
  en: {
    name_missing: 'Write a name of 1 to 80 letters.',
    email_malformed: 'Write an e-mail address, like kit@example.org.',
    email_of_agency: 'This is a department’s address. Write a personal one.',
    code_unknown:
      'No such code opens this course today. Compare it with what you were given, or ask for another.',
    course_closed: 'This course is closed. Write a code.',
    course_outline: 'This course is still being written. Nobody can take it yet.',
  },
  es: {
    name_missing: 'Escriba un nombre de 1 a 80 letras.',
    email_malformed: 'Escriba una dirección de correo, como kit@example.org.',
    email_of_agency: 'Es la dirección de un departamento. Escriba una personal.',
    code_unknown: 'Ningún código así abre hoy este curso. Compárelo con el que le dieron o pida otro.',
    course_closed: 'Este curso está cerrado. Escriba un código.',
    course_outline: 'Este curso todavía se está escribiendo. Nadie puede hacerlo aún.',
  },
}
