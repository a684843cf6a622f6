import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { newId, type RegionId } from '../platform/ids.ts'
import { secretsFrom } from '../platform/secrets.server.ts'
import { browsersOf, forgetBrowser, keepBrowser } from './pushBrowsers.server.ts'
import { chooseWays, reachOf } from './reach.server.ts'
import { channelsOf } from './reach.ts'
import { vapidKeys } from './webPush.server.ts'

describe('browsers that agreed', () => {
  let base: TestDatabase
  let made = 0
  let dana: { id: string; persons: string[] }
  const [harbor, inland] = [newId<RegionId>(), newId<RegionId>()]
  const { publicKey: p256dh } = vapidKeys(secretsFrom(Buffer.alloc(32, 7)), null)
  beforeAll(async () => {
    base = await freshDatabase()
  })
  beforeEach(() => {
    const id = newId<string>()
    dana = { id, persons: [newId<string>(), id] }
  })
  afterAll(() => base.drop())

  const system = (regionId: RegionId) => ({ kind: 'system', regionId }) as const
  const fresh = () => `https://push.example/${++made}`
  const agree = (owner: typeof dana, endpoint = fresh(), regionId = harbor) =>
    base.db.write(system(regionId), (tx) =>
      keepBrowser(tx, owner, { endpoint, p256dh, auth: 'A'.repeat(22) }, false),
    )
  const known = async (person: string, regionId = harbor) =>
    (await base.db.read(system(regionId), (reader) => browsersOf(reader, person))).map((one) => one.endpoint)
  const reach = (person: string) => base.db.read(system(harbor), (reader) => reachOf(reader, person))

  it('are those of all their owner’s persons, and become a way to reach them', async () => {
    const endpoint = fresh()
    expect(await agree(dana, endpoint)).toEqual({ ok: true, value: null })
    for (const person of dana.persons) {
      expect(await known(person)).toEqual([endpoint])
      const found = await reach(person)
      expect(found).toMatchObject({ byMail: true, byPush: true, browsers: 1 })
      expect(channelsOf(found)).toEqual(['mail', 'push'])
    }
  })

  it('are kept once however often they agree', async () => {
    const endpoint = fresh()
    for (const _ of [1, 2, 3]) await agree(dana, endpoint)
    expect(await known(dana.id)).toEqual([endpoint])
    expect((await reach(dana.id)).browsers).toBe(1)
  })

  it('are five at most, and the newest win', async () => {
    const seven = [1, 2, 3, 4, 5, 6, 7].map(fresh)
    for (const endpoint of seven) await agree(dana, endpoint)
    expect(await known(dana.id)).toEqual(seven.slice(2).reverse())
  })

  it('are whose they were agreed on last, in every region', async () => {
    const endpoint = fresh()
    const luis = { id: newId<string>(), persons: [newId<string>()] }
    await agree(dana, endpoint)
    await agree(dana, endpoint, inland)
    expect(await known(dana.id, inland)).toEqual([endpoint])
    expect(await known(dana.id)).toEqual([endpoint])
    await agree(luis, endpoint)
    expect(await known(luis.persons[0]!)).toEqual([endpoint])
    for (const person of dana.persons)
      for (const region of [harbor, inland]) expect(await known(person, region)).toEqual([])
    expect(channelsOf(await reach(dana.id))).toEqual(['mail'])
  })

  it('are forgotten for all of their owner’s persons, by them alone', async () => {
    const endpoint = fresh()
    await agree(dana, endpoint)
    const { id } = (await base.db.read(system(harbor), (reader) => browsersOf(reader, dana.persons[0]!)))[0]!
    await base.db.write(system(harbor), (tx) => forgetBrowser(tx, [newId<string>()], id))
    expect(await known(dana.id)).toEqual([endpoint])
    await base.db.write(system(harbor), (tx) => forgetBrowser(tx, dana.persons, id))
    for (const person of dana.persons) expect(await known(person)).toEqual([])
  })

  it('leave mail where they were the only way', async () => {
    await agree(dana)
    const ways = { byMail: false, byText: false, byCall: false, byPush: true, lang: 'en' } as const
    await base.db.write(system(harbor), (tx) => chooseWays(tx, dana.id, ways))
    expect(channelsOf(await reach(dana.id))).toEqual(['push'])
    await base.admin.query(
      `update messaging.push_subscription set ended_at = now(), endpoint = null, p256dh = null, auth = null
        where person_id = $1`,
      [dana.id],
    )
    expect(channelsOf(await reach(dana.id))).toEqual(['mail'])
  })

  it.each([
    ['an address inside', { endpoint: 'https://127.0.0.1/x' }],
    ['an address without a seal on the way', { endpoint: 'http://push.example/x' }],
    ['a key that is none', { p256dh: 'x' }],
    ['a secret that is none', { auth: 'x' }],
  ])('are not kept with %s', async (_what, wrong) => {
    const refused = await base.db.write(system(harbor), (tx) =>
      keepBrowser(tx, dana, { endpoint: fresh(), p256dh, auth: 'A'.repeat(22), ...wrong }, false),
    )
    expect(refused).toMatchObject({ ok: false, code: 'browser_unknown' })
    expect(await known(dana.id)).toEqual([])
  })

  it('have an address and keys until they end, whoever writes', async () => {
    const keep = (endpoint: string | null, ended: string | null) =>
      base.admin.query(
        `insert into messaging.push_subscription (region_id, id, person_id, owner_id, endpoint, p256dh, auth, ended_at)
         values ($1, gen_random_uuid(), $1, $1, $2, $3, $4, $5)`,
        [harbor, endpoint, p256dh, 'A'.repeat(22), ended],
      )
    await expect(keep('http://push.example/x', null)).rejects.toThrow('push_endpoint_shape')
    await expect(keep(null, null)).rejects.toThrow('push_whole_until_it_ends')
    await expect(keep('https://push.example/x', '2060-01-01')).rejects.toThrow('push_whole_until_it_ends')
  })
})
