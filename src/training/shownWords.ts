import type { Phrases, Words } from '../ui/language.ts'
import type { CertificateState } from './certificate.ts'
import type { Shows } from './showing.ts'

/** What a certificate is worth, in a word. */
export const stateWords: Words<CertificateState> = {
  en: { valid: 'Valid', lapsed: 'Lapsed', revoked: 'Revoked' },
  es: { valid: 'Vigente', lapsed: 'Vencido', revoked: 'Revocado' },
}

/** The look of that word. */
export const toneOf = { valid: 'ok', lapsed: 'neutral', revoked: 'bad' } as const satisfies Readonly<
  Record<CertificateState, string>
>

/** What its holder may show beside that. */
export const showsWords: Words<Shows> = {
  en: { name: 'The name', dates: 'The dates', hours: 'The hours', score: 'The result of the test' },
  es: { name: 'El nombre', dates: 'Las fechas', hours: 'Las horas', score: 'El resultado del examen' },
}

const en = {
  title: 'A certificate, checked',
  lead: 'Its holder gave you this link. What stands here comes from the team that issued it, as of now.',
  course: 'Course',
  issuer: 'Issued by',
  state: 'State',
  valid: (day: string) => `Valid on ${day}`,
  lapsed: (day: string) => `Lapsed since ${day}`,
  lapsedNow: (day: string) => `No longer valid on ${day}`,
  revoked: 'Revoked. It no longer holds.',
  name: 'Name',
  issued: 'Issued on',
  through: 'Valid through',
  online: 'Hours online',
  inPerson: 'Hours in person',
  score: 'Test',
  scoreSaid: (percent: number) => `${percent} % right`,
  hiddenTitle: 'What this page does not show',
  hidden: (fields: string) => `Its holder chose not to show: ${fields}.`,
  never:
    'Never shown: who they work for, how to reach them, what they answered, or anything about support they gave or had.',
  notTitle: 'What this certificate is not',
  not: 'It is a certificate of one regional team about its own course. It is not a course of ICISF or of any other body, it is no license to practice or to give therapy, and it puts nobody on duty by itself.',
  who: 'This page cannot tell who its holder is. Ask them for a link that shows the name, and compare.',
  whoNamed:
    'This page cannot tell whether the person before you is its holder. Compare the name with a document of theirs.',
}

const es: typeof en = {
  title: 'Un certificado, verificado',
  lead: 'Su titular le dio este enlace. Lo que ve aquí viene del equipo que lo emitió y vale en este momento.',
  course: 'Curso',
  issuer: 'Emitido por',
  state: 'Estado',
  valid: (day) => `Vigente el ${day}`,
  lapsed: (day) => `Vencido desde el ${day}`,
  lapsedNow: (day) => `Ya no vigente el ${day}`,
  revoked: 'Revocado. Ya no es válido.',
  name: 'Nombre',
  issued: 'Emitido el',
  through: 'Vigente hasta el final del',
  online: 'Horas en línea',
  inPerson: 'Horas presenciales',
  score: 'Examen',
  scoreSaid: (percent) => `${percent} % de respuestas correctas`,
  hiddenTitle: 'Lo que esta página no muestra',
  hidden: (fields) => `Su titular decidió no mostrar: ${fields}.`,
  never:
    'Nunca se muestra: para quién trabaja, cómo contactarle, qué respondió, ni nada sobre apoyo que dio o recibió.',
  notTitle: 'Lo que este certificado no es',
  not: 'Es un certificado de un equipo regional sobre su propio curso. No es un curso de ICISF ni de otra entidad, no es una licencia para ejercer ni para dar terapia, y por sí solo no pone a nadie de guardia.',
  who: 'Esta página no dice quién es su titular. Pídale un enlace que muestre el nombre y compárelo.',
  whoNamed:
    'Esta página no puede saber si la persona que tiene delante es su titular. Compare el nombre con un documento suyo.',
}

/** The page behind a link that a holder made. */
export const shownWords: Phrases<typeof en> = { en, es }
