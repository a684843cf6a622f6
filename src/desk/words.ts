import type { Words } from '../ui/language.ts'

const en = {
  title: 'Talk it through with somebody who has been there.',
  lead: 'Peer supporters from the agencies of this region, there for each other.',
  talk: 'I need someone to talk to',
  talkLine: 'Help lines, the team’s number, and peers you can write to without a name',
  crew: 'My crew needs a team',
  crewLine: 'After a hard call. Takes two minutes.',
  train: 'Train with us',
  trainLine: 'Online courses, practice, certificates',
  before: 'Between incidents:',
  book: 'Book a talk, a class or a family evening',
  promise: 'We keep no name of anybody affected.',
  promiseMore: 'A request holds roles and counts. What is said in a session is never written down here.',
  regionsTitle: 'Find your region',
  regionsLead: 'Peer support and critical incident teams, region by region.',
} as const
export type DeskWord = keyof typeof en
const es: Record<DeskWord, string> = {
  title: 'Hable con alguien que ha pasado por lo mismo.',
  lead: 'Compañeros de apoyo de las agencias de esta región, unos para otros.',
  talk: 'Necesito hablar con alguien',
  talkLine: 'Líneas de ayuda, el número del equipo y compañeros a quienes escribir sin dar su nombre',
  crew: 'Mi equipo necesita apoyo',
  crewLine: 'Después de una llamada difícil. Dos minutos.',
  train: 'Fórmese con nosotros',
  trainLine: 'Cursos en línea, práctica, certificados',
  before: 'Entre incidentes:',
  book: 'Reservar una charla, una clase o una velada para familias',
  promise: 'No guardamos el nombre de ninguna persona afectada.',
  promiseMore:
    'Una solicitud contiene funciones y cantidades. Lo que se dice en una sesión nunca se escribe aquí.',
  regionsTitle: 'Encuentre su región',
  regionsLead: 'Apoyo entre compañeros y equipos de incidentes críticos, región por región.',
}
export const deskWords: Words<DeskWord> = { en, es }
