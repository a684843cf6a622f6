import { openFingerprint } from './fingerprint.ts'
import { encoded } from './hostile.ts'
import { openTwoRegions, type Person } from './twoRegions.ts'

type Fields = Readonly<Record<string, string>>
export type Adversary = Awaited<ReturnType<typeof openAdversary>>

/** Two regions, somebody of each role, and short words for what somebody tries in them. */
export async function openAdversary() {
  const all = await openTwoRegions()
  const named = (name: string) => all.people.find((one) => one.email.startsWith(name))!
  const who: Record<'rae' | 'ana' | 'ed' | 'di' | 'cy' | 'tara', Person> = {
    rae: all.rae,
    tara: all.tara,
    // By their first letters in `twoRegions.ts`: a peer, an administrator, an agency's contact, a clinical director.
    ana: named('ana.p'),
    di: people(all.people, 'administrator'),
    ed: people(all.people, 'agency_contact'),
    cy: people(all.people, 'clinical_director'),
  }
  /** Whoever knocks too often is told so, and nothing else: that has a test of its own (`machineDoors.test.ts`). */
  const calm = () => all.base.admin.query('delete from tailboard.door_knock')
  const get = async (path: string, cookie = '', origin = all.here.teamUrl) => {
    await calm()
    return await all.send(origin, path, { cookie })
  }
  const post = async (path: string, fields: Fields = {}, cookie = '') => {
    await calm()
    return await all.send(all.here.teamUrl, path, { cookie }, encoded(Object.entries(fields)))
  }
  const one = async (text: string, ...values: unknown[]) => (await all.base.admin.query(text, values)).rows[0]
  return { ...all, who, get, post, one, print: await openFingerprint(all.base.admin) }
}

function people(all: readonly Person[], role: Person['role']): Person {
  return all.find((one) => one.role === role && one.slug === 'harbor')!
}
