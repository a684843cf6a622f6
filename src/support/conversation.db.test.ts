import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberId } from '../platform/ids.ts'
import { begin, mostWaiting } from './beginning.server.ts'
import { claim, closeNow, seekerCloses } from './conversation.server.ts'
import { openUnder } from './erasure.server.ts'
import { peerReads, peerSays, seekerReads, seekerSays, takenBy } from './said.server.ts'
import { openSupport, type SupportBase } from './support.testing.ts'
import { sweeper } from './sweep.server.ts'

const now = Temporal.Instant.from('2026-11-29T08:12:00Z')
const none = { seeker: 0, peer: 0 }
const long = process.env.TAILBOARD_LONG === '1'

describe('a conversation', () => {
  let at: SupportBase
  beforeAll(async () => {
    at = await openSupport(now)
  })
  afterAll(() => at?.stop())
  const rows = async (text: string, ...values: unknown[]) => (await at.base.admin.query(text, values)).rows
  const begun = async (readers: readonly MemberId[]) => {
    const given = at.beginning(readers)
    expect(await begin(at.stores, at.regionId, given)).toMatchObject({ ok: true })
    return given
  }
  const closeAll = async () => {
    for (const { id } of await rows('select id from support.conversation'))
      await closeNow(at.stores, at.regionId, id)
  }

  it('begins, is taken by one of those it was written to, goes to and fro, and closes', async () => {
    const [kit, bo, cy] = at.peers as [MemberId, MemberId, MemberId]
    const given = await begun([kit, bo])
    const waiting = await seekerReads(at.stores, at.regionId, given.accessHash, none)
    expect(waiting).toMatchObject({ ok: true, value: { claimedBy: null, halted: null, holder: null } })
    expect(await claim(at.stores, at.regionId, cy, given.id)).toMatchObject({ code: 'not_open' })
    const taken = await claim(at.stores, at.regionId, bo, given.id)
    expect(taken).toMatchObject({ ok: true, value: { seals: [{ member: bo }] } })
    expect(await claim(at.stores, at.regionId, kit, given.id)).toMatchObject({ code: 'not_open' })
    // Asked again, whoever has it gets the same seal.
    expect(await claim(at.stores, at.regionId, bo, given.id)).toEqual(taken)

    const answer = { number: 1, body: randomBytes(298) }
    expect(await peerSays(at.stores, at.regionId, bo, given.id, answer)).toMatchObject({ ok: true })
    expect(await peerSays(at.stores, at.regionId, bo, given.id, answer)).toMatchObject({ ok: true })
    expect(
      await peerSays(at.stores, at.regionId, bo, given.id, { number: 1, body: randomBytes(298) }),
    ).toMatchObject({ code: 'number_taken' })
    expect(
      await seekerSays(at.stores, at.regionId, given.accessHash, { number: 3, body: randomBytes(298) }),
    ).toMatchObject({ code: 'number_ahead' })
    const next = { number: 2, body: randomBytes(298) }
    expect(await seekerSays(at.stores, at.regionId, given.accessHash, next)).toMatchObject({ ok: true })
    const read = await peerReads(at.stores, at.regionId, bo, given.id, { seeker: 1, peer: 0 })
    expect(read).toMatchObject({
      ok: true,
      value: {
        messages: [
          { side: 'peer', ...answer },
          { side: 'seeker', ...next },
        ],
        seekerKey: given.seekerKey,
      },
    })
    for (const other of [kit, cy])
      expect(await peerReads(at.stores, at.regionId, other, given.id, none)).toMatchObject({
        code: 'not_open',
      })

    expect(await seekerCloses(at.stores, at.regionId, given.accessHash)).toMatchObject({ ok: true })
    expect(await seekerReads(at.stores, at.regionId, given.accessHash, none)).toMatchObject({
      code: 'not_open',
    })
    expect(await peerReads(at.stores, at.regionId, bo, given.id, none)).toMatchObject({ code: 'not_open' })
    expect(await rows('select 1 from support.message')).toEqual([])
    expect(readdirSync(at.folder)).toEqual([])
  })

  it('is one, however often it is sent, and never another one’s', async () => {
    const given = await begun([at.peers[0]!])
    expect(await begin(at.stores, at.regionId, given)).toMatchObject({ ok: true })
    expect(await rows('select 1 from support.message where conversation_id = $1', given.id)).toHaveLength(1)
    // That the limits were shown is counted once, by month.
    const [{ count, month }] = await rows('select count, month::text from support.notice_shown')
    expect([count, month]).toEqual([2, '2026-11-01'])
    const other = { ...at.beginning([at.peers[0]!]), id: given.id }
    expect(await begin(at.stores, at.regionId, other)).toMatchObject({ code: 'id_taken' })
    const sameWords = { ...at.beginning([at.peers[0]!]), accessHash: given.accessHash }
    expect(await begin(at.stores, at.regionId, sameWords)).toMatchObject({ code: 'id_taken' })
    expect(await seekerReads(at.stores, at.regionId, given.accessHash, none)).toMatchObject({ ok: true })
    await closeAll()
  })

  it.each<[string, (of: SupportBase) => ReturnType<SupportBase['beginning']>, string]>([
    ['nobody', (of) => of.beginning([]), 'malformed'],
    ['the same peer twice', (of) => of.beginning([of.peers[0]!, of.peers[0]!]), 'malformed'],
    [
      'a peer who shows themselves nowhere',
      (of) => of.beginning([of.harbor.members.find(({ member }) => member.role !== 'peer')!.id]),
      'no_such_peer',
    ],
    ['a key that was replaced', (of) => of.beginning([of.peers[0]!], 7), 'key_replaced'],
  ])('is not begun with %s, and leaves neither row nor key', async (_what, given, code) => {
    expect(await begin(at.stores, at.regionId, given(at))).toMatchObject({ code })
    expect([await rows('select 1 from support.conversation'), readdirSync(at.folder)]).toEqual([[], []])
  })

  it('waits for no more than a few at one peer, alone or among others', async () => {
    const [kit, bo] = at.peers as [MemberId, MemberId]
    for (let count = 0; count < mostWaiting; count++) await begun([kit])
    // Nor behind another who has room: it would ring whoever has none.
    for (const readers of [[kit], [kit, bo]])
      expect(await begin(at.stores, at.regionId, at.beginning(readers))).toMatchObject({ code: 'queue_full' })
    await begun([bo])
    await closeAll()
  })

  it('is won by one of many at the same moment; whoever loses sees no sealed byte', async () => {
    const rounds = long ? 1000 : 100
    for (let round = 0; round < rounds; round++) {
      const given = await begun(at.peers)
      const outcomes = await Promise.all(
        at.peers.map((peer) => claim(at.stores, at.regionId, peer, given.id)),
      )
      const won = outcomes.filter((one) => one.ok)
      expect(won).toHaveLength(1)
      for (const lost of outcomes.filter((one) => !one.ok)) {
        expect(['claimed_already', 'not_open']).toContain(lost.code)
        expect(JSON.stringify(lost)).not.toContain('sealed')
      }
      const [row] = await rows('select sealed, claimed_by from support.conversation where id = $1', given.id)
      const seals = openUnder((await at.stores.keys.read(given.id))!, given.id, row.sealed)!
      expect(seals.seals.map((one) => one.member)).toEqual([row.claimed_by])
      await closeNow(at.stores, at.regionId, given.id)
    }
  }, 120_000)

  it('has no time finer than a day, no id that carries one, and no actor but the peer, anywhere', async () => {
    const given = await begun(at.peers)
    const [kit] = at.peers as [MemberId]
    const columns = await rows(
      `select table_name || '.' || column_name as name, data_type as type, udt_name = any ('{uuid,_uuid}') as id
         from information_schema.columns where table_schema = 'support' and column_name <> 'region_id' order by 1`,
    )
    const named = (which: (one: { name: string; type: string; id: boolean }) => boolean) =>
      columns.filter(which as never).map((one) => one.name)
    // Until when a new identity is sent nobody: said to everybody who looks for a peer, and of no conversation.
    expect(named(({ type }) => /time|interval/.test(type))).toEqual(['peer.quiet_until'])
    // Ids of the roster: they say when a member was entered there, and nothing of when they did something here.
    const members = ['peer.member_id', 'peer_keyring.member_id', 'peer_wrap.member_id']
    const actors = [
      'conversation.claimed_by',
      'consultation.asked_by',
      'consultation.rung',
      'consultation.taken_by',
    ]
    expect(named(({ name }) => /(by|actor|account|member)/.test(name))).toEqual([
      ...['consultation.asked_by', 'consultation.taken_by', 'conversation.claimed_by'],
      ...members,
    ])
    // Every other one is drawn at random, and its table refuses one that isn't; a message goes by its conversation's.
    const own = named(({ name, id }) => id && ![...members, ...actors].includes(name))
    expect(own).toEqual(['consultation.id', 'conversation.id', 'message.conversation_id', 'peer_wrap.id'])
    const random = await rows(
      `select c.relname || '.id' as name from pg_constraint k join pg_class c on c.oid = k.conrelid
        where c.relnamespace = 'support'::regnamespace and k.contype = 'c' and k.convalidated
          and pg_get_constraintdef(k.oid) = 'CHECK ((substr((id)::text, 15, 1) = ''4''::text))' order by 1`,
    )
    expect(random.map((one) => one.name)).toEqual(own.filter((name) => name !== 'message.conversation_id'))
    expect(given.id[14]).toBe('4')
    const waiting = await rows('select * from support.conversation')
    // Whom it was written to stands nowhere but inside the erasure seal.
    for (const peer of at.peers) {
      const bytes = Buffer.from(peer.replaceAll('-', ''), 'hex')
      expect(JSON.stringify(waiting)).not.toContain(peer)
      expect(waiting[0].sealed.includes(bytes)).toBe(false)
    }
    const file = join(at.folder, given.id)
    expect(statSync(file).mtime.toISOString()).toBe('2000-01-01T00:00:00.000Z')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file)).toHaveLength(32)
    await claim(at.stores, at.regionId, kit, given.id)
    expect(await takenBy(at.stores, at.regionId, kit)).toEqual({
      halted: null,
      taken: [{ id: given.id, lastOn: Temporal.PlainDate.from('2026-11-29'), holds: true }],
    })
    await closeAll()
  })

  it('is opened by no copy of the database once it was closed', async () => {
    const given = await begun([at.peers[0]!])
    const [copy] = await rows('select * from support.conversation where id = $1', given.id)
    await seekerCloses(at.stores, at.regionId, given.accessHash)
    // The rows come back, as from a backup; the key does not.
    await at.base.admin.query(
      `insert into support.conversation (region_id, id, access_hash, seeker_key, sealed, opened_on, last_on)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [at.regionId, copy.id, copy.access_hash, copy.seeker_key, copy.sealed, '2026-11-29'],
    )
    expect(await seekerReads(at.stores, at.regionId, given.accessHash, none)).toMatchObject({
      code: 'not_open',
    })
    expect(await claim(at.stores, at.regionId, at.peers[0]!, given.id)).toMatchObject({ code: 'not_open' })
    expect(await sweeper(at.stores)([at.regionId])).toBe(1)
    expect(await rows('select 1 from support.conversation')).toEqual([])
  })

  it('ends after fourteen quiet days, and after ninety whatever is said', async () => {
    const [quiet, busy] = [await begun([at.peers[0]!]), await begun([at.peers[1]!])]
    const sweep = sweeper(at.stores)
    const open = async () => (await rows('select id from support.conversation')).map((row) => row.id)
    const later = (days: number) => at.base.setNow(now.add({ hours: 24 * days }))
    await later(14)
    expect(await sweep([at.regionId])).toBe(0)
    await later(15)
    await at.base.admin.query(`update support.conversation set last_on = '2026-12-10' where id = $1`, [
      busy.id,
    ])
    expect(await sweep([at.regionId])).toBe(1)
    expect(await open()).toEqual([busy.id])
    await at.base.admin.query(`update support.conversation set last_on = '2027-02-27'`)
    await later(90)
    expect(await sweep([at.regionId])).toBe(0)
    await later(91)
    expect(await sweep([at.regionId])).toBe(1)
    expect([await open(), readdirSync(at.folder)]).toEqual([[], []])
    expect(quiet.id).not.toBe(busy.id)
    await at.base.setNow(now)
  })

  it('leaves nothing that opens when a crash comes between the two stores', async () => {
    // The key was made, the row never came.
    const lonely = at.beginning([at.peers[0]!])
    await at.stores.keys.make(lonely.id)
    const sweep = sweeper(at.stores)
    await sweep([at.regionId])
    expect(readdirSync(at.folder)).toEqual([lonely.id])
    await sweep([at.regionId])
    expect(readdirSync(at.folder)).toEqual([])
    // The key was destroyed, the row stayed.
    const given = await begun([at.peers[0]!])
    await at.stores.keys.destroy(given.id)
    expect(await seekerReads(at.stores, at.regionId, given.accessHash, none)).toMatchObject({
      code: 'not_open',
    })
    expect(await sweep([at.regionId])).toBe(1)
    expect(await rows('select 1 from support.message')).toEqual([])
    // A row that can't be written takes its key back.
    const broken = { ...at.beginning([at.peers[0]!]), seekerKey: randomBytes(31) }
    await expect(begin(at.stores, at.regionId, broken)).rejects.toThrow(/conversation_seeker_key_whole/)
    expect(readdirSync(at.folder)).toEqual([])
  })
})
