import type { Phrases } from '../ui/language.ts'

const en = {
  subject: 'Tailboard: a peer asks to be rung',
  mail: (link: string) =>
    `A peer of your team asks a professional to ring them.\n\nSee whom, and take it: ${link}\n\nIf you can’t, do nothing: after five minutes the next one is rung.\n`,
  text: (link: string) => `Tailboard: a peer asks to be rung. ${link}`,
  push: 'Tailboard: a peer asks to be rung.',

  call: 'This is Tailboard. A peer of your team asks a professional to ring them.',
  callPress:
    'To take it, press 1. They then see your name and your number. If you can’t, hang up: the next one is rung.',
  callUnread: 'That was not 1.',
  callTheirs: (name: string, number: string) =>
    `You have it. Ring ${name}, at ${number}. Once more: ${number}.`,
  callNoNumber: (name: string) =>
    `You have it. ${name} has no number on file. They see yours, and may ring you.`,
  callColleague: 'A colleague has it already. Thank you.',
  callOver: 'This is over. There is nothing to do. Thank you.',

  line: 'one question, for you',
  openTitle: 'A peer asks to be rung',
  openLead: (region: string) =>
    `Somebody of ${region} wants to speak with a professional now. We don’t know what about: they tell you.`,
  who: 'Who asks',
  number: 'Their number',
  mailAddress: 'Their mail',
  noNumber: 'none on file',
  shown: (name: string) =>
    `When you press, ${name} sees that you have it: your name, and your number if one is on file.`,
  take: 'I ring them now',
  passes: 'If you can’t, close this page: after five minutes without an answer the next one is rung.',
  theirsTitle: 'You have it',
  theirsLead: (name: string) => `${name} sees your name and waits for your call.`,
  ring: (name: string, number: string) => `Ring ${name}: ${number}`,
  noNumberThen: (name: string) =>
    `No number of ${name}’s is on file. They see yours, if you have one on file, and are asked to ring you. Write to them as well:`,
  colleagueTitle: 'A colleague has it',
  colleague: 'There is nothing for you to do. Thank you for being there.',
  overTitle: 'This is over',
  over: 'Whoever asked was helped, or needs no call any more. There is nothing for you to do.',
  lateTitle: 'This link has run out',
  late: 'It opened for two hours. If you are not sure whether the peer was reached, ask the team:',
  nothingTitle: 'This link opens nothing',
  nothing: 'It may be incomplete. Open the newest message once more, or phone the team:',
  nothingNoTeam: 'It may be incomplete. Open the newest message once more, or phone your team.',
}

const es: typeof en = {
  subject: 'Tailboard: un par pide que le llamen',
  mail: (link) =>
    `Un par de su equipo pide que un profesional le llame.\n\nVea a quién, y tómelo: ${link}\n\nSi no puede, no haga nada: a los cinco minutos se llama a la siguiente persona.\n`,
  text: (link) => `Tailboard: un par pide que le llamen. ${link}`,
  push: 'Tailboard: un par pide que le llamen.',

  call: 'Le llama Tailboard. Un par de su equipo pide que un profesional le llame.',
  callPress:
    'Para tomarlo, pulse 1. Entonces verá su nombre y su número. Si no puede, cuelgue: se llama a la siguiente persona.',
  callUnread: 'Eso no era 1.',
  callTheirs: (name, number) => `Lo tiene usted. Llame a ${name}, al ${number}. Otra vez: ${number}.`,
  callNoNumber: (name) =>
    `Lo tiene usted. No tenemos ningún número de ${name}. Verá el suyo y puede llamarle.`,
  callColleague: 'Ya lo tiene un colega. Gracias.',
  callOver: 'Esto ha terminado. No hay nada que hacer. Gracias.',

  line: 'una pregunta, para usted',
  openTitle: 'Un par pide que le llamen',
  openLead: (region) =>
    `Alguien de ${region} quiere hablar ahora con un profesional. No sabemos de qué: se lo contará a usted.`,
  who: 'Quién lo pide',
  number: 'Su número',
  mailAddress: 'Su correo',
  noNumber: 'no consta',
  shown: (name) => `Al pulsar, ${name} verá que lo tiene usted: su nombre, y su número si consta alguno.`,
  take: 'Le llamo ahora',
  passes:
    'Si no puede, cierre esta página: tras cinco minutos sin respuesta se llama a la siguiente persona.',
  theirsTitle: 'Lo tiene usted',
  theirsLead: (name) => `${name} ve su nombre y espera su llamada.`,
  ring: (name, number) => `Llamar a ${name}: ${number}`,
  noNumberThen: (name) =>
    `No consta ningún número de ${name}. Verá el suyo, si consta alguno, para llamarle. Escríbale también:`,
  colleagueTitle: 'Lo tiene un colega',
  colleague: 'No tiene que hacer nada. Gracias por estar ahí.',
  overTitle: 'Esto ha terminado',
  over: 'Quien lo pidió ya tiene ayuda, o ya no necesita la llamada. No tiene que hacer nada.',
  lateTitle: 'Este enlace ha caducado',
  late: 'Se abría durante dos horas. Si no está seguro de que se atendió al par, pregunte al equipo:',
  nothingTitle: 'Este enlace no abre nada',
  nothing: 'Quizá esté incompleto. Abra otra vez el último mensaje, o llame al equipo:',
  nothingNoTeam: 'Quizá esté incompleto. Abra otra vez el último mensaje, o llame a su equipo.',
}

/** What a professional hears and reads who is asked to ring a peer: who asks, and nothing of why. */
export const professionalWords: Phrases<typeof en> = { en, es }

const calmEn = {
  subject: 'Tailboard: nothing more to do',
  mail: (_link: string) =>
    'A peer had asked to be rung. A colleague has it, or it is not needed any more. There is nothing for you to do.\n',
  text: (_link: string) => 'Tailboard: a colleague has it, or no call is needed any more. Nothing to do.',
  push: 'Tailboard: nothing more to do.',
}
const calmEs: typeof calmEn = {
  subject: 'Tailboard: no hay nada más que hacer',
  mail: (_link) =>
    'Un par había pedido que le llamaran. Lo tiene un colega, o ya no hace falta. No tiene que hacer nada.\n',
  text: (_link) => 'Tailboard: lo tiene un colega, o ya no hace falta llamar. Nada que hacer.',
  push: 'Tailboard: no hay nada más que hacer.',
}

/** For whoever was rung and is not needed any more: they may go back to sleep. */
export const calmWords: Phrases<typeof calmEn> = { en: calmEn, es: calmEs }
