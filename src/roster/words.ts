import type { Words } from '../ui/language.ts'
import type { Gate } from './checklist.ts'
import type { DeselectionGround, Recorded, ReinstatementGround, SuspensionGround } from './grounds.ts'
import type { Evidence } from './memberFile.ts'
import type { RosterCode } from './problems.ts'
import type { RankBand } from './rank.ts'
import type { Missing } from './requirements.ts'
import type { MemberRole } from './role.ts'

export const roleWords: Words<MemberRole> = {
  en: { peer: 'Peer', mhp: 'Mental health professional', chaplain: 'Chaplain' },
  es: { peer: 'Par', mhp: 'Profesional de salud mental', chaplain: 'Capellán' },
}

export const rankWords: Words<RankBand> = {
  en: {
    line: 'Line',
    supervisor: 'Supervisor',
    command: 'Command',
    civilian: 'Civilian',
    retired: 'Retired',
  },
  es: {
    line: 'Base',
    supervisor: 'Supervisión',
    command: 'Mando',
    civilian: 'Personal civil',
    retired: 'Retirado',
  },
}

/** What a gate asks for, as the heading of its line. */
export const gateWords: Words<Missing> = {
  en: {
    selection: 'Chosen by the team',
    certificate: 'Certificate',
    license: 'Licence',
    chaplaincy: 'Chaplain’s standing',
    state_certificate: 'Certificate the state names',
    agreement: 'Confidentiality agreement',
    designation: 'Designated by the agency',
    standing: 'In good standing',
    leave: 'Not on leave',
  },
  es: {
    selection: 'Elegido por el equipo',
    certificate: 'Certificado',
    license: 'Licencia profesional',
    chaplaincy: 'Acreditación de capellán',
    state_certificate: 'Certificado que nombra el estado',
    agreement: 'Acuerdo de confidencialidad',
    designation: 'Designado por la agencia',
    standing: 'Sin suspensión',
    leave: 'Sin permiso',
  },
}

/** Two words hold together in a narrow column. */
export const gateStateWords: Words<Gate['state']> = {
  en: {
    ok: 'In\u00a0order',
    lapses_soon: 'Lapses\u00a0soon',
    missing: 'Missing',
    advised: 'Advised',
    not_needed: 'Not needed',
  },
  es: {
    ok: 'En\u00a0orden',
    lapses_soon: 'Vence\u00a0pronto',
    missing: 'Falta',
    advised: 'Recomendado',
    not_needed: 'No hace falta',
  },
}

export const groundWords: Words<Recorded<DeselectionGround | SuspensionGround | ReinstatementGround>> = {
  en: {
    confidentiality_breach: 'Breach of confidentiality',
    missed_training: 'Missed training',
    loss_of_good_standing: 'Loss of good standing',
    own_wish: 'Own wish',
    left_agency: 'Left the agency',
    under_review: 'A review of something else',
    unfounded: 'Unfounded',
    remedied: 'Put right',
    time_served: 'The time set is over',
    not_recorded: 'Not recorded',
  },
  es: {
    confidentiality_breach: 'Falta a la confidencialidad',
    missed_training: 'Faltó a la formación',
    loss_of_good_standing: 'Perdió su buena situación',
    own_wish: 'Por deseo propio',
    left_agency: 'Dejó la agencia',
    under_review: 'Revisión de otro asunto',
    unfounded: 'Sin fundamento',
    remedied: 'Corregido',
    time_served: 'Cumplió el tiempo fijado',
    not_recorded: 'No consta',
  },
}

export const evidenceWords: Words<Evidence['kind']> = {
  en: { certificate: 'Certificate', letter: 'Letter', card: 'Card', register_entry: 'Entry in a register' },
  es: {
    certificate: 'Certificado',
    letter: 'Carta',
    card: 'Tarjeta',
    register_entry: 'Asiento en un registro',
  },
}

export const problemWords: Words<RosterCode> = {
  en: {
    not_allowed: 'Your role does not include this. Ask an administrator.',
    unknown_member: 'This member is not on the roster any more.',
    unknown_agency: 'Choose an agency of this region.',
    agency_missing: 'A peer belongs to an agency. Choose it.',
    email_malformed: 'Give a mail address such as sam.t@home.example.',
    email_of_agency: 'A department can read its own mail. Give their personal address.',
    email_known: 'Another member has this address. Give one of their own.',
    discipline_missing: 'Tick at least one discipline.',
    language_missing: 'Give at least one language.',
    in_future: 'This day lies ahead. Give the day it happened.',
    day_missing: 'Give a day.',
    text_missing: 'Fill this in.',
    text_unreadable: 'Use one short line of ordinary letters.',
    not_a_choice: 'Choose one of the entries.',
    ends_before_start: 'This ends before it begins. Give a later day.',
    credential_known: 'This paper is on file already, with the same number and day.',
    own_course:
      'A course of the region files its own certificate, and is named like this. For a paper of another body write the name without a dash, or with a capital letter.',
    agreement_known: 'An agreement signed that day is on file already.',
    designated_already: 'They are designated already. End that designation first.',
    not_designated: 'There is no designation to end.',
    leave_overlaps: 'They are on leave already in that time. Give other days.',
    no_leave: 'No leave is planned over that day. Give a day of the leave that ends.',
    selected_already: 'They are on the team already.',
    not_selected: 'They are not on the team.',
    suspended_already: 'They are suspended already.',
    not_suspended: 'There is no suspension to end.',
    not_awaiting: 'They are not waiting to be cleared.',
    shift_overlaps:
      'They are on call already in part of that time. Give other hours, or remove that shift first.',
    place_taken:
      'Somebody else holds this place in part of that time. Give other hours, or remove that shift first.',
    shift_over: 'This is over already. Give a day ahead.',
    shift_begun: 'This has begun already. Ask a coordinator to end it.',
    unknown_shift: 'This shift is not there any more. Look at the list again.',
    stand_in_asked: 'A stand-in is asked for already.',
    drill_running: 'A drill is running already. The next one can begin when it is over.',
    stand_in_late: 'This shift has begun: nobody can be asked to stand in any more. Call a coordinator.',
    stand_in_taken: 'Somebody has taken this shift already. There is nothing more to do.',
    stand_in_withdrawn: 'This shift is not offered any more. There is nothing to do.',
    stand_in_unfit:
      'You can’t take this shift: you are away, on call already or not deployable in that time.',
    note_long: 'Shorten this to 500 letters.',
    note_unreadable: 'Use ordinary letters and line breaks.',
    clock_missing: 'Give a time such as 22:00.',
    weeks_wrong: 'Give a number of weeks from 1 to 26.',
    unknown_coordinator: 'Choose one of the coordinators.',
  },
  es: {
    not_allowed: 'Su función no incluye esto. Pregunte a la administración.',
    unknown_member: 'Esta persona ya no está en la lista.',
    unknown_agency: 'Elija una agencia de esta región.',
    agency_missing: 'Un par pertenece a una agencia. Elíjala.',
    email_malformed: 'Indique un correo como sam.t@home.example.',
    email_of_agency: 'Un departamento puede leer su propio correo. Indique su dirección personal.',
    email_known: 'Otra persona tiene este correo. Indique uno propio.',
    discipline_missing: 'Marque al menos una disciplina.',
    language_missing: 'Indique al menos un idioma.',
    in_future: 'Ese día está por venir. Indique el día en que ocurrió.',
    day_missing: 'Indique un día.',
    text_missing: 'Complete este campo.',
    text_unreadable: 'Use una línea corta de letras corrientes.',
    not_a_choice: 'Elija una de las opciones.',
    ends_before_start: 'Termina antes de empezar. Indique un día posterior.',
    credential_known: 'Este documento ya consta, con el mismo número y día.',
    own_course:
      'Un curso de la región registra su propio certificado, y así se llama. Para un documento de otra entidad, escriba el nombre sin guion, o con una letra mayúscula.',
    agreement_known: 'Ya consta un acuerdo firmado ese día.',
    designated_already: 'Ya cuenta con una designación. Termine antes esa designación.',
    not_designated: 'No hay ninguna designación que terminar.',
    leave_overlaps: 'Ya está de permiso en ese tiempo. Indique otros días.',
    no_leave: 'Ningún permiso previsto cubre ese día. Indique un día del permiso que termina.',
    selected_already: 'Ya está en el equipo.',
    not_selected: 'No está en el equipo.',
    suspended_already: 'Ya está en suspensión.',
    not_suspended: 'No hay ninguna suspensión que terminar.',
    not_awaiting: 'No espera ninguna autorización.',
    shift_overlaps:
      'Ya está de guardia en parte de ese tiempo. Indique otras horas o quite antes esa guardia.',
    place_taken:
      'Otra persona ocupa este puesto en parte de ese tiempo. Indique otras horas o quite antes esa guardia.',
    shift_over: 'Ya pasó. Indique un día por venir.',
    shift_begun: 'Ya ha empezado. Pida a la coordinación que lo termine.',
    unknown_shift: 'Esta guardia ya no está. Mire de nuevo la lista.',
    stand_in_asked: 'Ya se ha pedido un relevo.',
    drill_running: 'Ya hay una prueba en curso. La siguiente puede empezar cuando termine.',
    stand_in_late: 'Esta guardia ha empezado: ya no se puede pedir relevo. Llame a la coordinación.',
    stand_in_taken: 'Alguien ya ha tomado esta guardia. No hay nada más que hacer.',
    stand_in_withdrawn: 'Esta guardia ya no se ofrece. No hay nada que hacer.',
    stand_in_unfit:
      'No puede tomar esta guardia: en ese tiempo se ausenta, ya está de guardia o no puede salir.',
    note_long: 'Abrévielo a 500 letras.',
    note_unreadable: 'Use letras corrientes y saltos de línea.',
    clock_missing: 'Indique una hora como 22:00.',
    weeks_wrong: 'Indique un número de semanas de 1 a 26.',
    unknown_coordinator: 'Elija a alguien de la coordinación.',
  },
}

/** The same said to members about their own time. */
export const ownProblemWords: Words<'not_allowed' | 'shift_overlaps'> = {
  en: {
    not_allowed: 'This is not yours to change. Ask a coordinator.',
    shift_overlaps:
      'You are on call already in part of that time. Give other hours, or remove that shift first.',
  },
  es: {
    not_allowed: 'Esto no le corresponde cambiarlo. Pregunte a la coordinación.',
    shift_overlaps:
      'Usted ya está de guardia en parte de ese tiempo. Indique otras horas o quite antes esa guardia.',
  },
}
