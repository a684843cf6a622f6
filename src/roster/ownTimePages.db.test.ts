import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Duty, openDuty } from './duty.testing.ts'

const page = '/harbor/me/on-call'
const today = Temporal.Now.plainDateISO('America/New_York')
const ahead = (days: number) => today.add({ days }).toString()
const shift = (days: number, more: Readonly<Record<string, string>> = {}) => ({
  shifts_day: ahead(days),
  shifts_from: '20:00',
  shifts_to: '08:00',
  shifts_weeks: '1',
  ...more,
})

describe('a member’s own time', () => {
  let duty: Duty
  let kit: Awaited<ReturnType<Duty['peer']>>
  let other: Awaited<ReturnType<Duty['peer']>>
  beforeAll(async () => {
    duty = await openDuty()
    const peers = duty.here.harbor.members.filter(({ member }) => member.role === 'peer')
    kit = await duty.peer(peers[0]!.member.name)
    other = await duty.peer(peers[1]!.member.name)
  }, 60_000)
  afterAll(() => duty?.here.stop())
  const rows = async (table: string, id: string) =>
    (
      await duty.here.base.admin.query(
        `select id, starts_at, recorded_by from roster.${table} where member_id = $1 order by starts_at`,
        [id],
      )
    ).rows as { id: string; recorded_by: string | null }[]

  it('is kept by themselves, weekly or once, and seen by nobody else on the team', async () => {
    expect((await kit.ask(page)).text).toContain('You are not on call in the time ahead.')
    const added = await kit.ask(`${page}/shifts`, shift(2, { shifts_weeks: '3' }))
    expect([added.status, added.headers.get('location')]).toEqual([303, page])
    expect(await rows('on_call_shift', kit.id)).toHaveLength(3)
    const away = await kit.ask(`${page}/away`, { away_day: ahead(5), away_lastDay: ahead(6) })
    expect(away.status).toBe(303)
    const [one] = await rows('on_call_shift', kit.id)
    expect((await kit.ask(page)).text).toContain(one!.id)
    expect((await other.ask(page)).text).not.toContain(one!.id)
    expect((await duty.rae.ask(page)).text).toContain('Your account is not tied to a member')
    expect((await duty.stranger(page)).headers.get('location')).toBe('/sign-in')
    expect((await other.ask('/harbor/on-call')).status).toBe(404)
  })

  it('keeps what was typed wrongly, and says at which field', async () => {
    const wrong = await kit.ask(`${page}/shifts`, shift(1, { shifts_from: '25:00', shifts_weeks: '99' }))
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('href="#f-shifts_from"')
    expect(wrong.text).toContain('href="#f-shifts_weeks"')
    expect(wrong.text).toContain('value="99"')
    const clash = await kit.ask(`${page}/shifts`, shift(2))
    expect([clash.status, clash.text.includes('You are on call already')]).toEqual([409, true])
    expect((await kit.ask(`${page}/away`, { away_day: '2026-02-30', away_lastDay: '' })).status).toBe(400)
    expect((await kit.ask(`${page}/nothing`, shift(9))).status).toBe(404)
    expect((await kit.ask(`${page}/shifts/removal`, { id: 'x' })).status).toBe(404)
  })

  it('takes back what lies ahead, nothing that has begun, and nothing of somebody else', async () => {
    const [first] = await rows('on_call_shift', kit.id)
    await other.ask(`${page}/shifts/removal`, { id: first!.id })
    expect(await rows('on_call_shift', kit.id)).toHaveLength(3)
    expect((await kit.ask(`${page}/shifts/removal`, { id: first!.id })).status).toBe(303)
    expect(await rows('on_call_shift', kit.id)).toHaveLength(2)
    await duty.here.base.admin.query(
      `update roster.on_call_shift set starts_at = tailboard.now() - interval '1 hour',
              ends_at = tailboard.now() + interval '1 hour'
        where id = (select id from roster.on_call_shift where member_id = $1 order by starts_at limit 1)`,
      [kit.id],
    )
    const [begun] = await rows('on_call_shift', kit.id)
    const refused = await kit.ask(`${page}/shifts/removal`, { id: begun!.id })
    expect([refused.status, refused.text.includes('This has begun already')]).toEqual([409, true])
    expect(await rows('on_call_shift', kit.id)).toHaveLength(2)
    const done = { id: begun!.id, member: kit.id }
    expect((await duty.rae.ask('/harbor/on-call/members/removal', done)).status).toBe(303)
    expect(await rows('on_call_shift', kit.id)).toHaveLength(1)
  })
})
