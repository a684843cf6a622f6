import { type Finding, meanings } from './finding.ts'

export type Told = {
  /** Each host that was asked, and how much of it. */
  readonly compared: readonly { readonly origin: string; readonly pages: number; readonly files: number }[]
  readonly version: string
  /** SHA-256 of the list itself. */
  readonly list: string
  readonly findings: readonly Finding[]
  readonly notes: readonly string[]
  readonly leads: readonly string[]
}

/** Whoever reads this may have signed a list beside it, so its hash stands first; the last line says it all. */
export function reportOf({ compared, version, list, findings, notes, leads }: Told): string {
  const groups = [...Map.groupBy(findings, (one) => [one.kind, one.found, one.expected].join('\n')).values()]
  return [
    `Compared with this build: Tailboard ${version}, list ${list}`,
    ...compared.map(
      ({ origin, pages, files }) => `  ${origin}: ${count(pages, 'page')}, ${count(files, 'file')}`,
    ),
    ...notes.map((note) => `  ${calm(note)}`),
    ...(leads.length === 0 ? [] : [`  Links lead to ${calm(leads.join(', '))}, when somebody follows them.`]),
    '',
    ...groups.flatMap((group) => [...lines(group), '']),
    ...limits(compared.length > 1),
    '',
    groups.length === 0
      ? 'Everything that was compared fits.'
      : `${groups.length === 1 ? 'One thing does' : `${groups.length} things do`} not fit.`,
    '',
  ].join('\n')
}

const shownPlaces = 4

function lines(group: readonly Finding[]): string[] {
  const { kind, found, expected } = group[0]!
  const places = [...new Set(group.map(({ where }) => where))]
  return [
    ...places.slice(0, shownPlaces).map((place) => calm(place)),
    ...(places.length > shownPlaces ? [`and ${places.length - shownPlaces} more`] : []),
    `  found:    ${calm(found)}`,
    `  expected: ${calm(expected, 1000)}`,
    `  means:    ${meanings[kind]}`,
  ]
}

const limits = (team: boolean) => [
  'What this does not prove: a server can send one visitor, or one network, something else than it sent to this check.',
  'Words, telephone numbers, names of peers and their keys are no code and were not compared: compare the six words on a peer’s card.',
  team
    ? 'Of the team’s host only the files were compared: its pages need an account.'
    : 'The team’s host, where a peer reads, was not asked: --team URL compares the files it sends. Its pages need an account.',
]

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`

/** What a hostile server sent must not move the cursor, hide a line or fill the screen. */
export function calm(text: string, most = 300): string {
  const plain = text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return plain.length > most ? `${plain.slice(0, most)} …` : plain
}
