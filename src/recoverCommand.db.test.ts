import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../test/harness/database.ts'
import { type Auth, createAccount, grantRole, openAuth, openSession } from './identity/index.server.ts'
import type { Role } from './platform/actor.ts'
import { type AccountId, newId, type RegionId } from './platform/ids.ts'
import { secretsFrom } from './platform/secrets.server.ts'
import { recoverCommand } from './recoverCommand.server.ts'
import { addRegion } from './region/index.server.ts'

describe('tailboard recover', () => {
  let base: TestDatabase
  let auth: Auth
  let harbor: RegionId
  let hills: RegionId
  const lost = 'cy.c@coordination.example'
  let account: AccountId
  beforeAll(async () => {
    base = await freshDatabase()
    const teamUrl = new URL('http://team.localhost:3000')
    auth = openAuth({ url: base.url('tailboard_auth'), secrets: secretsFrom(new Uint8Array(32)), teamUrl })
    const named = { state: 'MA', timeZone: 'America/New_York', teamPhone: '617-555-0100' }
    harbor = await addRegion(base.db, { slug: 'harbor', name: 'Harbor', ...named })
    hills = await addRegion(base.db, { slug: 'hills', name: 'Hills', ...named })
    account = await person(lost, 'duty_coordinator', harbor)
    await person('ann.a@admin.example', 'administrator', harbor)
    await base.admin.query(
      `insert into auth.passkey (id, account_id, credential_id, public_key, counter, name) values ($1, $2, $3, '', 0, 'x')`,
      [newId<string>(), account, Buffer.from(account)],
    )
  })
  afterAll(async () => {
    await auth.close()
    await base.drop()
  })

  async function person(email: string, role: Role, regionId: RegionId): Promise<AccountId> {
    const made = await createAccount(auth, { email, name: '' })
    await base.db.write({ kind: 'system', regionId }, (tx) => grantRole(tx, made, role))
    return made
  }
  const run = (...args: readonly string[]) => recoverCommand(args, (work) => work({ db: base.db, auth }))
  const left = async () =>
    (
      await base.admin.query(
        `select (select count(*) from auth.passkey where account_id = $1)::int as keys,
                (select count(*) from auth.session where "userId" = $1)::int as sessions,
                (select count(*) from graphile_worker._private_jobs)::int as jobs`,
        [account],
      )
    ).rows[0]

  it.each([
    [[], 'Give the whole address'],
    [['cy.c'], 'Give the whole address'],
    [[lost, 'ann.a@admin.example'], 'Give the whole address'],
    [[lost, '--any-way'], 'Give the whole address'],
    [['nobody@admin.example'], 'Nobody signs in with that address'],
  ])('does nothing when it was given %j, and says why', async (args, said) => {
    const before = await left()
    const { code, text } = await run(...args)
    expect([code, text]).toEqual([2, expect.stringContaining(said)])
    expect(await left()).toEqual(before)
  })

  it('leaves it to two administrators where there are two, in whatever region of the person', async () => {
    await openSession(auth, account)
    const bob = await person('bob.b@admin.example', 'administrator', harbor)
    const before = await left()
    const { code, text } = await run(lost)
    expect([code, text]).toEqual([1, expect.stringContaining('http://team.localhost:3000/harbor/recoveries')])
    expect(text).toMatch(/^Nothing was changed: two administrators can do it together/)
    expect(text).not.toContain('hills')
    expect(await left()).toEqual(before)
    // Of two, the person themselves is not one.
    expect((await run('bob.b@admin.example')).code).toBe(0)
    await base.admin.query('delete from identity."grant" where account_id = $1', [bob])
  })

  it('does it where there are not, ends the sessions, and has it mailed and written down', async () => {
    await openSession(auth, account)
    const before = await left()
    const answer = await run(` ${lost.toUpperCase()} `)
    expect(answer).toEqual({ code: 0, text: expect.stringContaining('They sign in by mail and set up anew') })
    expect(await left()).toEqual({ keys: 0, sessions: 0, jobs: before.jobs + 2 })
    const { rows } = await base.admin.query(
      `select task_identifier, payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
       where payload ->> 'accountId' = $1 order by 1`,
      [account],
    )
    expect(rows.map((row) => [row.task_identifier, row.payload.act])).toEqual([
      ['identity.leaveTrail', 'operator_recovered'],
      ['identity.tellAccount', undefined],
    ])
  })

  it('does it in spite of them when the operator says so', async () => {
    for (const name of ['dan.d', 'eve.e'])
      for (const regionId of [harbor, hills]) await person(`${name}@admin.example`, 'administrator', regionId)
    expect((await run(lost)).code).toBe(1)
    expect((await run(lost, '--anyway')).code).toBe(0)
  })
})
