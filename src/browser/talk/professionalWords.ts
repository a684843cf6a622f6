import type { Phrases } from '../../ui/language.ts'

const en = {
  title: 'A professional, for you',
  line: 'They hear that you ask to be rung, and nothing of any conversation.',
  ask: 'Ask an on-call professional to ring me',
  asking: 'Asking …',
  noOwnNumber: 'No number of yours is on file. Whoever takes it sees that, and you see theirs.',
  addNumber: 'Add your number',
  nobodyOnCall: 'No professional is on call now, so others of the team are rung.',
  ringing: (turn: number) =>
    turn === 1
      ? 'Ringing a professional. Without an answer in five minutes, the next one.'
      : `No answer so far. Ringing the next one: number ${turn}.`,
  ringsYou: (name: string, number: string) => `${name} has it and rings you at ${number}.`,
  hasIt: (name: string) => `${name} has it. No number of yours is on file, so ring them.`,
  mails: (name: string) =>
    `${name} has it. Neither of you has a number on file: look into your mail, or call the team.`,
  theirNumber: (name: string) => `${name}’s number:`,
  nobody: 'No professional can be rung now. These answer; 988 in the US:',
  unanswered: 'Nobody answered. These do; 988 in the US:',
  lateCounts: 'Should one of them still answer, it stands here.',
  callTeam: (number: string) => `Call the team: ${number}`,
  callCrisis: (number: string) => `Call ${number}, day and night`,
  neverMind: 'Never mind',
  seen: 'Seen, thank you',
  again: 'Ask once more',
  tooOften: 'You asked several times within the hour. Call instead.',
  notAsked: 'It did not go out. Try again, or call.',
  unknown: 'No connection: it keeps looking. Meanwhile you can call.',
}

const es: typeof en = {
  title: 'Un profesional, para usted',
  line: 'Oye que usted pide que le llamen, y nada de ninguna conversación.',
  ask: 'Pedir que me llame un profesional de guardia',
  asking: 'Pidiéndolo …',
  noOwnNumber: 'No consta ningún número suyo. Quien lo tome lo verá, y usted verá el de esa persona.',
  addNumber: 'Añadir su número',
  nobodyOnCall: 'Ahora no hay ningún profesional de guardia; se llama a otros del equipo.',
  ringing: (turn) =>
    turn === 1
      ? 'Llamando a un profesional. Sin respuesta en cinco minutos, al siguiente.'
      : `Sin respuesta hasta ahora. Llamando al siguiente: el número ${turn}.`,
  ringsYou: (name, number) => `${name} lo tiene y le llama al ${number}.`,
  hasIt: (name) => `${name} lo tiene. No consta ningún número suyo: llame usted.`,
  mails: (name) =>
    `${name} lo tiene. De ninguno de los dos consta un número: mire su correo, o llame al equipo.`,
  theirNumber: (name) => `El número de ${name}:`,
  nobody: 'Ahora no se puede llamar a ningún profesional. Aquí contestan; el 988, en EE. UU.:',
  unanswered: 'No contestó nadie. Aquí sí; el 988, en EE. UU.:',
  lateCounts: 'Si alguien responde todavía, aparecerá aquí.',
  callTeam: (number) => `Llamar al equipo: ${number}`,
  callCrisis: (number) => `Llamar al ${number}, día y noche`,
  neverMind: 'Déjelo',
  seen: 'Visto, gracias',
  again: 'Pedirlo otra vez',
  tooOften: 'Lo pidió varias veces en una hora. Mejor llame.',
  notAsked: 'No salió. Inténtelo otra vez, o llame.',
  unknown: 'Sin conexión: sigue intentándolo. Mientras tanto puede llamar.',
}

export const askProfessionalWords: Phrases<typeof en> = { en, es }
