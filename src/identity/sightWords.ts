import type { Words } from '../ui/language.ts'
import type { Area, Hidden } from './roles.ts'

/** Areas as somebody reads them who is not of the team. */
export const areaWords: Words<Area> = {
  en: {
    own_day: 'their own page: what they are asked, how they are reached',
    own_offers: 'what they themselves are asked, and what they answered',
    own_sessions:
      'the sessions they are on: when, where, for which agency, whom to ring there, who else is on the team',
    own_calendar: 'their own shifts',
    own_conversations: 'conversations that somebody began with them, as long as they are open',
    own_requests: 'what their own agency asked for, and how far it is',
    guides: 'cards on how a session is led, and vetted places to go on to',
    requests: 'what an agency asked for: kind of event, town, hour, how many of which role',
    activations: 'which sessions are planned, who of the team is asked and goes',
    roster: 'who is on the team, and until when their papers are valid',
    availability: 'who of the team is on call or away',
    records: 'the team’s papers and shifts, to keep them up to date',
    duty: 'notes from one coordinator to the next, and tests of how people are reached',
    clearance: 'who of the team is off call after the hardest sessions',
    tallies:
      'how many contacts peers counted in a month, and of what kind; small numbers are hidden, and what would give them away',
    published_numbers: 'published numbers',
    policy: 'the numbers the team works by, and may change them',
    settings: 'what the region is set to',
    invitations: 'who was invited',
    accounts: 'accounts and roles',
    audit: 'who of the team did what and when, in codes',
  },
  es: {
    own_day: 'su propia página: qué se le pregunta, cómo se le avisa',
    own_offers: 'lo que se le pregunta y lo que respondió',
    own_sessions:
      'las sesiones en que está: cuándo, dónde, para qué agencia, a quién llamar allí, quién más va',
    own_calendar: 'sus propias guardias',
    own_conversations: 'las conversaciones que alguien comenzó con esa persona, mientras están abiertas',
    own_requests: 'lo que pidió su propia agencia y en qué punto está',
    guides: 'fichas sobre cómo se conduce una sesión y lugares verificados a los que acudir',
    requests: 'lo que pidió una agencia: tipo de suceso, localidad, hora, cuántas personas de qué función',
    activations: 'qué sesiones se planean y a quién del equipo se pregunta y va',
    roster: 'quién está en el equipo y hasta cuándo valen sus papeles',
    availability: 'quién del equipo está de guardia o ausente',
    records: 'los papeles y guardias del equipo, para mantenerlos al día',
    duty: 'notas de una coordinación a la siguiente y pruebas de cómo se avisa',
    clearance: 'quién del equipo está sin guardias tras las sesiones más duras',
    tallies:
      'cuántos contactos contaron los pares en un mes, y de qué clase; los números pequeños se ocultan, y también lo que los delataría',
    published_numbers: 'cifras publicadas',
    policy: 'los números con que trabaja el equipo, y puede cambiarlos',
    settings: 'la configuración de la región',
    invitations: 'a quién se invitó',
    accounts: 'cuentas y funciones',
    audit: 'quién del equipo hizo qué y cuándo, en códigos',
  },
}

export const hiddenWords: Words<Hidden> = {
  en: {
    names_of_affected: 'the name of anybody something happened to: there is no field for it',
    one_to_one: 'who talked to a peer alone, or that they did: nothing of it is written down here',
    why_no: 'why somebody of the team said no',
    own_load: 'what somebody of the team notes about their own load: they alone read it',
    others_answers: 'what others were asked and answered',
    incidents: 'what happened, and to which agency',
    other_sessions: 'anything of a session they were not asked to',
    the_team: 'who is on the team',
    other_agencies: 'what other agencies asked for',
    other_regions: 'anything of another region',
  },
  es: {
    names_of_affected: 'el nombre de nadie a quien le pasó algo: no hay campo para ello',
    one_to_one: 'quién habló a solas con un par, ni que lo hizo: aquí no se anota nada de eso',
    why_no: 'por qué alguien del equipo dijo que no',
    own_load: 'lo que alguien del equipo anota sobre su propia carga: solo esa persona lo lee',
    others_answers: 'qué se preguntó a otras personas y qué respondieron',
    incidents: 'qué ocurrió y en qué agencia',
    other_sessions: 'nada de una sesión para la que no se le preguntó',
    the_team: 'quién está en el equipo',
    other_agencies: 'qué pidieron otras agencias',
    other_regions: 'nada de otra región',
  },
}
