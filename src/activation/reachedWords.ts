import type { Phrases } from '../ui/language.ts'
import type { Newest } from './newestMessage.ts'

type Untold = Exclude<Newest['kind'], 'offer'> | 'cancelled'

const en = {
  notOut: (count: number, asked: number, since: string) =>
    count === 1
      ? `1 of ${asked} messages has not gone out since ${since}`
      : `${count} of ${asked} messages have not gone out since ${since}`,
  telephone: 'Telephone these people:',
  writeDown: 'Write down what they say',
  noNumber: 'no number on file',
  notTold: 'Not told yet: ring them',
  doNotKnow: {
    seated: 'that they are on the team',
    moved: 'of the other time or place',
    stand_down: 'that they are not needed',
    cancelled: 'that the session is cancelled',
  } satisfies Record<Untold, string> as Readonly<Record<Untold, string>>,
  newest: {
    seated: 'on the team',
    moved: 'moved',
    stand_down: 'not needed',
    cancelled: 'cancelled',
  } satisfies Record<Untold, string> as Readonly<Record<Untold, string>>,
  notSent: 'not sent yet',
}

const es: typeof en = {
  notOut: (count, asked, since) =>
    count === 1
      ? `1 de ${asked} mensajes no ha salido desde las ${since}`
      : `${count} de ${asked} mensajes no han salido desde las ${since}`,
  telephone: 'Llame por teléfono a estas personas:',
  writeDown: 'Anotar lo que dicen',
  noNumber: 'sin número registrado',
  notTold: 'Aún sin avisar: llámeles',
  doNotKnow: {
    seated: 'que forma parte del equipo',
    moved: 'la otra hora o el otro lugar',
    stand_down: 'que no hace falta',
    cancelled: 'que la sesión se cancela',
  },
  newest: {
    seated: 'en el equipo',
    moved: 'cambio',
    stand_down: 'no hace falta',
    cancelled: 'cancelada',
  },
  notSent: 'aún sin enviar',
}

/** Whom messages did not reach, and what they do not know. */
export const reachedWords: Phrases<typeof en> = { en, es }
