import { describe, expect, it } from 'vitest'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import type { Agency } from '../region/index.ts'
import type { Member } from '../roster/index.ts'
import { filtered, readRosterFilter } from './rosterFilter.ts'

const fire = 'fire' as AgencyId
const agencies = [{ id: fire, name: 'Larkfield Fire' }] as unknown as Agency[]
const someone = (name: string, town: string, agencyId: AgencyId | null, deployable: boolean) => ({
  member: { id: name as MemberId, name, town, agencyId, languages: ['en'] } as unknown as Member,
  deployability: { deployable },
})
const people = [
  someone('Ana Q.', 'Larkfield', fire, true),
  someone('Íñigo P.', 'Dunmere', null, false),
  someone('Kit A.', 'Dunmere', fire, false),
]
const names = (query: Record<string, string>) =>
  filtered(people, readRosterFilter(query), agencies).map((one) => one.member.name)

describe('finding members', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['nothing asked', {}, ['Ana Q.', 'Íñigo P.', 'Kit A.']],
    ['part of a name, without its accents', { find: ' inigo ' }, ['Íñigo P.']],
    ['a town', { find: 'DUNMERE' }, ['Íñigo P.', 'Kit A.']],
    ['an agency', { agency: fire }, ['Ana Q.', 'Kit A.']],
    ['an agency of nowhere', { agency: 'elsewhere' }, ['Ana Q.', 'Íñigo P.', 'Kit A.']],
    ['who could go', { ready: 'yes' }, ['Ana Q.']],
    ['nobody', { find: 'zz' }, []],
  ])('%s', (_what, query, found) => {
    expect(names(query)).toEqual(found)
  })
})
