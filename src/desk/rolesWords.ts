import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Who has a role here',
  lead: 'Everybody who opens pages of this region, and as what. A role that is taken away is gone with their next click.',
  nav: 'Roles',
  person: 'Person',
  role: 'Role',
  step: 'Step',
  take: 'Take away',
  takeOf: (role: string, person: string) => `${role} of ${person}`,
  you: (person: string) => `${person} (you)`,
  last: 'Somebody has to administer the region: give the role to another person first.',
  taken: 'The role is taken away. The audit trail says so.',
  sureTitle: 'Take this role away?',
  from: 'From',
  ends: 'With their next click they open nothing of this region by this role, in whatever browser they are signed in.',
  endsOwn:
    'With your next click you open nothing of this region by this role. Another administrator can invite you again.',
  stays:
    'Their record on the roster, what they answered and did, and invitations they sent stay as they are. Whoever should be asked no more is taken off the team on their roster page.',
  staysOwn:
    'Your record on the roster, what you answered and did, and invitations you sent stay as they are. If you want to be asked no more, have yourself taken off the team on your roster page.',
  shifts: 'Shifts they are entered for as coordinator count as empty from now on. Enter somebody else.',
  shiftsOwn: 'Shifts you are entered for as coordinator count as empty from now on. Enter somebody else.',
  sure: 'Take it away',
  keep: 'Leave it',
  role_not_held: 'This person does not have this role any more. Here is who has one now.',
  last_administrator:
    'This is the last administrator of the region, so the role stays. Invite another one first; then it can be taken away.',
  not_allowed: 'Only an administrator takes a role away, and you are none any more.',
}

const es: typeof en = {
  title: 'Quién tiene una función aquí',
  lead: 'Todas las personas que abren páginas de esta región, y con qué función. Una función retirada desaparece con su próximo clic.',
  nav: 'Funciones',
  person: 'Persona',
  role: 'Función',
  step: 'Paso',
  take: 'Retirar',
  takeOf: (role, person) => `${role}, ${person}`,
  you: (person) => `${person} (usted)`,
  last: 'Alguien tiene que administrar la región: dé primero la función a otra persona.',
  taken: 'La función está retirada. El registro de auditoría lo dice.',
  sureTitle: '¿Retirar esta función?',
  from: 'De',
  ends: 'Con su próximo clic no abre nada de esta región con esta función, en ningún navegador donde tenga la sesión iniciada.',
  endsOwn:
    'Con su próximo clic usted no abre nada de esta región con esta función. Otra persona de la administración puede invitarle de nuevo.',
  stays:
    'Su ficha entre los integrantes, lo que respondió e hizo y las invitaciones que envió quedan como están. A quien no deba ser convocado se le retira del equipo en su ficha.',
  staysOwn:
    'Su ficha entre los integrantes, lo que usted respondió e hizo y las invitaciones que envió quedan como están. Si ya no quiere ser convocado, pida que le retiren del equipo en su ficha.',
  shifts: 'Sus guardias de coordinación cuentan desde ahora como vacías. Anote a otra persona.',
  shiftsOwn: 'Sus guardias de coordinación cuentan desde ahora como vacías. Anote a otra persona.',
  sure: 'Retirar',
  keep: 'Dejarla',
  role_not_held: 'Esta persona ya no tiene esta función. Aquí está quién tiene una ahora.',
  last_administrator:
    'Es la última persona que administra la región, así que la función se queda. Invite primero a otra; después se puede retirar.',
  not_allowed: 'Solo quien administra la región retira una función, y usted ya no la administra.',
}

export const rolesWords: Phrases<typeof en> = { en, es }
