import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../src/app.tsx'
import { type Installation, openInstallation } from './harness/installation.ts'
import { callOut } from './harness/journey.ts'
import { signInAs } from './harness/signIn.ts'

type Fields = Readonly<Record<string, string>>

describe('bad input at every door', () => {
  let here: Installation
  let serve: ReturnType<typeof app>
  let session: string
  let running: Awaited<ReturnType<typeof callOut>>
  let other: Awaited<ReturnType<typeof callOut>>

  beforeAll(async () => {
    here = await openInstallation()
    serve = app(here.services)
    session = await signInAs(here.services.auth, here.coordinator)
    running = await callOut(here)
    other = await callOut(here)
  }, 60_000)
  afterAll(() => here?.stop())

  async function ask(address: string, fields?: Fields, headers: Fields = {}) {
    const from: Fields = address.startsWith(here.teamUrl) ? { cookie: session } : {}
    const answer = await serve(
      new Request(address, {
        method: fields === undefined ? 'GET' : 'POST',
        headers: { 'sec-fetch-site': 'same-origin', ...from, ...headers },
        ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
      }),
    )
    return { status: answer.status, text: await answer.text() }
  }
  /** A page of ours with a heading that says what is wrong; never a bare line, never our fault. */
  function told(answer: { status: number; text: string }, status: number) {
    expect([answer.status, answer.text.includes('<h1')]).toEqual([status, true])
    // The board's own script is the only one a page of ours has.
    const own = /<script src="\/assets\/board-[\w-]+\.js" type="module" nonce="[\w-]{22}"><\/script>/
    expect(answer.text.replace(own, '').includes('<script')).toBe(false)
  }
  const counts = async () =>
    (
      await here.base.admin.query(
        `select (select count(*) from incident.critical_incident) || '/' || (select count(*) from activation.activation)
           || '/' || (select count(*) from activation.answer) as rows`,
      )
    ).rows[0].rows as string

  it('counts whoever knocks by their own connection', async () => {
    const callers = async () =>
      (await here.base.admin.query(`select caller from tailboard.door_knock where caller <> ''`)).rowCount
    for (const remoteAddress of ['203.0.113.7', '203.0.113.7', '198.51.100.9'])
      await serve(
        new Request(`${here.publicUrl}/harbor/request`, {
          method: 'POST',
          headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': String(Math.random()) },
          body: new URLSearchParams({ ...good(), danger: 'no', town: remoteAddress }),
        }),
        { incoming: { socket: { remoteAddress } } },
      )
    expect(await callers()).toBe(2)
  })

  const good = () => ({
    kind: 'child_death_or_injury',
    occurredAt: '2026-11-20T09:00',
    agency: here.harbor.agencies.get('Larkfield Fire')!,
    town: 'Larkfield',
    count_firefighters: '6',
    over: 'yes',
    overAt: '2026-11-20T10:00',
    requesterName: 'Pat L.',
    callbackPhone: '617-555-0199',
  })

  it.each<[string, Fields]>([
    ['nothing at all', { kind: '', occurredAt: '', agency: '', town: '', over: '', requesterName: '' }],
    ['a town as long as a novel', { town: 'x'.repeat(5000) }],
    ['a sign that no database takes', { town: 'Lark\u0000field' }],
    ['an agency of nowhere', { agency: '00000000-0000-7000-8000-000000000000' }],
    ['the year 0', { occurredAt: '0000-01-01T00:00' }],
    ['the year 9999', { occurredAt: '9999-12-31T23:59' }],
    ['too many people', { count_firefighters: '99999' }],
    ['fewer than nobody', { count_firefighters: '-3' }],
    ['nobody', { count_firefighters: '0' }],
    ['a kind that objects have', { kind: '__proto__' }],
    ['an end before the beginning', { overAt: '2026-11-20T08:00' }],
  ])('a request with %s is refused at its field, and nothing is saved', async (_what, wrong) => {
    const before = await counts()
    const answer = await ask(`${here.publicUrl}/harbor/request`, { ...good(), ...wrong })
    told(answer, 400)
    expect(answer.text).toContain('role="alert"')
    expect(await counts()).toBe(before)
  })

  const booking = () => ({
    kind: 'roll_call_talk',
    agency: here.harbor.agencies.get('Larkfield Fire')!,
    people: '12',
    place: 'Day room',
    wishedAt: Temporal.Now.plainDateTimeISO('America/New_York')
      .add({ days: 9 })
      .toString({ smallestUnit: 'minute' }),
    requesterName: 'Pat L.',
    callbackPhone: '617-555-0199',
  })

  it.each<[string, Fields]>([
    ['nothing at all', { kind: '', agency: '', people: '', place: '', wishedAt: '', requesterName: '' }],
    ['a place as long as a novel', { place: 'x'.repeat(5000) }],
    ['a sign that no database takes', { place: 'Day\u0000room' }],
    ['an agency of nowhere', { agency: '00000000-0000-7000-8000-000000000000' }],
    ['a day that has passed', { wishedAt: '2026-01-01T10:00' }],
    ['the year 9999', { wishedAt: '9999-12-31T23:59' }],
    ['a second day that is none', { wishedElse: 'soon' }],
    ['fewer than nobody', { people: '-3' }],
    ['a kind that objects have', { kind: '__proto__' }],
  ])('a booking with %s is refused at its field, and nothing is saved', async (_what, wrong) => {
    const before = await counts()
    const answer = await ask(`${here.publicUrl}/harbor/booking`, { ...booking(), ...wrong })
    told(answer, 400)
    expect(answer.text).toContain('role="alert"')
    expect(await counts()).toBe(before)
  })

  it('a booking sent twice is one, and a code made for something else opens no booking', async () => {
    const typed = { ...booking(), key: '01890000-0000-7000-8000-0000000000aa' }
    const send = async () => {
      const body = new URLSearchParams(typed)
      const headers = { 'sec-fetch-site': 'same-origin' }
      const request = new Request(`${here.publicUrl}/harbor/booking`, { method: 'POST', headers, body })
      return (await serve(request)).headers.get('location')!
    }
    const first = await send()
    expect(first).toMatch(/^\/harbor\/booking\/[\w-]{32}$/)
    expect(await send()).toBe(first)
    const code = first.split('/').at(-1)!
    told(await ask(`${here.publicUrl}/harbor/request/${code}`), 404)
    told(await ask(`${here.publicUrl}/harbor/booking/${code.slice(0, -2)}AA`), 404)
  })

  it('shows markup as the letters it is', async () => {
    const wrong = { ...good(), town: '<script>alert(1)</script>', requesterName: '' }
    const answer = await ask(`${here.publicUrl}/harbor/request`, wrong)
    told(answer, 400)
    expect(answer.text).toContain('&lt;script&gt;')
  })

  it.each([
    ['the source', '/assets/../../package.json'],
    ['the source, written otherwise', '/assets/..%2f..%2fpackage.json'],
    ['half a letter', '/%E0%A4%A'],
    ['an address with a NUL', '/%00'],
    ['a region with a NUL', '/harbor%00/request'],
    ['a very long address', `/${'a'.repeat(6000)}`],
  ])('has nothing at %s', async (_what, path) => {
    told(await ask(`${here.publicUrl}${path}`), 404)
  })

  it('finds no plan under another activation', async () => {
    const path = `${here.teamUrl}/harbor/activations/${other.activationId}/plans/${running.planId}`
    for (const action of ['approval', 'stand-down', 'close-out'])
      told(await ask(`${path}/${action}`, { startsAt: '2026-11-30T10:00', place: 'Room' }), 404)
  })

  it.each(['not-an-id', '00000000-0000-7000-8000-000000000000'])('finds no activation %s', async (id) => {
    told(await ask(`${here.teamUrl}/harbor/activations/${id}`), 404)
    told(await ask(`${here.teamUrl}/harbor/activations/${id}/outcome`, { code: 'advice_only' }), 404)
  })

  it.each<[string, string, Fields, number]>([
    ['an outcome nobody offers', 'outcome', { code: 'forgotten' }, 400],
    ['one that does not fit: no session was held', 'outcome', { code: 'closed' }, 409],
    [
      'a call to the agency, again',
      'contact',
      { role: 'shift commander', spokenAt: '2026-11-20T10:00' },
      409,
    ],
    ['a call in the year 0', 'contact', { role: 'shift commander', spokenAt: '0000-01-01T00:00' }, 400],
  ])('answers %s on the board', async (_what, action, fields, status) => {
    told(await ask(`${here.teamUrl}/harbor/activations/${running.activationId}/${action}`, fields), status)
  })

  it('answers a second approval and a contradictory close-out on the board', async () => {
    const plan = `${here.teamUrl}/harbor/activations/${running.activationId}/plans/${running.planId}`
    const startsAt = Temporal.Now.plainDateTimeISO('America/New_York').add({ hours: 4 })
    const again = { startsAt: startsAt.toString({ smallestUnit: 'minute' }), place: 'Room' }
    told(await ask(`${plan}/approval`, { ...again, place: 'Ro\u0000om' }), 400)
    told(await ask(`${plan}/approval`, again), 409)
    for (const seen of [{}, { seen: '' }, { seen: '7' }, { seen: '__proto__' }])
      told(await ask(`${plan}/session`, { ...again, place: 'Hall', reason: 'room', ...seen }), 409)
    told(await ask(`${plan}/close-out`, { held: 'not_held', participants: 'over_20' }), 400)
  })

  it.each<[string, Fields, number]>([
    ['nothing', {}, 400],
    ['no word on a conflict', { choice: 'coming' }, 400],
    ['an answer nobody offers', { conflict: 'no', choice: 'perhaps' }, 400],
    ['a time that is none', { conflict: 'no', choice: 'coming_from', fromAt: 'soon' }, 400],
    ['the year 9999', { conflict: 'no', choice: 'coming_from', fromAt: '9999-01-01T00:00' }, 400],
  ])('an offer answered with %s is asked again', async (_what, fields, status) => {
    const before = await counts()
    told(await ask(running.links[0]!, fields), status)
    expect(await counts()).toBe(before)
  })

  it('an offer answered with a no is answered anew under the same rules, while a seat is open', async () => {
    const answered = running.links[1]!
    expect((await ask(answered, { choice: 'not_this_time' })).status).toBe(303)
    for (const fields of [{}, { choice: 'coming' }, { conflict: 'no' }]) {
      const again = await ask(answered, fields)
      told(again, 400)
      expect(again.text).toContain('name="conflict"')
    }
    told(await ask(answered, { choice: 'not_this_time' }), 409)
  })

  it('says of a forged or broken drill link that it leads nowhere, posted too', async () => {
    const forged = `${here.teamUrl}/reached/${'A'.repeat(32)}`
    told(await ask(forged), 404)
    told(await ask(forged, {}), 404)
    expect(await ask(`${here.teamUrl}/reached/%00`)).toEqual(await ask(forged))
  })

  it.each(['not-an-id', '00000000-0000-7000-8000-000000000000'])('finds no drill %s', async (id) => {
    told(await ask(`${here.teamUrl}/harbor/drills/${id}`), 404)
  })

  it('says of a forged link what it says of every other', async () => {
    const forged = await ask(`${running.links[0]!.slice(0, -4)}AAAA`)
    const junk = await ask(`${here.teamUrl}/offers/junk`)
    told(forged, 404)
    expect(junk).toEqual(forged)
  })
})
