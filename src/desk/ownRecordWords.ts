import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Have your account erased',
  lead: 'This can’t be taken back.',
  goes: 'What goes: your account, sessions, passkeys, authenticator app and roles; your name, addresses, numbers, notified browsers, town, languages, certificates and calendar on every roster.',
  stays:
    'What stays, without your name: a row “Former member” under a number, because sessions and decisions point to it, and a team must be able to say how many went where. Mail that others received can’t be called back; backups end by their own days.',
  sure: 'I want my account erased',
  sureWrong: 'Tick this if you want it.',
  erase: 'Erase it',
  keep: 'Keep my account',
  last_administrator: (region: string) =>
    `You are the last administrator of ${region}: nobody could run it. Bring in another one first.`,
  bound: (region: string) =>
    `You are on a session in ${region} that runs or lies ahead. Step back from it first, or wait until it is over.`,
  goneTitle: 'Your account is erased',
  gone: 'You are signed out everywhere. Thank you for what you did.',
}

const es: typeof en = {
  title: 'Borrar su cuenta',
  lead: 'No se puede deshacer.',
  goes: 'Lo que se borra: su cuenta, sesiones, llaves de acceso, aplicación de autenticación y funciones; su nombre, direcciones, números, navegadores avisados, localidad, idiomas, certificados y calendario en cada lista.',
  stays:
    'Lo que queda, sin su nombre: una fila «Former member» con un número, porque sesiones y decisiones remiten a ella, y un equipo debe poder decir cuántas personas fueron adónde. El correo que otros recibieron no se puede retirar; las copias de seguridad terminan en su plazo.',
  sure: 'Quiero que se borre mi cuenta',
  sureWrong: 'Marque esto si lo quiere.',
  erase: 'Borrarla',
  keep: 'Conservar mi cuenta',
  last_administrator: (region) =>
    `Usted es la última persona de la administración de ${region}: nadie podría dirigirla. Incorpore antes a otra.`,
  bound: (region) =>
    `Usted está en una sesión de ${region} en curso o por venir. Retírese antes de ella o espere a que termine.`,
  goneTitle: 'Su cuenta está borrada',
  gone: 'Su sesión está cerrada en todas partes. Gracias por lo que hizo.',
}

export const ownRecordWords: Phrases<typeof en> = { en, es }
