import type { Channel } from '../messaging/index.ts'
import type { Phrases } from '../ui/language.ts'
import type { Strength } from './strength.ts'

const strengthEn: Record<Strength, string> = {
  link: 'mail',
  passkey: 'passkey',
  totp: 'mail and authenticator app',
}
const strengthEs: typeof strengthEn = {
  link: 'correo',
  passkey: 'llave de acceso',
  totp: 'correo y aplicación de autenticación',
}

const en = {
  title: 'Your account',
  lead: (email: string) => `You sign in as ${email}.`,
  kept: 'Done.',
  last: 'That is the last proof you have, and your role needs one. Set up another first.',
  notAsked:
    'This is the demonstration: its cast is fictional, and nobody here is asked for a second proof. Anywhere else, whoever runs the team needs one.',
  passkeys: 'Passkeys',
  passkeysLead: 'You sign in with one in place of the mail.',
  noPasskeys: 'None yet.',
  name: 'Name',
  since: 'Since',
  used: 'Last used',
  never: 'never',
  step: 'Step',
  remove: 'Remove',
  addPasskey: 'Add a passkey',
  app: 'Authenticator app',
  appOn: 'Set up.',
  appOff: 'Not set up. It proves that it is you where no passkey is at hand.',
  setUpApp: 'Set up an authenticator app',
  removeApp: 'Remove the app and its codes',
  codes: (left: number) => `${left} of your printed codes ${left === 1 ? 'is' : 'are'} unused.`,
  newCodes: 'Make ten new codes',
  needs: 'Your role needs a passkey or an authenticator app; the last one stays until there is another.',
  sessions: 'Where you are signed in',
  sessionsLead: 'We keep when a session was opened and the last day it was used: no address, no device.',
  opened: 'Opened',
  seen: 'Last used',
  by: 'Proven by',
  here: 'this browser',
  end: 'End',
  endOthers: 'End all others',
  reach: 'What you hear, and how',
  reachLead:
    'Each region of yours reaches you in the ways you choose for it, and you choose there what you hear from each agency. None knows of another.',
  region: 'Region',
  ways: 'Reaches you by',
  way: { mail: 'mail', text: 'text', call: 'automated call', push: 'notification' } as Record<
    Channel,
    string
  >,
  change: 'Choose',
  changeWays: 'Ways',
  changeHears: 'Agencies',
  record: 'What is held about you',
  recordLead: 'Your account and your roster record, as a file in JSON; or all that names you, erased.',
  download: 'Download it',
  erase: 'Have my account erased',
  back: 'Back to the team',
  strength: strengthEn,
}

const es: typeof en = {
  title: 'Su cuenta',
  lead: (email) => `Inicia sesión como ${email}.`,
  kept: 'Hecho.',
  last: 'Es la última prueba que tiene, y su función necesita una. Configure antes otra.',
  notAsked:
    'Esto es la demostración: sus personas son ficticias, y aquí a nadie se le pide una segunda prueba. En cualquier otro lugar, quien dirige el equipo la necesita.',
  passkeys: 'Llaves de acceso',
  passkeysLead: 'Con una inicia sesión en lugar del correo.',
  noPasskeys: 'Todavía ninguna.',
  name: 'Nombre',
  since: 'Desde',
  used: 'Último uso',
  never: 'nunca',
  step: 'Paso',
  remove: 'Quitar',
  addPasskey: 'Añadir una llave de acceso',
  app: 'Aplicación de autenticación',
  appOn: 'Configurada.',
  appOff: 'Sin configurar. Demuestra que es usted donde no tiene a mano una llave de acceso.',
  setUpApp: 'Configurar una aplicación de autenticación',
  removeApp: 'Quitar la aplicación y sus códigos',
  codes: (left) => `Códigos impresos sin usar: ${left}.`,
  newCodes: 'Crear diez códigos nuevos',
  needs:
    'Su función necesita una llave de acceso o una aplicación de autenticación; la última se queda hasta que haya otra.',
  sessions: 'Dónde tiene sesión abierta',
  sessionsLead:
    'Guardamos cuándo se abrió una sesión y el último día en que se usó: ni dirección ni dispositivo.',
  opened: 'Abierta',
  seen: 'Último uso',
  by: 'Demostrada con',
  here: 'este navegador',
  end: 'Cerrar',
  endOthers: 'Cerrar todas las demás',
  reach: 'De qué se entera, y cómo',
  reachLead:
    'Cada región suya le contacta por las vías que usted elija para ella, y allí elige de qué se entera por cada agencia. Ninguna sabe de otra.',
  region: 'Región',
  ways: 'Le contacta por',
  way: { mail: 'correo', text: 'mensaje de texto', call: 'llamada automática', push: 'aviso' },
  change: 'Elegir',
  changeWays: 'Vías',
  changeHears: 'Agencias',
  record: 'Lo que se guarda sobre usted',
  recordLead: 'Su cuenta y su ficha de integrante, en un archivo JSON; o todo lo que le nombra, borrado.',
  download: 'Descargarlo',
  erase: 'Borrar mi cuenta',
  back: 'Volver al equipo',
  strength: strengthEs,
}

export const accountWords: Phrases<typeof en> = { en, es }
