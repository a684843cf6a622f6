import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { app } from '../app.tsx'
import { createAccount, grantRole } from '../identity/index.server.ts'
import type { Actor, Role } from '../platform/actor.ts'
import { idCode } from '../platform/idCode.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { beginDrill } from './beginDrill.server.ts'
import { loadDrillLines, loadDrills } from './drillStore.server.ts'
import { loadUnreachable } from './reachable.server.ts'

describe('the pages of a drill', () => {
  let here: Installation
  let serve: ReturnType<typeof app>
  let coordinator: Actor
  let member: { id: MemberId; account: AccountId }
  const other = () => here.harbor.members[1]!
  beforeAll(async () => {
    here = await openInstallation()
    serve = app(here.services)
    const { regionId } = here.harbor
    coordinator = { kind: 'account', accountId: here.coordinator, regionId, roles: ['duty_coordinator'] }
    member = { id: here.harbor.members[0]!.id, account: await account('peer', here.harbor.members[0]!.id) }
  }, 60_000)
  afterAll(() => here?.stop())

  async function account(role: Role, memberId?: MemberId): Promise<AccountId> {
    const made = await createAccount(here.services.auth, {
      email: `${role}.${memberId ?? 'none'}@peers.example`,
      name: role,
    })
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, made, role, memberId === undefined ? {} : { memberId }),
    )
    return made
  }
  async function ask(path: string, who: AccountId | null, method: 'GET' | 'POST' = 'GET', fields = {}) {
    const cookie = who === null ? {} : { cookie: await signInAs(here.services.auth, who) }
    const answer = await serve(
      new Request(`${here.teamUrl}${path}`, {
        method,
        headers: { 'sec-fetch-site': 'same-origin', ...cookie },
        ...(method === 'POST' ? { body: new URLSearchParams(fields) } : {}),
      }),
    )
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') }
  }
  const lines = async () =>
    here.services.db.read(coordinator, async (reader) => {
      const [newest] = await loadDrills(reader, 1)
      return await loadDrillLines(reader, { drillId: newest!.id })
    })
  const codeOf = async (person: string) =>
    idCode(
      here.services.secrets,
      'drill answer',
      (await lines()).find((line) => line.whom.id === person && line.channel === 'mail')!.id,
    )

  it('are begun by coordinators, seen by those who answer for the roster, and there for nobody else', async () => {
    const [director, administrator] = [await account('clinical_director'), await account('administrator')]
    for (const who of [director, administrator]) {
      const seen = await ask('/harbor/drills', who)
      expect([seen.status, seen.text.includes('Begin a drill now')]).toEqual([200, false])
      expect((await ask('/harbor/drills', who, 'POST')).status).toBe(404)
    }
    expect((await ask('/harbor/drills', member.account)).status).toBe(404)
    expect((await ask('/harbor/drills', member.account, 'POST')).status).toBe(404)
    expect((await ask('/harbor/drills', null)).status).toBe(303)
    expect((await ask('/harbor/drills', here.coordinator, 'POST')).status).toBe(303)
    expect((await ask('/harbor/drills', here.coordinator, 'POST')).status).toBe(409)
    expect((await ask('/harbor/drills?lang=es', here.coordinator)).text).toContain('Prueba de avisos')
  })

  it('say to members what became of their own messages, and what to do', async () => {
    const mine = await ask('/harbor/me', member.account)
    expect(mine.text).toContain('Does a message reach you?')
    expect(mine.text).toContain('Open the test message and say that it arrived')
    expect(mine.text).not.toContain('people have answered')
  })

  it('take the link of one message for that message alone, on a POST alone, signed in as anybody', async () => {
    const code = await codeOf(other().id)
    for (const who of [null, member.account]) {
      const page = await ask(`/reached/${code}`, who)
      expect([page.status, page.text.includes('Yes, this reached me')]).toEqual([200, true])
    }
    expect((await lines()).every((line) => line.answeredAt === null)).toBe(true)
    // Somebody else's browser changes nothing about whose message it was.
    expect(await ask(`/reached/${code}`, member.account, 'POST')).toMatchObject({
      status: 303,
      to: `/reached/${code}`,
    })
    expect((await lines()).filter((line) => line.answeredAt !== null).map((line) => line.whom.id)).toEqual([
      other().id,
    ])
    expect((await ask(`/reached/${code}`, null)).text).toContain('Messages reach you on this way')
    // A code made for another purpose opens nothing.
    const [line] = await lines()
    const bent = idCode(here.services.secrets, 'short offer link', line!.id)
    expect((await ask(`/reached/${bent}`, null, 'POST')).status).toBe(404)
  })

  it('flag somebody on their own page and on the member’s, and let a late click end it', async () => {
    const { base } = here
    // Two days go by, with the mails of the drill taken.
    const back = `- interval '3 days'`
    await base.admin.query(`update roster.drill set began_at = began_at ${back}, due_at = due_at ${back}`)
    await base.admin.query(
      `insert into messaging.attempt (region_id, message_key, attempt, outcome)
       select region_id, 'drill.' || id, 1, 'taken' from roster.drill_line on conflict do nothing`,
    )
    const unreachable = async () => here.services.db.read(coordinator, loadUnreachable)
    expect((await unreachable()).has(member.id)).toBe(true)
    // Whoever is both is one person: the account covers nothing either.
    expect((await unreachable()).has(member.account)).toBe(true)
    expect((await ask('/harbor/me', member.account)).text).toContain('got no answer')
    expect((await ask(`/harbor/roster/members/${member.id}`, here.coordinator)).text).toContain(
      'not counted as cover',
    )
    // A number proved meanwhile is a sign of life as well.
    const proves = here.harbor.members[2]!.id
    const theirs = await account('peer', proves)
    expect((await unreachable()).has(proves)).toBe(true)
    await ask('/harbor/me/reach/phone', theirs, 'POST', { phone: '617-555-0142', channel: 'text' })
    const code = await vi.waitFor(
      () => {
        const sent = here.services.phonesKept!.messages.map((one) => ('text' in one ? one.text : ''))
        return /your code is (\d{6})/.exec(sent.join(' '))![1]!
      },
      { timeout: 20_000, interval: 100 },
    )
    await ask('/harbor/me/reach/code', theirs, 'POST', { code })
    expect((await unreachable()).has(proves)).toBe(false)
    expect((await ask(`/reached/${await codeOf(member.id)}`, null, 'POST')).status).toBe(303)
    expect((await unreachable()).has(member.id)).toBe(false)
    expect((await ask('/harbor/me', member.account)).text).not.toContain('got no answer')
    expect((await ask('/harbor/drills', here.coordinator)).text).toContain('did not answer at all')
    doneWith(await beginDrill(here.services.db, coordinator))
  })
})
