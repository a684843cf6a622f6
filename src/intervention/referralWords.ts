import type { Phrases, Words } from '../ui/language.ts'
import type { Referral } from './referral.ts'

export const referralKindWords: Words<Referral['kind']> = {
  en: {
    clinician: 'Clinician',
    practice: 'Practice or clinic',
    programme: 'Programme for responders',
    residential: 'Residential programme',
    line: 'Line to call',
    chaplaincy: 'Chaplaincy',
    family: 'For families',
    legal_finance: 'Legal or financial help',
  },
  es: {
    clinician: 'Profesional clínico',
    practice: 'Consulta o clínica',
    programme: 'Programa para primera respuesta',
    residential: 'Programa residencial',
    line: 'Línea telefónica',
    chaplaincy: 'Capellanía',
    family: 'Para familias',
    legal_finance: 'Ayuda legal o económica',
  },
}
export const referralCostWords: Words<Referral['cost']> = {
  en: { free: 'Free', sliding: 'Sliding scale', insurance: 'Insurance', agency_pays: 'Agency or EAP pays' },
  es: {
    free: 'Gratis',
    sliding: 'Según ingresos',
    insurance: 'Seguro',
    agency_pays: 'Paga la agencia o el EAP',
  },
}

const en = {
  title: 'Where to go on to',
  lead: 'Vetted by the team. The person decides and rings themselves; nothing here counts who was sent where.',
  kind: 'What',
  language: 'Language',
  any: 'Any',
  telehealth: 'By video too',
  filter: 'Show these',
  none: 'Nothing on the list fits',
  noneLead: 'Choose less, or ask the clinical director.',
  knows: 'knows responders',
  vetted: (at: string) => `vetted ${at}`,
  stale: (at: string) => `vetted ${at}: check it again`,
  vet: 'Still good',
  retire: 'Take off the list',
  addTitle: 'Add to the list',
  name: 'Name (a clinician: first name and initial, or the practice)',
  town: 'Town',
  phone: 'Phone',
  cost: 'Who pays',
  knowsLabel: 'Works with responders, as whoever vetted them asked',
  languages: 'Languages',
  add: 'Add, vetted today',
  errorName: 'Give a name, in at most 120 letters.',
  errorTown: 'Name the town, in at most 80 letters.',
  errorPhone: 'Give a phone number with 7 to 20 digits.',
  errorChoose: 'Choose one.',
  errorLanguages: 'Choose at least one language.',
}

const es: typeof en = {
  title: 'A dónde seguir',
  lead: 'Revisado por el equipo. La persona decide y llama por su cuenta; aquí nada cuenta a quién se envió.',
  kind: 'Qué',
  language: 'Idioma',
  any: 'Cualquiera',
  telehealth: 'También por video',
  filter: 'Mostrar estos',
  none: 'Nada de la lista coincide',
  noneLead: 'Elija menos, o pregunte a la dirección clínica.',
  knows: 'conoce a primera respuesta',
  vetted: (at) => `revisado ${at}`,
  stale: (at) => `revisado ${at}: vuelva a comprobarlo`,
  vet: 'Sigue bien',
  retire: 'Quitar de la lista',
  addTitle: 'Añadir a la lista',
  name: 'Nombre (profesional: nombre e inicial, o la consulta)',
  town: 'Localidad',
  phone: 'Teléfono',
  cost: 'Quién paga',
  knowsLabel: 'Trabaja con primera respuesta, según preguntó quien lo revisó',
  languages: 'Idiomas',
  add: 'Añadir, revisado hoy',
  errorName: 'Indique un nombre, con 120 letras como máximo.',
  errorTown: 'Indique la localidad, con 80 letras como máximo.',
  errorPhone: 'Indique un número con 7 a 20 cifras.',
  errorChoose: 'Elija una opción.',
  errorLanguages: 'Elija al menos un idioma.',
}

/** The list of vetted clinicians and programmes. */
export const referralWords: Phrases<typeof en> = { en, es }
