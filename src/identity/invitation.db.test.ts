import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Role } from '../platform/actor.ts'
import { type AccountId, type MemberId, newId, type RegionId } from '../platform/ids.ts'
import {
  createAccount,
  grantRole,
  grantsOf,
  invite,
  signedIn,
  writeFirstAdministratorLink,
} from './index.server.ts'
import { tokenOf } from './invitationLink.server.ts'
import { type Browser, openTeam, type Team, teamUrl } from './pages.testing.ts'

describe('invitations', () => {
  let team: Team
  let folder: string
  let regionId: RegionId
  let email: string
  let people = 0
  const now = Temporal.Instant.from('2026-11-20T12:00:00Z')

  beforeAll(async () => {
    team = await openTeam()
    folder = mkdtempSync(join(tmpdir(), 'tailboard-secrets-'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await team.close()
  })
  beforeEach(async () => {
    await team.base.setNow(now)
    regionId = newId<RegionId>()
    email = `p.invited${people++}@example.org`
  })

  const as = (...roles: Role[]): Actor => ({
    kind: 'account',
    accountId: newId<AccountId>(),
    regionId,
    roles,
  })
  const system = (): Actor => ({ kind: 'system', regionId })
  const who = (browser: Browser) =>
    signedIn(team.auth, new Request(teamUrl, { headers: { cookie: browser.header } }))
  async function linkOf(invited: Parameters<typeof invite>[3]): Promise<string> {
    const made = await invite(team.base.db, team.secrets, as('administrator'), invited)
    expect(made.ok).toBe(true)
    await team.work()
    const mail = team.mails.find((one) => one.to === invited.email)!
    return new URL(/http\S+/.exec(mail.text)![0]).pathname
  }

  /** Starts the work while another transaction holds a lock, so that all of it meets at that point. */
  async function held<Result>(lock: string, work: () => Promise<Result>): Promise<Result> {
    const other = await team.base.admin.connect()
    try {
      await other.query('begin')
      await other.query(lock)
      let early = false
      const started = work().finally(() => {
        early = true
      })
      await new Promise((resolve) => setTimeout(resolve, 150))
      expect(early).toBe(false)
      await other.query('rollback')
      return await started
    } finally {
      other.release()
    }
  }

  it('are sent by those the table of roles names, to a whole address only', async () => {
    for (const [actor, role] of [
      [as('peer', 'clinical_director'), 'peer'],
      [as('duty_coordinator'), 'administrator'],
      [as('duty_coordinator'), 'duty_coordinator'],
      [as(), 'peer'],
    ] as const)
      expect(await invite(team.base.db, team.secrets, actor, { email, role })).toMatchObject({
        ok: false,
        code: 'not_allowed',
      })
    expect(await invite(team.base.db, team.secrets, system(), { email: 'p@', role: 'peer' })).toMatchObject({
      ok: false,
      code: 'email_malformed',
      field: 'email',
    })
    await team.work()
    expect(team.mails.some((mail) => mail.to === email)).toBe(false)
    const sent = await invite(team.base.db, team.secrets, as('duty_coordinator'), { email, role: 'peer' })
    expect(sent.ok).toBe(true)
    await team.work()
    expect(team.mails.some((mail) => mail.to === email)).toBe(true)
  })

  it('make the account, give the role, sign in, and work once; looking does nothing', async () => {
    const memberId = newId<MemberId>()
    const link = await linkOf({ email, role: 'peer', memberId })
    for (let scan = 0; scan < 2; scan++) expect((await team.browser().get(link)).status).toBe(200)
    const known = await team.base.admin.query('select 1 from auth."user" where email = $1', [email])
    expect(known.rowCount).toBe(0)
    const browser = team.browser()
    const answer = await browser.post(link)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/passkeys/new'])
    expect((await browser.get('/account/onwards')).headers.get('location')).toBe('/today')
    const account = (await who(browser))!
    expect(await grantsOf(team.base.db, account)).toEqual([
      { regionId, role: 'peer', memberId, agencyId: null },
    ])
    const second = team.browser()
    expect((await second.post(link)).status).toBe(404)
    expect(await who(second)).toBeNull()
  })

  it('let one of two at once in', async () => {
    const link = await linkOf({ email, role: 'peer' })
    const answers = await held(
      `select 1 from identity.invitation where region_id = '${regionId}' for update`,
      () => Promise.all([team.browser().post(link), team.browser().post(link)]),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 404])
  })

  it('last seven days, to the second', async () => {
    const link = await linkOf({ email, role: 'peer' })
    await team.base.setNow(now.add({ hours: 168 }).subtract({ seconds: 1 }))
    expect((await team.browser().get(link)).status).toBe(200)
    await team.base.setNow(now.add({ hours: 168 }))
    expect((await team.browser().get(link)).status).toBe(404)
    expect((await team.browser().post(link)).status).toBe(404)
  })

  it('answer an old, a used, a forged and an unknown link alike', async () => {
    const link = await linkOf({ email, role: 'peer' })
    await team.browser().post(link)
    const forged = `/invitations/${tokenOf(regionId, newId<string>(), Buffer.alloc(32))}`
    const fresh = await linkOf({ email: `x${email}`, role: 'peer' })
    const mangled = `${fresh.slice(0, -6)}AAAAAA`
    const texts = new Set<string>()
    for (const path of [link, forged, mangled, '/invitations/x']) {
      const answer = await team.browser().post(path)
      expect(answer.status).toBe(404)
      texts.add(await answer.text())
    }
    expect(texts.size).toBe(1)
  })

  it('carry the same link in a repeat, and only its hash is stored', async () => {
    const link = await linkOf({ email, role: 'peer' })
    const token = link.split('/').at(-1)!
    const rows = await team.base.admin.query('select row::text as text from identity.invitation row')
    const stored = rows.rows.map((row) => row.text).join()
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(Buffer.from(token, 'base64url').subarray(32).toString('hex'))
    // The outcome of the first sending was lost: the worker sends again.
    await team.base.admin.query('update messaging.attempt set outcome = null where region_id = $1', [
      regionId,
    ])
    const before = team.mails.length
    const id = (
      await team.base.admin.query('select id from identity.invitation where region_id = $1', [regionId])
    ).rows[0].id
    ;(team.mails as unknown[]).length = 0
    await team.base.admin.query(
      `select graphile_worker.add_job('identity.sendInvitation', json_build_object('regionId', $1::text, 'invitationId', $2::text))`,
      [regionId, id],
    )
    await team.work()
    expect(before).toBeGreaterThan(0)
    expect(team.mails[0]!.text).toContain(link)
  })

  it('don’t let a department’s contact run the team; the invitation stays unused', async () => {
    const account = await createAccount(team.auth, { email, name: '' })
    await team.base.db.write(system(), (tx) => grantRole(tx, account, 'agency_contact'))
    const link = await linkOf({ email, role: 'duty_coordinator' })
    const browser = team.browser()
    expect((await browser.post(link)).status).toBe(409)
    expect(await who(browser)).toBeNull()
    expect((await grantsOf(team.base.db, account)).map((grant) => grant.role)).toEqual(['agency_contact'])
    expect((await team.browser().get(link)).status).toBe(200)
  })

  describe('of the first administrator', () => {
    const write = () =>
      writeFirstAdministratorLink({ db: team.base.db, secretsFolder: folder, teamUrl, regionId })
    const linkIn = (file: string) => new URL(readFileSync(file, 'utf8').trim()).pathname

    it('stands in a file only the operator reads, asks for the address, and works once', async () => {
      const file = (await write())!
      expect(statSync(file).mode & 0o777).toBe(0o600)
      const link = linkIn(file)
      expect(await (await team.browser().get(link)).text()).toContain('name="email"')
      const browser = team.browser()
      const wrong = await browser.post(link, { email: 'me@nowhere' })
      expect(wrong.status).toBe(400)
      expect(await wrong.text()).toContain('value="me@nowhere"')
      expect((await browser.post(link, { email })).status).toBe(303)
      expect((await grantsOf(team.base.db, (await who(browser))!)).map((grant) => grant.role)).toEqual([
        'administrator',
        'duty_coordinator',
      ])
      expect((await team.browser().post(link, { email: 'other@example.org' })).status).toBe(404)
      expect(await write()).toBeNull()
      expect(() => statSync(file)).toThrow(/ENOENT/)
    })

    it('lets nobody in as somebody who has roles already: they sign in by mail', async () => {
      const account = await createAccount(team.auth, { email, name: '' })
      const elsewhere = newId<RegionId>()
      await team.base.db.write({ kind: 'system', regionId: elsewhere }, (tx) =>
        grantRole(tx, account, 'duty_coordinator'),
      )
      const browser = team.browser()
      const answer = await browser.post(linkIn((await write())!), { email })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
      expect(await who(browser)).toBeNull()
      expect(await write()).toBeNull()
    })

    it('does not touch the file of another region', async () => {
      const file = (await write())!
      const other = newId<RegionId>()
      const others = await writeFirstAdministratorLink({
        db: team.base.db,
        secretsFolder: folder,
        teamUrl,
        regionId: other,
      })
      expect(others).not.toBe(file)
      expect((await team.browser().get(linkIn(file))).status).toBe(200)
      expect((await team.browser().get(linkIn(others!))).status).toBe(200)
    })

    it('is the one in the file, also when several processes start at once', async () => {
      const files = await held(
        `select pg_advisory_xact_lock(hashtextextended('first administrator', 0))`,
        () => Promise.all([write(), write(), write()]),
      )
      expect((await team.browser().get(linkIn(files[0]!))).status).toBe(200)
    })

    it('lasts one hour, and a newer one ends the older', async () => {
      const older = linkIn((await write())!)
      const newer = linkIn((await write())!)
      expect((await team.browser().get(older)).status).toBe(404)
      await team.base.setNow(now.add({ minutes: 60 }).subtract({ seconds: 1 }))
      expect((await team.browser().get(newer)).status).toBe(200)
      await team.base.setNow(now.add({ minutes: 60 }))
      expect((await team.browser().post(newer, { email })).status).toBe(404)
    })
  })
})
