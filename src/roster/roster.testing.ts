import { freshDatabase } from '../../test/harness/database.ts'
import type { Actor, Role } from '../platform/actor.ts'
import { type AccountId, type AgencyId, type MemberId, newId, type RegionId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { addAgencies, addRegion } from '../region/index.server.ts'
import { addMember, loadFiles } from './index.server.ts'
import type { Member, MemberFile } from './index.ts'

export const zone = 'America/New_York'

/** Two regions on a database of their own, each with one agency, and hands to write with. */
export async function openRoster(now: Temporal.Instant) {
  const base = await freshDatabase()
  await base.setNow(now)
  const region = async (slug: string) => {
    const regionId = await addRegion(base.db, {
      slug,
      name: slug,
      state: 'MA',
      timeZone: zone,
      teamPhone: '617-555-0100',
    })
    const agency = { name: 'Fictional Fire', town: 'Larkfield', state: 'MA', discipline: 'fire' as const }
    const agencies = await base.db.write({ kind: 'system', regionId }, (tx) =>
      addAgencies(tx, [{ ...agency, latitude: null, longitude: null }]),
    )
    return { regionId, agencyId: agencies.get('Fictional Fire')! }
  }
  const [here, there] = [await region('here'), await region('there')]
  const actor = (role: Role, regionId: RegionId = here.regionId): Extract<Actor, { kind: 'account' }> => ({
    kind: 'account',
    accountId: newId<AccountId>(),
    regionId,
    roles: [role],
  })
  const rae = actor('duty_coordinator')
  let people = 0
  const person = (given: Partial<Omit<Member, 'id'>> = {}): Omit<Member, 'id'> => ({
    agencyId: here.agencyId,
    furtherAgencies: [],
    name: 'Kit A.',
    email: `kit.${++people}@peers.example`,
    role: 'peer',
    rankBand: 'line',
    disciplines: ['fire'],
    languages: ['en'],
    town: 'Larkfield',
    place: null,
    ...given,
  })
  return {
    base,
    here,
    there,
    rae,
    lena: actor('clinical_director'),
    actor,
    person,
    async member(given: Partial<Omit<Member, 'id'>> = {}): Promise<MemberId> {
      return doneWith(await addMember(base.db, rae, person(given))).memberId
    },
    async file(memberId: MemberId): Promise<MemberFile> {
      return (await base.db.read(rae, (reader) => loadFiles(reader, zone, memberId))).get(memberId)!
    },
  }
}

export type Roster = Awaited<ReturnType<typeof openRoster>>

export const unknownAgency = newId<AgencyId>()
