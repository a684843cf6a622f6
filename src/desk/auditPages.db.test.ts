import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { app } from '../app.tsx'
import { createAccount, grantRole } from '../identity/index.server.ts'
import type { Actor, Role } from '../platform/actor.ts'
import type { AccountId } from '../platform/ids.ts'
import { suspend } from '../roster/index.server.ts'

describe('the pages of the audit trail', () => {
  let here: Installation
  let serve: ReturnType<typeof app>
  let ada: AccountId
  let mina: { account: AccountId; id: Installation['harbor']['members'][number]['id'] }
  beforeAll(async () => {
    here = await openInstallation()
    serve = app(here.services)
    ada = await account('ada.m@peers.example', 'administrator')
    const peer = here.harbor.members.find(({ member }) => member.role === 'peer')!
    mina = { account: await account('mina.t@peers.example', 'peer', peer.id), id: peer.id }
    const director = actor(await account('dee.v@peers.example', 'clinical_director'), 'clinical_director')
    expect(await suspend(here.services.db, director, peer.id, 'under_review')).toMatchObject({ ok: true })
  }, 60_000)
  afterAll(() => here?.stop())

  function actor(accountId: AccountId, role: Role): Actor {
    return { kind: 'account', accountId, regionId: here.harbor.regionId, roles: [role] }
  }
  async function account(email: string, role: Role, memberId?: typeof mina.id): Promise<AccountId> {
    const made = await createAccount(here.services.auth, { email, name: '' })
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, made, role, memberId === undefined ? {} : { memberId }),
    )
    return made
  }
  async function open(who: AccountId, path: string) {
    const cookie = await signInAs(here.services.auth, who)
    const answer = await serve(new Request(`${here.teamUrl}/harbor/${path}`, { headers: { cookie } }))
    return { status: answer.status, text: await answer.text() }
  }

  it('open to an administrator, who finds them in the menu', async () => {
    const { status, text } = await open(ada, 'audit')
    expect(status).toBe(200)
    expect(text).toContain('href="/harbor/audit" aria-current="page"')
    expect(text).toContain('every link holds')
    expect(text).toMatch(/Suspended[\s\S]*dee\.v@peers\.example, clinical director/)
  })

  it('do not open to who coordinates, to members, or to another region', async () => {
    for (const who of [here.coordinator, mina.account]) expect((await open(who, 'audit')).status).toBe(404)
    const { text } = await open(mina.account, 'today')
    expect(text).not.toContain('/harbor/audit')
  })

  it('narrow by kind and by day, and ignore what means nothing', async () => {
    const kind = await open(ada, 'audit?kind=roster')
    expect(kind.text).toContain('Suspended')
    expect(kind.text).not.toContain('Role given')
    const none = await open(ada, 'audit?kind=aid')
    expect(none.text).toContain('No entry fits')
    expect((await open(ada, 'audit?until=2020-01-01')).text).toContain('No entry fits')
    expect((await open(ada, 'audit?from=2020-01-01')).text).toContain('Suspended')
    const odd = await open(ada, 'audit?kind=nothing&from=2026-02-31&until=x&before=-3')
    expect([odd.status, odd.text.includes('Suspended')]).toEqual([200, true])
  })

  it('go on where a page ends, with the same filter', async () => {
    const director = actor(await account('dov.k@peers.example', 'clinical_director'), 'clinical_director')
    const { audit } = await import('../audit/index.server.ts')
    await here.services.db.write(director, async (tx) => {
      for (let made = 0; made < 60; made++)
        await audit(tx, { act: 'policy_changed', subject: 'region', detail: { version: made + 2 } })
    })
    const first = await open(ada, 'audit?kind=region')
    const next = /href="\/harbor\/audit(\?kind=region&amp;before=\d+)"/.exec(first.text)![1]!
    expect([first.text.includes('version 61'), first.text.includes('version 2<')]).toEqual([true, false])
    const second = await open(ada, `audit${next.replace('&amp;', '&')}`)
    expect([second.text.includes('version 61'), second.text.includes('version 2<')]).toEqual([false, true])
  })

  it('tell a member what was done about them, and by which role, and nothing else', async () => {
    const { status, text } = await open(mina.account, 'me/record')
    expect(status).toBe(200)
    expect(text).toMatch(/Suspended[\s\S]*clinical director/)
    expect(text).toContain('Role given: peer')
    expect(text).not.toContain('Policy changed')
    expect(text).not.toContain('Role given: administrator')
    expect(text).not.toContain('dee.v@')
    expect((await open(mina.account, 'me')).text).toContain('href="/harbor/me/record"')
  })

  it('tell somebody who is no member as well', async () => {
    const { text } = await open(ada, 'me/record')
    expect(text).toContain('Role given: administrator')
    expect(text).not.toContain('Suspended')
    expect((await open(ada, 'me')).text).toContain('href="/harbor/me/record"')
  })

  it('say at which entry the chain is broken', async () => {
    const { rows } = await here.base.admin.query(
      `update audit.entry set act = 'member_cleared' where act = 'member_suspended' and region_id = $1 returning number`,
      [here.harbor.regionId],
    )
    const { text } = await open(ada, 'audit')
    expect(text).toContain(`The chain is broken at entry ${rows[0].number}.`)
    expect((await open(ada, 'audit?check=all')).text).toContain('The chain is broken')
  })
})
