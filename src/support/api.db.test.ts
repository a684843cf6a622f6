import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { solved, base64 as text } from '../../test/harness/conversations.ts'
import { keyForm, keyRecord } from '../../test/harness/keyRecord.ts'
import { openTwoRegions, type TwoRegions } from '../../test/harness/twoRegions.ts'
import { app } from '../app.tsx'
import type { Mail } from '../messaging/index.ts'
import type { MemberId } from '../platform/ids.ts'
import { saveProfile } from './peerProfile.server.ts'
import { sealTo } from './seal.testing.ts'

describe('what browsers ask of conversations', () => {
  let all: TwoRegions
  let serve: ReturnType<typeof app>
  let ana: TwoRegions['people'][number]
  let fay: TwoRegions['people'][number]
  let memberOf: ReadonlyMap<string, MemberId>
  let addressOf: ReadonlyMap<string, string>
  beforeAll(async () => {
    all = await openTwoRegions()
    serve = app({ ...all.services, opensConversations: async () => true })
    ;[ana, fay] = all.people.filter((one) => one.role === 'peer') as [typeof ana, typeof fay]
    const { rows } = await all.base.admin.query(
      `select account_id, member_id from identity."grant" where region_id = $1 and member_id is not null`,
      [all.harbor.regionId],
    )
    memberOf = new Map(rows.map((row) => [row.account_id, row.member_id]))
    const members = await all.base.admin.query('select id, email from roster.member')
    addressOf = new Map(members.rows.map((row) => [row.id, row.email]))
    for (const one of [ana, fay]) await show(one)
  }, 90_000)
  afterAll(() => all?.here.stop())

  const identities = new Map<MemberId, Awaited<ReturnType<typeof keyRecord>>>()
  async function show(who: typeof ana) {
    const memberId = memberOf.get(who.accountId)!
    const { regionId } = all.harbor
    await all.services.db.write({ kind: 'member', memberId, regionId }, (tx) =>
      saveProfile(tx, memberId, {
        ...{ shownAs: 'Kit', discipline: 'fire', agency: null, languages: ['en'] },
        ...{ lived: [], answers: [], published: true },
      }),
    )
    const made = await keyRecord(regionId, memberId)
    identities.set(memberId, made)
    const kept = await asked(who, '/harbor/conversations/keys', keyForm(made))
    expect(kept.status).toBe(200)
  }
  async function send(
    origin: string,
    path: string,
    headers: Record<string, string>,
    form?: Record<string, string>,
  ) {
    const answer = await serve(
      new Request(new URL(path, origin), {
        method: form === undefined ? 'GET' : 'POST',
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
        ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
      }),
    )
    const json = (answer.headers.get('content-type') ?? '').includes('json')
    return {
      status: answer.status,
      headers: answer.headers,
      body: json ? await answer.json() : await answer.text(),
    }
  }
  const asked = (who: typeof ana | null, path: string, form?: Record<string, string>) =>
    send(all.here.teamUrl, path, who === null ? {} : { cookie: who.cookie }, form)
  const sought = (path: string, form?: Record<string, string>, secret?: Buffer) =>
    send(all.here.publicUrl, path, secret === undefined ? {} : { 'x-tailboard-access': text(secret) }, form)

  async function beginning(readers: readonly MemberId[], id = randomUUID()) {
    const secret = randomBytes(32)
    const { body: puzzle } = await sought('/harbor/support/puzzle', { id })
    const seals = readers.map((member) => ({ ...sealTo(member), sealed: text(sealTo(member).sealed) }))
    const form = {
      ...{ id, access: text(createHash('sha256').update(secret).digest()), seekerKey: text(randomBytes(32)) },
      ...{ own: text(randomBytes(200)), seals: JSON.stringify(seals), body: text(randomBytes(300)) },
      ...{
        bits: String(puzzle.bits),
        expires: String(puzzle.expires),
        mac: puzzle.mac,
        nonce: solved(puzzle),
      },
    }
    return { id, secret, form }
  }

  /** A member's own address, which is not the account's. */
  const mailsTo = (who: typeof ana) =>
    all.services.mailbox!.mails.filter(
      (mail: Mail) =>
        mail.to === addressOf.get(memberOf.get(who.accountId)!) && mail.subject.includes('waits for you'),
    ).length

  it('ring once for what is sent again, and begin once by one puzzle', async () => {
    const bo = memberOf.get(fay.accountId)!
    const { secret, form } = await beginning([bo])
    const before = mailsTo(fay)
    for (let times = 0; times < 5; times++)
      expect((await sought('/harbor/support/conversation', form)).status).toBe(200)
    await expect.poll(() => mailsTo(fay)).toBe(before + 1)
    expect((await sought('/harbor/support/conversation/closing', {}, secret)).status).toBe(200)
    expect((await sought('/harbor/support/conversation', form)).body).toEqual({ code: 'puzzle_wrong' })
    expect(mailsTo(fay)).toBe(before + 1)
  })

  it('tell whoever has it that something was written, not while they read nor twice in ten minutes', async () => {
    const kit = memberOf.get(ana.accountId)!
    const say = (secret: Buffer, number: string) =>
      sought('/harbor/support/conversation/messages', { number, body: text(randomBytes(298)) }, secret)
    const away = await beginning([kit])
    await sought('/harbor/support/conversation', away.form)
    await expect.poll(() => mailsTo(ana)).toBeGreaterThan(0)
    await asked(ana, `/harbor/conversations/${away.id}/claim`, {})
    const before = mailsTo(ana)
    for (const number of ['2', '3']) expect((await say(away.secret, number)).status).toBe(200)
    await expect.poll(() => mailsTo(ana)).toBe(before + 1)
    await sought('/harbor/support/conversation/closing', {}, away.secret)

    const there = await beginning([kit])
    await sought('/harbor/support/conversation', there.form)
    await expect.poll(() => mailsTo(ana)).toBe(before + 2)
    await asked(ana, `/harbor/conversations/${there.id}/claim`, {})
    await asked(ana, `/harbor/conversations/${there.id}`)
    expect((await say(there.secret, '2')).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(mailsTo(ana)).toBe(before + 2)
    await sought('/harbor/support/conversation/closing', {}, there.secret)
  })

  it('begin with a solved puzzle, are taken by a peer, and go to and fro without a cookie', async () => {
    const [kit, bo] = [memberOf.get(ana.accountId)!, memberOf.get(fay.accountId)!]
    const { body: shown, headers } = await sought('/harbor/support/keys')
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(shown.peers.map((one: { memberId: string }) => one.memberId).sort()).toEqual([kit, bo].sort())
    const rowsBefore = await rows()
    const { id, secret, form } = await beginning([kit, bo])
    expect(await sought('/harbor/support/conversation', { ...form, nonce: '0' })).toMatchObject({
      status: 400,
      body: { code: 'puzzle_wrong' },
    })
    expect((await sought('/harbor/support/conversation', form)).status).toBe(200)
    expect((await sought('/harbor/support/conversation', form)).status).toBe(200)

    // Both are told that something waits, and nothing is written down of it.
    await all.services.ringer.stop()
    const mails = all.services.mailbox!.mails.filter((mail: Mail) => mail.subject.includes('waits for you'))
    expect(mails.length).toBeGreaterThanOrEqual(2)
    for (const mail of mails)
      for (const word of ['conversation', 'wrote', 'support', 'peer', id])
        expect(`${mail.subject} ${mail.text.replace(/http\S+/, '')}`).not.toContain(word)
    expect(await rows()).toEqual(rowsBefore)

    expect((await asked(ana, '/harbor/conversations/list')).body).toEqual({
      halted: null,
      waiting: [id],
      taken: [],
    })
    const claimed = await asked(ana, `/harbor/conversations/${id}/claim`, {})
    expect(claimed.status).toBe(200)
    expect((await asked(fay, `/harbor/conversations/${id}/claim`, {})).status).toBe(404)
    expect((await asked(fay, '/harbor/conversations/list')).body).toEqual({
      halted: null,
      waiting: [],
      taken: [],
    })
    const answer = text(randomBytes(298))
    const say = (number: string, body: string) =>
      asked(ana, `/harbor/conversations/${id}/messages`, { number, body })
    expect((await say('1', answer)).status).toBe(200)
    expect((await say('1', text(randomBytes(298)))).body).toEqual({ code: 'number_taken' })

    const seen = await sought('/harbor/support/conversation?seeker=1&peer=0', undefined, secret)
    expect(seen.body).toMatchObject({
      ...{ id, claimedBy: kit, halted: null, own: form.own },
      holder: { memberId: kit, professional: false },
      messages: [{ side: 'peer', number: 1, body: answer }],
    })
    expect(seen.headers.get('set-cookie')).toBeNull()
    const again = await sought('/harbor/support/conversation/messages', { number: '2', body: answer }, secret)
    expect(again.status).toBe(200)
    expect((await asked(ana, `/harbor/conversations/${id}?seeker=1&peer=1`)).body.messages).toEqual([
      { side: 'seeker', number: 2, body: answer },
    ])
    expect((await sought('/harbor/support/conversation/closing', {}, secret)).status).toBe(200)
    expect(await sought('/harbor/support/conversation', undefined, secret)).toMatchObject({
      status: 404,
      body: { code: 'not_open' },
    })
    expect((await asked(ana, '/harbor/conversations/list')).body).toEqual({
      halted: null,
      waiting: [],
      taken: [],
    })
  })

  const rows = async () =>
    (
      await all.base.admin.query(
        `select (select count(*) from graphile_worker._private_jobs) as jobs,
                (select count(*) from messaging.attempt) as attempts, (select count(*) from audit.entry) as entries`,
      )
    ).rows[0]

  it('answer nothing to other words, another region, and whoever is no peer', async () => {
    const kit = memberOf.get(ana.accountId)!
    const { id, secret, form } = await beginning([kit])
    await sought('/harbor/support/conversation', form)
    for (const [path, with_] of [
      ['/harbor/support/conversation', randomBytes(32)],
      ['/harbor/support/conversation', undefined],
      ['/montgomery/support/conversation', secret],
    ] as const)
      expect((await sought(path, undefined, with_)).status).toBe(404)
    const others = all.people.filter((one) => one.role !== 'peer')
    for (const who of [...others, null]) {
      const answers = [
        await asked(who, `/harbor/conversations/${id}`),
        await asked(who, `/harbor/conversations/${id}/claim`, {}),
        await asked(who, '/harbor/conversations/keys'),
      ]
      for (const answer of answers) {
        expect([303, 401, 404]).toContain(answer.status)
        expect(JSON.stringify(answer.body)).not.toContain('sealed')
      }
    }
    await sought('/harbor/support/conversation/closing', {}, secret)
  })

  it('open for a peer by passkey alone, not by a mailbox nor by an app', async () => {
    for (const strength of ['link', 'totp', 'passkey']) {
      await all.base.admin.query(
        `update auth.session set strength = $1, proven_at = case when $1 <> 'link' then tailboard.now() end
          where "userId" = $2`,
        [strength, ana.accountId],
      )
      const answers = [
        await asked(ana, '/harbor/conversations/list'),
        await asked(ana, '/harbor/conversations/keys'),
        await asked(ana, `/harbor/conversations/${randomUUID()}/claim`, {}),
      ]
      if (strength === 'passkey') expect(answers.map((one) => one.status)).toEqual([200, 200, 404])
      else for (const answer of answers) expect(answer.body).toEqual({ code: 'passkey_first' })
      const page = (await asked(ana, '/harbor/conversations')).body as string
      expect(page.includes('data-talk')).toBe(strength === 'passkey')
    }
  })

  it('do not begin where counsel dated no law, outside the demonstration', async () => {
    const closed = app(all.services)
    const { form } = await beginning([memberOf.get(ana.accountId)!])
    const answer = await closed(
      new Request(new URL('/harbor/support/conversation', all.here.publicUrl), {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(form),
      }),
    )
    expect([answer.status, await answer.json()]).toEqual([403, { code: 'not_allowed' }])
  })

  it('hold a peer’s new identity back for three days, and drop the old ways to open it', async () => {
    const member = memberOf.get(fay.accountId)!
    const keys = async () => (await asked(fay, '/harbor/conversations/keys')).body
    const { regionId } = all.harbor
    const post = (form: Record<string, string>) => asked(fay, '/harbor/conversations/keys', form)
    // The same key under one more wrap.
    const more = { wrapKind: 'passkey', passkeyId: 'AAAA', wrapped: text(randomBytes(94)) }
    expect((await post({ ...keyForm(identities.get(member)!), ...more })).status).toBe(200)
    expect((await keys()).wraps).toHaveLength(2)
    expect((await post(keyForm(await keyRecord(regionId, member)))).body).toEqual({ code: 'key_replaced' })
    const lost = keyForm(await keyRecord(regionId, member, { number: 2 }))
    expect((await post({ ...lost, signature: text(randomBytes(64)) })).body).toEqual({ code: 'malformed' })
    expect((await post(lost)).status).toBe(200)
    const after = await keys()
    expect(after.wraps).toHaveLength(1)
    // Whoever stole an account would rather nobody heard of it.
    const told = (
      await all.base.admin.query(
        `select payload->>'toId' as told, payload->>'memberId' as of from graphile_worker._private_jobs j
           join graphile_worker._private_tasks t on t.id = j.task_id
          where t.identifier = 'support.tellNewKeys'`,
      )
    ).rows
    expect(new Set(told.map((one) => one.told))).toEqual(new Set([memberOf.get(ana.accountId), member]))
    expect(told.map((one) => one.of)).toEqual([member, member])
    expect(after.key.quietUntil).not.toBeNull()
    const shown = (await sought('/harbor/support/keys')).body.peers
    expect(shown.map((one: { memberId: string }) => one.memberId)).not.toContain(member)
    const { form } = await beginning([member])
    expect((await sought('/harbor/support/conversation', form)).body).toEqual({ code: 'no_such_peer' })
    expect((await asked(fay, '/harbor/conversations/keys/removal', { id: after.wraps[0].id })).body).toEqual({
      code: 'not_allowed',
    })
  })
})
