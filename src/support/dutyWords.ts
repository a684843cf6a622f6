import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'If somebody may come to harm',
  yours:
    'What you do about it is yours to decide. Nothing here reads along, and nothing acts or reports by itself.',
  first:
    'If a life is in danger now: say so to the person, stay with them, and have them call one of this page’s help lines, or call it yourself.',
  notKnown: (state: string) =>
    `What the law of ${state} asks of you then was not verified. Ask the team’s mental health professional or counsel, without a name if you can.`,
  exceptions: 'Exceptions that we read',
  noExceptions:
    'We could not read which exceptions the law makes. As a caution, and not as law, whoever writes to you read that you may have to tell of any of these:',
  cautions: [
    'a danger to their own life',
    'a threat to somebody else',
    'abuse or neglect of a child, an older or a vulnerable person',
    'a crime that they admit',
    'what your own agency’s rules make you report, above all if you are a supervisor',
    'whatever a court orders',
  ],
  federal: 'If you serve a federal agency',
  all: 'All that we know of the law, with its sources',
}

const es: typeof en = {
  title: 'Si alguien puede sufrir daño',
  yours:
    'Lo que haga al respecto lo decide usted. Aquí nada lee lo escrito, ni actúa ni informa por sí solo.',
  first:
    'Si ahora corre peligro una vida: dígaselo a la persona, siga con ella y haga que llame a una de las líneas de ayuda de esta página, o llame usted.',
  notKnown: (state) =>
    `No se verificó lo que la ley de ${state} le pide en ese caso. Pregunte al profesional de salud mental del equipo o a un abogado, sin nombres si puede.`,
  exceptions: 'Excepciones que leímos',
  noExceptions:
    'No pudimos leer qué excepciones hace la ley. Como precaución, y no como ley, quien le escribe leyó que usted quizá tenga que comunicar cualquiera de estas cosas:',
  cautions: [
    'un peligro para su propia vida',
    'una amenaza a otra persona',
    'maltrato o abandono de un menor, de una persona mayor o vulnerable',
    'un delito que la persona reconozca',
    'lo que las reglas de su propia agencia le obliguen a usted a comunicar, sobre todo si es supervisor',
    'lo que ordene un tribunal',
  ],
  federal: 'Si sirve en una agencia federal',
  all: 'Todo lo que sabemos de la ley, con sus fuentes',
}

/** Beside a conversation, for the peer: what the law asks of them when somebody is in danger. */
export const dutyWords: Phrases<typeof en> = { en, es }
