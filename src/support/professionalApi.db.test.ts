import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTwoRegions, type TwoRegions } from '../../test/harness/twoRegions.ts'
import { app } from '../app.tsx'
import { twilioProvider } from '../messaging/index.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { professionalCallPath } from './professionalCall.server.ts'

describe('a professional is asked for', () => {
  let all: TwoRegions
  let serve: ReturnType<typeof app>
  let ana: TwoRegions['people'][number]
  let fay: TwoRegions['people'][number]
  let anaIs: MemberId
  beforeAll(async () => {
    all = await openTwoRegions()
    const phones = [twilioProvider('first', 'http://AC1:secret@127.0.0.1:9', '+16175550100')]
    serve = app({ ...all.services, phones })
    ;[ana, fay] = all.people.filter((one) => one.role === 'peer') as [typeof ana, typeof fay]
    anaIs = all.offers[0]!.member_id
    await all.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at) values ($1, $2, '+16175550142', now())
       on conflict (region_id, person_id) do update set phone = excluded.phone, phone_proven_at = now()`,
      [all.harbor.regionId, anaIs],
    )
  }, 90_000)
  afterAll(() => all?.here.stop())

  const path = '/harbor/conversations/professional'
  async function sent(url: string, posted: Record<string, string> | null, headers: Record<string, string>) {
    const answer = await serve(
      new Request(new URL(url, all.here.teamUrl), {
        method: posted === null ? 'GET' : 'POST',
        headers: { 'sec-fetch-site': 'same-origin', 'accept-language': 'en', ...headers },
        ...(posted === null ? {} : { body: new URLSearchParams(posted) }),
      }),
    )
    const json = (answer.headers.get('content-type') ?? '').includes('json')
    return {
      ...{ status: answer.status, headers: answer.headers },
      body: json ? await answer.json() : await answer.text(),
    }
  }
  const as = (who: typeof ana | null, url: string, posted: Record<string, string> | null = null) =>
    sent(url, posted, who === null ? {} : { cookie: who.cookie })
  const read = new Set<string>()
  /** The newest link, as whoever was rung finds it in their mail. */
  const linked = async () => {
    const row = (await all.base.admin.query('select rung from support.consultation')).rows[0]
    const { rows } = await all.base.admin.query('select id, name, email from roster.member where id = $1', [
      row.rung.at(-1),
    ])
    const found = () =>
      all.services
        .mailbox!.mails.filter((one) => one.subject.includes('asks to be rung') && one.to === rows[0].email)
        .map(({ text }) => new URL(/https?:\S+/.exec(text)![0]).pathname)
        .find((one) => !read.has(one))
    await expect.poll(found).toBeDefined()
    const link = found()!
    read.add(link)
    return { ...rows[0], link } as Record<'id' | 'name' | 'email' | 'link', string>
  }
  const peersName = async () =>
    (await all.base.admin.query('select name from roster.member where id = $1', [anaIs])).rows[0].name

  it('by a peer alone, of whom no other sees or stops it, and answered by a press, not by a look', async () => {
    expect((await as(ana, path)).body).toEqual({ state: 'none', ownPhone: '617-555-0142' })
    const asked = await as(ana, path, {})
    expect(asked.body).toMatchObject({ state: 'ringing', turn: 1 })
    expect(asked.headers.get('cache-control')).toBe('no-store')
    for (const who of all.people.filter((one) => one !== ana)) {
      const [seen, stopped] = [await as(who, path), await as(who, `${path}/removal`, {})]
      if (who === fay) expect([seen.body.state, stopped.body.state]).toEqual(['none', 'none'])
      else expect([who.role, seen.status, stopped.status]).toEqual([who.role, 404, 404])
    }
    expect([(await as(null, path)).status, (await as(null, path, {})).status]).toEqual([404, 404])
    const { link, name } = await linked()
    const page = await as(null, link)
    expect(page.status).toBe(200)
    expect(page.headers.get('set-cookie')).toBeNull()
    expect(page.body).toContain(await peersName())
    expect(page.body).toContain('617-555-0142')
    expect((await as(ana, path)).body).toMatchObject({ state: 'ringing' })
    expect((await sent(link, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await as(ana, path)).body).toMatchObject({ state: 'ringing' })
    const pressed = await as(null, link, {})
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, link])
    expect((await as(null, link)).body).toContain('href="tel:6175550142"')
    expect((await as(ana, path)).body).toEqual({
      ...{ state: 'taken', name, phone: null, ownPhone: '617-555-0142' },
    })
    expect((await as(ana, `${path}/removal`, {})).body).toMatchObject({ state: 'none' })
    const over = await as(null, link)
    expect(over.body).toContain('This is over')
    expect(over.body).not.toContain('617-555-0142')
    expect((await as(null, link.replace('/harbor/', '/montgomery/'))).status).toBe(404)
    expect((await as(null, link, {})).status).toBe(409)
  })

  it('by a phone call that says nothing, until a key takes it, and then the number', async () => {
    await as(ana, path, {})
    const { link, id } = await linked()
    await all.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, lang) values ($1, $2, '+16175550155', now(), 'en')`,
      [all.harbor.regionId, id],
    )
    const token = link.split('/').at(-1)!
    const call = async (step: 'begin' | 'answered', fields: Record<string, string>, secret = 'secret') => {
      const url = new URL(professionalCallPath('first', 'harbor', token, step), all.here.publicUrl)
      const text = Object.keys(fields)
        .sort()
        .reduce((sum, field) => `${sum}${field}${fields[field]}`, url.href)
      const signature = createHmac('sha1', secret).update(text).digest('base64')
      const answer = await serve(
        new Request(url, {
          method: 'POST',
          headers: { 'x-twilio-signature': signature },
          body: new URLSearchParams(fields),
        }),
      )
      return { status: answer.status, said: await answer.text() }
    }
    expect((await call('answered', { Digits: '1' }, 'forged')).status).toBe(403)
    const begun = await call('begin', {})
    expect(begun.said).toContain('A peer of your team')
    for (const said of [begun.said, (await call('answered', { Digits: '7' })).said]) {
      expect(said).not.toContain(await peersName())
      expect(said).not.toContain('5 5 5')
      expect(said).toContain('/answered')
    }
    expect((await as(ana, path)).body).toMatchObject({ state: 'ringing' })
    const taken = await call('answered', { Digits: '1' })
    expect(taken.said).toContain(await peersName())
    expect(taken.said).toContain('6 1 7, 5 5 5, 0 1 4 2')
    expect((await as(ana, path)).body).toMatchObject({ state: 'taken', phone: '617-555-0155' })
    await as(ana, `${path}/removal`, {})
    expect((await call('begin', {})).said).toContain('This is over')
  })
})
