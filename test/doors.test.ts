import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { app } from '../src/app.tsx'
import { type DoorRule, publicDoors, teamDoors } from '../src/doors.ts'
import { createAccount, grantRole } from '../src/identity/index.server.ts'
import { publicPermissions, teamPermissions } from '../src/permissions.ts'
import { parseConfig } from '../src/platform/config.server.ts'
import { trustedFrom } from '../src/platform/proxies.server.ts'
import { makeFeed } from '../src/roster/calendarFeed.server.ts'
import { openServices, type Services } from '../src/services.server.ts'
import { type Installation, openInstallation } from './harness/installation.ts'
import { callOut } from './harness/journey.ts'
import { signInAs } from './harness/signIn.ts'

type Serve = ReturnType<typeof app>
/** Windows of an hour and less begin here. */
const start = Temporal.Now.instant().round('hour')

let here: Installation
let second: Services
/** Two processes on one database, asked in turn. */
let processes: readonly Serve[] = []
let turn = 0
let caller = 0
let hour = 0
let offer = ''

beforeAll(async () => {
  here = await openInstallation()
  offer = new URL((await callOut(here)).links[0]!).pathname
  second = openServices(here.services.config, join(import.meta.dirname, '..'), {
    app: here.base.url('tailboard_app'),
    auth: here.base.url('tailboard_auth'),
    worker: here.base.url('tailboard_worker'),
    support: here.base.url('tailboard_support'),
    setRole: false,
  })
  processes = [app(here.services), app(second)]
}, 120_000)
afterAll(async () => {
  await second?.close()
  await here?.stop()
})
/** Every test in an hour of its own, and from an address of its own. */
beforeEach(async () => {
  caller++
  await here.base.setNow(start.add({ hours: 2 * hour++ }))
})

type Asked = {
  body?: string
  cookie?: string
  from?: string
  said?: string
  lang?: string
  by?: Serve
  host?: string
}
const own = () => `203.0.113.${caller}`

async function ask(route: string, path: string, asked: Asked = {}): Promise<Response> {
  const [method = ''] = route.split(' ', 1)
  const isPublic = publicDoors[route] !== undefined && teamDoors[route] === undefined
  const serve = asked.by ?? processes[turn++ % processes.length]!
  return await serve(
    new Request(new URL(path, asked.host ?? (isPublic ? here.publicUrl : here.teamUrl)), {
      method,
      redirect: 'manual',
      headers: {
        ...(asked.cookie === undefined ? {} : { cookie: asked.cookie }),
        ...(asked.said === undefined ? {} : { 'x-forwarded-for': asked.said }),
        ...(asked.lang === undefined ? {} : { 'accept-language': asked.lang }),
        ...(method === 'POST'
          ? { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
          : {}),
      },
      ...(method === 'POST' ? { body: asked.body ?? '' } : {}),
    }),
    { incoming: { socket: { remoteAddress: asked.from ?? own() } } },
  )
}

const ruleAt = (route: string, door?: string): DoorRule =>
  (teamDoors[route] ?? publicDoors[route])!.find((one) => door === undefined || one.door === door)!

/** Knocks as often as is usual, on both processes in turn; none of it may be refused. */
async function knockOn(route: string, path: string, asked: Asked = {}, knocks = ruleAt(route).knocks) {
  const refused: number[] = []
  for (let knock = 0; knock < knocks; knock++) {
    const answer = await ask(route, path, asked)
    await answer.body?.cancel()
    if (answer.status === 429) refused.push(knock)
  }
  expect(refused).toEqual([])
}

describe('a door that somebody could try often', () => {
  it('counts wrong links and no right ones, and answers the right ones however many wrong ones came', async () => {
    const path = offer
    const route = 'GET /offers/:token'
    await knockOn(route, path)
    expect((await ask(route, path)).status).toBe(200)
    await knockOn('POST /offers/:token', '/offers/unknown')
    expect((await ask('POST /offers/:token', '/offers/unknown')).status).toBe(429)
    expect((await ask(route, '/offers/unknown')).status).toBe(429)
    // A colleague on the same connection still gets to theirs.
    expect((await ask(route, path)).status).toBe(200)
  })

  it.each<[string, string, Asked]>([
    ['POST /sign-in', '/sign-in', { body: 'email=no' }],
    ['POST /sign-in/code', '/sign-in/code', { body: 'code=AAAAAAAA' }],
    ['POST /sign-in/passkey', '/sign-in/passkey', { body: 'answer={}' }],
    ['POST /sign-in/passkey/challenge', '/sign-in/passkey/challenge', {}],
    ['POST /sign-in/link/:token', '/sign-in/link/unknown', {}],
    ['GET /offers/:token', '/offers/unknown', {}],
    ['GET /invitations/:token', '/invitations/unknown', {}],
    ['GET /set-up/:token', '/set-up/unknown', {}],
    ['POST /set-up', '/set-up', { body: 'link=unknown' }],
    ['POST /:region/booking', '/harbor/booking', { body: 'a=b' }],
    ['POST /:region/courses/:course/enrolment', '/harbor/courses/none/enrolment', { body: 'a=b' }],
    ['GET /:region/request/:code', '/harbor/request/unknown', {}],
  ])('%s is shut for one caller in all processes together, and opens again', async (route, path, asked) => {
    const rule = ruleAt(route)
    await knockOn(route, path, asked)
    for (const by of processes) {
      const answer = await ask(route, path, { ...asked, by })
      expect(answer.status).toBe(429)
      expect(Number(answer.headers.get('retry-after'))).toBe(rule.minutes * 60)
    }
    expect((await ask(route, path, { ...asked, from: '198.51.100.1' })).status).not.toBe(429)
    await here.base.setNow(start.add({ hours: 2 * (hour - 1), minutes: rule.minutes }))
    expect((await ask(route, path, asked)).status).not.toBe(429)
  })

  it('says how long to wait, in both languages, and keeps what was typed', async () => {
    const body = 'agency=Larkfield+%3CFire%3E&town=Larkfield'
    const [route, path] = ['POST /:region/booking', '/harbor/booking?lang=es']
    await knockOn(route, path, { body })
    await here.base.setNow(start.add({ hours: 2 * (hour - 1), minutes: 48 }))
    const spanish = await (await ask(route, path, { body })).text()
    expect(spanish).toContain('Espere 12 minutos')
    expect(spanish).toContain('action="/harbor/booking?lang=es"')
    expect(spanish).toContain('<input type="hidden" name="agency" value="Larkfield &lt;Fire&gt;"/>')
    expect(spanish).toContain('name="town" value="Larkfield"')
    const english = await (await ask(route, '/harbor/booking', { body })).text()
    expect(english).toContain('Wait 12 minutes')
  })

  it('of a calendar is counted by its own link, wherever it is fetched from', async () => {
    const actor = { kind: 'account', accountId: here.coordinator, regionId: here.harbor.regionId } as const
    const made = await makeFeed(here.services.db, { ...actor, roles: ['duty_coordinator'] })
    if (!made.ok) throw new Error(made.code)
    const [route = ''] = Object.keys(teamDoors).filter((one) => one.startsWith('GET /calendar/'))
    const path = `/calendar/${made.value.token}.ics`
    for (let knock = 0; knock < 60; knock++)
      expect((await ask(route, path, { from: `198.51.100.${knock}` })).status).toBe(200)
    expect((await ask(route, path, { from: '198.51.100.200' })).status).toBe(429)
    await knockOn(route, '/calendar/unknown.ics', {}, 60)
    expect((await ask(route, '/calendar/unknown.ics')).status).toBe(429)
  })

  it('to take away somebody’s lost keys is one too', async () => {
    const account = await createAccount(here.services.auth, { email: 'lost.k@peers.example', name: '' })
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, account, 'administrator'),
    )
    const cookie = await signInAs(here.services.auth, account)
    const asked = { cookie, body: 'account=nobody' }
    await knockOn('POST /:region/recoveries', '/harbor/recoveries', asked)
    expect((await ask('POST /:region/recoveries', '/harbor/recoveries', asked)).status).toBe(429)
  })

  it('lets one mailbox be asked for five times in all processes together', async () => {
    const count = async () =>
      (await here.base.admin.query('select count(*)::int as count from auth.sign_in')).rows[0].count
    const before = await count()
    await knockOn('POST /sign-in', '/sign-in', { body: 'email=rae.h@coordination.example' }, 9)
    expect((await count()) - before).toBe(5)
  })

  it('keeps no address', async () => {
    await knockOn('POST /sign-in', '/sign-in', { body: 'email=no' }, 2)
    const { rows } = await here.base.admin.query(
      'select row_to_json(k)::text as row from tailboard.door_knock k',
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map((one) => one.row).join()).not.toContain('203.0.113')
  })

  it('stands for every link, and for no address that is not answered', () => {
    const links = Object.entries({ ...publicPermissions, ...teamPermissions }).filter(
      ([, need]) => need === 'link',
    )
    const watched = { ...publicDoors, ...teamDoors }
    expect(links.map(([route]) => route).filter((route) => !(route in watched))).toEqual([])
    const answered = { ...publicPermissions, ...teamPermissions }
    expect(Object.keys(watched).filter((route) => !(route in answered))).toEqual([])
  })
})

describe('behind a proxy', () => {
  const behind = (trusted: string | null) => {
    const { publicUrl, teamUrl } = parseConfig({ PUBLIC_URL: 'https://peers.example' })
    const trustedProxies = trusted === null ? null : trustedFrom(trusted)
    return app({ ...here.services, config: { ...here.services.config, publicUrl, teamUrl, trustedProxies } })
  }
  const route = 'POST /sign-in/code'
  const asked = { host: 'http://team.peers.example', from: '127.0.0.1', body: 'code=AAAAAAAA' }

  it('that is named every visitor is a caller of their own, and invents no other', async () => {
    const by = behind('127.0.0.1')
    await knockOn(route, '/sign-in/code', { ...asked, by, said: own() })
    expect((await ask(route, '/sign-in/code', { ...asked, by, said: own() })).status).toBe(429)
    expect((await ask(route, '/sign-in/code', { ...asked, by, said: `1.2.3.4, ${own()}` })).status).toBe(429)
    expect((await ask(route, '/sign-in/code', { ...asked, by, said: '198.51.100.7' })).status).toBe(400)
  })

  it('that is not named one visitor shuts no door for all', async () => {
    const by = behind(null)
    await knockOn(route, '/sign-in/code', { ...asked, by }, ruleAt(route).knocks + 2)
  })

  it('a header says nothing to who is asked without one', async () => {
    await knockOn(route, '/sign-in/code', { body: asked.body })
    expect((await ask(route, '/sign-in/code', { body: asked.body, said: '198.51.100.8' })).status).toBe(429)
  })
})
