import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../src/app.tsx'
import { createAccount, grantRole } from '../src/identity/index.server.ts'
import type { Role } from '../src/platform/actor.ts'
import type { AccountId } from '../src/platform/ids.ts'
import { type Duty, openDuty } from '../src/roster/duty.testing.ts'
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
})
