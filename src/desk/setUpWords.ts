import type { NewRegionCode } from '../region/index.ts'
import type { Phrases, Words } from '../ui/language.ts'
import type { ReadyCode } from './setUpReady.ts'

const en = {
  line: 'set-up',
  emptyTitle: 'This installation is empty',
  emptyLead: 'No region is here yet. Whoever runs this machine begins.',
  doorTitle: 'Set up a region',
  doorLead: 'For whoever runs this machine: the link stands in a file that only they can read.',
  where: 'Open the file “set-up” in the folder of secrets (TAILBOARD_SECRETS, or ./secrets).',
  pasted: 'The link from that file',
  pastedHint: 'Open it, or paste it here.',
  goOn: 'Go on',
  notOpen: 'That link opens nothing. Copy the whole line from the file; a link works once.',
  again: 'Look again',

  chooseTitle: 'Welcome to Tailboard',
  chooseLead: 'Begin with your own region, or look around first.',
  setUp: 'Set up your region',
  setUpLine: 'Five short steps. You can stop after the second and go on later.',
  demonstration: 'Load the demonstration',
  demonstrationLine:
    'Two regions with fictional people and invented incidents; real calls without names, moved to these days. You come in as a coordinator.',
  demonstrationThen: 'For your own region start afresh afterwards, with another folder for TAILBOARD_DATA.',
  demonstrationMails:
    'Not while SMTP_URL is set: the demonstration’s people have addresses that lead nowhere.',

  steps: 'Steps',
  step: (number: string) => `Step ${number} of 5`,
  region: 'Region',
  you: 'You',
  agencies: 'Agencies',
  members: 'Members',
  ready: 'Ready',

  regionTitle: 'Your region',
  regionLead: 'What the team is called and where it works.',
  name: 'Name of the team’s region',
  nameHint: 'As people know it.',
  slug: 'Short name in the address',
  slugHint: 'Small letters, digits and hyphens. It stays.',
  state: 'State',
  stateHint: 'Its law on peer support is shown where somebody read it for Tailboard.',
  timeZone: 'Time zone',
  teamPhone: 'The team’s number',
  teamPhoneHint: 'Answered around the clock. It stands on every public page of the region.',
  next: 'Next',

  youTitle: 'You',
  youLead: 'You become the first administrator and coordinator, and are signed in here at once.',
  email: 'Your e-mail address',
  emailHint: 'Later, links to sign in go to this address. Read it twice.',
  emailWrong: 'Give a complete address, such as name@agency.example.',
  noMail:
    'No mail server is set (SMTP_URL), so no link can reach you once this sign-in ends, in seven days or when you sign out.',
  change: 'Change',
  make: 'Set up the region',

  agenciesTitle: 'The agencies that share the team',
  agenciesLead:
    'Two at least: after an incident the team comes from other agencies than the one it happened to.',
  agenciesHere: (count: number) =>
    count === 0 ? 'None yet.' : count === 1 ? '1 agency is here.' : `${count} agencies are here.`,
  membersTitle: 'The members of the team',
  membersLead: 'Peers, mental health professionals and chaplains. Each gets a page for their papers.',
  membersHere: (count: number) =>
    count === 0 ? 'None yet.' : count === 1 ? '1 member is here.' : `${count} members are here.`,
  likeThis: 'A sheet looks like this',
  template: 'Empty sheet to fill in',
  byHand: 'Add a member by hand',
  bring: 'Bring them in',
  later: 'Later',
  saved: 'Saved.',

  readyTitle: 'What stands, and what is still open',
  readyLead: 'Nothing here needs doing today. The page stays at this address.',
  readyCaption: 'What the region has',
  what: 'What',
  stands: 'State',
  way: 'Where',
  done: 'stands',
  open: 'open',
  today: 'Go to Today',
  unready: 'The region isn’t whole yet.',
  unreadySee: 'Go on setting up',
}

const es: typeof en = {
  line: 'puesta en marcha',
  emptyTitle: 'Esta instalación está vacía',
  emptyLead: 'Todavía no hay ninguna región. Empieza quien administra esta máquina.',
  doorTitle: 'Poner en marcha una región',
  doorLead:
    'Para quien administra esta máquina: el enlace está en un archivo que solo esa persona puede leer.',
  where: 'Abra el archivo «set-up» en la carpeta de secretos (TAILBOARD_SECRETS, o ./secrets).',
  pasted: 'El enlace de ese archivo',
  pastedHint: 'Ábralo o péguelo aquí.',
  goOn: 'Continuar',
  notOpen: 'Ese enlace no abre nada. Copie toda la línea del archivo; un enlace sirve una vez.',
  again: 'Mirar otra vez',

  chooseTitle: 'Le damos la bienvenida a Tailboard',
  chooseLead: 'Empiece con su propia región o mire primero.',
  setUp: 'Poner en marcha su región',
  setUpLine: 'Cinco pasos cortos. Puede parar después del segundo y seguir más tarde.',
  demonstration: 'Cargar la demostración',
  demonstrationLine:
    'Dos regiones con personas ficticias e incidentes inventados; llamadas reales sin nombres, traídas a estos días. Usted entra como coordinador.',
  demonstrationThen: 'Para su propia región empiece después de nuevo, con otra carpeta en TAILBOARD_DATA.',
  demonstrationMails:
    'No mientras SMTP_URL esté puesto: las personas de la demostración tienen direcciones que no llevan a ninguna parte.',

  steps: 'Pasos',
  step: (number) => `Paso ${number} de 5`,
  region: 'Región',
  you: 'Usted',
  agencies: 'Agencias',
  members: 'Integrantes',
  ready: 'Listo',

  regionTitle: 'Su región',
  regionLead: 'Cómo se llama el equipo y dónde trabaja.',
  name: 'Nombre de la región del equipo',
  nameHint: 'Como la conoce la gente.',
  slug: 'Nombre corto en la dirección',
  slugHint: 'Minúsculas, cifras y guiones. No cambia después.',
  state: 'Estado',
  stateHint: 'Su ley sobre apoyo entre pares se muestra donde alguien la leyó para Tailboard.',
  timeZone: 'Zona horaria',
  teamPhone: 'El número del equipo',
  teamPhoneHint: 'Se atiende a toda hora. Aparece en cada página pública de la región.',
  next: 'Siguiente',

  youTitle: 'Usted',
  youLead: 'Usted será la primera persona que administra y coordina, y su sesión se abre aquí mismo.',
  email: 'Su correo electrónico',
  emailHint: 'Después, los enlaces para entrar van a esta dirección. Léala dos veces.',
  emailWrong: 'Escriba una dirección completa, como nombre@agencia.example.',
  noMail:
    'No hay servidor de correo (SMTP_URL): ningún enlace podrá llegarle cuando termine esta sesión, en siete días o cuando la cierre.',
  change: 'Cambiar',
  make: 'Poner en marcha la región',

  agenciesTitle: 'Las agencias que comparten el equipo',
  agenciesLead:
    'Dos por lo menos: después de un incidente el equipo viene de otras agencias que la afectada.',
  agenciesHere: (count) =>
    count === 0 ? 'Ninguna todavía.' : count === 1 ? 'Hay 1 agencia.' : `Hay ${count} agencias.`,
  membersTitle: 'Los integrantes del equipo',
  membersLead:
    'Pares, profesionales de salud mental y capellanes. Cada quien recibe una página para sus papeles.',
  membersHere: (count) =>
    count === 0 ? 'Nadie todavía.' : count === 1 ? 'Hay 1 integrante.' : `Hay ${count} integrantes.`,
  likeThis: 'Una hoja se ve así',
  template: 'Hoja vacía para llenar',
  byHand: 'Agregar a alguien a mano',
  bring: 'Traerlos',
  later: 'Más tarde',
  saved: 'Guardado.',

  readyTitle: 'Lo que ya está y lo que falta',
  readyLead: 'Nada de esto tiene que hacerse hoy. La página se queda en esta dirección.',
  readyCaption: 'Lo que tiene la región',
  what: 'Qué',
  stands: 'Estado',
  way: 'Dónde',
  done: 'ya está',
  open: 'falta',
  today: 'Ir a Hoy',
  unready: 'La región todavía no está completa.',
  unreadySee: 'Seguir con la puesta en marcha',
}

export const setUpWords: Phrases<typeof en> = { en, es }

export const newRegionWords: Words<NewRegionCode> = {
  en: {
    name_missing: 'Give a name of at most 80 letters.',
    slug_malformed: 'Two to forty small letters, digits or hyphens, a letter first: “harbor”.',
    slug_reserved: 'This word is an address of Tailboard itself. Choose another one.',
    slug_taken: 'Another region here has this name. Choose another one.',
    state_missing: 'Choose the state.',
    zone_missing: 'Choose the time zone.',
    phone_malformed: 'Give a number of 7 to 20 digits, such as 617-555-0142.',
  },
  es: {
    name_missing: 'Escriba un nombre de 80 letras como máximo.',
    slug_malformed: 'De dos a cuarenta minúsculas, cifras o guiones, primero una letra: «harbor».',
    slug_reserved: 'Esta palabra es una dirección del propio Tailboard. Elija otra.',
    slug_taken: 'Otra región de aquí tiene este nombre. Elija otro.',
    state_missing: 'Elija el estado.',
    zone_missing: 'Elija la zona horaria.',
    phone_malformed: 'Escriba un número de 7 a 20 cifras, como 617-555-0142.',
  },
}

/** What each line of the last step says, with what was counted. */
export const readyWords: Phrases<Record<ReadyCode, (counts: readonly number[]) => string>> = {
  en: {
    agencies: ([all]) => (all === 1 ? '1 agency' : `${all} agencies`),
    members: ([all]) => (all === 1 ? '1 member' : `${all} members`),
    deployable: ([ready, leads, mhps]) =>
      ready === 0
        ? 'Nobody could go today. Each member’s page says what they lack.'
        : `${ready} could go today, ${leads} of them could lead; ${mhps} mental health professionals among them`,
    coordinators: ([all]) =>
      all === 1
        ? 'One person alone coordinates. A second one keeps the keys when they are away.'
        : `${all} people coordinate`,
    policy: () => 'Windows, sizes, waits: each has a default with its source, and is yours to decide',
    law_unread: () => 'Nobody read your state’s law for Tailboard. What it asks of peers isn’t checked.',
    law_unreviewed: () => 'Your state’s law was read, but by no counsel. Have yours look at it.',
    law_reviewed: () => 'Your state’s law, reviewed by counsel',
    mail: () => 'A mail server is set',
    no_mail: () => 'No mail server is set (SMTP_URL): nobody can be called out',
    help_lines: ([untried]) =>
      untried === 0
        ? 'Every help-line number was checked'
        : `${untried} help-line numbers nobody has checked yet: call each once and write the day into help-lines.json`,
  },
  es: {
    agencies: ([all]) => (all === 1 ? '1 agencia' : `${all} agencias`),
    members: ([all]) => (all === 1 ? '1 integrante' : `${all} integrantes`),
    deployable: ([ready, leads, mhps]) =>
      ready === 0
        ? 'Hoy no podría ir nadie. La página de cada integrante dice qué le falta.'
        : `${ready} podrían ir hoy, ${leads} de ellos podrían dirigir; ${mhps} son profesionales de salud mental`,
    coordinators: ([all]) =>
      all === 1
        ? 'Solo coordina una persona. Una segunda guarda las llaves cuando la primera no está.'
        : `${all} personas coordinan`,
    policy: () => 'Plazos, tamaños, esperas: cada uno tiene un valor con su fuente, y decide la región',
    law_unread: () =>
      'Nadie leyó la ley de su estado para Tailboard. No se comprueba lo que pide a los pares.',
    law_unreviewed: () =>
      'La ley de su estado se leyó, pero no la revisó un abogado. Pida que lo haga el suyo.',
    law_reviewed: () => 'La ley de su estado, revisada por un abogado',
    mail: () => 'Hay un servidor de correo',
    no_mail: () => 'No hay servidor de correo (SMTP_URL): no se puede convocar a nadie',
    help_lines: ([untried]) =>
      untried === 0
        ? 'Cada número de las líneas de ayuda está comprobado'
        : `${untried} números de líneas de ayuda sin comprobar: llame una vez a cada uno y escriba el día en help-lines.json`,
  },
}
