import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../src/app.tsx'
import { accountsWith, createAccount, endGrant, grantRole } from '../src/identity/index.server.ts'
import type { Role } from '../src/platform/actor.ts'
import type { AccountId } from '../src/platform/ids.ts'
import { type Duty, openDuty } from '../src/roster/duty.testing.ts'
import { coordinatorsOnDuty } from '../src/roster/index.server.ts'
import { rosterPaths } from '../src/roster/index.ts'
import { signInAs } from './harness/signIn.ts'

describe('the doors to accounts', () => {
  let duty: Duty
  let agency: string
  let serve: ReturnType<typeof app>
  const harbor = () => duty.here.harbor.regionId
  beforeAll(async () => {
    duty = await openDuty()
    serve = app(duty.here.services)
    agency = duty.here.harbor.agencies.get('Larkfield Fire')!
  }, 60_000)
  afterAll(() => duty?.here.stop())

  async function signed(email: string, role: Role) {
    const { auth, db } = duty.here.services
    const accountId: AccountId = await createAccount(auth, { email, name: '' })
    await db.write({ kind: 'system', regionId: harbor() }, (tx) => grantRole(tx, accountId, role))
    const cookie = await signInAs(auth, accountId)
    return {
      accountId,
      ask: async (path: string, fields?: Readonly<Record<string, string>>) => {
        const request = new Request(new URL(path, duty.here.teamUrl), {
          method: fields === undefined ? 'GET' : 'POST',
          headers: { 'sec-fetch-site': 'same-origin', cookie },
          ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
        })
        const answer = await serve(request)
        return { status: answer.status, headers: answer.headers, text: await answer.text() }
      },
    }
  }

  type Signed = Awaited<ReturnType<typeof signed>>

  it('a coordinator keeps an agency’s domains; a peer does not, and bad ones are told at their field', async () => {
    const path = '/harbor/agencies/mail'
    for (const [typed, status] of [
      ['larkfield', 400],
      ['a b c@', 400],
      ['coordination.example', 400],
      ['Larkfield-Fire.example', 303],
    ] as const) {
      const answer = await duty.rae.ask(path, { agency, [`mail_${agency}`]: typed })
      expect([typed, answer.status]).toEqual([typed, status])
      if (status === 400) expect(answer.text).toContain(`value="${typed}"`)
    }
    expect((await duty.rae.ask('/harbor/agencies')).text).toContain('larkfield-fire.example')
    expect((await duty.rae.ask(path, { agency: 'x', mail_x: '' })).status).toBe(404)
    const peer = await signed('no.body@peers.example', 'peer')
    expect((await peer.ask(path, { agency, [`mail_${agency}`]: '' })).status).toBe(404)
  })

  it('refuse a department’s address for the team, with the remedy, and take it for its contact', async () => {
    const at = { email: 'sam.t@pd.larkfield-fire.example', member: duty.here.harbor.members[0]!.id, agency }
    const refused = await duty.rae.ask('/harbor/invitations', { ...at, role: 'peer' })
    expect([refused.status, refused.text.includes('ask for a personal address')]).toEqual([400, true])
    const taken = await duty.rae.ask('/harbor/invitations', { ...at, role: 'agency_contact' })
    expect(taken.status).toBe(303)
    const peer = await duty.peer(
      duty.here.harbor.members.find((one) => one.member.role === 'peer')!.member.name,
    )
    const changed = await duty.rae.ask(rosterPaths.act('harbor', peer.id, 'contact'), {
      email: at.email,
    })
    const { rows } = await duty.here.base.admin.query('select email from roster.member where id = $1', [
      peer.id,
    ])
    expect([changed.status, rows[0].email]).toEqual([400, peer.member.email])
  })

  it('lead administrators, and nobody else, to somebody’s lost keys', async () => {
    const [ann, bob] = [
      await signed('ann.a@admin.example', 'administrator'),
      await signed('bob.b@admin.example', 'administrator'),
    ]
    for (const [path, fields] of [
      ['/harbor/recoveries', undefined],
      ['/harbor/recoveries', { account: bob.accountId }],
      ['/harbor/recoveries/confirmation', { id: bob.accountId }],
      ['/harbor/recoveries/end', { id: bob.accountId }],
    ] as const)
      expect([path, (await duty.rae.ask(path, fields)).status]).toEqual([path, 404])
    const begin = (account: string) => ann.ask('/harbor/recoveries', { account })
    for (const junk of ['', 'x', '00000000-0000-7000-8000-000000000000', '\u0000'])
      expect((await begin(junk)).status).toBe(400)
    const own = await begin(ann.accountId)
    expect([own.status, own.text.includes('Nobody does this for themselves')]).toEqual([409, true])
    expect((await begin(duty.rae.accountId)).headers.get('location')).toBe('/harbor/recoveries?done=begun')
    const list = (await bob.ask('/harbor/recoveries?lang=es')).text
    expect(list).toContain('Alguien perdió sus llaves')
    const id = /name="id" value="([\w-]+)"/.exec(list)![1]!
    const soon = await bob.ask('/harbor/recoveries/confirmation', { id })
    expect([soon.status, soon.text.includes('too early to agree')]).toEqual([409, true])
    expect(list).not.toContain('>Confirmar<')
    // As if it had been begun an hour ago: these pages run by the real clock.
    await duty.here.base.admin.query(
      "update identity.account_recovery set started_at = started_at - interval '1 hour' where id = $1",
      [id],
    )
    expect((await bob.ask('/harbor/recoveries')).text).toMatch(/>\s*Agree\s*</)
    expect((await ann.ask('/harbor/recoveries/confirmation', { id })).status).toBe(409)
    expect((await bob.ask('/harbor/recoveries/confirmation', { id })).status).toBe(303)
    await expect.poll(async () => (await duty.rae.ask('/harbor/today')).status).toBe(303)
    expect((await bob.ask('/harbor/recoveries/confirmation', { id })).status).toBe(404)
    for (const token of ['x', 'A'.repeat(86)]) {
      expect((await duty.stranger(`/account/objection/${token}`)).status).toBe(404)
      expect((await duty.stranger(`/account/objection/${token}`, {})).status).toBe(404)
    }
  })

  describe('to roles', () => {
    const end = (who: Signed, accountId: AccountId, role: string) =>
      who.ask('/harbor/roles/end', { account: accountId, role })
    const administrators = () =>
      duty.here.services.db.read({ kind: 'system', regionId: harbor() }, (reader) =>
        accountsWith(reader, 'administrator'),
      )
    const onDuty = () =>
      duty.here.services.db.read({ kind: 'system', regionId: harbor() }, coordinatorsOnDuty)
    let ada: Signed
    let cy: Signed
    beforeAll(async () => {
      ada = await signed('ada.r@admin.example', 'administrator')
      cy = await signed('cy.c@coordination.example', 'duty_coordinator')
      await duty.here.services.db.write({ kind: 'system', regionId: harbor() }, (tx) =>
        grantRole(tx, cy.accountId, 'peer'),
      )
    })

    it('open to administrators alone, who see everybody’s and are asked once more', async () => {
      for (const path of ['/harbor/roles', `/harbor/roles/end?account=${cy.accountId}&role=peer`])
        expect([path, (await cy.ask(path)).status]).toEqual([path, 404])
      expect((await end(cy, cy.accountId, 'peer')).status).toBe(404)
      expect((await ada.ask('/harbor/roster')).text).toContain('href="/harbor/roles"')
      const list = (await ada.ask('/harbor/roles')).text
      for (const person of ['ada.r@admin.example (you)', 'cy.c@coordination.example'])
        expect(list).toContain(person)
      const asked = `/harbor/roles/end?account=${cy.accountId}&role=duty_coordinator`
      expect(list).toContain(`href="${asked.replaceAll('&', '&amp;')}"`)
      const sure = await ada.ask(`${asked}&lang=es`)
      expect(sure.text).toContain('¿Retirar esta función?')
      expect(sure.text).toContain('Sus guardias de coordinación cuentan desde ahora como vacías')
      const own = (await ada.ask(`/harbor/roles/end?account=${ada.accountId}&role=administrator`)).text
      expect([own.includes('Your record on the roster'), own.includes('Their record')]).toEqual([true, false])
      expect((await cy.ask('/harbor/requests/new')).status).toBe(200)
      for (const junk of ['account=x&role=peer', `account=${cy.accountId}&role=chief`, 'role=peer', ''])
        expect([junk, (await ada.ask(`/harbor/roles/end?${junk}`)).status]).toEqual([junk, 404])
      expect((await end(ada, cy.accountId, 'chief')).status).toBe(404)
    })

    it('taken away are gone from every open session at once; what the person began stays', async () => {
      const { auth, base, teamUrl } = { ...duty.here, auth: duty.here.services.auth }
      const elsewhere = await signInAs(auth, cy.accountId)
      const opens = async (path: string) => [
        (await cy.ask(path)).status,
        (await serve(new Request(new URL(path, teamUrl), { headers: { cookie: elsewhere } }))).status,
      ]
      await base.admin.query(
        `insert into roster.coordinator_shift (region_id, id, account_id, place, starts_at, ends_at)
         values ($1, gen_random_uuid(), $2, 'on_call', now() - interval '1 hour', now() + interval '8 hours')`,
        [harbor(), cy.accountId],
      )
      const guest = { email: 'new.p@peers.example', role: 'peer', member: duty.here.harbor.members[0]!.id }
      expect((await cy.ask('/harbor/invitations', guest)).status).toBe(303)
      const invitations = async () =>
        (await base.admin.query('select * from identity.invitation where made_by = $1', [cy.accountId])).rows
      const before = await invitations()
      expect([before.length, await opens('/harbor/requests/new'), (await onDuty()).on_call]).toEqual([
        1,
        [200, 200],
        [cy.accountId],
      ])

      expect((await end(ada, cy.accountId, 'duty_coordinator')).headers.get('location')).toBe(
        '/harbor/roles?done=taken',
      )
      expect(await opens('/harbor/requests/new')).toEqual([404, 404])
      expect(await opens('/harbor/today')).toEqual([200, 200])
      expect(await invitations()).toEqual(before)
      // The shift they were entered for wakes nobody who may not see why.
      expect((await onDuty()).on_call).toEqual([])
      const again = await end(ada, cy.accountId, 'duty_coordinator')
      expect([again.status, again.text.includes('does not have this role any more')]).toEqual([404, true])

      for (const [lang, said] of [
        ['en', 'Role taken away: duty coordinator'],
        ['es', 'Función retirada: '],
      ]) {
        expect((await cy.ask(`/harbor/me/record?lang=${lang}`)).text).toContain(said)
        expect((await ada.ask(`/harbor/audit?lang=${lang}`)).text).toContain(said)
      }
      expect((await end(ada, cy.accountId, 'peer')).status).toBe(303)
      expect(await opens('/harbor/today')).toEqual([404, 404])
    })

    it('leave one administrator, also when two take it from each other at once', async () => {
      for (const one of await administrators())
        if (one !== ada.accountId) expect((await end(ada, one, 'administrator')).status).toBe(303)
      const alone = await end(ada, ada.accountId, 'administrator')
      expect([alone.status, alone.text.includes('the last administrator of the region')]).toEqual([409, true])
      expect((await ada.ask('/harbor/roles')).text).toContain('Somebody has to administer the region')
      for (let round = 0; round < 5; round++) {
        const eve = await signed(`eve.${round}@admin.example`, 'administrator')
        const [kept] = [ada, eve].map((one) => ({
          kind: 'account' as const,
          accountId: one.accountId,
          regionId: harbor(),
          roles: ['administrator' as const],
        }))
        const both = await Promise.all([
          endGrant(duty.here.services.db, kept!, {
            accountId: eve.accountId,
            role: 'administrator',
            agencyId: null,
          }),
          endGrant(
            duty.here.services.db,
            { ...kept!, accountId: eve.accountId },
            { accountId: ada.accountId, role: 'administrator', agencyId: null },
          ),
        ])
        expect(both.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['not_allowed', 'ok'])
        expect(await administrators()).toHaveLength(1)
        if ((await administrators())[0] !== ada.accountId) ada = eve
      }
      // Of two, one may give it up for themselves, and is led where everybody may be.
      await signed('fay.f@admin.example', 'administrator')
      expect((await end(ada, ada.accountId, 'administrator')).headers.get('location')).toBe('/')
      expect((await ada.ask('/harbor/roles')).status).toBe(404)
    })
  })
})
