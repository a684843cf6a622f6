import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../src/app.tsx'
import { createAccount, grantRole, invite, openSession, signedIn } from '../src/identity/index.server.ts'
import { keepPhone } from '../src/messaging/index.server.ts'
import { newId } from '../src/platform/ids.ts'
import { type Duty, openDuty } from '../src/roster/duty.testing.ts'
import { signInAs } from './harness/signIn.ts'

describe('what is held about oneself', () => {
  let duty: Duty
  let serve: ReturnType<typeof app>
  let one: Awaited<ReturnType<Duty['peer']>>
  let other: Awaited<ReturnType<Duty['peer']>>
  beforeAll(async () => {
    duty = await openDuty()
    serve = app(duty.here.services)
    const [first, second] = duty.here.harbor.members.filter(({ member }) => member.role === 'peer')
    one = await duty.peer(first!.member.name)
    other = await duty.peer(second!.member.name)
    const { db, secrets } = duty.here.services
    await db.write({ kind: 'system', regionId: duty.here.harbor.regionId }, async (tx) => {
      await keepPhone(tx, one.id, '+16175550171')
      await keepPhone(tx, other.id, '+16175550172')
    })
    await invite(
      db,
      secrets,
      { kind: 'system', regionId: duty.here.harbor.regionId },
      {
        email: one.member.email,
        role: 'peer',
      },
    )
  }, 60_000)
  afterAll(() => duty?.here.stop())

  const dump = async () => {
    const { rows } = await duty.here.base.admin.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('auth', 'identity', 'roster', 'messaging', 'activation', 'intervention')`,
    )
    let text = ''
    for (const { name } of rows)
      text += JSON.stringify((await duty.here.base.admin.query(`select t::text from ${name} t`)).rows)
    return text
  }

  it('is handed out whole, to its owner, and holds nobody else', async () => {
    const answer = await one.ask('/account/export')
    expect(answer.headers.get('content-disposition')).toContain('tailboard-own-record.json')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const record = JSON.parse(answer.text)
    expect(record).toMatchObject({
      format: 'tailboard own record 1',
      account: { address: one.member.email, passkeys: [], authenticatorApp: false },
      regions: [
        {
          roles: ['peer'],
          reach: { phone: '+16175550171', phoneProven: true, byMail: true },
          roster: { member: { name: one.member.name, email: one.member.email } },
        },
      ],
    })
    expect(record.regions[0].roster.credentials.length).toBe(one.member.credentials.length)
    for (const foreign of [other.member.email, other.member.name, '+16175550172', duty.rae.accountId])
      expect(answer.text).not.toContain(foreign)
    const { rows } = await duty.here.base.admin.query('select token from auth.session')
    for (const row of rows) expect(answer.text).not.toContain(row.token)
    expect((await duty.stranger('/account/export')).headers.get('location')).toBe('/sign-in')
  })

  it('is handed out and erased by nobody whose mailbox alone is proven, once anything more is set up', async () => {
    const { auth } = duty.here.services
    await duty.here.base.admin.query(
      `insert into auth.passkey (id, account_id, credential_id, public_key, counter, name) values ($1, $2, $3, '', 0, 'x')`,
      [newId<string>(), other.accountId, Buffer.from('other')],
    )
    const cookie = (await openSession(auth, other.accountId)).split(';', 1)[0]!
    const ask = (path: string, body?: URLSearchParams) =>
      serve(
        new Request(new URL(path, duty.here.teamUrl), {
          headers: { cookie, 'sec-fetch-site': 'same-origin' },
          ...(body === undefined ? {} : { method: 'POST', body }),
        }),
      )
    expect((await ask('/account/export')).headers.get('location')).toBe('/account/proof')
    expect((await ask('/account/erasure', new URLSearchParams({ sure: 'yes' }))).status).toBe(401)
  })

  it('is not erased unasked, nor of the last administrator, nor of who sits on a session', async () => {
    const unasked = await one.ask('/account/erasure', {})
    expect([unasked.status, unasked.text.includes('Tick this')]).toEqual([400, true])
    const { auth, db } = duty.here.services
    const regionId = duty.here.harbor.regionId
    const admin = await createAccount(auth, { email: 'only.a@admin.example', name: '' })
    await db.write({ kind: 'system', regionId }, (tx) => grantRole(tx, admin, 'administrator'))
    const cookie = await signInAs(auth, admin)
    const request = new Request(new URL('/account/erasure', duty.here.teamUrl), {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ sure: 'yes' }),
    })
    const last = await serve(request)
    expect([last.status, (await last.text()).includes('last administrator of')]).toEqual([409, true])

    const commitment = newId<string>()
    await duty.here.base.admin.query(
      `insert into roster.commitment (region_id, id, member_id, during, kind)
       values ($1, $2, $3, tstzrange(tailboard.now() - interval '1 hour', tailboard.now() + interval '1 hour'), 'session')`,
      [regionId, commitment, one.id],
    )
    const bound = await one.ask('/account/erasure', { sure: 'yes' })
    expect([bound.status, bound.text.includes('Step back from it first')]).toEqual([409, true])
    expect(await dump()).toContain(one.member.email)
    await duty.here.base.admin.query('delete from roster.commitment where id = $1', [commitment])
  })

  it('goes when its owner says so: nothing names them any more, and the row others point to stays', async () => {
    const again = await signInAs(duty.here.services.auth, one.accountId)
    expect((await one.ask('/account/erasure?lang=es')).text).toContain('Lo que se borra')
    const answer = await one.ask('/account/erasure', { sure: 'yes' })
    expect(answer.status).toBe(200)
    const asks = new Request(duty.here.teamUrl, { headers: { cookie: again } })
    expect(await signedIn(duty.here.services.auth, asks)).toBeNull()
    const left = await dump()
    for (const trace of [one.member.email, '+16175550171', one.member.credentials[0]!.number])
      expect([trace, left.includes(trace)]).toEqual([trace, false])
    const { rows } = await duty.here.base.admin.query('select name, email from roster.member where id = $1', [
      one.id,
    ])
    expect(rows).toEqual([{ name: 'Former member', email: `${one.id}@erased.invalid` }])
    expect(left).toContain(other.member.email)
    expect((await duty.rae.ask('/harbor/roster')).text).toContain('Former member')
  })
})
