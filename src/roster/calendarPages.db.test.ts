import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Duty, openDuty } from './duty.testing.ts'

const page = '/harbor/calendar'
const day = (days: number) => Temporal.Now.plainDateISO('America/New_York').add({ days }).toString()
const feedIn = (text: string) => /\/calendar\/[\w-]+\.ics(\?lang=es)?/.exec(text)?.[0] ?? ''

describe('a calendar of one’s own', () => {
  let duty: Duty
  let kit: Awaited<ReturnType<Duty['peer']>>
  beforeAll(async () => {
    duty = await openDuty()
    kit = await duty.peer(duty.here.harbor.members.find(({ member }) => member.role === 'peer')!.member.name)
    const given = { shifts_from: '20:00', shifts_to: '08:00', shifts_weeks: '2' }
    await kit.ask('/harbor/me/on-call/shifts', { ...given, shifts_day: day(2) })
    await kit.ask('/harbor/me/on-call/away', { away_day: day(20), away_lastDay: day(21) })
  }, 60_000)
  afterAll(() => duty?.here.stop())
  const titles = (text: string) => text.match(/^SUMMARY:.*$/gm)?.map((line) => line.trim()) ?? []

  it('opens by a link that is shown once, without signing in, and says nothing but when', async () => {
    expect((await kit.ask(page)).text).toContain('There is no link yet.')
    const made = await kit.ask(page, {})
    const link = feedIn(made.text)
    expect([made.status, made.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(feedIn((await kit.ask(page)).text)).toBe('')
    const feed = await duty.stranger(link)
    expect([feed.status, feed.headers.get('content-type'), feed.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-store',
    ])
    expect(titles(feed.text)).toEqual(['SUMMARY:Duty', 'SUMMARY:Duty', 'SUMMARY:Away'])
    for (const told of [kit.member.name, kit.member.email, 'Harbor', kit.member.town])
      expect(feed.text).not.toContain(told)
    const kept = await duty.here.base.admin.query(
      `select encode(token_hash, 'base64') as kept from roster.calendar_feed`,
    )
    expect(JSON.stringify(kept.rows)).not.toContain(link.slice(10, -4))
  })

  it('ends with a new link, and when it is revoked', async () => {
    const first = feedIn((await kit.ask(page, {})).text)
    const second = feedIn((await kit.ask(page, {})).text)
    expect((await duty.stranger(first)).status).toBe(404)
    expect((await duty.stranger(second)).status).toBe(200)
    expect((await kit.ask(`${page}/end`, {})).status).toBe(303)
    const [revoked, unknown] = [
      await duty.stranger(second),
      await duty.stranger(`/calendar/${'A'.repeat(64)}.ics`),
    ]
    expect([revoked.status, unknown.status]).toEqual([404, 404])
    expect(revoked.text).toBe(unknown.text)
    for (const odd of ['x', '.', 'é', `${'A'.repeat(63)}!`])
      expect((await duty.stranger(`/calendar/${encodeURIComponent(odd)}.ics`)).status).toBe(404)
  })

  it('ends when the account stands in the region no more', async () => {
    const link = feedIn((await kit.ask(page, {})).text)
    expect((await duty.stranger(link)).status).toBe(200)
    await duty.here.base.admin.query(`delete from identity."grant" where account_id = $1`, [kit.accountId])
    expect((await duty.stranger(link)).status).toBe(404)
  })

  it('holds a coordinator’s shifts for them alone, in their language', async () => {
    await duty.rae.ask('/harbor/on-call/coordinators', {
      coordinators_from: '08:00',
      coordinators_to: '20:00',
      coordinators_weeks: '1',
      coordinators_day: day(4),
      coordinators_place: 'backup',
      coordinators_coordinator: duty.rae.accountId,
    })
    const link = feedIn((await duty.rae.ask(`${page}?lang=es`, {})).text)
    expect(titles((await duty.stranger(link)).text)).toEqual(['SUMMARY:Guardia'])
    const lou = await duty.coordinator('lou.p@coordination.example')
    expect(titles((await duty.stranger(feedIn((await lou.ask(page, {})).text))).text)).toEqual([])
    expect((await duty.stranger(page)).headers.get('location')).toBe('/sign-in')
  })
})
