import type { Agency } from '../region/index.ts'
import type { Member } from '../roster/index.ts'

export type RosterFilter = {
  /** Part of a name, a town or a language's code; empty: everybody. */
  readonly find: string
  readonly agency: string
  /** Only those who could go. */
  readonly ready: boolean
}

export function readRosterFilter(query: Readonly<Record<string, string>>): RosterFilter {
  return {
    find: (query.find ?? '').trim().slice(0, 80),
    agency: query.agency ?? '',
    ready: query.ready === 'yes',
  }
}

type Person = { readonly member: Member; readonly deployability: { readonly deployable: boolean } }

/** Whoever the filter means, in the order they came; letters count without case and accents. */
export function filtered<One extends Person>(
  people: readonly One[],
  { find, agency, ready }: RosterFilter,
  agencies: readonly Agency[],
): One[] {
  const wanted = plain(find)
  const known = agencies.some((one) => one.id === agency)
  return people.filter(
    ({ member, deployability }) =>
      (!known || member.agencyId === agency) &&
      (!ready || deployability.deployable) &&
      [member.name, member.town, ...member.languages].some((text) => plain(text).includes(wanted)),
  )
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
