import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Certificate of completion',
  says: 'says that',
  completed: 'completed the course',
  issued: (day: string) => `Issued on ${day}`,
  through: (day: string) => `Valid through ${day}`,
  hours: (online: string, inPerson: string) => `Online ${online}, in person ${inPerson}`,
  skills: 'The skills of this course were watched and signed off by an instructor.',
  not: 'A certificate of one regional team about its own course. It is not a course of ICISF or of any other body, it is no license to practice or to give therapy, and it puts nobody on duty by itself.',
  check: 'Whether it still holds, as of today:',
  picture: (address: string) => `The same address as a picture for a phone: ${address}`,
}

const es: typeof en = {
  title: 'Certificado de finalización',
  says: 'hace constar que',
  completed: 'completó el curso',
  issued: (day) => `Emitido el ${day}`,
  through: (day) => `Vigente hasta el final del ${day}`,
  hours: (online, inPerson) => `En línea ${online}, presencial ${inPerson}`,
  skills: 'Una persona instructora observó y dio por buenas las habilidades de este curso.',
  not: 'Certificado de un equipo regional sobre su propio curso. No es un curso de ICISF ni de otra entidad, no es una licencia para ejercer ni para dar terapia, y por sí solo no pone a nadie de guardia.',
  check: 'Si todavía es válido, a día de hoy:',
  picture: (address) => `La misma dirección como imagen para un teléfono: ${address}`,
}

/** The printed certificate. */
export const paperWords: Phrases<typeof en> = { en, es }
