import type { Phrases } from '../ui/language.ts'
import type { SettingGroup } from './settingGroup.ts'

const en = {
  title: 'Policy',
  fixed: 'For you to read. Administrators and the clinical director decide it.',
  lead: 'Every number this region works under. A change counts for what starts from now on; a running call-out keeps the version it started with.',
  version: (version: string) => `Version ${version}`,
  group: {
    windows: 'Windows',
    sizes: 'Groups and sizes',
    team: 'Who goes, and how they get there',
    standing: 'What a member needs to go',
    load: 'Care of the team',
    callOut: 'Calling out',
    booking: 'Talks, classes and family evenings',
    tallies: 'Tallies of contacts',
    training: 'Courses and certificates',
  } satisfies Record<SettingGroup, string>,
  groupLead: {
    windows:
      'In hours, counted from when it was over for the people concerned. Published times differ, so they are guidance.',
    sizes: 'Larger groups are told to split; smaller ones get support one to one.',
    team: 'Whom a plan may ask.',
    standing: 'The state’s law comes on top. Papers as the roster writes them, with commas between them.',
    load: 'Limits that teams use for their own people.',
    callOut: 'From the first call back to the last offer.',
    booking: 'What agencies book between incidents. Nobody is telephoned for it.',
    tallies:
      'What peers count of their contacts. A month is shown by what stood here when it ended, for good.',
    training:
      'What the state asks comes on top: the stricter of both holds. Whoever enrolled keeps their own end.',
  } satisfies Record<SettingGroup, string>,
  setting: 'Setting',
  intervention: 'Intervention',
  inHours: (name: string) => `${name} (hours)`,
  value: 'Value',
  source: 'Source of the default',
  default: (value: string) => `Default: ${value}.`,
  standsNow: (value: string) => `Stands now: ${value}.`,
  onlyByDistance: 'Only when travel is reckoned by distance.',
  onlyFixed: 'Only when travel is the same for everybody.',
  save: 'Save as a new version',
  saved: (version: string) => `Version ${version} counts from now on.`,
  history: 'History',
  decided: (day: string, who: string) => `${day}, by ${who}`,
  laidDown: (day: string) => `${day}, with the region`,
  you: 'you',
  formerAccount: 'an account that is gone',
  change: (old: string, now: string) => `${old} → ${now}`,

  missing: (label: string) => `${label}: give a value.`,
  noNumber: (label: string) => `${label}: write a number in digits.`,
  notWhole: (label: string) => `${label}: write a whole number.`,
  outOfBounds: (label: string, from: string, to: string) => `${label}: from ${from} to ${to}.`,
  noChoice: (label: string) => `${label}: choose one of the list.`,
  emptyList: (label: string) => `${label}: name at least one.`,
  tooMany: (label: string, most: string) => `${label}: name ${most} at most.`,
  noKind: (label: string) => `${label}: only letters, digits and spaces, with commas between the papers.`,
  moreThan: (first: string, second: string) =>
    `${first} is more than ${second}. Lower the first or raise the second.`,
  notLessThan: (first: string, second: string) =>
    `${first} has to be less than ${second}. Lower the first or raise the second.`,
  fillsWindow: (first: string, opens: string, closes: string) =>
    `${first} takes the whole window from ${opens} to ${closes}. Shorten the first or widen the window.`,
  named: (label: string, value: string) => `“${label}” (${value})`,
  nothingChanged: 'Nothing is different yet. Change a value, then save.',
  changedMeanwhile:
    'Somebody saved another version meanwhile. What you changed is kept below, over the newest version: look again, then save.',
  notAllowed: 'An administrator or the clinical director decides this.',
}

const es: typeof en = {
  title: 'Normas',
  fixed: 'Para leer. Lo deciden la administración y la dirección clínica.',
  lead: 'Todos los números con los que trabaja esta región. Un cambio vale para lo que empiece desde ahora; una convocatoria en curso conserva la versión con la que empezó.',
  version: (version) => `Versión ${version}`,
  group: {
    windows: 'Plazos',
    sizes: 'Grupos y tamaños',
    team: 'Quién va, y cómo llega',
    standing: 'Qué necesita un integrante para salir',
    load: 'Cuidado del equipo',
    callOut: 'La convocatoria',
    booking: 'Charlas, clases y veladas para familias',
    tallies: 'Recuentos de contactos',
    training: 'Cursos y certificados',
  },
  groupLead: {
    windows:
      'En horas, contadas desde que terminó para las personas afectadas. Los textos publicados difieren: son orientación.',
    sizes: 'A los grupos mayores se les aconseja dividirse; los menores reciben apoyo individual.',
    team: 'A quién puede pedir un plan.',
    standing:
      'La ley del estado se suma a esto. Documentos tal como figuran en la lista de integrantes, separados por comas.',
    load: 'Límites que los equipos ponen para su propia gente.',
    callOut: 'Desde la primera llamada de vuelta hasta la última oferta.',
    booking: 'Lo que las agencias reservan entre incidentes. Por ello no se llama a nadie por teléfono.',
    tallies:
      'Lo que los pares cuentan de sus contactos. Cada mes se muestra según lo que valía aquí al terminar, para siempre.',
    training:
      'Lo que pide el estado se suma a esto: vale lo más estricto. Quien ya se inscribió conserva su plazo.',
  },
  setting: 'Norma',
  intervention: 'Intervención',
  inHours: (name) => `${name} (horas)`,
  value: 'Valor',
  source: 'Fuente del valor inicial',
  default: (value) => `Valor inicial: ${value}.`,
  standsNow: (value) => `Ahora vale: ${value}.`,
  onlyByDistance: 'Solo si el viaje se calcula por la distancia.',
  onlyFixed: 'Solo si el viaje es igual para todos.',
  save: 'Guardar como versión nueva',
  saved: (version) => `La versión ${version} vale desde ahora.`,
  history: 'Historial',
  decided: (day, who) => `${day}, por ${who}`,
  laidDown: (day) => `${day}, al crear la región`,
  you: 'usted',
  formerAccount: 'una cuenta que ya no existe',
  change: (old, now) => `${old} → ${now}`,

  missing: (label) => `${label}: escriba un valor.`,
  noNumber: (label) => `${label}: escriba un número con cifras.`,
  notWhole: (label) => `${label}: escriba un número entero.`,
  outOfBounds: (label, from, to) => `${label}: de ${from} a ${to}.`,
  noChoice: (label) => `${label}: elija uno de la lista.`,
  emptyList: (label) => `${label}: escriba al menos uno.`,
  tooMany: (label, most) => `${label}: ${most} como máximo.`,
  noKind: (label) => `${label}: solo letras, cifras y espacios, con comas entre los documentos.`,
  moreThan: (first, second) => `${first} es más que ${second}. Baje el primero o suba el segundo.`,
  notLessThan: (first, second) => `${first} debe ser menos que ${second}. Baje el primero o suba el segundo.`,
  fillsWindow: (first, opens, closes) =>
    `${first} ocupa todo el plazo de ${opens} a ${closes}. Acorte el primero o amplíe el plazo.`,
  named: (label, value) => `«${label}» (${value})`,
  nothingChanged: 'Todavía no hay nada distinto. Cambie un valor y después guarde.',
  changedMeanwhile:
    'Mientras tanto alguien guardó otra versión. Lo que usted cambió sigue abajo, sobre la versión más reciente: revíselo y guarde.',
  notAllowed: 'Esto lo decide la administración o la dirección clínica.',
}

/** The page on which a region decides its numbers. */
export const policyWords: Phrases<typeof en> = { en, es }
