import { createHmac } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { compactVerify, createLocalJWKSet, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { type Secrets, secretsFrom } from '../platform/secrets.server.ts'
import { revoke } from './certificate.server.ts'
import { type Certificates, openCertificates } from './certificate.testing.ts'
import { encodedList } from './credentials.server.ts'
import { declareLost, issuerKeys, keyInUse, rotateKey } from './issuerKey.server.ts'
import { type Fetch, verifyBadge } from './secondVerifier.testing.ts'

const now = () => Temporal.Now.instant()
const later = (days: number) => now().add({ hours: 24 * days })
type Header = { alg: string; kid: string }
const headerOf = (jws: string): Header => JSON.parse(Buffer.from(jws.split('.')[0]!, 'base64url').toString())
const coded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a badge, to whoever checks it', () => {
  let all: Certificates
  let ada: Awaited<ReturnType<Certificates['person']>>
  let admin: Awaited<ReturnType<Certificates['person']>>
  let coordinator: Actor
  let fetch: Fetch
  beforeAll(async () => {
    all = await openCertificates()
    ada = await all.person('ada.l@learners.example', 'learner')
    admin = await all.person('kim.b@team.example', 'administrator')
    coordinator = {
      kind: 'account',
      accountId: all.here.coordinator,
      regionId: all.here.harbor.regionId,
      roles: ['duty_coordinator'],
    }
    fetch = async (address) => {
      const { origin, pathname } = new URL(address)
      expect(origin).toBe(all.here.publicUrl)
      const answer = await all.open(pathname)
      return answer.status === 200 ? answer.text : null
    }
  }, 60_000)
  afterAll(() => all?.here.stop())

  const badgeOf = async (id: string) => {
    const answer = await ada.ask(`/harbor/learning/certificates/${id}/badge.jwt`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
    return answer.text
  }
  const keys = () => all.here.services.db.read(admin.actor, issuerKeys)

  it('has no key and no list before the first was signed; first badges at once make one key', async () => {
    expect(await all.open('/harbor/credentials/status')).toMatchObject({ status: 404 })
    expect(JSON.parse((await all.open('/harbor/credentials/keys')).text)).toEqual({ keys: [], lost: [] })
    const ids: string[] = []
    while (ids.length < 6) ids.push(await all.certified(ada.accountId, 'Ada L.'))
    const first = await Promise.all(ids.map(badgeOf))
    expect(await keys()).toHaveLength(1)
    expect(new Set(first.map((one) => headerOf(one).kid)).size).toBe(1)
    for (const one of first) expect(await verifyBadge(one, now(), fetch)).toBe('valid')
  })

  it('is valid in its time, expired afterwards, and too early before', async () => {
    const badge = await badgeOf(await all.certified(ada.accountId, 'Ada L.'))
    expect(await verifyBadge(badge, now(), fetch)).toBe('valid')
    expect(await verifyBadge(badge, later(370), fetch)).toBe('expired')
    expect(await verifyBadge(badge, later(-1), fetch)).toBe('too early')
  })

  it('stands for its holder by a name that no other badge has, and keeps it', async () => {
    const ids = [await all.certified(ada.accountId, 'Ada L.'), await all.certified(ada.accountId, 'Ada L.')]
    const subjectOf = async (id: string): Promise<string> =>
      JSON.parse(Buffer.from((await badgeOf(id)).split('.')[1]!, 'base64url').toString()).sub
    const [one, other, again] = [await subjectOf(ids[0]!), await subjectOf(ids[1]!), await subjectOf(ids[0]!)]
    expect(one).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect([one === other, one === again]).toEqual([false, true])
  })

  it('is revoked once it was, and its neighbours are not', async () => {
    const [first, second] = [
      await all.certified(ada.accountId, 'Ada L.'),
      await all.certified(ada.accountId, 'Ada L.'),
    ]
    const [one, other] = [await badgeOf(first), await badgeOf(second)]
    const { db } = all.here.services
    expect(await revoke(db, ada.actor, first, 'own_wish')).toMatchObject({ code: 'not_allowed' })
    expect(await verifyBadge(one, now(), fetch)).toBe('valid')
    for (const ground of ['issued_in_error', 'own_wish'] as const)
      expect((await revoke(db, coordinator, first, ground)).ok).toBe(true)
    expect(await verifyBadge(one, now(), fetch)).toBe('revoked')
    expect(await verifyBadge(other, now(), fetch)).toBe('valid')
    const { rows } = await all.here.base.admin.query(
      `select detail from audit.entry where act = 'certificate_revoked'`,
    )
    expect(rows).toEqual([{ detail: { certificate: first, reason: 'issued_in_error' } }])
    expect(await ada.ask(`/harbor/learning/certificates/${first}/badge.jwt`)).toMatchObject({ status: 404 })
  })

  it('is forged with one byte changed, under another key, and with another algorithm in its header', async () => {
    const badge = await badgeOf(await all.certified(ada.accountId, 'Ada L.'))
    const [head, body, mark] = badge.split('.') as [string, string, string]
    const said = Buffer.from(body, 'base64url').toString('utf8')
    const renamed = Buffer.from(said.replace('Ada L.', 'Eve L.')).toString('base64url')
    expect(await verifyBadge(`${head}.${renamed}.${mark}`, now(), fetch)).toBe('forged')
    const { kid } = headerOf(badge)
    const another = await generateKeyPair('RS256')
    const own = await new SignJWT(JSON.parse(said))
      .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
      .sign(another.privateKey)
    expect(await verifyBadge(own, now(), fetch)).toBe('forged')
    const published = (await fetch(kid))!
    const none = `${coded({ alg: 'none', kid })}.${body}.`
    const signed = `${coded({ alg: 'HS256', kid })}.${body}`
    const mac = createHmac('sha256', published).update(signed).digest('base64url')
    expect(await verifyBadge(none, now(), fetch)).toBe('algorithm')
    expect(await verifyBadge(`${signed}.${mac}`, now(), fetch)).toBe('algorithm')
    // And by the library that signed it, with the set of keys as it is published.
    const set = createLocalJWKSet(JSON.parse((await all.open('/harbor/credentials/keys')).text))
    const { protectedHeader } = await compactVerify(badge, set, { algorithms: ['RS256'] })
    expect(protectedHeader).toEqual({ alg: 'RS256', kid, typ: 'JWT' })
    for (const bad of [none, `${signed}.${mac}`, own, `${head}.${renamed}.${mark}`])
      await expect(compactVerify(bad, set, { algorithms: ['RS256'] })).rejects.toThrow()
  })

  it('stays good when its key is replaced, and is refused once that key is lost; fetched anew it is good', async () => {
    const id = await all.certified(ada.accountId, 'Ada L.')
    const before = await badgeOf(id)
    const { services } = all.here
    const old = (await keys())[0]!.kid
    for (const actor of [ada.actor, coordinator])
      expect(await rotateKey(services, actor, old)).toMatchObject({ code: 'not_allowed' })
    // Sent twice at once: one new key.
    expect(
      (await Promise.all([1, 2].map(() => rotateKey(services, admin.actor, old)))).map(({ ok }) => ok),
    ).toEqual([true, true])
    expect(await keys()).toHaveLength(2)
    const after = await badgeOf(id)
    expect(headerOf(after).kid).not.toBe(headerOf(before).kid)
    for (const one of [before, after]) expect(await verifyBadge(one, now(), fetch)).toBe('valid')

    const inUse = (await keys())[0]!.kid
    expect(await declareLost(services, coordinator, inUse)).toMatchObject({ code: 'not_allowed' })
    expect((await declareLost(services, admin.actor, inUse)).ok).toBe(true)
    expect((await declareLost(services, admin.actor, inUse)).ok).toBe(true)
    expect(await verifyBadge(after, now(), fetch)).toBe('no key')
    expect(await verifyBadge(before, now(), fetch)).toBe('valid')
    expect(await verifyBadge(await badgeOf(id), now(), fetch)).toBe('valid')
    const published = JSON.parse((await all.open('/harbor/credentials/keys')).text)
    expect(published.lost.map((one: Header) => one.kid)).toEqual([headerOf(after).kid])
    expect(JSON.stringify(published.keys)).not.toContain(inUse)
    expect(JSON.stringify(published)).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
    const { rows } = await all.here.base.admin.query(
      `select act, detail->>'key' as key from audit.entry where act like 'issuer_key%' order by number`,
    )
    const [newest, rotated] = await keys()
    expect(newest!.kid).not.toBe(rotated!.kid)
    expect(rows).toEqual([
      { act: 'issuer_key_rotated', key: inUse },
      { act: 'issuer_key_lost', key: inUse },
    ])
  })

  it('keeps its secret sealed, for this key and this installation alone', async () => {
    const { admin: sql, db } = all.here.base
    const { secrets } = all.here.services
    const { rows } = await sql.query(
      'select kid, sealed, retired_at from training.issuer_key order by retired_at nulls first',
    )
    const [inUse, retired] = rows
    expect([inUse.retired_at, retired.retired_at === null]).toEqual([null, false])
    expect(inUse.sealed.toString('latin1')).not.toContain('"kty"')
    const opened = async (by: Secrets) =>
      (await db.read(all.system, (reader) => keyInUse(by, reader)))!.signer?.kid ?? null
    expect(await opened(secrets)).toBe(inUse.kid)
    expect(await opened(secretsFrom(new Uint8Array(32)))).toBe(null)
    const put = (sealed: Buffer) =>
      sql.query('update training.issuer_key set sealed = $1 where kid = $2', [sealed, inUse.kid])
    await put(retired.sealed)
    expect(await opened(secrets)).toBe(null)
    await put(inUse.sealed)
  })

  it('is not signed while nothing here opens the key in use, whoever reads; an administrator replaces it, and what it signed stays good', async () => {
    const id = await all.certified(ada.accountId, 'Ada L.')
    const before = await badgeOf(id)
    const known = await keys()
    await all.here.base.admin.query(
      `update training.issuer_key set sealed = '\\x00' where retired_at is null`,
    )
    const list = await all.open('/harbor/credentials/status')
    expect([list.status, list.headers.get('content-type')]).toEqual([503, 'text/plain; charset=UTF-8'])
    expect(list.text).toContain('can’t be opened here')
    const refused = await ada.ask(`/harbor/learning/certificates/${id}/badge.jwt`)
    expect([refused.status, refused.text.includes('Ask an administrator of the team')]).toEqual([503, true])
    // Another process may open it: its key is as it was.
    expect(await keys()).toEqual(known)
    expect((await admin.ask('/harbor/training/keys')).text).toContain('The key in use can’t be opened here')
    expect((await admin.ask('/harbor/training/keys', { key: known[0]!.kid })).status).toBe(303)
    expect((await admin.ask('/harbor/training/keys')).text).not.toContain('can’t be opened')
    const after = await badgeOf(id)
    const [inUse, retired] = await keys()
    expect([retired!.kid, retired!.retiredAt === null, retired!.lostAt]).toEqual([known[0]!.kid, false, null])
    expect(headerOf(after).kid.split('/').at(-1)).toBe(inUse!.kid)
    for (const one of [before, after]) expect(await verifyBadge(one, now(), fetch)).toBe('valid')
    const again = await all.open('/harbor/credentials/status')
    expect([again.status, headerOf(again.text).kid.split('/').at(-1)]).toEqual([200, inUse!.kid])
  })
})

describe('a status list', () => {
  it('begins with its left-most bit', async () => {
    const bits = gunzipSync(Buffer.from((await encodedList([0, 9, 131_071])).slice(1), 'base64url'))
    expect([bits.length, bits[0], bits[1], bits[2], bits.at(-1)]).toEqual([16_384, 0x80, 0x40, 0, 1])
  })
})
