import type { Words } from '../ui/language.ts'

const en = {
  title: 'Talk it through with somebody who has been there.',
  lead: 'Peer supporters from the agencies of this region, there for each other.',
  talk: 'I need someone to talk to',
  talkLine: 'Help lines, and the team’s number',
  crew: 'My crew needs a team',
  crewLine: 'After a hard call. Takes two minutes.',
  before: 'Between incidents:',
  book: 'Book a talk, a class or a family evening',
  promise: 'We keep no name of anybody affected.',
  promiseMore: 'A request holds roles and counts. What is said in a session is never written down here.',
  talkTitle: 'Someone to talk to, now',
  talkLead:
    'You choose whom to call. Use your own phone, off department Wi-Fi: a department may see what its own devices open.',
  teamNumber: 'The team, day and night',
  teamNumberLine: 'A coordinator answers. You needn’t say who you are.',
  notEmergency: 'If a life is in danger, call 911 first.',
  back: 'Back',
  regionsTitle: 'Find your region',
  regionsLead: 'Peer support and critical incident teams, region by region.',
  outside: 'Outside all of these? The lines below answer everywhere in the United States.',
} as const
export type DeskWord = keyof typeof en
const es: Record<DeskWord, string> = {
  title: 'Hable con alguien que ha pasado por lo mismo.',
  lead: 'Compañeros de apoyo de las agencias de esta región, unos para otros.',
  talk: 'Necesito hablar con alguien',
  talkLine: 'Líneas de ayuda y el número del equipo',
  crew: 'Mi equipo necesita apoyo',
  crewLine: 'Después de una llamada difícil. Dos minutos.',
  before: 'Entre incidentes:',
  book: 'Reservar una charla, una clase o una velada para familias',
  promise: 'No guardamos el nombre de ninguna persona afectada.',
  promiseMore:
    'Una solicitud contiene funciones y cantidades. Lo que se dice en una sesión nunca se escribe aquí.',
  talkTitle: 'Alguien con quien hablar, ahora',
  talkLead:
    'Usted elige a quién llamar. Use su propio teléfono, fuera del wifi del departamento: un departamento puede ver lo que se abre en sus equipos.',
  teamNumber: 'El equipo, día y noche',
  teamNumberLine: 'Responde un coordinador. No hace falta decir quién es.',
  notEmergency: 'Si hay una vida en peligro, llame primero al 911.',
  back: 'Volver',
  regionsTitle: 'Encuentre su región',
  regionsLead: 'Apoyo entre compañeros y equipos de incidentes críticos, región por región.',
  outside: '¿Fuera de todas estas? Las líneas de abajo responden en todo Estados Unidos.',
}
export const deskWords: Words<DeskWord> = { en, es }
