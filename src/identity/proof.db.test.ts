import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Authenticator } from '../../test/harness/authenticator.ts'
import type { Role } from '../platform/actor.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import { secretsFrom } from '../platform/secrets.server.ts'
import { createAccount, grantRole, openSession } from './index.server.ts'
import { type Browser, openTeam, type Team, teamUrl } from './pages.testing.ts'
import { openSeed, sealSeed } from './seal.server.ts'
import { sessionsOf } from './session.server.ts'
import { totpAt } from './totp.server.ts'

describe('a second proof', () => {
  let team: Team
  let account: AccountId
  let browser: Browser
  let now = Temporal.Instant.from('2026-11-20T12:00:00Z')
  let people = 0
  const region = newId<RegionId>()

  beforeAll(async () => {
    team = await openTeam()
  })
  afterAll(() => team.close())
  beforeEach(async () => {
    await at(now.add({ hours: 1 }))
    account = await person('duty_coordinator')
    browser = await opened(account)
  })

  async function at(instant: Temporal.Instant) {
    now = instant
    await team.base.setNow(now)
  }
  async function person(role: Role): Promise<AccountId> {
    const made = await createAccount(team.auth, { email: `t.harbor${people++}@example.org`, name: '' })
    await team.base.db.write({ kind: 'system', regionId: region }, (tx) => grantRole(tx, made, role))
    return made
  }
  async function opened(accountId: AccountId): Promise<Browser> {
    const one = team.browser()
    const [name, value] = (await openSession(team.auth, accountId)).split(';', 1)[0]!.split('=')
    one.cookies.set(name!, value!)
    return one
  }
  const strength = async () => (await sessionsOf(team.auth, account)).map((one) => one.strength)
  const step = () => Math.floor(now.epochMilliseconds / 30_000)
  const seedOf = async () => {
    const { rows } = await team.base.admin.query('select seed from auth.totp where account_id = $1', [
      account,
    ])
    return openSeed(team.secrets, account, rows[0].seed)
  }
  const code = async (offset = 0) => totpAt(await seedOf(), step() + offset)
  const wrongCode = async () => {
    const holds = await Promise.all([-1, 0, 1].map(code))
    return ['000000', '111111', '222222', '333333'].find((one) => !holds.includes(one))!
  }
  /** Sets the app up and answers the ten printed codes; the session is proven then. */
  async function enrols(): Promise<string[]> {
    const page = await (await browser.post('/account/app')).text()
    expect(page).toContain('otpauth://totp/Tailboard:')
    const answer = await browser.post('/account/app/code', { code: await code() })
    expect(answer.status).toBe(200)
    return [...(await answer.text()).matchAll(/<code>([A-Z0-9]{10})<\/code>/g)].map((match) => match[1]!)
  }

  it('is set up by the first code of an app, ends other sessions, and counts at once', async () => {
    const other = await opened(account)
    expect(await (await browser.get('/account/proof')).text()).toContain('Set up a second way')
    const codes = await enrols()
    expect([codes.length, new Set(codes).size, await strength()]).toEqual([10, 10, ['totp']])
    expect((await other.get('/account')).headers.get('location')).toBe('/sign-in')
    expect((await browser.get('/account')).status).toBe(200)
  })

  it('keeps the seed sealed, for this account and this installation alone', async () => {
    await enrols()
    const { rows } = await team.base.admin.query('select seed from auth.totp where account_id = $1', [
      account,
    ])
    const seed = await seedOf()
    expect(Buffer.from(rows[0].seed).includes(seed)).toBe(false)
    expect(() => openSeed(team.secrets, newId<AccountId>(), rows[0].seed)).toThrow()
    expect(() => openSeed(secretsFrom(new Uint8Array(32).fill(1)), account, rows[0].seed)).toThrow()
    const again = sealSeed(team.secrets, account, seed)
    again[again.length - 1]! ^= 1
    expect(() => openSeed(team.secrets, account, again)).toThrow()
  })

  it('takes each code once, and none older', async () => {
    await enrols()
    browser = await opened(account)
    const used = await code()
    expect((await browser.post('/account/proof', { code: used })).status).toBe(400)
    await at(now.add({ seconds: 30 }))
    expect((await browser.post('/account/proof', { code: used })).status).toBe(400)
    const next = await code()
    const several = [browser, await opened(account), await opened(account), await opened(account)]
    const answers = await Promise.all(several.map((one) => one.post('/account/proof', { code: ` ${next} ` })))
    expect(answers.map((one) => one.status).sort()).toEqual([303, 400, 400, 400])
  })

  it('takes five tries, and then a wait in which not even a right code counts', async () => {
    await enrols()
    await at(now.add({ minutes: 5 }))
    browser = await opened(account)
    const wrong = await wrongCode()
    for (const status of [400, 400, 400, 400, 429, 429]) {
      const answer = await browser.post('/account/proof', { code: wrong })
      expect(answer.status).toBe(status)
      expect(await answer.text()).toContain(status === 400 ? 'does not hold' : 'Wait fifteen minutes')
    }
    expect((await browser.post('/account/proof', { code: await code() })).status).toBe(429)
    await at(now.add({ minutes: 15 }))
    expect((await browser.post('/account/proof', { code: await code() })).status).toBe(303)
  })

  it('takes a printed code once, however it is written, and new codes end the old', async () => {
    const codes = await enrols()
    const written = `${codes[0]!.slice(0, 5).toLowerCase()} ${codes[0]!.slice(5)}`
    for (const status of [303, 400]) {
      browser = await opened(account)
      expect((await browser.post('/account/proof', { code: written })).status).toBe(status)
    }
    const { rows } = await team.base.admin.query('select code_hash from auth.recovery_code')
    for (const row of rows) expect(codes.join()).not.toContain(Buffer.from(row.code_hash).toString())
    expect((await browser.post('/account/proof', { code: codes[1]! })).status).toBe(303)
    expect((await browser.post('/account/codes')).status).toBe(200)
    browser = await opened(account)
    expect((await browser.post('/account/proof', { code: codes[2]! })).status).toBe(400)
  })

  it('by a printed code is told to its owner by mail, without a word of what it was; by the app it is not', async () => {
    const codes = await enrols()
    await team.work()
    const { rows } = await team.base.admin.query('select email from auth."user" where id = $1', [account])
    const told = () => team.mails.filter((one) => one.to === rows[0].email)
    expect(told()).toHaveLength(1)
    await at(now.add({ minutes: 1 }))
    expect((await browser.post('/account/proof', { code: await code() })).status).toBe(303)
    await team.work()
    expect(told()).toHaveLength(1)
    browser = await opened(account)
    for (const status of [303, 400]) {
      browser = await opened(account)
      expect((await browser.post('/account/proof', { code: codes[3]! })).status).toBe(status)
    }
    await team.work()
    expect(told()).toHaveLength(2)
    const { subject, text } = told().find((one) => one.text.includes('One of your printed codes was used.'))!
    // A mail that was held up must not look like one of today.
    expect(text).toMatch(/When: \w{3}, \w{3} \d+, \d{4}, \d\d:\d\d [A-Z]{3}\./)
    expect(text).toContain('Se usó uno de sus códigos impresos.')
    expect(`${subject} ${text}`.replaceAll(teamUrl.origin, '')).not.toMatch(
      new RegExp(`${codes[3]}|harbor|coordinator|@`, 'i'),
    )
  })

  it('leaves in the trail of each region of theirs what was set up, made anew and removed, by themselves', async () => {
    account = await person('peer')
    const second = newId<RegionId>()
    await team.base.db.write({ kind: 'system', regionId: second }, (tx) =>
      grantRole(tx, account, 'agency_contact'),
    )
    browser = await opened(account)
    // One that was begun and given up is no change.
    await browser.post('/account/app')
    await browser.post('/account/app/removal')
    await enrols()
    expect((await browser.post('/account/codes')).status).toBe(200)
    expect((await browser.post('/account/app/removal')).status).toBe(303)
    const written = async () =>
      (
        await team.base.admin.query(
          `select region_id, array_agg(act order by number) as acts, array_agg(distinct actor_id::text) as by,
                  array_agg(distinct roles[1]) as roles
           from audit.entry where subject_id = $1 and act <> 'role_granted' group by 1 order by 1`,
          [account],
        )
      ).rows
    // Its own jobs write them: a process that died here would leave these.
    expect(await written()).toEqual([])
    await team.work()
    const acts = ['app_added', 'codes_made', 'app_removed']
    expect(await written()).toEqual(
      [
        { region_id: region, acts, by: [account], roles: ['peer'] },
        { region_id: second, acts, by: [account], roles: ['agency_contact'] },
      ].sort((one, other) => (one.region_id < other.region_id ? -1 : 1)),
    )
  })

  it('is another’s for nobody: neither their code nor their passkey', async () => {
    await enrols()
    const theirs = await code(1)
    const other = await opened(await person('administrator'))
    await other.post('/account/app')
    expect((await other.post('/account/app/code', { code: theirs })).status).toBe(400)
    const key = new Authenticator(teamUrl.origin)
    expect(
      (await other.post('/account/proof/passkey', { answer: key.answer({ challenge: 'AA' }) })).status,
    ).toBe(400)
  })

  it('stays the last one of whoever needs one, and may go of a peer', async () => {
    await enrols()
    const last = await browser.post('/account/app/removal')
    expect(last.headers.get('location')).toBe('/account?last=1')
    expect(await (await browser.get('/account?last=1')).text()).toContain('Set up another first')
    account = await person('peer')
    browser = await opened(account)
    await enrols()
    expect((await browser.post('/account/app/removal')).headers.get('location')).toBe('/account?kept=1')
  })

  it('is set up by a mailbox alone only where nothing is set up yet', async () => {
    await enrols()
    const mailOnly = await opened(account)
    for (const path of ['/account/app', '/account/app/code', '/account/app/removal', '/account/codes'])
      expect([path, (await mailOnly.post(path, { code: await code(1) })).status]).toEqual([path, 401])
    expect((await mailOnly.get('/account')).headers.get('location')).toBe('/account/proof')
  })

  it('says what is wrong with bad input, and carries nothing to another host', async () => {
    await enrols()
    await at(now.add({ minutes: 1 }))
    for (const held of [
      '{',
      '[]',
      '{"action":"//evil.example/","fields":[]}',
      '{"action":"https://evil.example","fields":[]}',
    ]) {
      browser = await opened(account)
      await at(now.add({ minutes: 1 }))
      const answer = await browser.post('/account/proof', { code: await code(), held })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/today'])
    }
    for (const typed of ['', '12345', '1234567', 'abcdef', '\u0000', '١٢٣٤٥٦'])
      expect((await (await opened(account)).post('/account/proof', { code: typed })).status).toBeGreaterThan(
        399,
      )
    const stranger = team.browser()
    for (const path of [
      '/account/proof',
      '/account/app',
      '/account/app/code',
      '/account/codes',
      '/account/sessions/others',
    ])
      expect((await stranger.post(path, {})).headers.get('location')).toBe('/sign-in')
  })
})

describe('one’s sessions', () => {
  let team: Team
  beforeAll(async () => {
    team = await openTeam()
  })
  afterAll(() => team.close())
  const opened = async (account: AccountId) => {
    const one = team.browser()
    const [name, value] = (await openSession(team.auth, account)).split(';', 1)[0]!.split('=')
    one.cookies.set(name!, value!)
    return one
  }

  it('are listed by day and proof, with no address and no device, and stop at once', async () => {
    await team.base.setNow(Temporal.Instant.from('2026-11-20T12:00:00Z'))
    const account = await createAccount(team.auth, { email: 's.harbor@example.org', name: '' })
    const stranger = await createAccount(team.auth, { email: 'x.harbor@example.org', name: '' })
    const [here, second, third] = [await opened(account), await opened(account), await opened(account)]
    const theirs = await opened(stranger)
    for (const one of [here, second, third, theirs]) await one.get('/account')
    const page = await (await here.get('/account')).text()
    expect(page.match(/this browser/g)).toHaveLength(1)
    expect(page).not.toContain('Canary')
    const ids = [...page.matchAll(/name="id" value="([\w-]+)"/g)].map((match) => match[1]!)
    expect(ids).toHaveLength(2)
    expect((await theirs.post('/account/sessions/end', { id: ids[0]! })).status).toBe(404)
    expect((await here.post('/account/sessions/end', { id: 'x' })).status).toBe(404)
    expect((await here.post('/account/sessions/end', { id: ids[0]! })).status).toBe(303)
    const open = async () =>
      await Promise.all([second, third].map(async (one) => (await one.get('/account')).status))
    expect((await open()).sort()).toEqual([200, 303])
    await here.post('/account/sessions/others')
    expect([
      await open(),
      (await here.get('/account')).status,
      (await theirs.get('/account')).status,
    ]).toEqual([[303, 303], 200, 200])
  })
})
