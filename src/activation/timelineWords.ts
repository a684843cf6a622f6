import type { Phrases, Words } from '../ui/language.ts'
import type { OutcomeCode } from './activationRecord.ts'
import type { PlanState } from './planState.ts'

type PlanEnd = NonNullable<PlanState['end']>['code']

export const planEndWords: Words<PlanEnd> = {
  en: {
    closed: 'Plan closed out',
    cancelled: 'Plan stood down',
    window_closed: 'Window closed, call-out ended',
  },
  es: {
    closed: 'Plan cerrado',
    cancelled: 'Convocatoria cancelada',
    window_closed: 'Plazo cerrado, convocatoria terminada',
  },
}

export const endWords: Words<OutcomeCode> = {
  en: {
    closed: 'Activation closed',
    advice_only: 'Closed with advice only',
    declined: 'Declined',
    referred_elsewhere: 'Referred elsewhere',
    stood_down: 'Ended without a team',
  },
  es: {
    closed: 'Activación cerrada',
    advice_only: 'Cerrada solo con consejos',
    declined: 'Rechazada',
    referred_elsewhere: 'Derivada a otro servicio',
    stood_down: 'Terminada sin equipo',
  },
}

const en = {
  imported: 'Opened from an import',
  requested: 'Request received',
  spoke: (role: string) => `Spoke to the agency: ${role}`,
  approved: 'Plan approved',
  moved: {
    agency_asked: 'Session moved: the agency asked for it',
    shift: 'Session moved: the shift changed',
    room: 'Session moved: another room',
    more_can_come: 'Session moved: more can come then',
  },
  wave: (number: number, asked: number) => `Wave ${number}: ${asked} asked`,
  coming: (name: string) => `${name} is coming`,
  released: (name: string) => `${name} is coming: their shift let them go`,
  /** What stood until somebody answered anew. */
  before: {
    coming: (name: string) => `${name} said yes`,
    coming_from: (name: string, from: string) => `${name} could come from ${from}`,
    if_released: (name: string) => `${name} said yes, if their shift releases them`,
    not_this_time: (name: string) => `${name} not this time`,
  },
  guest: (name: string, from: string) => `${name} is coming, a guest of ${from}`,
  leftTeam: (name: string) => `${name} said yes and left the team since`,
  forAgency: (name: string) => `${name} said yes; the agency asked for somebody else`,
  comingNoSeat: (name: string) => `${name} said yes; no seat taken`,
  comingLater: (name: string, from: string) => `${name} is coming, from ${from}`,
  couldComeLater: (name: string, from: string) => `${name} could come from ${from}`,
  ifReleased: (name: string) => `${name} comes if their shift releases them`,
  notThisTime: (name: string) => `${name} not this time`,
}

const es: typeof en = {
  imported: 'Abierta desde una importación',
  requested: 'Solicitud recibida',
  spoke: (role) => `Se habló con la agencia: ${role}`,
  approved: 'Plan aprobado',
  moved: {
    agency_asked: 'Sesión cambiada: lo pidió la agencia',
    shift: 'Sesión cambiada: cambió el turno',
    room: 'Sesión cambiada: otra sala',
    more_can_come: 'Sesión cambiada: entonces pueden venir más personas',
  },
  wave: (number, asked) => `Ronda ${number}: se preguntó a ${asked}`,
  coming: (name) => `${name} viene`,
  released: (name) => `${name} viene: su turno le dejó ir`,
  before: {
    coming: (name) => `${name} dijo que sí`,
    coming_from: (name, from) => `${name} podría venir desde ${from}`,
    if_released: (name) => `${name} dijo que sí, si su turno le deja`,
    not_this_time: (name) => `${name}: esta vez no`,
  },
  guest: (name, from) => `${name} viene, de visita de ${from}`,
  leftTeam: (name) => `${name} dijo que sí y después dejó el equipo`,
  forAgency: (name) => `${name} dijo que sí; la agencia pidió a otra persona`,
  comingNoSeat: (name) => `${name} dijo que sí; sin puesto ocupado`,
  comingLater: (name, from) => `${name} viene, desde ${from}`,
  couldComeLater: (name, from) => `${name} podría venir desde ${from}`,
  ifReleased: (name) => `${name} viene si su turno le deja`,
  notThisTime: (name) => `${name}: esta vez no`,
}

export const timelineWords: Phrases<typeof en> = { en, es }
