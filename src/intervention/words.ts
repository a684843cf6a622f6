import type { PlanType } from '../incident/index.ts'
import type { Phrases, Words } from '../ui/language.ts'
import type { CloseOut } from './closeOut.ts'
import type { InterventionCode } from './problems.ts'

/** Whole headings: the article goes with the noun. */
export const closeOutTitles: Words<PlanType> = {
  en: {
    onSceneSupport: 'Close out the on-scene support',
    rits: 'Close out the demobilization',
    defusing: 'Close out the defusing',
    cisd: 'Close out the CISD',
    cmb: 'Close out the briefing (CMB)',
    orgConsultation: 'Close out the consultation',
    familySupport: 'Close out the support for families',
    pastoralSupport: 'Close out the pastoral support',
    preIncidentEducation: 'Close out the education session',
  },
  es: {
    onSceneSupport: 'Cerrar el apoyo en el lugar',
    rits: 'Cerrar la desmovilización',
    defusing: 'Cerrar el defusing',
    cisd: 'Cerrar el CISD',
    cmb: 'Cerrar la reunión informativa (CMB)',
    orgConsultation: 'Cerrar la consulta',
    familySupport: 'Cerrar el apoyo a las familias',
    pastoralSupport: 'Cerrar el apoyo pastoral',
    preIncidentEducation: 'Cerrar la sesión de formación',
  },
}

export const heldWords: Words<CloseOut['held']> = {
  en: { as_planned: 'As planned', changed: 'Changed', not_held: 'Not held' },
  es: { as_planned: 'Como estaba previsto', changed: 'Con cambios', not_held: 'No se hizo' },
}

export const participantWords: Words<CloseOut['participants']> = {
  en: { none: 'Nobody', under_5: 'Under 5', '5_to_10': '5–10', '11_to_20': '11–20', over_20: 'Over 20' },
  es: { none: 'Nadie', under_5: 'Menos de 5', '5_to_10': '5–10', '11_to_20': '11–20', over_20: 'Más de 20' },
}

export const durationWords: Words<CloseOut['duration']> = {
  en: {
    none: 'Not held',
    under_30: 'Under 30 min',
    '30_to_60': '30–60 min',
    '60_to_120': '1–2 h',
    over_120: 'Over 2 h',
  },
  es: {
    none: 'No se hizo',
    under_30: 'Menos de 30 min',
    '30_to_60': '30–60 min',
    '60_to_120': '1–2 h',
    over_120: 'Más de 2 h',
  },
}

export const followUpWords: Words<CloseOut['followUpOffered']> = {
  en: { yes: 'Yes', no: 'No' },
  es: { yes: 'Sí', no: 'No' },
}

export const problemWords: Words<InterventionCode> = {
  en: {
    not_allowed: 'Your role doesn’t allow this. Ask a coordinator.',
    unknown_plan: 'There is no such plan.',
    session_ahead: 'The session hasn’t begun. If it won’t be, stand the plan down: everybody hears of it.',
    nobody_seated: 'Nobody was on the team, so there is no session to close. Stand the plan down.',
    not_approved_yet: 'This plan was never approved, so there is no session to close.',
    stood_aside: 'You stood aside from this one. Another coordinator goes on with it.',
    closed_already: 'This is closed already. Nothing was changed.',
    changed_meanwhile: 'Somebody else changed this meanwhile. Compare, then keep it again.',
    unknown_follow_up: 'There is no such follow-up.',
    not_in_the_room: 'Only somebody of this team who was in the room can take this over.',
    theirs_already: 'It is with them already. Choose somebody else.',
    given_on: 'Somebody else sees to this now. Nothing was changed.',
    done_already: 'This is done already. Nothing was changed.',
    entered_already: 'This day stands there already.',
    day_past: 'This day has passed. Give one that lies ahead.',
    unknown_referral: 'There is no such listing.',
    listed_already: 'This name stands on the list already, in this town.',
    contradicts_itself: 'This doesn’t fit whether the session was held. Check both answers.',
    longer_than_since:
      'It began more recently than that. Choose a shorter length, or close out once it is over.',
  },
  es: {
    not_allowed: 'Su función no lo permite. Consulte con la coordinación.',
    unknown_plan: 'Este plan no existe.',
    session_ahead: 'La sesión no ha empezado. Si no se hará, cancele el plan: todos se enteran.',
    nobody_seated: 'No había nadie en el equipo, así que no hay sesión que cerrar. Cancele el plan.',
    not_approved_yet: 'Este plan nunca se aprobó, así que no hay ninguna sesión que cerrar.',
    stood_aside: 'Usted se hizo a un lado en esta. Otra persona de la coordinación la sigue.',
    closed_already: 'Esto ya está cerrado. No se cambió nada.',
    changed_meanwhile: 'Alguien más lo cambió mientras tanto. Compare y guarde otra vez.',
    unknown_follow_up: 'Este seguimiento no existe.',
    not_in_the_room: 'Solo puede encargarse alguien de este equipo que estuvo en la sala.',
    theirs_already: 'Ya lo tiene esa persona. Elija a otra.',
    given_on: 'De esto se ocupa ahora otra persona. No se cambió nada.',
    done_already: 'Ya está hecho. No se cambió nada.',
    entered_already: 'Esa fecha ya está.',
    day_past: 'Ese día ya pasó. Indique uno posterior.',
    unknown_referral: 'Esto no está en la lista.',
    listed_already: 'Este nombre ya está en la lista, en esa localidad.',
    contradicts_itself: 'No concuerda con si se hizo la sesión. Revise las dos respuestas.',
    longer_than_since:
      'Empezó hace menos tiempo. Elija una duración más corta, o cierre cuando haya terminado.',
  },
}

const en = {
  title: 'Close out',
  over: 'Under a minute, coded, no names',
  smallGroup: 'A small group closes without counts.',
  held: 'Was the session held?',
  participants: 'How many took part, about?',
  duration: 'How long?',
  followUpOffered: 'Was follow-up offered?',
  missing: 'Choose one of the answers.',
  done: 'Close out',
  recorded: 'Recorded at the close-out. It can’t be changed.',
  back: 'Back to the board',
}

const es: typeof en = {
  title: 'Cerrar',
  over: 'Menos de un minuto, con códigos, sin nombres',
  smallGroup: 'Un grupo pequeño se cierra sin cantidades.',
  held: '¿Se hizo la sesión?',
  participants: '¿Cuántas personas participaron, más o menos?',
  duration: '¿Cuánto duró?',
  followUpOffered: '¿Se ofreció seguimiento?',
  missing: 'Elija una de las respuestas.',
  done: 'Cerrar',
  recorded: 'Anotado al cerrar. No se puede cambiar.',
  back: 'Volver al tablero',
}

/** Closing a session. */
export const closeOutWords: Phrases<typeof en> = { en, es }
