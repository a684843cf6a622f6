import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { app } from '../app.tsx'
import { createAccount, grantRole } from '../identity/index.server.ts'

describe('inviting somebody', () => {
  let here: Installation
  let serve: ReturnType<typeof app>
  const address = () => `${here.teamUrl}/harbor/invitations`
  beforeAll(async () => {
    here = await openInstallation()
    serve = app(here.services)
  }, 60_000)
  afterAll(() => here?.stop())

  async function ask(cookie: string, fields?: Readonly<Record<string, string>>) {
    const answer = await serve(
      new Request(address(), {
        method: fields === undefined ? 'GET' : 'POST',
        headers: { 'sec-fetch-site': 'same-origin', cookie },
        ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
      }),
    )
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  const rae = () => signInAs(here.services.auth, here.coordinator)
  const count = async () =>
    (await here.base.admin.query('select count(*)::int as rows from identity.invitation')).rows[0].rows
  const peer = () => here.harbor.members.find(({ member }) => member.role === 'peer')!.id

  it('offers a coordinator the roles a coordinator may bring in, and no other', async () => {
    const { text } = await ask(await rae())
    expect([...text.matchAll(/<option value="(\w+)"/g)].map((match) => match[1])).toEqual([
      'peer',
      'agency_contact',
      'instructor',
      'learner',
    ])
  })

  it.each([
    ['nothing', {}, ['role', 'email']],
    ['a peer who is nobody on the roster', { role: 'peer', email: 'p@peers.example' }, ['member']],
    ['a contact of no agency', { role: 'agency_contact', email: 'c@agency.example' }, ['agency']],
    ['a role that isn’t theirs to give', { role: 'administrator', email: 'a@peers.example' }, ['role']],
  ])('refuses %s at its field and keeps what was typed', async (_what, fields, wrong) => {
    const before = await count()
    const { status, text } = await ask(await rae(), fields)
    expect(status).toBe(400)
    for (const field of wrong) expect(text).toContain(`href="#f-${field}"`)
    for (const value of Object.values(fields).filter((value) => value.includes('@')))
      expect(text).toContain(`value="${value}"`)
    expect(await count()).toBe(before)
  })

  it('refuses an address that is none', async () => {
    const { status, text } = await ask(await rae(), { role: 'peer', email: 'someone', member: peer() })
    expect(status).toBe(400)
    expect(text).toContain('value="someone"')
  })

  it('mails a link that brings the person in', async () => {
    const email = 'new.peer@peers.example'
    const sent = await ask(await rae(), { role: 'peer', email, member: peer() })
    expect([sent.status, sent.location]).toEqual([303, '/harbor/invitations/sent'])
    const mails = here.services.mailbox!.mails
    await vi.waitFor(() => expect(mails.some((mail) => mail.to === email)).toBe(true), { timeout: 10_000 })
    const link = /http\S+/.exec(mails.find((mail) => mail.to === email)!.text)![0]
    const accepted = await serve(
      new Request(link, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(),
      }),
    )
    expect(accepted.status).toBe(303)
    const { rows } = await here.base.admin.query('select role from identity."grant" where member_id = $1', [
      peer(),
    ])
    expect(rows).toEqual([{ role: 'peer' }])
  })

  it('is not there for a peer', async () => {
    const account = await createAccount(here.services.auth, { email: 'q@peers.example', name: 'Quinn P.' })
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, account, 'peer', { memberId: here.harbor.members[1]!.id }),
    )
    const cookie = await signInAs(here.services.auth, account)
    expect((await ask(cookie)).status).toBe(404)
    const fields = { role: 'peer', email: 'x@peers.example', member: peer() }
    expect((await ask(cookie, fields)).status).toBe(404)
  })
})
