import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Authenticator, type Twist } from '../../test/harness/authenticator.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import { createAccount, grantRole, openSession, signedIn } from './index.server.ts'
import { type Browser, openTeam, type Team, teamUrl } from './pages.testing.ts'
import { sessionsOf } from './session.server.ts'

describe('a passkey', () => {
  let team: Team
  let account: AccountId
  let email: string
  let browser: Browser
  let key: Authenticator
  let now = Temporal.Instant.from('2026-11-20T12:00:00Z')
  let people = 0

  beforeAll(async () => {
    team = await openTeam()
  })
  afterAll(() => team.close())
  beforeEach(async () => {
    now = now.add({ hours: 1 })
    await team.base.setNow(now)
    email = `k.harbor${people++}@example.org`
    account = await createAccount(team.auth, { email, name: '' })
    browser = team.browser()
    key = new Authenticator(teamUrl.origin)
    await enters(browser, account)
  })

  const who = (one: Browser) => signedIn(team.auth, new Request(teamUrl, { headers: { cookie: one.header } }))
  /** A session by mail alone. */
  async function enters(one: Browser, accountId: AccountId) {
    const [name, value] = (await openSession(team.auth, accountId)).split(';', 1)[0]!.split('=')
    one.cookies.set(name!, value!)
  }
  const challenge = async (one: Browser, path: string) => (await one.post(path)).json()
  async function registers(one = browser, by = key, twist: Twist = {}, name = 'my phone') {
    const options = await challenge(one, '/account/passkeys/challenge')
    return await one.post('/account/passkeys', { name, answer: by.register(options, twist) })
  }
  async function signsIn(one: Browser, twist: Twist = {}) {
    const options = await challenge(one, '/sign-in/passkey/challenge')
    return await one.post('/sign-in/passkey', { answer: key.answer(options, twist) })
  }
  const kept = async () =>
    (await team.base.admin.query('select 1 from auth.passkey where account_id = $1', [account])).rowCount

  it('is made once, ends every other session, says so by mail without content, and signs in', async () => {
    const other = team.browser()
    await enters(other, account)
    expect((await registers()).status).toBe(303)
    expect([await kept(), await who(browser), await who(other)]).toEqual([1, account, null])
    await team.work()
    const mail = team.mails.find((one) => one.to === email)!
    expect(mail.text).toContain(`${teamUrl.origin}/account`)
    expect(mail.text).not.toMatch(/passkey|phone|llave/)

    const fresh = team.browser()
    const answer = await signsIn(fresh)
    expect([answer.status, answer.headers.get('location'), await who(fresh)]).toEqual([
      303,
      '/today',
      account,
    ])
    expect((await sessionsOf(team.auth, account)).map((one) => one.strength)).toEqual(['passkey', 'passkey'])
    expect(await (await fresh.get('/account')).text()).toContain('my phone')
  })

  it('asks for one kept by its owner, shown by finger, face or PIN, and for nothing that tells what it is', async () => {
    expect(await challenge(browser, '/account/passkeys/challenge')).toMatchObject({
      rp: { id: 'team.localhost' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    const asked = await challenge(team.browser(), '/sign-in/passkey/challenge')
    expect(asked).toMatchObject({ rpId: 'team.localhost', userVerification: 'required' })
    expect(asked.allowCredentials ?? []).toEqual([])
  })

  it.each<[string, Twist]>([
    ['another site', { origin: 'http://team.localhost.example' }],
    ['our public pages', { origin: 'http://localhost:3000' }],
    ['another relying party', { rpId: 'localhost' }],
    ['nobody who showed themselves', { unverified: true }],
    ['a challenge we never made', { challenge: randomBytes(56).toString('base64url') }],
  ])('is not taken from %s, neither to be made nor to sign in', async (_what, twist) => {
    expect((await registers(browser, key, twist)).status).toBe(400)
    expect(await kept()).toBe(0)
    expect((await registers()).status).toBe(303)
    const fresh = team.browser()
    expect((await signsIn(fresh, twist)).status).toBe(400)
    expect(await who(fresh)).toBeNull()
  })

  it('answers a challenge once, within five minutes, in the browser that asked, for what it was made for', async () => {
    await registers()
    const fresh = team.browser()
    const options = await challenge(fresh, '/sign-in/passkey/challenge')
    const answer = key.answer(options)
    const stranger = team.browser()
    await challenge(stranger, '/sign-in/passkey/challenge')
    expect((await stranger.post('/sign-in/passkey', { answer })).status).toBe(400)
    expect((await team.browser().post('/sign-in/passkey', { answer })).status).toBe(400)
    expect((await fresh.post('/account/proof/passkey', { answer })).status).toBe(303)
    expect((await fresh.post('/sign-in/passkey', { answer })).status).toBe(303)
    const asking = fresh.cookies.get('__Host-tailboard-asking')
    expect(asking).toBeUndefined()

    const again = team.browser()
    const second = await challenge(again, '/sign-in/passkey/challenge')
    const held = again.cookies.get('__Host-tailboard-asking')!
    expect((await again.post('/sign-in/passkey', { answer: key.answer(second) })).status).toBe(303)
    again.cookies.set('__Host-tailboard-asking', held)
    expect((await again.post('/sign-in/passkey', { answer: key.answer(second) })).status).toBe(400)

    const late = team.browser()
    const third = await challenge(late, '/sign-in/passkey/challenge')
    await team.base.setNow(now.add({ minutes: 5 }))
    expect((await late.post('/sign-in/passkey', { answer: key.answer(third) })).status).toBe(400)

    // Made to sign in with, it proves nothing in an open session, nor the other way about.
    const inside = await challenge(browser, '/account/proof/challenge')
    expect((await browser.post('/sign-in/passkey', { answer: key.answer(inside) })).status).toBe(400)
  })

  it('of which there is a copy is refused: its counter does not grow', async () => {
    await registers()
    expect((await signsIn(team.browser(), { counter: 7 })).status).toBe(303)
    for (const counter of [7, 3]) expect((await signsIn(team.browser(), { counter })).status).toBe(400)
    expect((await signsIn(team.browser(), { counter: 8 })).status).toBe(303)
  })

  it('that never counts goes on working', async () => {
    await registers(browser, key, { counter: 0 })
    for (let turn = 0; turn < 2; turn++)
      expect((await signsIn(team.browser(), { counter: 0 })).status).toBe(303)
  })

  it('belongs to one account, and names no other', async () => {
    await registers()
    const other = await createAccount(team.auth, { email: `other.${email}`, name: '' })
    const theirs = team.browser()
    await enters(theirs, other)
    expect((await registers(theirs, new Authenticator(teamUrl.origin, key.credentialId))).status).toBe(400)
    const handle = Buffer.from(other.replaceAll('-', ''), 'hex').toString('base64url')
    expect((await signsIn(team.browser(), { userHandle: handle })).status).toBe(400)

    const options = await challenge(theirs, '/account/proof/challenge')
    expect((await theirs.post('/account/proof/passkey', { answer: key.answer(options) })).status).toBe(400)
    const own = await challenge(browser, '/account/passkeys/challenge')
    expect(own.excludeCredentials).toMatchObject([{ id: key.credentialId.toString('base64url') }])
  })

  it('is added to another, or taken away, only by who proved themselves in the last half hour', async () => {
    await registers()
    const id = (await team.base.admin.query('select id from auth.passkey where account_id = $1', [account]))
      .rows[0].id
    const mailOnly = team.browser()
    await enters(mailOnly, account)
    expect((await mailOnly.post('/account/passkeys/challenge')).status).toBe(403)
    const removal = await mailOnly.post('/account/passkeys/removal', { id })
    expect([removal.status, await kept()]).toEqual([401, 1])

    await team.base.setNow(now.add({ minutes: 30 }))
    expect((await browser.post('/account/passkeys/removal', { id })).status).toBe(401)
    const options = await challenge(browser, '/account/proof/challenge')
    expect(
      (await browser.post('/account/proof/passkey', { answer: key.answer(options) })).headers.get('location'),
    ).toBe('/today')
    expect((await browser.post('/account/passkeys/removal', { id })).status).toBe(303)
    expect([await kept(), await who(browser), await who(mailOnly)]).toEqual([0, account, null])
    expect((await browser.post('/account/passkeys/removal', { id })).status).toBe(404)

    // Without a role there is no region whose trail could say so; once there is, the jobs find it.
    const region = newId<RegionId>()
    await team.base.db.write({ kind: 'system', regionId: region }, (tx) => grantRole(tx, account, 'peer'))
    await team.work()
    const { rows } = await team.base.admin.query(
      'select act, actor_id from audit.entry where region_id = $1 order by number offset 1',
      [region],
    )
    expect(rows).toEqual(['passkey_added', 'passkey_removed'].map((act) => ({ act, actor_id: account })))
  })

  it('is asked for nowhere without a session, and bad input is told as such', async () => {
    const stranger = team.browser()
    expect((await stranger.post('/account/passkeys/challenge')).status).toBe(403)
    expect((await stranger.post('/account/proof/challenge')).status).toBe(403)
    for (const answer of ['', '{}', '[]', 'null', '{"id":1}', 'x'.repeat(60_000), `{"__proto__":{}}`])
      for (const path of ['/sign-in/passkey', '/account/passkeys'])
        expect([(await browser.post(path, { answer, name: 'x' })).status, answer.slice(0, 9)]).toEqual([
          400,
          answer.slice(0, 9),
        ])
    for (const name of ['', 'x'.repeat(61), 'a\u0000b']) {
      const options = await challenge(browser, '/account/passkeys/challenge')
      const answer = await browser.post('/account/passkeys', { name, answer: key.register(options) })
      expect([answer.status, await kept()]).toEqual([400, 0])
      expect(await answer.text()).toContain('1 to 60 characters')
    }
    expect((await browser.post('/account/passkeys/removal', { id: 'x' })).status).toBe(404)
  })

  it('leaves in the table no name of a person, no address and no browser', async () => {
    await registers()
    await signInAs(team.auth, account)
    const { rows } = await team.base.admin.query(
      'select p.*, s.* from auth.passkey p join auth.session s on s."userId" = p.account_id where account_id = $1',
      [account],
    )
    expect(JSON.stringify(rows)).not.toMatch(/Canary|harbor|127\.0/)
  })
})
