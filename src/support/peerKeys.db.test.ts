import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyRecord } from '../../test/harness/keyRecord.ts'
import { mailbox } from '../messaging/index.server.ts'
import { openPool } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { drain } from '../platform/worker.server.ts'
import { handlers } from './newKeys.server.ts'
import { keepKey, keyringOf, keysOf, removeWrap, wrapsOf } from './peerKeys.server.ts'
import { openSupport, type SupportBase } from './support.testing.ts'

const now = Temporal.Instant.from('2026-11-29T23:30:00Z')
const day = '2026-11-29'
type Made = Awaited<ReturnType<typeof keyRecord>>

describe('a peer’s keys', () => {
  let at: SupportBase
  let next = 0
  beforeAll(async () => {
    at = await openSupport(now)
  })
  afterAll(() => at?.stop())

  /** A peer who made none yet. */
  async function peer(): Promise<MemberId> {
    const member = at.peers[next++ % at.peers.length]!
    for (const text of [
      'delete from support.peer_wrap where member_id = $1',
      'delete from support.peer_keyring where member_id = $1',
      `update support.peer set identity_key = null, identity_made_on = null, key_number = null, key_public = null,
              key_made_on = null, key_signature = null, quiet_until = null where member_id = $1`,
    ])
      await at.base.admin.query(text, [member])
    return member
  }
  const made = (member: MemberId, more: Parameters<typeof keyRecord>[2] = {}) =>
    keyRecord(at.regionId, member, { day, ...more })
  const keep = (member: MemberId, { sent }: Pick<Made, 'sent'>) =>
    keepKey(at.base.db, at.regionId, member, sent)
  const anotherWrap = ({ sent }: Made, keyring = sent.keyring) => ({
    sent: { ...sent, keyring, wrap: { ...sent.wrap, wrapped: randomBytes(94) } },
  })
  const stored = (member: MemberId) =>
    at.base.db.read({ kind: 'member', memberId: member, regionId: at.regionId }, async (reader) => ({
      key: await keysOf(reader, member),
      keyring: await keyringOf(reader, member),
      wraps: (await wrapsOf(reader, member)).map((one) => one.wrapped),
      ids: (await wrapsOf(reader, member)).map((one) => one.id),
    }))
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

  it('are kept only as their identity signed them, for this member and this region', async () => {
    const [member, other] = [await peer(), await peer()]
    const mine = await made(member)
    const theirs = await made(other)
    const later = Temporal.PlainDate.from('2026-11-30')
    const wrong: Made['sent'][] = [
      { ...mine.sent, signature: Uint8Array.from(randomBytes(64)) },
      { ...mine.sent, identityKey: theirs.sent.identityKey },
      { ...mine.sent, publicKey: theirs.sent.publicKey },
      { ...mine.sent, number: 2 },
      { ...mine.sent, madeOn: later },
      { ...mine.sent, identityMadeOn: later },
      theirs.sent,
      (await keyRecord(crypto.randomUUID() as typeof at.regionId, member, { day })).sent,
    ]
    for (const sent of wrong) expect(await keep(member, { sent })).toMatchObject({ code: 'malformed' })
    expect((await stored(member)).key).toBeNull()
    expect(await keep(member, mine)).toMatchObject({ ok: true })
  })

  it('are of about today, and the identity keeps the day it was first shown with', async () => {
    for (const [of, code] of [
      ['2026-11-27', 'malformed'],
      ['2026-12-01', 'malformed'],
      ['2020-01-01', 'malformed'],
      ['2026-11-28', undefined],
      ['2026-11-30', undefined],
    ] as const) {
      const member = await peer()
      const kept = await keep(member, await made(member, { day: of }))
      expect([of, kept.ok ? undefined : kept.code]).toEqual([of, code])
    }
    const member = await peer()
    const first = await made(member)
    await keep(member, first)
    // After a loss as well: whoever took an account over can't make an identity look old.
    const backdated = { ...(await made(member)).identity, day: '2026-01-01' }
    expect(await keep(member, await made(member, { identity: backdated, number: 2 }))).toMatchObject({
      code: 'malformed',
    })
    const redated = { ...first.identity, day: '2026-11-28' }
    expect(await keep(member, await made(member, { identity: redated, number: 2 }))).toMatchObject({
      code: 'malformed',
    })
    const old = await made(member, { identity: first.identity, number: 2, day: '2026-11-20' })
    expect(await keep(member, old)).toMatchObject({ code: 'malformed' })
    // A year later the identity is as old as it is, and its new key is of today.
    const year = Temporal.Instant.from('2027-11-29T12:00:00Z')
    await at.base.setNow(year)
    const newer = await made(member, { identity: first.identity, number: 2, day: '2027-11-29' })
    expect(await keep(member, newer)).toMatchObject({ ok: true })
    expect((await stored(member)).key).toMatchObject({ identityMadeOn: day, keyMadeOn: '2027-11-29' })
    await at.base.setNow(now)
  })

  it('open as before with a new key of the same identity; only a lost identity ends the ways', async () => {
    const member = await peer()
    const first = await made(member)
    await keep(member, first)
    await keep(member, anotherWrap(first))
    const { wraps } = await stored(member)
    expect(wraps).toHaveLength(2)
    const second = await made(member, { identity: first.identity, number: 2 })
    // Under the same keyring key, whose wraps are what they were.
    expect(await keep(member, { sent: { ...second.sent, wrap: first.sent.wrap } })).toMatchObject({
      ok: true,
    })
    expect(await stored(member)).toMatchObject({
      key: { keyNumber: 2, quietUntil: null },
      keyring: text(second.sent.keyring),
      wraps,
    })
    const third = await made(member, { number: 3 })
    expect(await keep(member, third)).toMatchObject({ ok: true })
    expect(await stored(member)).toMatchObject({
      keyring: text(third.sent.keyring),
      wraps: [text(third.sent.wrap.wrapped)],
    })
    expect((await stored(member)).key!.quietUntil).not.toBeNull()
  })

  it('stay in the keyring they are in when one more way is added: whoever can’t open it could put nothing in its place', async () => {
    const member = await peer()
    const first = await made(member)
    await keep(member, first)
    expect(await keep(member, anotherWrap(first, randomBytes(100)))).toMatchObject({ ok: true })
    expect(await stored(member)).toMatchObject({ keyring: text(first.sent.keyring) })
    expect((await stored(member)).wraps).toHaveLength(2)
  })

  it('are kept once, though they are sent twice because the answer was lost', async () => {
    const member = await peer()
    const first = await made(member)
    for (let sent = 0; sent < 3; sent++) expect(await keep(member, first)).toMatchObject({ ok: true })
    expect((await stored(member)).wraps).toEqual([text(first.sent.wrap.wrapped)])
    for (let more = 1; more < 6; more++)
      expect(await keep(member, anotherWrap(first))).toMatchObject({ ok: true })
    expect(await keep(member, anotherWrap(first))).toMatchObject({ code: 'too_many_ways' })
    // What is refused changes nothing, also not the key.
    const second = await made(member, { identity: first.identity, number: 2 })
    expect(await keep(member, second)).toMatchObject({ code: 'too_many_ways' })
    expect((await stored(member)).key).toMatchObject({ keyNumber: 1 })
    expect(await keep(member, first)).toMatchObject({ ok: true })
  })

  it('are left one way to open, whoever ends two at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const member = await peer()
      const first = await made(member)
      await keep(member, first)
      await keep(member, anotherWrap(first))
      const { ids } = await stored(member)
      const ended = await Promise.all(ids.map((id) => removeWrap(at.base.db, at.regionId, member, id)))
      expect(ended.filter((one) => one.ok)).toHaveLength(1)
      expect((await stored(member)).wraps).toHaveLength(1)
    }
  })

  it('that are new after a loss are told to their owner, in other words than to everybody else', async () => {
    const member = await peer()
    await keep(member, await made(member))
    await at.base.admin.query('delete from graphile_worker._private_jobs')
    await keep(member, await made(member, { number: 2 }))
    const { rows } = await at.base.admin.query('select email from roster.member where id = $1', [member])
    const owner = rows[0].email
    const mail = mailbox()
    const pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 2 })
    await drain(pool, handlers({ db: at.base.db, mail, publicUrl: new URL('https://here.example') }))
    await pool.end()
    const to = (one: string) => mail.mails.filter((sent) => sent.to === one)
    expect(to(owner)).toHaveLength(1)
    const { text: own } = to(owner)[0]!
    expect(own).toMatch(/If that was not you, tell your coordinator and an administrator at once/)
    expect(own).toContain('617-555-0142')
    const others = mail.mails.filter((sent) => sent.to !== owner)
    expect(others.length).toBeGreaterThan(3)
    for (const { text: said } of others) {
      expect(said).toContain('If you know that it was not them, tell your coordinator at once')
      // More than we know.
      expect(said).not.toMatch(/nobody is harmed|nadie sufre/)
    }
  })
})
