import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Invite somebody',
  lead: 'A mail goes to this address with a link that works once, for seven days.',
  role: 'Role',
  email: 'Their own e-mail address',
  emailHint: 'For the team a personal one, not the department’s.',
  member: 'Who on the roster',
  memberHint: 'For a peer.',
  agency: 'Speaks for which agency',
  agencyHint: 'For an agency’s contact.',
  send: 'Send the invitation',
  back: 'Back to the roster',
  sentTitle: 'The invitation is on its way',
  sent: 'Until it is accepted, nothing changes here.',
  errorRole: 'Choose the role they are invited to.',
  errorEmail: 'Give the whole address, such as name@example.org.',
  errorAgencyMail:
    'A department can read its own mail. For the team, ask for a personal address; only a contact is invited at this one.',
  errorMember: 'Choose the peer this address belongs to.',
  errorAgency: 'Choose the agency they speak for.',
  notAllowed: 'Your role doesn’t bring in people as this. Ask an administrator.',
}

const es: typeof en = {
  title: 'Invitar a alguien',
  lead: 'Se envía un correo a esta dirección con un enlace que sirve una vez, durante siete días.',
  role: 'Función',
  email: 'Su propio correo electrónico',
  emailHint: 'Para el equipo, una dirección personal y no la del departamento.',
  member: 'Quién es en la lista de integrantes',
  memberHint: 'Para un par.',
  agency: 'De qué agencia es contacto',
  agencyHint: 'Para el contacto de una agencia.',
  send: 'Enviar la invitación',
  back: 'Volver a la lista',
  sentTitle: 'La invitación va en camino',
  sent: 'Hasta que se acepte, aquí no cambia nada.',
  errorRole: 'Elija la función para la que se le invita.',
  errorEmail: 'Escriba la dirección completa, como nombre@example.org.',
  errorAgencyMail:
    'Un departamento puede leer su propio correo. Para el equipo, pida una dirección personal; en esta solo se invita a un contacto.',
  errorMember: 'Elija el par al que pertenece esta dirección.',
  errorAgency: 'Elija la agencia de la que es contacto.',
  notAllowed: 'Su función no permite invitar a alguien así. Hable con la administración.',
}

export const inviteWords: Phrases<typeof en> = { en, es }
