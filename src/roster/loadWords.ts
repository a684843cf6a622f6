import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'How much lately',
  lead: 'Peers carry things too. This page is yours.',
  sessions: 'Your group sessions in the last 30 days',
  ofLimit: (count: number, limit: number) => `${count} of ${limit} (your region’s limit)`,
  atLimit: 'Nobody asks you again until one of them is more than 30 days ago.',
  rest: 'Rest',
  restUntil: (at: string) => `until ${at}; nobody asks you before`,
  rested: 'you are rested',
  off: 'Off call',
  offSince: (day: string) => `since ${day}, until the clinical director has talked with you and cleared you`,
  notOff: 'not now',
  see: 'How heavy was it? For yourself alone',

  ask: 'How heavy was it for you?',
  askLead: 'One tap. It stands for today; tap again and the last one stands.',
  steps: ['light', 'some', 'middling', 'heavy', 'very heavy'] as readonly string[],
  askLater: 'After a session you can note here how heavy it was.',
  high: 'At 4 or 5 ring the clinical director or a peer of yours today, and say no to the next call-out. No needs no reason.',
  yours: 'Your last days',
  picture: 'From 1, light, to 5, very heavy',
  none: 'Nothing is noted.',
  day: 'Day',
  heavy: 'How heavy',
  step: 'Step',
  remove: 'Delete',
  removeDay: (day: string) => `Delete ${day}`,
  removeAll: 'Delete all of it',

  whoTitle: 'Who can see this',
  who: [
    'You alone. No coordinator, no clinical director and no administrator can open it; no report counts it, and nobody is told.',
    'A day and a number are kept: no session, no incident, no word. It changes nothing about who is asked.',
    'It stands in the operator’s database and its backups, under your account. Whoever runs that database itself could look there.',
    'Delete it whenever you like. After 90 days at most it goes by itself; from backups, when they are replaced.',
  ] as readonly string[],
}

const es: typeof en = {
  title: 'Cuánto últimamente',
  lead: 'Los pares también cargan cosas. Esta página es suya.',
  sessions: 'Sus sesiones de grupo en los últimos 30 días',
  ofLimit: (count, limit) => `${count} de ${limit} (el límite de su región)`,
  atLimit: 'Nadie le vuelve a preguntar hasta que una de ellas haya sido hace más de 30 días.',
  rest: 'Descanso',
  restUntil: (at) => `hasta ${at}; antes nadie le pregunta`,
  rested: 'ya descansó',
  off: 'Sin guardia',
  offSince: (day) => `desde ${day}, hasta que la dirección clínica haya hablado con usted y le autorice`,
  notOff: 'ahora no',
  see: '¿Cuánto pesó? Solo para usted',

  ask: '¿Cuánto le pesó?',
  askLead: 'Un toque. Vale por hoy; si toca otra vez, vale el último.',
  steps: ['poco', 'algo', 'regular', 'mucho', 'muchísimo'],
  askLater: 'Después de una sesión puede anotar aquí cuánto le pesó.',
  high: 'Con 4 o 5 llame hoy a la dirección clínica o a un par, y diga que no a la próxima convocatoria. Para decir que no hace falta motivo.',
  yours: 'Sus últimos días',
  picture: 'De 1, poco, a 5, muchísimo',
  none: 'No hay nada anotado.',
  day: 'Día',
  heavy: 'Cuánto pesó',
  step: 'Paso',
  remove: 'Borrar',
  removeDay: (day) => `Borrar ${day}`,
  removeAll: 'Borrarlo todo',

  whoTitle: 'Quién puede verlo',
  who: [
    'Solo usted. Ni coordinación, ni dirección clínica, ni administración pueden abrirlo; ningún informe lo cuenta y a nadie se le avisa.',
    'Se guardan un día y un número: ninguna sesión, ningún suceso, ninguna palabra. No cambia a quién se pregunta.',
    'Está en la base de datos del operador y sus copias, bajo su cuenta. Quien maneja la base misma podría mirar allí.',
    'Bórrelo cuando quiera. A los 90 días como máximo desaparece solo; de las copias, cuando se reemplazan.',
  ],
}

/** What policy counts of a member, and what they note for themselves. */
export const loadWords: Phrases<typeof en> = { en, es }
