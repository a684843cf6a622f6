import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Audit trail',
  lead: 'What was done with the team’s power: what, by whom, to whom, when. Never why somebody said no, and nothing about individual support.',
  kind: 'Kind',
  any: 'All',
  from: 'From',
  until: 'Until',
  filter: 'Show',
  what: 'What',
  about: 'About',
  who: 'Who',
  when: 'When',
  older: 'Older entries',
  newest: 'Newest entries',
  none: 'No entry yet',
  noneLead: 'Whatever is decided from now on stands here.',
  noneFits: 'No entry fits',
  noneFitsLead: 'Ask for another kind or a longer period.',
  chain: 'The chain',
  chainLead:
    'Each entry carries the mark of the one before it. One that is changed, taken out or put in between breaks the chain.',
  holdsAll: (count: number) => `All ${count} entries were checked just now, and every link holds.`,
  holdsNewest: (checked: number, count: number) =>
    `The newest ${checked} of ${count} entries were checked just now, and every link holds.`,
  broken: (number: number) => `The chain is broken at entry ${number}.`,
  brokenLead:
    'Don’t change anything now. Tell whoever runs the server; they compare it with an anchor they kept.',
  checkAll: 'Check every entry',
  head: 'Newest entry',
  mark: 'Its mark',
  empty: 'The chain has no entry yet.',
  version: (version: number) => `version ${version}`,
  rows: (rows: number) => (rows === 1 ? '1 row' : `${rows} rows`),
  you: 'you',
  gone: 'a former account',
  ownTitle: 'What was done about my record',
  ownLead:
    'Every decision and change that concerns you, newest first, for seven years. What you answered, and why, is never kept here.',
  ownNone: 'Nothing yet',
  ownNoneLead: 'Once somebody changes or decides something about you, it stands here.',
}

type Shape = typeof en
export const auditWords: Phrases<Shape> = {
  en,
  es: {
    title: 'Registro de auditoría',
    lead: 'Lo que se hizo con el poder del equipo: qué, quién, sobre quién y cuándo. Nunca por qué alguien dijo que no, y nada del apoyo individual.',
    kind: 'Tipo',
    any: 'Todo',
    from: 'Desde',
    until: 'Hasta',
    filter: 'Mostrar',
    what: 'Qué',
    about: 'Sobre',
    who: 'Quién',
    when: 'Cuándo',
    older: 'Anotaciones anteriores',
    newest: 'Las más recientes',
    none: 'Aún no hay anotaciones',
    noneLead: 'Lo que se decida desde ahora quedará aquí.',
    noneFits: 'Ninguna anotación coincide',
    noneFitsLead: 'Pida otro tipo o un período más largo.',
    chain: 'La cadena',
    chainLead:
      'Cada anotación lleva la marca de la anterior. Si una se cambia, se quita o se intercala, la cadena se rompe.',
    holdsAll: (count) =>
      `Se revisaron ahora mismo las ${count} anotaciones y todos los eslabones están intactos.`,
    holdsNewest: (checked, count) =>
      `Se revisaron ahora mismo las ${checked} más recientes de ${count} anotaciones y todos los eslabones están intactos.`,
    broken: (number) => `La cadena está rota en la anotación ${number}.`,
    brokenLead:
      'No cambie nada ahora. Avise a quien administra el servidor; la comparará con un ancla que haya guardado.',
    checkAll: 'Revisar todas las anotaciones',
    head: 'La más reciente',
    mark: 'Su marca',
    empty: 'La cadena aún no tiene anotaciones.',
    version: (version) => `versión ${version}`,
    rows: (rows) => (rows === 1 ? '1 fila' : `${rows} filas`),
    you: 'usted',
    gone: 'una cuenta anterior',
    ownTitle: 'Lo que se hizo sobre mi registro',
    ownLead:
      'Cada decisión y cada cambio que se refiere a usted, lo más reciente primero, durante siete años. Lo que usted respondió, y por qué, nunca se guarda aquí.',
    ownNone: 'Nada todavía',
    ownNoneLead: 'Cuando alguien cambie o decida algo sobre usted, quedará aquí.',
  },
}
