import type { Phrases, Words } from '../ui/language.ts'
import { type NamedCode, namedWords } from './enrolWords.ts'
import type { TrainingCode } from './problems.ts'

const en = {
  title: 'Seats in courses',
  lead: 'Seats your agency was given. You say who takes them; each gets a mail and begins when they like.',
  privacy:
    'You see whom you named and whether they came. How far they are, and how a test went, is theirs: nobody at your agency is shown it.',
  none: 'Your agency has no seats in a course at the moment',
  noneLead: 'A coordinator of the team gives them. Ask one.',
  taken: (taken: number, seats: number) => `${taken} of ${seats} seats taken`,
  full: 'All seats are taken. Ask a coordinator for more.',
  people: (course: string, agency: string) => `Named to ${course} by ${agency}`,
  person: 'Name',
  state: 'Came',
  came: 'came',
  waiting: (email: string) => `not yet; the course waits for ${email}`,
  nobody: 'You named nobody yet.',
  name: 'Name',
  email: 'Their personal e-mail address',
  emailHint: 'Not the department’s: it is refused, so that nobody at work reads what they get.',
  send: 'Name them',
  step: 'Step',
  takeBack: 'Take back',
  takeBackFrom: (name: string) => `from ${name}`,
  takeBackLead: (email: string) =>
    `The course no longer waits for ${email}, and the seat is free for somebody else. A mail that went there stays there.`,
  takeBackYes: 'Take the seat back',
  freed: 'Done. The seat is free again.',
  waitingTitle: 'Named to a seat, and not come yet',
  filled: 'Done. They get a mail, unless several went there today. The course waits for them in any case.',
}

const es: typeof en = {
  title: 'Plazas en cursos',
  lead: 'Plazas que recibió su agencia. Usted dice quién las ocupa; cada persona recibe un mensaje y empieza cuando quiera.',
  privacy:
    'Usted ve a quién nombró y si vino. Hasta dónde ha llegado y cómo fue un examen es asunto suyo: a nadie de su agencia se le muestra.',
  none: 'Su agencia no tiene por ahora plazas en ningún curso',
  noneLead: 'Las da una coordinación del equipo. Pídaselas.',
  taken: (taken, seats) => `${taken} de ${seats} plazas ocupadas`,
  full: 'Todas las plazas están ocupadas. Pida más a una coordinación.',
  people: (course, agency) => `Personas que ${agency} nombró para ${course}`,
  person: 'Nombre',
  state: 'Vino',
  came: 'vino',
  waiting: (email) => `todavía no; el curso espera a ${email}`,
  nobody: 'Todavía no nombró a nadie.',
  name: 'Nombre',
  email: 'Su dirección de correo personal',
  emailHint: 'No la del departamento: no se acepta, para que nadie en el trabajo lea lo que recibe.',
  send: 'Nombrar',
  step: 'Paso',
  takeBack: 'Retirar',
  takeBackFrom: (name) => `a ${name}`,
  takeBackLead: (email) =>
    `El curso deja de esperar a ${email} y la plaza queda libre para otra persona. Si se envió un mensaje, se queda donde está.`,
  takeBackYes: 'Retirar la plaza',
  freed: 'Hecho. La plaza vuelve a estar libre.',
  waitingTitle: 'Personas nombradas para una plaza que aún no vinieron',
  filled:
    'Hecho. Recibirá un mensaje, salvo que hoy ya se enviaran varios allí. El curso le espera en todo caso.',
}

export const seatsWords: Phrases<typeof en> = { en, es }

type SeatsCode = NamedCode | Extract<TrainingCode, 'seats_taken' | 'seat_not_waiting' | 'enrolled_already'>
export const seatsProblemWords: Words<SeatsCode> = {
  en: {
    ...namedWords.en,
    seats_taken: 'All seats are taken. Ask a coordinator for more.',
    seat_not_waiting:
      'Nobody waits on this seat any more: they have begun, or it was taken back already. The list shows how it is now.',
    enrolled_already:
      'This address was named to a seat of this course already. After a week you can name it again for another mail.',
  },
  es: {
    ...namedWords.es,
    seats_taken: 'Todas las plazas están ocupadas. Pida más a una coordinación.',
    seat_not_waiting:
      'Ya nadie espera en esta plaza: empezó, o la plaza se retiró antes. La lista muestra cómo está ahora.',
    enrolled_already:
      'Esta dirección ya tiene una plaza en este curso. Pasada una semana puede nombrarla otra vez para que reciba otro mensaje.',
  },
}
