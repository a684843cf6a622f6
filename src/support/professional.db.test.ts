// Long, because each of these needs the whole of it: who is on call, how each is reached, a clock that ends turns, and what was rung.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mailbox, phonesInMemory } from '../messaging/index.server.ts'
import { isOneSegment, mailOnly } from '../messaging/index.ts'
import type { MemberId } from '../platform/ids.ts'
import { openLog } from '../platform/log.server.ts'
import { secretsFrom } from '../platform/secrets.server.ts'
import { consultationBy, openConsultation, takeConsultation } from './consultation.server.ts'
import { answerAsked, askedBy } from './professionalAnswer.server.ts'
import { professionalToken } from './professionalLink.server.ts'
import {
  asksPerHour,
  linkHours,
  openProfessionalRinger,
  type ProfessionalRinger,
  turnMinutes,
} from './professionalRinger.server.ts'
import { openSupport, type SupportBase } from './support.testing.ts'
import { sweeper } from './sweep.server.ts'

const start = Temporal.Instant.from('2026-11-29T08:12:00Z')
const minutes = (count: number) => count * 60_000
const secrets = secretsFrom(new Uint8Array(32))
const teamUrl = new URL('https://team.peers.example')

/** Turns end when the test says so. */
function openClock() {
  let now = 0
  const waiting = new Map<object, { readonly at: number; readonly work: () => void }>()
  return {
    later(milliseconds: number, work: () => void) {
      const key = {}
      waiting.set(key, { at: now + milliseconds, work })
      return () => void waiting.delete(key)
    },
    pass(milliseconds: number) {
      now += milliseconds
      for (const [key, { at, work }] of [...waiting]) if (at <= now && waiting.delete(key)) work()
    },
  }
}

describe('a peer who asks for a professional', () => {
  let at: SupportBase
  let peer: MemberId
  let other: MemberId
  /** Deployable, in the order of their ids: the first two are on call. */
  let all: MemberId[]
  let onCall: MemberId[]
  let mail: ReturnType<typeof mailbox>
  let phones: ReturnType<typeof phonesInMemory>
  let clock: ReturnType<typeof openClock>
  let ringer: ProfessionalRinger
  const logged: string[] = []

  const open = (more: Partial<Parameters<typeof openProfessionalRinger>[0]> = {}) =>
    openProfessionalRinger({
      ...{ stores: at.stores, app: at.base.db, secrets, mail, phones: [phones], teamUrl, later: clock.later },
      log: openLog('warn', { write: (line) => void logged.push(line) }),
      push: { publicKey: '', send: async () => ({ outcome: 'gone' }) },
      callUrl: (provider, slug, token) => `https://peers.example/hooks/${provider}/${slug}/${token}`,
      ...more,
    })
  beforeAll(async () => {
    at = await openSupport(start)
    ;[peer, other] = at.peers as [MemberId, MemberId]
    const { rows } = await at.base.admin.query(
      `select id from roster.member where region_id = $1 and role = 'mhp' order by id`,
      [at.regionId],
    )
    all = rows.map((row) => row.id)
    expect(all.length).toBeGreaterThan(2)
    onCall = all.slice(0, 2)
    for (const id of onCall) await shift(id)
  })
  afterAll(() => at?.stop())
  beforeEach(async () => {
    await at.base.setNow(start)
    await at.base.admin.query('delete from support.consultation')
    await at.base.admin.query('delete from messaging.reach')
    logged.length = 0
    mail = mailbox()
    phones = phonesInMemory()
    clock = openClock()
    ringer = open()
  })
  afterEach(() => ringer.stop())

  const shift = (id: MemberId) =>
    at.base.admin.query(
      `insert into roster.on_call_shift (region_id, id, member_id, starts_at, ends_at)
       values ($1, $2, $3, $4, $5)`,
      [
        at.regionId,
        randomUUID(),
        id,
        start.subtract({ hours: 2 }).toString(),
        start.add({ hours: 8 }).toString(),
      ],
    )
  const reach = (id: MemberId, ways: Partial<typeof mailOnly>) => {
    const { byMail, byText, byCall, lang } = { ...mailOnly, ...ways }
    return at.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text, by_call, lang)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [at.regionId, id, ways.phone, start.toString(), byMail, byText, byCall, lang],
    )
  }
  const row = () => consultationBy(at.stores, at.regionId, { askedBy: peer })
  const rung = async () => (await row())?.rung ?? []
  /** What was begun has had its time: the ringer itself goes on. */
  const settled = async (what: () => Promise<unknown> | unknown, expected: unknown) => {
    await expect.poll(what, { timeout: 5000, interval: 10 }).toEqual(expected)
  }
  const nameOf = async (id: MemberId) => {
    const { rows } = await at.base.admin.query('select name, email from roster.member where id = $1', [id])
    return rows[0] as { name: string; email: string }
  }
  const mailTo = async (id: MemberId, subject = 'asks to be rung') => {
    const { email } = await nameOf(id)
    return mail.mails.filter((one) => one.to === email && one.subject.includes(subject))
  }
  const tokenOf = async (id: MemberId) => {
    await settled(async () => (await mailTo(id)).length > 0, true)
    return /\/ring\/([\w-]+)/.exec((await mailTo(id))[0]!.text)![1]!
  }
  const links = () => ({ stores: at.stores, app: at.base.db, secrets, ringer })
  const ask = async (by = peer) => {
    const asked = await ringer.ask(at.regionId, by)
    if (!asked.ok || asked.value === null) throw new Error('nobody is rung')
    return asked.value
  }
  /** `ringer` would be busy with it: a turn that ends now. */
  const turnEnds = () => clock.pass(minutes(turnMinutes))

  it('rings those on call one after the other, then the others, and at the end says that nobody answered', async () => {
    const { open: begun, onCall: first } = await ask()
    expect(first).toBe(true)
    expect(turnMinutes).toBe(5)
    for (let turn = 1; turn <= all.length; turn++) {
      await settled(async () => (await rung()).length, turn)
      await settled(async () => (await mailTo((await rung()).at(-1)!)).length, 1)
      clock.pass(minutes(turnMinutes) - 1)
      expect(await rung()).toHaveLength(turn)
      expect(await row()).toMatchObject({ unanswered: false })
      clock.pass(1)
    }
    await settled(async () => (await row())?.unanswered, true)
    const order = await rung()
    expect(order[0]).toBe(begun.rung[0])
    expect(new Set(order.slice(0, 2))).toEqual(new Set(onCall))
    expect(new Set(order)).toEqual(new Set(all))
    turnEnds()
    expect(await rung()).toEqual(order)
    // Whoever comes late is still who the peer waited for.
    expect((await answerAsked(links(), 'harbor', await tokenOf(order[0]!))).stands).toBe('theirs')
  })

  it('counts an answer of the first after the second was rung, and tells the others that they may sleep', async () => {
    await ask()
    const [first] = await rung()
    const token = await tokenOf(first!)
    turnEnds()
    await settled(async () => (await rung()).length, 2)
    const [, second] = await rung()
    const late = await tokenOf(second!)
    expect((await answerAsked(links(), 'harbor', token)).stands).toBe('theirs')
    expect(await ringer.state(at.regionId, peer)).toMatchObject({ takenBy: first })
    expect((await answerAsked(links(), 'harbor', late)).stands).toBe('colleague')
    await settled(async () => (await mailTo(second!, 'nothing more to do')).length, 1)
    expect(await mailTo(first!, 'nothing more to do')).toEqual([])
    turnEnds()
    expect(await rung()).toHaveLength(2)
    // Again by the one who has it: a slow page is pressed twice.
    expect((await answerAsked(links(), 'harbor', token)).stands).toBe('theirs')
  })

  it('is taken by one of two who press at the same moment', async () => {
    for (let round = 0; round < 100; round++) {
      const id = randomUUID()
      await openConsultation(at.stores, at.regionId, { id, askedBy: peer, first: all[0]! })
      await at.base.admin.query('update support.consultation set rung = $1', [all])
      const took = await Promise.all(all.map((one) => takeConsultation(at.stores, at.regionId, id, one)))
      expect(took.filter((one) => one)).toHaveLength(1)
      const winner = all[took.indexOf(true)]
      expect(await row()).toMatchObject({ takenBy: winner })
      await ringer.remove(at.regionId, peer)
    }
  })

  it('is one request however often it is pressed, and several within the hour at most', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => ask()))
    expect(new Set(asked.map(({ open: one }) => one.id)).size).toBe(1)
    for (let often = 1; often < asksPerHour; often++) {
      await ringer.remove(at.regionId, peer)
      await ask()
    }
    await ringer.remove(at.regionId, peer)
    expect(await ringer.ask(at.regionId, peer)).toMatchObject({ ok: false, code: 'asked_often' })
    await ask(other)
    clock.pass(minutes(60))
    await ask()
  })

  it('leaves nothing that says when, or that joins it with a conversation, and tells nobody what it is about', async () => {
    await reach(onCall[0]!, { phone: '+16175550142', byText: true, byCall: true, byMail: false })
    await reach(onCall[1]!, { phone: '+16175550143', byText: true, byCall: true, lang: 'es' })
    await reach(peer, { phone: '+16175550144', byText: true })
    const written = at.beginning([peer])
    await at.base.admin.query(
      `insert into support.conversation (region_id, id, access_hash, seeker_key, sealed, claimed_by, opened_on, last_on)
       values ($1, $2, $3, $4, $5, $6, '2026-11-29', '2026-11-29')`,
      [at.regionId, written.id, written.accessHash, written.seekerKey, written.body, peer],
    )
    const rest = async () =>
      (
        await at.base.admin.query(
          `select (select count(*) from graphile_worker._private_jobs) as jobs,
                  (select count(*) from messaging.attempt) as attempts, (select count(*) from audit.entry) as entries`,
        )
      ).rows[0]
    const before = await rest()
    await ask()
    await settled(() => phones.messages.length >= 2, true)
    turnEnds()
    await settled(() => phones.messages.length, 4)
    await settled(() => mail.mails.length, 1)
    expect(await rest()).toEqual(before)
    const { rows } = await at.base.admin.query('select to_jsonb(c) as row from support.consultation c')
    expect(Object.keys(rows[0].row).sort()).toEqual(
      ['asked_by', 'asked_on', 'id', 'region_id', 'rung', 'taken_by', 'unanswered'].sort(),
    )
    expect(JSON.stringify(rows)).not.toMatch(/\d\d:\d\d|T\d\d/)
    expect(JSON.stringify(rows)).not.toContain(written.id)
    expect(rows[0].row.id[14]).toBe('4')
    const { name } = await nameOf(peer)
    const said = [
      ...mail.mails.map((one) => `${one.subject} ${one.text}`),
      ...phones.messages.map((one) => (one.channel === 'text' ? one.text : one.script)),
    ]
    expect(said).toHaveLength(5)
    for (const text of said)
      for (const word of [name, peer, written.id, '617', 'conversation', 'wrote', 'support', 'seeker'])
        expect(text).not.toContain(word)
    for (const one of phones.messages) {
      expect(one.receipts).toBeNull()
      if (one.channel === 'text') expect([one.text, isOneSegment(one.text)]).toEqual([one.text, true])
    }
    await at.base.admin.query('delete from support.conversation')
  })

  it('is rung on at once after a restart, and by one of the processes that share the store', async () => {
    await ask()
    await settled(async () => (await mailTo((await rung())[0]!)).length, 1)
    await ringer.stop()
    ringer = open()
    const beside = open()
    await Promise.all([ringer.ringAll([at.regionId]), beside.ringAll([at.regionId])])
    await settled(async () => (await rung()).length, 2)
    await settled(async () => (await mailTo((await rung())[1]!)).length, 1)
    await beside.stop()
    // That process is gone; the peer's page asks the other one, which goes on.
    await ringer.state(at.regionId, peer)
    turnEnds()
    await settled(async () => (await rung()).length, 3)
    expect(new Set(await rung()).size).toBe(3)
  })

  it('of whom the last was rung as it restarted is not told that nobody answered before five minutes', async () => {
    await ask()
    for (let turn = 1; turn < all.length; turn++) {
      turnEnds()
      await settled(async () => (await rung()).length, turn + 1)
    }
    await ringer.stop()
    ringer = open()
    await ringer.ringAll([at.regionId])
    clock.pass(minutes(turnMinutes) - 1)
    expect(await row()).toMatchObject({ unanswered: false })
    await settled(async () => {
      turnEnds()
      return (await row())?.unanswered
    }, true)
  })

  it('passes over at once whom no way of theirs reaches', async () => {
    const { email } = await nameOf((await ask()).open.rung[0]!)
    await ringer.remove(at.regionId, peer)
    await ringer.stop()
    const refusing = { ...mail, send: async () => 'refused' as const }
    for (const broken of [refusing, { ...mail, send: async () => Promise.reject(new Error('no mail')) }]) {
      ringer = open({ mail: broken })
      await ask()
      await settled(async () => (await row())?.unanswered, true)
      expect(await rung()).toHaveLength(all.length)
      await ringer.remove(at.regionId, peer)
      await ringer.stop()
    }
    expect(logged.join()).not.toContain(email)
    ringer = open()
  })

  it('hears at once that nobody can be rung', async () => {
    const away = async (who: readonly MemberId[]) => {
      for (const id of who)
        await at.base.admin.query(
          `insert into roster.unavailability (region_id, id, member_id, starts_at, ends_at) values ($1, $2, $3, $4, $5)`,
          [
            at.regionId,
            randomUUID(),
            id,
            start.subtract({ hours: 1 }).toString(),
            start.add({ hours: 1 }).toString(),
          ],
        )
    }
    await away(onCall)
    expect(await ask()).toMatchObject({ onCall: false })
    await ringer.remove(at.regionId, peer)
    await away(all.slice(2))
    expect(await ringer.ask(at.regionId, peer)).toEqual({ ok: true, value: null })
    expect(await row()).toBeNull()
    await at.base.admin.query('delete from roster.unavailability')
  })

  it('is rung by no peer, by nobody who may not go, and never by themselves', async () => {
    const { rows } = await at.base.admin.query(`select id from roster.member where role <> 'mhp' limit 5`)
    for (const { id } of rows) await shift(id)
    await ask()
    for (let turn = 0; turn <= all.length; turn++) {
      await settled(async () => (await mailTo((await rung()).at(-1)!)).length, 1)
      turnEnds()
      await settled(async () => (await rung()).length > turn + 1 || (await row())!.unanswered, true)
    }
    expect(new Set(await rung())).toEqual(new Set(all))
    await ringer.remove(at.regionId, peer)
    const [own] = all
    const { id } = (await ask(own)).open
    const theirs = async () => (await consultationBy(at.stores, at.regionId, { id }))!
    for (let turn = 1; turn < all.length; turn++) {
      await settled(async () => (await theirs()).rung.length, turn)
      turnEnds()
    }
    await settled(async () => (await theirs()).unanswered, true)
    expect((await theirs()).rung).not.toContain(own)
    const insert = (more: object) =>
      at.base.admin.query(
        `insert into support.consultation select * from jsonb_populate_record(null::support.consultation, $1)`,
        [
          JSON.stringify({
            ...{ region_id: at.regionId, id: randomUUID(), asked_by: peer, rung: [all[0]] },
            ...{ unanswered: false, asked_on: '2026-11-29', ...more },
          }),
        ],
      )
    await expect(insert({ rung: [peer] })).rejects.toThrow('consultation_rings_others')
    await expect(insert({ taken_by: all[1] })).rejects.toThrow('consultation_taken_by_rung')
    await expect(insert({ rung: [] })).rejects.toThrow('consultation_rings_somebody')
    await expect(insert({ id: '018f2f5e-7d2a-7c3b-9a4e-5f6a7b8c9d0e' })).rejects.toThrow(
      'consultation_id_random',
    )
  })

  it('is taken by nobody who was suspended meanwhile', async () => {
    await ask()
    const [first] = await rung()
    const token = await tokenOf(first!)
    await at.base.admin.query(`update roster.member set role = 'chaplain' where id = $1`, [first])
    expect((await answerAsked(links(), 'harbor', token)).stands).toBe('over')
    await at.base.admin.query(`update roster.member set role = 'mhp' where id = $1`, [first])
    expect((await answerAsked(links(), 'harbor', token)).stands).toBe('theirs')
  })

  it('gives a link that opens this alone: not forged, not late, not elsewhere, not once it is over', async () => {
    const { open: begun } = await ask()
    const token = await tokenOf(begun.rung[0]!)
    const look = (text: string, slug = 'harbor') => askedBy(links(), slug, text)
    expect(await look(token)).toMatchObject({ stands: 'open', peer: { name: (await nameOf(peer)).name } })
    for (let place = 0; place < token.length; place++) {
      const changed = token[place] === 'A' ? 'B' : 'A'
      const forged = `${token.slice(0, place)}${changed}${token.slice(place + 1)}`
      expect((await look(forged)).stands).toBe('nothing')
    }
    for (const text of ['', `${token}A`, token.slice(1), `${token}=`])
      expect((await look(text)).stands).toBe('nothing')
    expect((await look(token, 'quarry')).stands).toBe('nothing')
    const link = { consultationId: begun.id, turn: 0, expiresAt: start.add({ hours: 1 }) }
    const elsewhere = professionalToken(secrets, randomUUID() as never, link)
    expect((await look(elsewhere)).stands).toBe('nothing')
    // Of somebody whose turn did not come.
    expect((await look(professionalToken(secrets, at.regionId, { ...link, turn: 1 }))).stands).toBe('over')
    await at.base.setNow(start.add({ hours: linkHours }))
    expect((await look(token)).stands).toBe('late')
    expect((await answerAsked(links(), 'harbor', token)).stands).toBe('late')
    await at.base.setNow(start)
    await ringer.remove(at.regionId, peer)
    expect((await look(token)).stands).toBe('over')
    expect((await answerAsked(links(), 'harbor', token)).stands).toBe('over')
  })

  it('is seen and stopped by nobody else', async () => {
    await ask()
    expect(await ringer.state(at.regionId, other)).toBeNull()
    await ringer.remove(at.regionId, other)
    expect(await rung()).toHaveLength(1)
    await ringer.remove(at.regionId, peer)
    expect(await row()).toBeNull()
    await settled(() => mail.mails.some((one) => one.subject.includes('nothing more to do')), true)
    turnEnds()
    expect(await row()).toBeNull()
  })

  it('is gone by the second day, whatever became of it', async () => {
    await ask()
    const sweep = sweeper(at.stores)
    await sweep([at.regionId])
    await at.base.setNow(start.add({ hours: 24 }))
    await sweep([at.regionId])
    expect(await row()).not.toBeNull()
    await at.base.setNow(start.add({ hours: 48 }))
    await sweep([at.regionId])
    expect(await row()).toBeNull()
  })
})
