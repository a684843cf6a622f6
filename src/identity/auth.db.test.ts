import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { secretsFrom } from '../platform/secrets.server.ts'
import {
  type Auth,
  accountsAt,
  createAccount,
  emailOf,
  endSession,
  openAuth,
  openSession,
  signedIn,
} from './index.server.ts'

describe('accounts and sessions', () => {
  let base: TestDatabase
  let auth: Auth
  const start = Temporal.Instant.from('2026-11-20T12:00:00Z')
  const asks = (cookie: string) =>
    new Request('http://team.localhost:3000/', {
      headers: { cookie, 'user-agent': 'Browser 1', 'x-forwarded-for': '203.0.113.9' },
    })

  beforeAll(async () => {
    base = await freshDatabase()
    await base.setNow(start)
    auth = openAuth({
      url: base.url('tailboard_auth'),
      secrets: secretsFrom(new Uint8Array(32)),
      teamUrl: new URL('http://team.localhost:3000'),
    })
  })
  afterAll(async () => {
    await auth.close()
    await base.drop()
  })

  it('makes one account per address, also when asked twice at once and in capitals', async () => {
    const made = await Promise.all([
      createAccount(auth, { email: 'a.rivera@example.org', name: 'A. Rivera' }),
      createAccount(auth, { email: 'A.Rivera@Example.org', name: 'A. Rivera' }),
    ])
    expect(made[0]).toBe(made[1])
    expect(await emailOf(auth, made[0])).toBe('a.rivera@example.org')
    await expect(createAccount(auth, { email: 'nowhere', name: '' })).rejects.toThrow(/address/)
  })

  it('are found by their addresses, all at once, and nothing stands for an address without one', async () => {
    const [one, other] = await Promise.all(
      ['c.hale@example.org', 'd.moss@example.org'].map((email) => createAccount(auth, { email, name: '' })),
    )
    const asked = ['c.hale@example.org', 'nobody@example.org', 'd.moss@example.org']
    expect([...(await accountsAt(auth, asked))].sort()).toEqual([
      ['c.hale@example.org', one],
      ['d.moss@example.org', other],
    ])
    expect((await accountsAt(auth, [])).size).toBe(0)
  })

  it('knows the browser with the cookie, forgets it after the end, and after seven days', async () => {
    const account = await createAccount(auth, { email: 'b.stone@example.org', name: 'B. Stone' })
    const cookie = await signInAs(auth, account)
    expect(await signedIn(auth, asks(cookie))).toBe(account)
    expect(await signedIn(auth, asks(`${cookie}x`))).toBeNull()
    expect(await signedIn(auth, asks(''))).toBeNull()
    expect(await endSession(auth, asks(cookie))).toMatch(/^__Host-tailboard=; Max-Age=0;/)
    expect(await signedIn(auth, asks(cookie))).toBeNull()

    const later = await signInAs(auth, account)
    await base.setNow(start.add({ hours: 7 * 24 }).subtract({ seconds: 1 }))
    expect(await signedIn(auth, asks(later))).toBe(account)
    await base.setNow(start.add({ hours: 7 * 24 }))
    expect(await signedIn(auth, asks(later))).toBeNull()
    await signInAs(auth, account)
    const kept = await base.admin.query('select 1 from auth.session where "userId" = $1', [account])
    expect(kept.rowCount).toBe(1)
    await base.setNow(start)
  })

  it('sets a host-only cookie no script reads, and stores neither its value nor address nor browser', async () => {
    const account = await createAccount(auth, { email: 'c.lake@example.org', name: 'C. Lake' })
    const line = await openSession(auth, account)
    expect(line).toMatch(
      /^__Host-tailboard=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    )
    const stored = await base.admin.query('select * from auth.session where "userId" = $1', [account])
    expect(stored.rows[0]).toMatchObject({ ipAddress: null, userAgent: null })
    expect(JSON.stringify(stored.rows)).not.toContain(line.slice(17, 60))
  })

  it('is closed to the application and to the worker', async () => {
    await expect(base.db.outside((db) => db.selectFrom('auth.user').selectAll().execute())).rejects.toThrow(
      /permission denied/,
    )
    const open = await base.admin.query(
      `select table_name from information_schema.role_table_grants
       where table_schema = 'auth' and grantee in ('tailboard_app', 'tailboard_worker', 'tailboard_lookup', 'PUBLIC')`,
    )
    expect(open.rows).toEqual([])
  })
})
