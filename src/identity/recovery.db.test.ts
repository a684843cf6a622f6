import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Role } from '../platform/actor.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import {
  cancelRecovery,
  confirmRecovery,
  createAccount,
  grantRole,
  objectToRecovery,
  openRecoveries,
  openSession,
  operatorRecovers,
  startRecovery,
} from './index.server.ts'
import { openTeam, type Team } from './pages.testing.ts'

describe('a recovery by two administrators', () => {
  let team: Team
  let region: RegionId
  let lost: AccountId
  let admins: Actor[]
  let email: string
  let now = Temporal.Instant.from('2026-11-20T12:00:00Z')
  let people = 0

  beforeAll(async () => {
    team = await openTeam()
  })
  afterAll(() => team.close())
  beforeEach(async () => {
    now = now.add({ hours: 30 })
    await team.base.setNow(now)
    region = newId()
    email = `r.harbor${people}@example.org`
    lost = await person('duty_coordinator')
    admins = []
    for (let index = 0; index < 2; index++) admins.push(actor(await person('administrator')))
    await team.base.admin.query(
      `insert into auth.passkey (id, account_id, credential_id, public_key, counter, name) values ($1, $2, $3, '', 0, 'x')`,
      [newId<string>(), lost, Buffer.from(lost)],
    )
    await openSession(team.auth, lost)
  })

  async function person(role: Role): Promise<AccountId> {
    const made = await createAccount(team.auth, { email: `r.harbor${people++}@example.org`, name: '' })
    await team.base.db.write({ kind: 'system', regionId: region }, (tx) => grantRole(tx, made, role))
    return made
  }
  const actor = (accountId: AccountId, roles: Role[] = ['administrator']): Actor => ({
    kind: 'account',
    accountId,
    regionId: region,
    roles,
  })
  const start = (by = admins[0]!, whom = lost) => startRecovery(team.base.db, team.secrets, by, whom)
  const open = () => team.base.db.read({ kind: 'system', regionId: region }, openRecoveries)
  const confirm = async (by: Actor, id?: string) =>
    confirmRecovery(team.base.db, by, id ?? (await open())[0]?.id ?? newId<string>())
  const left = async () => {
    const { rows } = await team.base.admin.query(
      `select (select count(*) from auth.passkey where account_id = $1)::int as keys,
              (select count(*) from auth.session where "userId" = $1)::int as sessions`,
      [lost],
    )
    return rows[0]
  }
  /** The hour in which the person may object is over. */
  const waited = () => team.base.setNow(now.add({ hours: 1 }))
  /** What the trail of the region says about the person since their role was given. */
  const trail = async (whom = lost) => {
    const { rows } = await team.base.admin.query(
      `select act, actor_kind, actor_id from audit.entry
       where region_id = $1 and subject_id = $2 and act <> 'role_granted' order by number`,
      [region, whom],
    )
    return rows.map((row) => [row.act, row.actor_id ?? row.actor_kind])
  }
  const idOf = (one: Actor | undefined) => (one as { accountId: AccountId }).accountId
  const mails = () => team.mails.filter((one) => one.to === email)

  it('takes factors and sessions away once a second one agrees, and both are on record', async () => {
    expect(await start()).toMatchObject({ ok: true })
    await team.work()
    expect(mails()).toHaveLength(1)
    expect(await left()).toEqual({ keys: 1, sessions: 1 })
    await waited()
    expect(await confirm(admins[1]!)).toMatchObject({ ok: true })
    await team.work()
    expect([await left(), mails().length]).toEqual([{ keys: 0, sessions: 0 }, 2])
    const { rows } = await team.base.admin.query(
      'select started_by, confirmed_by from identity.account_recovery where region_id = $1',
      [region],
    )
    expect(rows).toEqual([
      {
        started_by: (admins[0] as { accountId: string }).accountId,
        confirmed_by: (admins[1] as { accountId: string }).accountId,
      },
    ])
    expect(await trail()).toEqual([
      ['recovery_begun', idOf(admins[0])],
      ['recovery_confirmed', idOf(admins[1])],
      ['recovery_done', 'system'],
    ])
  })

  it('can’t be agreed to in its first hour, which the mail and the table say too', async () => {
    await start()
    const [one] = await open()
    expect(one!.agreeableFrom).toEqual(now.add({ hours: 1 }))
    await team.work()
    const local = now.add({ hours: 1 }).toZonedDateTimeISO('America/New_York')
    const at = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`
    expect(mails()[0]!.text.match(new RegExp(`(from|desde) [^.]*${at}`, 'g'))).toHaveLength(2)
    for (const earlier of [now, now.add({ minutes: 59, seconds: 59 })]) {
      await team.base.setNow(earlier)
      expect(await confirm(admins[1]!)).toMatchObject({ code: 'recovery_too_soon' })
    }
    await expect(
      team.base.admin.query(
        `update identity.account_recovery set confirmed_by = gen_random_uuid(), confirmed_at = tailboard.now()
         where region_id = $1`,
        [region],
      ),
    ).rejects.toThrow(/recovery_after_wait/)
    await team.work()
    expect(await left()).toEqual({ keys: 1, sessions: 1 })
    await waited()
    expect(await confirm(admins[1]!)).toMatchObject({ ok: true })
  })

  it('leaves its last entry in every region of the person, once, however often its job is taken', async () => {
    const second = newId<RegionId>()
    await team.base.db.write({ kind: 'system', regionId: second }, (tx) => grantRole(tx, lost, 'peer'))
    await start()
    const [one] = await open()
    await waited()
    await confirm(admins[1]!)
    await team.work()
    for (let again = 0; again < 2; again++) {
      await team.base.admin.query('select tailboard.enqueue($1, $2::jsonb)', [
        'identity.endFactors',
        JSON.stringify({ regionId: region, recoveryId: one!.id }),
      ])
      await team.work()
    }
    const { rows } = await team.base.admin.query(
      `select region_id, detail from audit.entry where act = 'recovery_done' and subject_id = $1 order by region_id`,
      [lost],
    )
    expect(rows).toEqual(
      [region, second].sort().map((id) => ({ region_id: id, detail: { change: one!.id } })),
    )
  })

  it('done again after a crash leaves alone what was set up since', async () => {
    await start()
    const [{ id }] = (await open()) as never as [{ id: string }]
    await waited()
    await confirm(admins[1]!)
    await team.work()
    await team.base.setNow(now.add({ minutes: 65 }))
    await openSession(team.auth, lost)
    await team.base.admin.query('select tailboard.enqueue($1, $2::jsonb)', [
      'identity.endFactors',
      JSON.stringify({ regionId: region, recoveryId: id }),
    ])
    await team.work()
    expect(await left()).toEqual({ keys: 0, sessions: 1 })
  })

  it('is not done by one person twice, by the person, by a coordinator, nor from another region', async () => {
    await start()
    await waited()
    expect(await confirm(admins[0]!)).toMatchObject({ code: 'recovery_same' })
    expect(await confirm(actor(lost))).toMatchObject({ code: 'recovery_own' })
    const coordinator = actor(await person('duty_coordinator'), ['duty_coordinator'])
    expect(await confirm(coordinator)).toMatchObject({ code: 'not_allowed' })
    expect(await start(coordinator)).toMatchObject({ code: 'not_allowed' })
    const [{ id }] = (await open()) as never as [{ id: string }]
    const elsewhere: Actor = {
      ...(actor(newId()) as object as Actor & { kind: 'account' }),
      regionId: newId(),
    }
    expect(await confirm(elsewhere, id)).toMatchObject({ code: 'recovery_not_open' })
    expect(await start(elsewhere)).toMatchObject({ code: 'unknown_account' })
    await team.work()
    expect(await left()).toEqual({ keys: 1, sessions: 1 })
  })

  it('is refused by the table itself to one person twice', async () => {
    await start()
    await waited()
    await expect(
      team.base.admin.query(
        'update identity.account_recovery set confirmed_by = started_by, confirmed_at = tailboard.now() where region_id = $1',
        [region],
      ),
    ).rejects.toThrow(/recovery_by_two/)
  })

  it('is over after 24 hours', async () => {
    await start()
    const [{ id }] = (await open()) as never as [{ id: string }]
    await team.base.setNow(now.add({ hours: 24 }))
    expect(await confirm(admins[1]!, id)).toMatchObject({ code: 'recovery_not_open' })
    expect(await open()).toEqual([])
    await start()
    expect(await open()).toHaveLength(1)
  })

  it('is stopped by the person, by the link of their mail and a press, for good', async () => {
    await start()
    await team.work()
    const token = /objection\/([\w-]+)/.exec(mails()[0]!.text)![1]!
    const [{ id }] = (await open()) as never as [{ id: string }]
    expect(await objectToRecovery(team.base.db, token, true)).toBe(true)
    expect(await open()).toHaveLength(1)
    for (const forged of ['', 'x', `${token.slice(0, -4)}AAAA`])
      expect(await objectToRecovery(team.base.db, forged, false)).toBe(false)
    expect(await objectToRecovery(team.base.db, token, false)).toBe(true)
    expect(await objectToRecovery(team.base.db, token, false)).toBe(false)
    expect(await trail()).toEqual([
      ['recovery_begun', idOf(admins[0])],
      ['recovery_objected', 'visitor'],
    ])
    await waited()
    expect(await confirm(admins[1]!, id)).toMatchObject({ code: 'recovery_not_open' })
    await team.work()
    expect(await left()).toEqual({ keys: 1, sessions: 1 })
  })

  it('is called off by an administrator, and agreed on by one of two who press at once', async () => {
    await start()
    const [{ id }] = (await open()) as never as [{ id: string }]
    expect(await cancelRecovery(team.base.db, admins[0]!, id)).toMatchObject({ ok: true })
    expect(await confirm(admins[1]!, id)).toMatchObject({ code: 'recovery_not_open' })
    expect((await trail()).at(-1)).toEqual(['recovery_called_off', idOf(admins[0])])
    await start()
    await waited()
    const third = actor(await person('administrator'))
    const [next] = await open()
    const both = await Promise.all([confirm(admins[1]!, next!.id), confirm(third, next!.id)])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect((await trail()).filter(([act]) => act === 'recovery_confirmed')).toHaveLength(1)
  })

  it('needs two beside the person, and the operator does it where there are not', async () => {
    const only = await person('administrator')
    const alone = newId<RegionId>()
    await team.base.db.write({ kind: 'system', regionId: alone }, async (tx) => {
      await grantRole(tx, only, 'administrator')
      await grantRole(tx, lost, 'duty_coordinator')
    })
    const one: Actor = { kind: 'account', accountId: only, regionId: alone, roles: ['administrator'] }
    expect(await start(one)).toMatchObject({ code: 'recovery_alone' })
    expect(await start(one, only)).toMatchObject({ code: 'recovery_own' })
    const operator = (address: string, anyway = false) =>
      operatorRecovers({ db: team.base.db, auth: team.auth }, address, anyway)
    expect(await operator(email)).toEqual({ what: 'administrators', regions: [region] })
    expect(await left()).toEqual({ keys: 1, sessions: 1 })
    expect(await operator(email, true)).toEqual({ what: 'done' })
    expect(await left()).toEqual({ keys: 0, sessions: 0 })
    await team.work()
    expect(await trail()).toEqual([['operator_recovered', 'system']])
    expect(await operator('nobody@example.org')).toEqual({ what: 'unknown' })
  })

  it('of somebody who has no role here says the same whether they have an account or not', async () => {
    const stranger = await createAccount(team.auth, { email: `s${people++}@example.org`, name: '' })
    expect(await start(admins[0]!, stranger)).toEqual(await start(admins[0]!, newId<AccountId>()))
  })
})
