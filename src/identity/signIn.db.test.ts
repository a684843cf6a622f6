import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '../platform/ids.ts'
import { createAccount, signedIn } from './index.server.ts'
import { type Browser, openTeam, type Team, teamUrl } from './pages.testing.ts'

describe('signing in by mail', () => {
  let team: Team
  let account: AccountId
  let email: string
  let now = Temporal.Instant.from('2026-11-20T12:00:00Z')
  let people = 0

  beforeAll(async () => {
    team = await openTeam()
  })
  afterAll(() => team.close())
  beforeEach(async () => {
    now = now.add({ hours: 1 })
    await team.base.setNow(now)
    email = `m.harbor${people++}@example.org`
    account = await createAccount(team.auth, { email, name: 'M. Harbor' })
  })

  const who = (browser: Browser) =>
    signedIn(team.auth, new Request(teamUrl, { headers: { cookie: browser.header } }))
  /** Asks and answers what the newest mail to this address carries. */
  async function asks(browser: Browser, headers = {}): Promise<{ link: string; code: string; text: string }> {
    await browser.post('/sign-in', { email }, headers)
    await team.work()
    const mail = team.mails.find((one) => one.to === email)!
    return {
      link: new URL(/http\S+/.exec(mail.text)![0]).pathname,
      code: /: (\w{4} \w{4})\n/.exec(mail.text)![1]!,
      text: `${mail.subject}\n${mail.text}`,
    }
  }

  it('by the link: looking at it does nothing, the button signs in, and only once', async () => {
    const browser = team.browser()
    const { link } = await asks(browser)
    for (let scan = 0; scan < 3; scan++) expect((await team.browser().get(link)).status).toBe(200)
    const page = await browser.get(link)
    expect(await page.text()).toContain(`action="${link}"`)
    expect(await who(browser)).toBeNull()
    const answer = await browser.post(link)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/today'])
    expect(await who(browser)).toBe(account)
    expect((await browser.post(link)).status).toBe(400)
  })

  it('by the code, however it is written', async () => {
    const browser = team.browser()
    const { code } = await asks(browser)
    const answer = await browser.post('/sign-in/code', { code: code.toLowerCase().replace(' ', '-') })
    expect(answer.status).toBe(303)
    expect(await who(browser)).toBe(account)
  })

  it('either use ends both', async () => {
    const first = team.browser()
    const one = await asks(first)
    const asking = first.header
    await first.post(one.link)
    const same = team.browser()
    same.cookies.set('__Host-tailboard-asking', asking.split('=')[1]!)
    expect((await same.post('/sign-in/code', { code: one.code })).status).toBe(400)
    expect(await who(same)).toBeNull()

    const second = team.browser()
    const two = await asks(second)
    const cookie = second.header.split('=')[1]!
    await second.post('/sign-in/code', { code: two.code })
    const again = team.browser()
    again.cookies.set('__Host-tailboard-asking', cookie)
    expect((await again.post(two.link)).status).toBe(400)
  })

  it('in another browser signs nobody in, spends nothing, and says where the code belongs', async () => {
    const asked = team.browser()
    const { link, code } = await asks(asked)
    const bare = team.browser()
    const other = team.browser()
    await other.post('/sign-in', { email: 'somebody.else@example.org' })
    for (const stranger of [bare, other]) {
      const answer = await stranger.post(link)
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('Type the code where you asked')
      expect((await stranger.post('/sign-in/code', { code })).status).toBe(400)
      expect(await who(stranger)).toBeNull()
    }
    await asked.post(link)
    expect(await who(asked)).toBe(account)
  })

  it('ends after ten minutes, to the second', async () => {
    const early = team.browser()
    const inTime = await asks(early)
    await team.base.setNow(now.add({ seconds: 599 }))
    expect((await early.post(inTime.link)).status).toBe(303)

    await team.base.setNow(now)
    const late = team.browser()
    const old = await asks(late)
    await team.base.setNow(now.add({ seconds: 600 }))
    expect((await late.post(old.link)).status).toBe(400)
    expect((await late.post('/sign-in/code', { code: old.code })).status).toBe(400)
    expect(await who(late)).toBeNull()
  })

  it('ends after five wrong codes: the right one and the link no longer help', async () => {
    const careful = team.browser()
    const good = await asks(careful)
    for (let wrong = 0; wrong < 4; wrong++) await careful.post('/sign-in/code', { code: '0000 0000' })
    expect((await careful.post('/sign-in/code', { code: good.code })).status).toBe(303)

    const guessing = team.browser()
    const { link, code } = await asks(guessing)
    for (let wrong = 0; wrong < 5; wrong++) await guessing.post('/sign-in/code', { code: '0000 0000' })
    expect((await guessing.post('/sign-in/code', { code })).status).toBe(400)
    expect((await guessing.post(link)).status).toBe(400)
    expect(await who(guessing)).toBeNull()
  })

  it('answers a stranger exactly as a member, sends nothing, and makes no account', async () => {
    const known = team.browser()
    const unknown = team.browser()
    const answers = []
    for (const [browser, address] of [
      [known, email],
      [unknown, 'nobody.here@example.org'],
    ] as const) {
      const asked = await browser.post('/sign-in', { email: address })
      const shown = await browser.get('/sign-in/code')
      const failed = await browser.post('/sign-in/code', { code: '0000 0000' })
      const cookie = asked.headers
        .getSetCookie()
        .join()
        .replace(/=[\w-]{43};/, '=…;')
      answers.push([
        asked.status,
        asked.headers.get('location'),
        cookie,
        await asked.text(),
        await shown.text(),
        failed.status,
        await failed.text(),
      ])
    }
    expect(answers[0]).toEqual(answers[1])
    await team.work()
    expect(team.mails.some((mail) => mail.to === 'nobody.here@example.org')).toBe(false)
    expect(team.mails.some((mail) => mail.to === email)).toBe(true)
    const made = await team.base.admin.query(`select 1 from auth."user" where email like 'nobody%'`)
    expect(made.rowCount).toBe(0)
  })

  it('says one and the same for an old, a used, an unknown and a mangled link', async () => {
    const browser = team.browser()
    const used = await asks(browser)
    await browser.post(used.link)
    const asker = team.browser()
    const { link } = await asks(asker)
    await team.base.setNow(now.add({ seconds: 600 }))
    const texts = new Set<string>()
    for (const path of [link, used.link, `${link.slice(0, -1)}_`, '/sign-in/link/x'])
      texts.add(await (await asker.post(path)).text())
    expect(texts.size).toBe(1)
    expect([...texts][0]).toContain('That did not work')
  })

  it('sends five mails to a mailbox in fifteen minutes and no sixth, answering the same', async () => {
    const count = () => team.mails.filter((mail) => mail.to === email).length
    for (let time = 0; time < 5; time++) await asks(team.browser())
    expect(count()).toBe(5)
    const sixth = await team.browser().post('/sign-in', { email: email.toUpperCase() })
    expect([sixth.status, sixth.headers.get('location')]).toEqual([303, '/sign-in/code'])
    await team.work()
    expect(count()).toBe(5)
    await team.base.setNow(now.add({ minutes: 15 }))
    await asks(team.browser())
    expect(count()).toBe(6)
  })

  it('keeps an earlier mail good when the same browser asks twice', async () => {
    const browser = team.browser()
    const first = await asks(browser)
    await asks(browser)
    expect((await browser.post('/sign-in/code', { code: first.code })).status).toBe(303)
  })

  it('stores no token, code, address or browser, and the job carries an id only', async () => {
    const browser = team.browser()
    await browser.post('/sign-in', { email })
    const job = await team.base.admin.query(
      `select payload from graphile_worker._private_jobs order by id desc limit 1`,
    )
    expect(Object.keys(job.rows[0].payload)).toEqual(['challengeId'])
    await team.work()
    const mail = team.mails.find((one) => one.to === email)!
    const token = /link\/([\w-]+)/.exec(mail.text)![1]!
    const code = /: (\w{4}) (\w{4})\n/.exec(mail.text)!.slice(1).join('')
    const rows = await team.base.admin.query('select * from auth.sign_in where account_id = $1', [account])
    const asText = await team.base.admin.query(
      `select string_agg(row::text, ' ') as text from auth.sign_in row`,
    )
    expect(rows.rowCount).toBe(1)
    for (const canary of [token, code, email, 'Canary', browser.header.split('=')[1]!])
      for (const hidden of [canary, Buffer.from(canary).toString('hex')])
        expect(asText.rows[0].text).not.toContain(hidden)
    expect(asText.rows[0].text).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
  })

  it('says nothing in the mail but how to sign in, and in the language of the browser', async () => {
    const spanish = (await asks(team.browser(), { 'accept-language': 'es-MX,es;q=0.9' })).text
    const english = (await asks(team.browser(), { 'accept-language': 'en-US,en;q=0.9' })).text
    expect(spanish).toContain('iniciar sesión')
    expect(english).toContain('sign in')
    for (const text of [spanish, english]) expect(text).not.toMatch(/Harbor|M\. |coordin|incident/i)
  })

  it('keeps a mistyped address in the form and saves nothing', async () => {
    const before = await team.base.admin.query('select count(*) from auth.sign_in')
    const answer = await team.browser().post('/sign-in', { email: 'm.harbor@' })
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).toContain('value="m.harbor@"')
    expect(page).toContain('href="#f-email"')
    const after = await team.base.admin.query('select count(*) from auth.sign_in')
    expect(after.rows).toEqual(before.rows)
  })

  it('refuses a form from another site, and signing out ends the session', async () => {
    const browser = team.browser()
    const { link } = await asks(browser)
    expect((await browser.post(link, {}, { origin: 'https://evil.example' })).status).toBe(403)
    await browser.post(link)
    expect(await who(browser)).toBe(account)
    const cookie = browser.header
    await browser.post('/sign-out')
    expect(browser.header).toBe('')
    expect(await signedIn(team.auth, new Request(teamUrl, { headers: { cookie } }))).toBeNull()
  })
})
