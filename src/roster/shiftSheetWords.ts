import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Shift sheet',
  lead: (at: string) =>
    `For when nothing of this can be reached. Made ${at}; print a new one at each hand-over and shred the old one.`,
  link: 'Shift sheet for paper',
  keep: 'Keep a copy on this device',
  team: (phone: string) => `The team’s number: ${phone}`,
  coordinators: 'On duty',
  nobody: 'Nobody coordinates now.',
  noPhone: 'no number',
  name: 'Name',
  phone: 'Number',
  agency: 'Agency',
  role: 'Role',
  until: 'Goes until',
  now: 'Now',
  onCall: 'on call',
  away: 'not now',
  leads: 'leads',
  unreached: 'not reached',
  noTexts: 'no texts, call',
  unreachedHow:
    '“Not reached”: the last test got no answer. No cover: telephone them, and check their address and number.',
  region: 'regional team',
  agencies: 'Agencies’ own numbers',
  rules: 'Without the system',
  ruleList: [
    'Speak to the agency first, at its own number. Nobody is called out before.',
    'Ask each: were you there, do you supervise, investigate or know closely anyone involved? A yes means no, without a reason.',
    'Never somebody of an affected agency. No needs no reason.',
    'Write down times and seats, nobody’s words. Enter them here once it answers again.',
  ],
}
const es: typeof en = {
  title: 'Hoja de turno',
  lead: (at) =>
    `Para cuando nada de esto responda. Hecha ${at}; imprima una nueva en cada relevo y destruya la anterior.`,
  link: 'Hoja de turno en papel',
  keep: 'Guardar una copia en este dispositivo',
  team: (phone) => `El número del equipo: ${phone}`,
  coordinators: 'De guardia',
  nobody: 'Ahora nadie coordina.',
  noPhone: 'sin número',
  name: 'Nombre',
  phone: 'Número',
  agency: 'Agencia',
  role: 'Función',
  until: 'Puede ir hasta',
  now: 'Ahora',
  onCall: 'de guardia',
  away: 'ahora no',
  leads: 'dirige',
  unreached: 'no le llega',
  noTexts: 'sin mensajes, llamar',
  unreachedHow:
    '«No le llega»: la última prueba quedó sin respuesta. No es cobertura: llámele y compruebe su dirección y su número.',
  region: 'equipo regional',
  agencies: 'Números de las agencias',
  rules: 'Sin el sistema',
  ruleList: [
    'Hable primero con la agencia, a su propio número. Antes no se convoca a nadie.',
    'Pregunte a cada quien: ¿estuvo allí, supervisa, investiga o conoce de cerca a alguien? Un sí es un no, sin motivo.',
    'Nunca alguien de una agencia afectada. Para decir que no hace falta motivo.',
    'Anote horas y puestos, las palabras de nadie. Páselas aquí cuando vuelva a responder.',
  ],
}

/** The sheet a coordinator hands on, on paper. */
export const shiftSheetWords: Phrases<typeof en> = { en, es }
