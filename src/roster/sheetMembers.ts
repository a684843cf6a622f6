import type { AgencyId, MemberId } from '../platform/ids.ts'
import { disciplines, standsAt } from '../region/index.ts'
import { type RankBand, rankBands } from './rank.ts'
import { type MemberRole, memberRoles } from './role.ts'
import { disciplinesCalled, placeCells, samePlace } from './sheetAgencies.ts'
import { named, type SheetKnown, type SheetMember } from './sheetKnown.ts'
import type { SheetReader } from './sheetPlan.ts'
import { optionCalled, type SheetRow, unread } from './sheetRow.ts'

/** A member is known by their address. Who they are stays: an import changes how they are reached and used. */
export function memberReader(known: SheetKnown): SheetReader<SheetMember, MemberId> {
  const agencyCalled = named(known.agencies)
  const agencyName = new Map(known.agencies.map((agency) => [agency.id, agency.name]))
  const there = new Map(known.members.map((member) => [member.email, member]))
  const agencyOf = (row: SheetRow, role: MemberRole | typeof unread): AgencyId | null | typeof unread => {
    if (row.isEmpty('agency'))
      return role === 'peer' && row.has('agency') ? row.refuse('agency', 'agency_missing') : null
    const name = row.text('agency')
    if (name === unread) return unread
    return agencyCalled(name)?.id ?? row.refuse('agency', 'unknown_agency')
  }
  const furtherOf = (row: SheetRow): readonly AgencyId[] | typeof unread => {
    if (row.isEmpty('further_agencies')) return []
    const text = row.text('further_agencies', 2000)
    if (text === unread) return unread
    return agenciesIn(text, agencyCalled) ?? row.refuse('further_agencies', 'unknown_agency')
  }
  return {
    read(row) {
      const role = row.option('role', memberRoles, rolesCalled)
      return {
        name: row.text('name'),
        email: row.email('email'),
        role,
        agencyId: agencyOf(row, role),
        furtherAgencies: furtherOf(row),
        rankBand: row.option('rank_band', rankBands, ranksCalled),
        disciplines: row.list(
          'disciplines',
          (text) => optionCalled(text, disciplines, disciplinesCalled),
          'no_option',
          disciplines.join(', '),
        ),
        languages: row.has('languages') ? row.list('languages', languageOf, 'no_language', '') : ['en'],
        town: row.text('town'),
        place: row.place(),
      }
    },
    key: ({ email }) => (email === unread ? null : email),
    decide(row, read) {
      const given = { ...read, furtherAgencies: read.furtherAgencies.filter((one) => one !== read.agencyId) }
      const member = there.get(given.email)
      if (member === undefined) {
        if (standsAt(given.email, known.mailDomains ?? [])) return row.refuse('email', 'email_of_agency')
        if (given.role === 'peer' && given.agencyId === null) return row.refuse('agency', 'agency_missing')
        return { what: 'added', row: row.row, given }
      }
      const next = {
        ...given,
        agencyId: row.has('agency') ? given.agencyId : member.agencyId,
        furtherAgencies: (row.has('further_agencies')
          ? given.furtherAgencies
          : member.furtherAgencies
        ).filter((one) => one !== member.agencyId),
        languages: row.has('languages') ? given.languages : member.languages,
        place: row.has('latitude') ? given.place : member.place,
      }
      const kept = [
        ['name', next.name, member.name],
        ['role', next.role, member.role],
        ['agency', next.agencyId ?? '', member.agencyId ?? ''],
        ['rank_band', next.rankBand, member.rankBand],
      ] as const
      const other = kept.filter(([, wanted, has]) => wanted !== has)
      for (const [column, , has] of other)
        row.refuse(
          column,
          'kept_otherwise',
          column === 'agency' ? (agencyName.get(has as AgencyId) ?? '–') : has,
        )
      if (other.length > 0) return unread
      const same =
        sameItems(next.disciplines, member.disciplines) &&
        sameItems(next.furtherAgencies, member.furtherAgencies) &&
        sameItems(next.languages, member.languages) &&
        next.town === member.town &&
        samePlace(next.place, member.place)
      return same
        ? { what: 'unchanged', row: row.row }
        : { what: 'changed', row: row.row, id: member.id, given: next }
    },
  }
}

export function memberCells(member: SheetMember, agencyName: (id: AgencyId) => string): string[] {
  return [
    member.name,
    member.email,
    member.role,
    member.agencyId === null ? '' : agencyName(member.agencyId),
    member.furtherAgencies.map(agencyName).join('; '),
    member.rankBand,
    member.disciplines.join('; '),
    member.languages.join('; '),
    member.town,
    ...placeCells(member.place),
  ]
}

/** Names divided by semicolons. A name may hold one itself, so the longest that is known counts; null: one is unknown. */
function agenciesIn(
  text: string,
  called: (name: string) => { readonly id: AgencyId } | null,
): readonly AgencyId[] | null {
  const parts = text.split(';')
  const found = new Set<AgencyId>()
  for (let from = 0; from < parts.length; ) {
    if (parts[from]!.trim() === '') {
      from++
      continue
    }
    let to = parts.length
    while (to > from && called(parts.slice(from, to).join(';').trim()) === null) to--
    if (to === from) return null
    found.add(called(parts.slice(from, to).join(';').trim())!.id)
    from = to
  }
  return [...found]
}

/** In whatever order. */
function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return new Set(one).symmetricDifference(new Set(other)).size === 0
}

const rolesCalled: Readonly<Record<string, MemberRole>> = {
  peers: 'peer',
  peer_supporter: 'peer',
  par: 'peer',
  clinician: 'mhp',
  mental_health: 'mhp',
  mental_health_professional: 'mhp',
  profesional_de_salud_mental: 'mhp',
  clergy: 'chaplain',
  capellan: 'chaplain',
}

const ranksCalled: Readonly<Record<string, RankBand>> = {
  linea: 'line',
  supervisora: 'supervisor',
  mando: 'command',
  civil: 'civilian',
  jubilado: 'retired',
  jubilada: 'retired',
}

/** ISO 639, or the name of what is spoken most. */
function languageOf(text: string): string | null {
  const plain = text.toLowerCase()
  return languagesCalled[plain] ?? (/^[a-z]{2,3}$/.test(plain) ? plain : null)
}

const languagesCalled: Readonly<Record<string, string | undefined>> = {
  __proto__: null as never,
  english: 'en',
  inglés: 'en',
  ingles: 'en',
  spanish: 'es',
  español: 'es',
  espanol: 'es',
  portuguese: 'pt',
  portugués: 'pt',
  portugues: 'pt',
  'haitian creole': 'ht',
  'criollo haitiano': 'ht',
}
