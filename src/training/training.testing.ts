import { expect } from 'vitest'
import { freshDatabase } from '../../test/harness/database.ts'
import type { Actor, Role } from '../platform/actor.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { secretsFrom } from '../platform/secrets.server.ts'
import { addAgencies, addRegion } from '../region/index.server.ts'
import type { StatePack } from '../region/index.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { beginCourse } from './enrol.server.ts'

export type Person = Extract<Actor, { kind: 'account' }> & { readonly email: string }

/** Identity's answer, of people who have accounts. */
export const accountsOf = (people: readonly Person[]) => async (emails: readonly string[]) =>
  new Map(people.filter(({ email }) => emails.includes(email)).map((one) => [one.email, one.accountId]))

/** Two regions on a database of their own, each with one agency, and people with accounts. */
export async function openTraining(
  now = Temporal.Instant.from('2027-03-01T15:00:00Z'),
  packs: ReadonlyMap<string, StatePack> = new Map(),
) {
  const base = await freshDatabase()
  await base.setNow(now)
  const region = async (slug: string, state: string) => {
    const regionId = await addRegion(base.db, {
      slug,
      name: slug,
      state,
      timeZone: 'America/New_York',
      teamPhone: '617-555-0100',
    })
    const agency = { name: 'Fictional Fire', town: 'Larkfield', state, discipline: 'fire' as const }
    const agencies = await base.db.write({ kind: 'system', regionId }, (tx) =>
      addAgencies(tx, [{ ...agency, latitude: null, longitude: null }]),
    )
    return { regionId, agencyId: agencies.get('Fictional Fire')! }
  }
  const [here, there] = [await region('here', 'MA'), await region('there', 'AL')]
  await base.admin.query(`update region.agency set mail_domains = '{fire.example}'`)
  let people = 0
  const person = (role: Role = 'learner', regionId: RegionId = here.regionId): Person => ({
    kind: 'account',
    accountId: newId<AccountId>(),
    regionId,
    roles: [role],
    email: `kit.${++people}@learners.example`,
  })
  const deps = { db: base.db, secrets: secretsFrom(Buffer.alloc(32, 7)), packs, library: tinyLibrary }
  return {
    base,
    deps,
    here,
    there,
    person,
    rows: async (text: string, values: unknown[] = []) => (await base.admin.query(text, values)).rows,
    /** Until somebody waits for what another transaction holds. */
    async waitsForLock() {
      const waiting = () =>
        base.admin.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      await expect.poll(async () => (await waiting()).rowCount).toBeGreaterThan(0)
    },
    /** Enrols somebody in the tiny course, or another, and answers the enrolment's id. */
    async enrolled(who: Person, course = tinyCourse): Promise<string> {
      const { email } = who
      return doneWith(await beginCourse(deps, who, { course, email, name: 'Kit A.', code: '' })).enrolmentId
    },
  }
}
