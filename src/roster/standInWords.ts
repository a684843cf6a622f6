import type { Phrases, Words } from '../ui/language.ts'
import type { StandInBar } from './standIn.ts'

const en = {
  title: 'Find a stand-in',
  back: 'Back to who is on call',
  whose: (name: string, from: string, to: string) => `${name}, ${from} to ${to}.`,
  may: 'Who may take it',
  mayLead: 'Whoever was on call least in the last ninety days stands first. The first yes takes the shift.',
  nobody:
    'Nobody may take it as things are. You can ask all the same: whoever may later sees it on their page.',
  lately: 'Shifts in 90 days',
  mayNot: (count: number) => (count === 1 ? '1 who may not, and why' : `${count} who may not, and why`),
  mayNotCaption: 'Who may not take it, and why',
  why: 'Why not',
  ask: (count: number) => (count === 1 ? 'Ask the one who may' : `Ask all ${count} who may`),
  askNobody: 'Ask all the same',
  askNote: 'Each is mailed a link and no names. The shift stays theirs whose it is until somebody takes it.',
  askedAlready: 'A stand-in is asked for already.',

  asked: 'Stand-ins asked for',
  who: 'Who',
  from: 'From',
  to: 'To',
  since: 'Asked',
  step: 'Next step',
  see: 'See who may',
  withdraw: 'Withdraw the request',
  take: 'Take this shift',
  find: 'Find a stand-in',
  waiting: 'Stand-in asked for',

  offered: 'A stand-in is asked for',
  offeredLead: 'Somebody can’t be on call then. The first yes takes the shift; no answer is needed for a no.',
  findMe: 'Find me a stand-in',
  myRequest: 'Colleagues were asked. The shift stays yours until somebody takes it.',
  takenBy: (name: string, from: string, to: string) => `${name} stands in for you, ${from} to ${to}.`,
}

const es: typeof en = {
  title: 'Buscar relevo',
  back: 'Volver a las guardias',
  whose: (name, from, to) => `${name}, ${from} a ${to}.`,
  may: 'Quién puede tomarla',
  mayLead:
    'Primero quien menos guardias tuvo en los últimos noventa días. El primer sí se queda con la guardia.',
  nobody:
    'Tal como están las cosas, nadie puede tomarla. Puede pedirlo igualmente: quien pueda después lo verá en su página.',
  lately: 'Guardias en 90 días',
  mayNot: (count) => (count === 1 ? '1 que no puede, y por qué' : `${count} que no pueden, y por qué`),
  mayNotCaption: 'Quién no puede tomarla, y por qué',
  why: 'Por qué no',
  ask: (count) => (count === 1 ? 'Preguntar a quien puede' : `Preguntar a los ${count} que pueden`),
  askNobody: 'Pedirlo igualmente',
  askNote:
    'Cada persona recibe un enlace sin nombres. La guardia sigue siendo de quien es hasta que alguien la tome.',
  askedAlready: 'Ya se ha pedido un relevo.',

  asked: 'Relevos pedidos',
  who: 'Quién',
  from: 'Desde',
  to: 'Hasta',
  since: 'Pedido',
  step: 'Siguiente paso',
  see: 'Ver quién puede',
  withdraw: 'Retirar la petición',
  take: 'Tomar esta guardia',
  find: 'Buscar relevo',
  waiting: 'Relevo pedido',

  offered: 'Se pide un relevo',
  offeredLead:
    'Alguien no puede estar de guardia entonces. El primer sí se queda con la guardia; para un no, no hace falta responder.',
  findMe: 'Buscarme relevo',
  myRequest: 'Se ha preguntado a sus colegas. La guardia sigue siendo suya hasta que alguien la tome.',
  takenBy: (name, from, to) => `${name} le releva, ${from} a ${to}.`,
}

/** Asking for a stand-in, and taking a shift over. */
export const standInWords: Phrases<typeof en> = { en, es }

export const standInBarWords: Words<StandInBar> = {
  en: {
    own_shift: 'the shift is theirs',
    on_call_then: 'on call then',
    away_then: 'away then',
    on_leave: 'on leave',
    off_call: 'off call until the clinical director clears them',
    not_deployable: 'not deployable then',
  },
  es: {
    own_shift: 'la guardia es suya',
    on_call_then: 'de guardia entonces',
    away_then: 'se ausenta entonces',
    on_leave: 'de permiso',
    off_call: 'sin guardia hasta que la dirección clínica lo autorice',
    not_deployable: 'no puede salir entonces',
  },
}
