import type { Phrases, Words } from '../ui/language.ts'
import type { AlertStep } from './alertLadder.ts'

export const alertStepWords: Words<AlertStep> = {
  en: {
    on_call: 'on call',
    backup: 'backup',
    everybody: 'every coordinator',
    director: 'clinical director and all',
  },
  es: {
    on_call: 'de guardia',
    backup: 'suplente',
    everybody: 'toda la coordinación',
    director: 'dirección clínica y todos',
  },
}

const en = {
  entryTitle: 'Somebody is on the phone',
  entryLead: 'The same eight facts, as they tell them. You have it: nobody else is rung.',
  title: 'It rings until somebody calls back',
  takeTitle: 'Who calls the agency?',
  rung: (who: string, step: string, at: string) => `${at} · ${who} (${step})`,
  nobodyRung: 'Nobody was rung yet.',
  next: (at: string) => `Next at ${at}.`,
  behind: 'Very many came in at once: this one rings once no other request of the agency does.',
  question: 'Were you there? Do you supervise, investigate or know closely anyone involved?',
  take: 'No: I call back now',
  aside: 'Yes: hand it to the next one',
  asideHint: 'One tap. Nobody asks which, and only that you stood aside is kept.',
  mine: (at: string) => `You call back since ${at}.`,
  theirs: (who: string, at: string) => `${who} calls back since ${at}.`,
  mineOverdue: (at: string) =>
    `You call back since ${at}, and no call is recorded. The next ones are rung: record it below, or hand it on.`,
  theirsOverdue: (who: string, at: string) =>
    `${who} said at ${at} that they call back, and no call is recorded. Whoever is free takes it over.`,
  have: (at: string) => `You have this one since ${at}. Hand it on`,
  takeOn: 'No: I go on with it',
  handOn: 'I can’t go on: ring the next one',
  involved: 'I was involved: hand it to the next one',
  stoodAside: 'You stood aside from this one. Somebody else goes on with it.',
  somebody: 'A coordinator',
  onFile: (agency: string) => `Number on file for ${agency}:`,
  noneOnFile: (agency: string) =>
    `No number is on file for ${agency}. Check who asks before you say anything.`,
  addOnFile: 'Put one on file',
  given: (name: string) => `${name} gave another number:`,
  conflictFirst: 'Answer this first: it decides who goes on.',

  spoken: 'Answered on the phone',
  spokenWho: 'Who',
  spokenHint: 'Say first: saying no needs no reason. Their answer counts as if they had given it themselves.',
  spokenConflict: 'Asked: were they there, supervise, investigate or know closely anyone involved?',
  no: 'No',
  yes: 'Yes',
  said: 'They say',
  coming: 'They come',
  comingFrom: 'They can, but from …',
  ifReleased: 'Yes, if their shift releases them',
  notThisTime: 'Not this time',
  fromAt: 'From',
  spokenDone: 'Keep this answer',
  seatedTitle: 'On the team, or a seat kept',
  seatedHint:
    'As if they had said it themselves: no reason is asked, and a seat that comes free is filled again.',
  released: 'Their shift let them go',
  cannotCome: 'They can’t come after all',
  noPhone: 'no number on file',
  errorSaid: 'Choose what they said.',
  errorWho: 'Choose whom you spoke to.',

  ask: 'Ask them',
  askTitle: (name: string) => `Ask ${name}?`,
  askLead: 'They get an offer now, beside those who are asked already.',
}

const es: typeof en = {
  entryTitle: 'Alguien está al teléfono',
  entryLead: 'Los mismos ocho datos, como los cuentan. Usted la tiene: no se avisa a nadie más.',
  title: 'Suena hasta que alguien devuelve la llamada',
  takeTitle: '¿Quién llama a la agencia?',
  rung: (who, step, at) => `${at} · ${who} (${step})`,
  nobodyRung: 'Todavía no se avisó a nadie.',
  next: (at) => `El siguiente aviso, a las ${at}.`,
  behind: 'Llegaron muchísimas a la vez: esta suena cuando no suene otra solicitud de la agencia.',
  question: '¿Estuvo allí? ¿Supervisa, investiga o conoce de cerca a alguna de las personas implicadas?',
  take: 'No: llamo yo ahora',
  aside: 'Sí: que siga la siguiente persona',
  asideHint: 'Un toque. Nadie pregunta cuál, y solo queda que se hizo a un lado.',
  mine: (at) => `Usted llama desde las ${at}.`,
  theirs: (who, at) => `${who} llama desde las ${at}.`,
  mineOverdue: (at) =>
    `Usted llama desde las ${at}, y no consta ninguna llamada. Se avisa a las siguientes personas: anótela abajo o pásela.`,
  theirsOverdue: (who, at) =>
    `${who} dijo a las ${at} que llamaba, y no consta ninguna llamada. Quien esté libre la toma.`,
  have: (at) => `Usted la tiene desde las ${at}. Pasarla`,
  takeOn: 'No: sigo yo con ella',
  handOn: 'No puedo seguir: avisen a la siguiente persona',
  involved: 'Estuve implicado: que siga la siguiente persona',
  stoodAside: 'Usted se hizo a un lado en esta. La sigue otra persona.',
  somebody: 'Alguien de la coordinación',
  onFile: (agency) => `Número registrado de ${agency}:`,
  noneOnFile: (agency) => `No hay número registrado de ${agency}. Compruebe quién pide antes de decir nada.`,
  addOnFile: 'Registrar uno',
  given: (name) => `${name} dio otro número:`,
  conflictFirst: 'Responda primero a esto: decide quién sigue.',

  spoken: 'Respondió por teléfono',
  spokenWho: 'Quién',
  spokenHint:
    'Diga primero: para decir que no hace falta ningún motivo. Su respuesta vale como si la hubiera dado por su cuenta.',
  spokenConflict: 'Preguntado: ¿estuvo allí, supervisa, investiga o conoce de cerca a alguien?',
  no: 'No',
  yes: 'Sí',
  said: 'Dice',
  coming: 'Viene',
  comingFrom: 'Puede, pero a partir de…',
  ifReleased: 'Sí, si su turno le deja ir',
  notThisTime: 'Esta vez no',
  fromAt: 'Desde',
  spokenDone: 'Guardar esta respuesta',
  seatedTitle: 'En el equipo, o con un puesto guardado',
  seatedHint:
    'Como si lo hubieran dicho por su cuenta: no se pide ningún motivo, y el puesto que queda libre se cubre de nuevo.',
  released: 'Su turno le dejó ir',
  cannotCome: 'Al final no puede venir',
  noPhone: 'sin número registrado',
  errorSaid: 'Elija qué dijo.',
  errorWho: 'Elija con quién habló.',

  ask: 'Preguntarle',
  askTitle: (name) => `¿Preguntar a ${name}?`,
  askLead: 'Recibe una propuesta ahora, además de quienes ya la tienen.',
}

/** Who calls back, and what is said on the phone. */
export const ringWords: Phrases<typeof en> = { en, es }
