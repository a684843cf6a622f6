import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { type AccountId, type MemberId, newId, type RegionId } from '../platform/ids.ts'
import { secretsFrom } from '../platform/secrets.server.ts'
import {
  type Auth,
  createAccount,
  endGrant,
  endSession,
  grantRole,
  openAuth,
  visitorAt,
} from './index.server.ts'

describe('who sends a request', () => {
  let base: TestDatabase
  let auth: Auth
  let account: AccountId
  let cookie: string
  const start = Temporal.Instant.from('2026-11-20T12:00:00Z')
  const here = newId<RegionId>()
  const there = newId<RegionId>()
  const member = newId<MemberId>()
  const system = (regionId: RegionId) => ({ kind: 'system', regionId }) as const
  const visitor = (region: RegionId | null, sent = cookie) =>
    visitorAt(
      { db: base.db, auth },
      new Request('http://team.localhost:3000/', { headers: { cookie: sent } }),
      sql<RegionId | null>`${region}::uuid`,
    )

  beforeAll(async () => {
    base = await freshDatabase()
    await base.setNow(start)
    auth = openAuth({
      url: base.url('tailboard_auth'),
      secrets: secretsFrom(new Uint8Array(32)),
      teamUrl: new URL('http://team.localhost:3000'),
    })
    account = await createAccount(auth, { email: 'a.rivera@example.org', name: 'A. Rivera' })
    cookie = await signInAs(auth, account)
    await base.db.write(system(here), async (tx) => {
      await grantRole(tx, account, 'peer', { memberId: member })
      await grantRole(tx, account, 'clinical_director')
    })
  })
  afterAll(async () => {
    await auth.close()
    await base.drop()
  })

  it('is told by one question, with the roles of this region and the member they are', async () => {
    await visitor(here)
    const asked = vi.spyOn(pg.Client.prototype, 'query')
    const found = await visitor(here)
    expect(asked).toHaveBeenCalledTimes(1)
    asked.mockRestore()
    expect(found?.memberId).toBe(member)
    expect(found?.actor).toMatchObject({ accountId: account, regionId: here })
    expect(found?.actor.roles.toSorted()).toEqual(['clinical_director', 'peer'])
  })

  it('is nobody in another region, in none, without a cookie and with a wrong one', async () => {
    expect(await visitor(there)).toBeNull()
    expect(await visitor(null)).toBeNull()
    expect(await visitor(here, '')).toBeNull()
    expect(await visitor(here, `${cookie}x`)).toBeNull()
  })

  it('notes the day of a session’s use', async () => {
    await base.setNow(start.add({ hours: 24 }))
    await visitor(here)
    const { rows } = await base.admin.query('select seen_on::text as day from auth.session')
    expect(rows).toEqual([{ day: '2026-11-21' }])
  })

  it('is nobody while a proof is missing that a role in whatever region asks for', async () => {
    const other = await createAccount(auth, { email: 'b.stone@example.org', name: 'B. Stone' })
    await base.db.write(system(here), (tx) => grantRole(tx, other, 'peer'))
    const mailed = await signInAs(auth, other)
    await auth.pool.query(`update auth.session set strength = 'link', proven_at = null where "userId" = $1`, [
      other,
    ])
    expect(await visitor(here, mailed)).not.toBeNull()
    await base.db.write(system(there), (tx) => grantRole(tx, other, 'duty_coordinator'))
    expect(await visitor(here, mailed)).toBeNull()
  })

  it('loses a role with the next request, and everything with the session', async () => {
    const administrator = newId<AccountId>()
    const acting = {
      kind: 'account',
      accountId: administrator,
      regionId: here,
      roles: ['administrator'],
    } as const
    await base.db.write(system(here), (tx) => grantRole(tx, administrator, 'administrator'))
    expect(
      await endGrant(base.db, acting, { accountId: account, role: 'clinical_director', agencyId: null }),
    ).toMatchObject({
      ok: true,
    })
    expect((await visitor(here))?.actor.roles).toEqual(['peer'])
    await base.setNow(start.add({ hours: 7 * 24 }))
    expect(await visitor(here)).toBeNull()
    await base.setNow(start)
    expect(await visitor(here)).not.toBeNull()
    await endSession(auth, new Request('http://team.localhost:3000/', { headers: { cookie } }))
    expect(await visitor(here)).toBeNull()
  })

  it('is asked through the one function: the application reads no session, and learns of none without its secret', async () => {
    const app = new pg.Client({ connectionString: base.url('tailboard_app') })
    await app.connect()
    await expect(app.query('select 1 from auth.session')).rejects.toThrow(/permission denied/)
    await signInAs(auth, account)
    const { rows } = await base.admin.query('select id, token, "userId" from auth.session')
    expect(rows.length).toBeGreaterThan(0)
    for (const { id, token, userId } of rows) {
      expect((await app.query('select * from identity.known_by($1)', [token])).rows[0].session_id).toBe(id)
      for (const guess of [id, userId, '%', '', null])
        expect((await app.query('select * from identity.known_by($1)', [guess])).rows).toEqual([])
    }
    await app.end()
    const others = await base.admin.query(`
      select r.rolname from pg_roles r where not r.rolsuper and r.rolname like 'tailboard%'
        and has_function_privilege(r.oid, 'identity.known_by(text)', 'execute') order by 1`)
    expect(others.rows.map((row) => row.rolname)).toEqual(['tailboard_app', 'tailboard_lookup'])
  })
})
