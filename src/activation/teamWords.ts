import type { Language, Words } from '../ui/language.ts'
import type { NotChosenReason, SeatReason } from './explain.ts'
import type { ShownStage } from './planState.ts'
import type { ActivationCode } from './problems.ts'
import type { ContactRole, OutcomeChoice, SignOffRole } from './storedRoles.ts'

/** Why somebody fits, in a few quiet words. */
export const seatReasonWords: Words<SeatReason> = {
  en: {
    another_agency: 'another agency',
    same_discipline: 'same discipline',
    on_call: 'on call',
    near: 'near',
    rested: 'rested',
    speaks_language: 'speaks the language',
  },
  es: {
    another_agency: 'otra agencia',
    same_discipline: 'misma disciplina',
    on_call: 'de guardia',
    near: 'cerca',
    rested: 'con descanso',
    speaks_language: 'habla el idioma',
  },
}

export const notChosenWords: Words<NotChosenReason> = {
  en: {
    not_deployable: 'not deployable on that day',
    affected_agency: 'affected agency',
    conflict: 'not available',
    already_answered: 'asked already',
    committed: 'bound elsewhere',
    unavailable: 'not available',
    not_asked_for: 'not asked for this agency, by their own choice',
    resting: 'resting',
    at_load_limit: 'enough sessions this month',
    awaits_clearance: 'off call after the hardest',
    refused_by_agency: 'the agency asked for somebody else',
    no_seat_for_role: 'no seat for this role',
    too_far: 'too far away',
    agency_at_limit: 'enough from this agency',
    others_fit_better: 'others fit better',
  },
  es: {
    not_deployable: 'no puede salir ese día',
    affected_agency: 'agencia afectada',
    conflict: 'no disponible',
    already_answered: 'ya se le preguntó',
    committed: 'con otro compromiso',
    unavailable: 'no disponible',
    not_asked_for: 'no se le pregunta para esta agencia, por decisión propia',
    resting: 'en descanso',
    at_load_limit: 'bastantes sesiones este mes',
    awaits_clearance: 'sin guardia tras lo más duro',
    refused_by_agency: 'la agencia pidió a otra persona',
    no_seat_for_role: 'sin puesto para su función',
    too_far: 'demasiado lejos',
    agency_at_limit: 'ya hay suficientes de esta agencia',
    others_fit_better: 'otras personas encajan mejor',
  },
}

export const stageWords: Words<ShownStage> = {
  en: {
    proposed: 'Proposed',
    filling: 'Filling',
    filled: 'Filled',
    begun: 'Under way',
    closed: 'Closed',
    cancelled: 'Stood down',
    window_closed: 'Window closed',
  },
  es: {
    proposed: 'Propuesto',
    filling: 'Completándose',
    filled: 'Completo',
    begun: 'En curso',
    closed: 'Cerrado',
    cancelled: 'Cancelado',
    window_closed: 'Plazo cerrado',
  },
}

export const contactRoleWords: Words<ContactRole> = {
  en: {
    'chief or deputy': 'chief or deputy',
    'shift commander': 'shift commander',
    supervisor: 'supervisor',
    'peer coordinator of the agency': 'peer coordinator of the agency',
    'dispatch supervisor': 'dispatch supervisor',
    'training officer': 'training officer',
  },
  es: {
    'chief or deputy': 'jefatura o subjefatura',
    'shift commander': 'mando de turno',
    supervisor: 'supervisión',
    'peer coordinator of the agency': 'coordinación de pares de la agencia',
    'dispatch supervisor': 'supervisión de despacho',
    'training officer': 'responsable de formación',
  },
}

/** A stored role as it is read; one that is no longer on our list is shown as it was stored. */
export function spokenRole(stored: string, lang: Language): string {
  return (contactRoleWords[lang] as Readonly<Record<string, string>>)[stored] ?? stored
}

/** The stored reasons of an offer in words; a code that is no longer known is left out. */
export function reasonsInWords(codes: readonly string[], lang: Language): string {
  const words = seatReasonWords[lang] as Readonly<Record<string, string>>
  return codes.flatMap((code) => words[code] ?? []).join(' · ')
}

export const signOffWords: Words<SignOffRole> = {
  en: { 'clinical director': 'Clinical director', 'named deputy': 'Named deputy' },
  es: { 'clinical director': 'Dirección clínica', 'named deputy': 'Suplente designado' },
}

export const outcomeWords: Words<OutcomeChoice> = {
  en: {
    advice_only: 'Advice only',
    referred_elsewhere: 'Referred elsewhere',
    declined: 'Declined',
    stood_down: 'No team was needed, or none came together',
    closed: 'All is done',
  },
  es: {
    advice_only: 'Solo consejo',
    referred_elsewhere: 'Derivada a otro servicio',
    declined: 'Rechazada',
    stood_down: 'No hizo falta un equipo, o no se reunió',
    closed: 'Todo está hecho',
  },
}

/** What a person reads when something can't be done, and what to do next. */
export const problemWords: Words<ActivationCode> = {
  en: {
    unknown_region: 'There is no such region.',
    unknown_activation: 'There is no such activation. Open the list and choose one.',
    unknown_plan: 'There is no such plan in this activation.',
    unknown_offer: 'This link has nothing to answer any more.',
    not_allowed: 'Your role doesn’t allow this. Ask a coordinator.',
    stood_aside: 'You stood aside from this one. Another coordinator goes on with it.',
    taken_already: 'Somebody else has taken this already. Reload to see who calls back.',
    hold_over: 'The seat could not be kept any longer. Thank you; tell a coordinator if you are free now.',
    not_spoken_yet: 'Speak to the agency first and record it. Then a plan can be approved.',
    spoken_already: 'Somebody recorded the call already. Reload to see it.',
    spoken_in_future: 'This lies in the future. Give the time at which you spoke.',
    before_it_happened: 'This lies before the incident. Check the day and the time.',
    over_in_future: 'This lies in the future. Leave it empty while it still goes on.',
    approved_already: 'This plan is approved already. Reload to see the team filling.',
    not_approved_yet: 'This plan is not approved yet, so there is nothing to close.',
    session_ahead: 'The session hasn’t begun. If it won’t be, stand the plan down: everybody hears of it.',
    nobody_seated: 'Nobody was on the team, so there is no session to close. Stand the plan down.',
    sign_off_unasked:
      'Ask them first: were they there, supervise, investigate or know closely anyone involved?',
    sign_off_involved: 'Then the other one decides: ask whoever is chosen now.',
    needs_sign_off:
      'After this kind of loss the clinical director or a named deputy must agree. Record who did.',
    session_outside_window: 'The session must start inside the window. Choose another time.',
    session_in_past: 'The session would start in the past. Choose a later time.',
    ended_already: 'This has ended already. Nothing was changed.',
    changed_meanwhile: 'Somebody changed this meanwhile. Reload and look again.',
    answered_already: 'This offer is answered already. Thank you.',
    stood_down: 'You are not needed this time. Thank you for being ready.',
    seat_taken: 'The seat was filled a moment ago. Thank you for being ready.',
    bound_elsewhere: 'You are bound elsewhere at that time. Step back there first.',
    agency_at_limit: 'Enough people of your agency are on this team. Thank you for being ready.',
    conflict_unanswered: 'Please answer this question with yes or no first.',
    from_time_missing: 'Give the time from which you can.',
    from_time_past: 'This lies before you were asked. Check the day and the time from which you can.',
    not_on_the_team: 'You are not on this team, so there is nothing to step back from.',
    unknown_agency: 'Choose an agency of this region.',
    unknown_member: 'Choose a member of this team.',
    told_meanwhile:
      'Somebody else kept what the agency told while this page was open. Compare with what stands there now, then send again.',
    affected_agency_blocked:
      'This call-out’s policy blocks members of an affected agency. Nothing was changed.',
    reason_missing: 'Choose why.',
    asked_already: 'This team was asked for this plan already.',
    asked_meanwhile: 'A wave went out meanwhile: look at who is asked now. Nothing was sent a second time.',
    nobody_left: 'Nobody is left to ask. “Who could come?” shows what could give way.',
    cannot_be_asked: 'They can’t be asked for this plan now. “Not asked, and why” says the first reason.',
    nothing_changed: 'Time and place are what they were. Change one of them.',
    team_bound_elsewhere:
      'Somebody on this team is bound elsewhere at that time. Choose another, or speak with them first.',
    guest_bound:
      'A guest of a neighbouring team was told this time. Ring that team first; only the place can change.',
    team_too_far:
      'Not everybody on the team can be there by then. Look below, and say whether that is meant.',
    session_begun: 'The session has begun with whoever came. Nothing was changed.',
    hour_passed:
      'Its hour has come and nobody was there, so a coordinator looks for another time. Thank you.',
    ending_does_not_fit:
      'That does not fit what was done since. Choose again from what this page offers now.',
    close_out_first: 'A session has begun, so it is closed out first: say whether it was held.',
    seat_missing: 'Choose an open seat.',
    unknown_neighbour: 'Choose a neighbouring team.',
    consent_missing: 'Ask the agency first whether a neighbouring team may hear of it, and tick this.',
    not_needed_any_more: 'Nobody is needed for this any more. Thank you for looking.',
    not_free: 'They can’t go at that time. Choose somebody else.',
    word_missing: 'Speak to them first, and tick this.',
  },
  es: {
    unknown_region: 'Esta región no existe.',
    unknown_activation: 'Esta activación no existe. Abra la lista y elija una.',
    unknown_plan: 'Este plan no existe en esta activación.',
    unknown_offer: 'Este enlace ya no tiene nada que responder.',
    not_allowed: 'Su función no lo permite. Consulte con la coordinación.',
    stood_aside: 'Usted se hizo a un lado en esta. Otra persona de la coordinación la sigue.',
    taken_already: 'Alguien más ya la tomó. Vuelva a cargar la página para ver quién llama.',
    hold_over:
      'El puesto no se pudo guardar más tiempo. Gracias; si ahora está libre, avise a la coordinación.',
    not_spoken_yet: 'Hable primero con la agencia y anótelo. Después se puede aprobar un plan.',
    spoken_already: 'Alguien ya anotó la llamada. Vuelva a cargar la página para verla.',
    spoken_in_future: 'Esa hora está en el futuro. Indique la hora en que habló.',
    before_it_happened: 'Esa hora es anterior al incidente. Revise el día y la hora.',
    over_in_future: 'Esa hora está en el futuro. Déjela vacía mientras continúe.',
    approved_already: 'Este plan ya está aprobado. Vuelva a cargar la página para ver el equipo.',
    not_approved_yet: 'Este plan todavía no está aprobado, así que no hay nada que cerrar.',
    session_ahead: 'La sesión no ha empezado. Si no se hará, cancele el plan: todos se enteran.',
    nobody_seated: 'No había nadie en el equipo, así que no hay sesión que cerrar. Cancele el plan.',
    sign_off_unasked: 'Pregunte primero: ¿estuvo allí, supervisa, investiga o conoce de cerca a alguien?',
    sign_off_involved: 'Entonces decide la otra persona: pregunte a quien está elegido ahora.',
    needs_sign_off:
      'Después de una pérdida así debe dar su acuerdo la dirección clínica o su suplente designado. Anote quién lo dio.',
    session_outside_window: 'La sesión debe empezar dentro del plazo. Elija otra hora.',
    session_in_past: 'La sesión empezaría en el pasado. Elija una hora posterior.',
    ended_already: 'Esto ya terminó. No se cambió nada.',
    changed_meanwhile: 'Alguien lo cambió mientras tanto. Vuelva a cargar la página y revise.',
    answered_already: 'Esta propuesta ya está respondida. Gracias.',
    stood_down: 'Esta vez no hace falta. Gracias por estar a disposición.',
    seat_taken: 'El puesto se ocupó hace un momento. Gracias por estar a disposición.',
    bound_elsewhere: 'A esa hora tiene otro compromiso. Retírese primero de aquel.',
    agency_at_limit: 'Ya hay suficientes personas de su agencia en este equipo. Gracias por su disposición.',
    conflict_unanswered: 'Responda primero a esta pregunta con sí o no.',
    from_time_missing: 'Indique la hora desde la que puede.',
    from_time_past: 'Esa hora es anterior a la pregunta. Revise el día y la hora desde la que puede.',
    not_on_the_team: 'No forma parte de este equipo, así que no hay nada de lo que retirarse.',
    unknown_agency: 'Elija una agencia de esta región.',
    unknown_member: 'Elija a alguien de este equipo.',
    told_meanwhile:
      'Alguien más guardó lo que contó la agencia mientras esta página estaba abierta. Compare con lo que hay ahora y envíe de nuevo.',
    affected_agency_blocked:
      'La política de esta convocatoria bloquea a integrantes de una agencia afectada. No se cambió nada.',
    reason_missing: 'Elija por qué.',
    asked_already: 'A este equipo ya se le preguntó para este plan.',
    asked_meanwhile: 'Entretanto salió otra ronda: mire a quién se pregunta ahora. Nada se envió dos veces.',
    nobody_left: 'No queda nadie a quien preguntar. «¿Quién podría ir?» muestra qué podría ceder.',
    cannot_be_asked:
      'Ahora no se le puede preguntar para este plan. «A quién no se preguntó, y por qué» dice el primer motivo.',
    nothing_changed: 'La hora y el lugar son los de antes. Cambie uno de los dos.',
    team_bound_elsewhere:
      'Alguien del equipo tiene otro compromiso a esa hora. Elija otra, o hable antes con esa persona.',
    guest_bound:
      'A quien viene de un equipo vecino se le dijo esta hora. Llame antes a ese equipo; solo puede cambiar el lugar.',
    team_too_far: 'No todo el equipo puede estar para entonces. Mire abajo y diga si es así como lo quiere.',
    session_begun: 'La sesión empezó con quienes vinieron. No se cambió nada.',
    hour_passed: 'Llegó la hora y no había nadie, así que la coordinación busca otra. Gracias.',
    ending_does_not_fit:
      'Eso no encaja con lo hecho desde entonces. Elija de nuevo entre lo que ofrece esta página ahora.',
    close_out_first: 'Una sesión ya empezó, así que primero se cierra: diga si se celebró.',
    seat_missing: 'Elija un puesto libre.',
    unknown_neighbour: 'Elija un equipo vecino.',
    consent_missing:
      'Pregunte primero a la agencia si un equipo vecino puede enterarse, y marque esta casilla.',
    not_needed_any_more: 'Para esto ya no hace falta nadie. Gracias por mirar.',
    not_free: 'A esa hora no puede ir. Elija a otra persona.',
    word_missing: 'Hable primero con esa persona y marque esta casilla.',
  },
}
