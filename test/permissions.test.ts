import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOffer } from '../src/activation/answer.server.ts'
import { app } from '../src/app.tsx'
import { setUpRegion } from '../src/desk/setUpRegion.server.ts'
import { assertDeclared, guard } from '../src/guard.server.ts'
import { createAccount, grantRole } from '../src/identity/index.server.ts'
import { type Area, roleTable } from '../src/identity/index.ts'
import { type Need, teamPermissions } from '../src/permissions.ts'
import { type Role, roles } from '../src/platform/actor.ts'
import type { AccountId } from '../src/platform/ids.ts'
import { type Installation, openInstallation } from './harness/installation.ts'
import { callOut } from './harness/journey.ts'
import { signInAs } from './harness/signIn.ts'

const areas = Object.entries(teamPermissions).filter(
  (entry): entry is [string, Area] => !['anyone', 'link', 'provider', 'oneself'].includes(entry[1]),
)

describe('every page of a region, as every role', () => {
  let here: Installation
  let serve: ReturnType<typeof app>
  const cookies = new Map<Role | 'no role', string>()
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    here = await openInstallation()
    serve = app(here.services)
    const { activationId, planId } = await callOut(here)
    const { admin } = here.base
    const region = here.harbor.regionId
    const { rows } = await admin.query(
      `select o.member_id, o.id from activation.offer o where plan_id = $1 and kind = 'peer' order by id`,
      [planId],
    )
    // One peer sits on the team, whose briefing they may read.
    const seated = await answerOffer(
      here.services.db,
      { kind: 'member', memberId: rows[0].member_id, regionId: region },
      rows[0].id,
      { conflict: false, choice: 'coming', fromAt: null },
    )
    if (!seated.ok) throw new Error(seated.code)
    Object.assign(ids, { activation: activationId, plan: planId, member: rows[1].member_id })
    ids.referral = crypto.randomUUID()
    await admin.query(
      `insert into intervention.referral (region_id, id, name, kind, town, telehealth, languages, phone, cost, knows_responders)
       values ($1, $2, 'CANARY-referral', 'clinician', 'Larkfield', false, '{en}', '617-555-0144', 'free', true)`,
      [region, ids.referral],
    )
    await admin.query(
      'insert into intervention.referral_vetting (region_id, id, referral_id) values ($1, $2, $3)',
      [region, crypto.randomUUID(), ids.referral],
    )
    ids.followUp = crypto.randomUUID()
    await admin.query(
      `insert into intervention.follow_up (region_id, id, plan_id, kind, owner_id, due_at, late_at)
       values ($1, $2, $3, 'week', $4, tailboard.now(), tailboard.now() + interval '1 day')`,
      [region, ids.followUp, planId, rows[0].member_id],
    )
    await admin.query(
      `update activation.request set requester_name = 'CANARY-requester' where activation_id = $1`,
      [activationId],
    )
    await admin.query(`update activation.approval set place = 'CANARY-place' where plan_id = $1`, [planId])
    await admin.query(`update roster.member set email = 'canary-mail@peers.example' where id = $1`, [
      ids.member,
    ])
    await admin.query(
      `insert into roster.hand_over_note (region_id, id, note, written_by) values ($1, $2, 'CANARY-note', $3)`,
      [region, crypto.randomUUID(), here.coordinator],
    )
    for (const role of [...roles, 'no role'] as const) {
      const account = await createAccount(here.services.auth, {
        email: `${role.replace(/\W/, '.')}@peers.example`,
        name: '',
      })
      if (role !== 'no role') await give(account, role, rows[0].member_id)
      cookies.set(role, await signInAs(here.services.auth, account))
    }
    const quarry = await setUpRegion(
      here.services,
      {
        name: 'Quarry Region',
        slug: 'quarry',
        state: 'MA',
        timeZone: 'America/New_York',
        teamPhone: '617-555-0142',
      },
      'ana.q@coordination.example',
    )
    if (!quarry.ok) throw new Error(quarry.code)
  }, 120_000)
  afterAll(() => here?.stop())

  const give = (account: AccountId, role: Role, memberId: string) =>
    here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, account, role, {
        ...(role === 'peer' ? { memberId: memberId as never } : {}),
        ...(role === 'agency_contact'
          ? { agencyId: here.harbor.agencies.get('Larkfield Fire') as never }
          : {}),
      }),
    )

  /** The address of a route in a region, with things that are there wherever this region has them. */
  const addressOf = (pattern: string, slug: string) =>
    pattern
      .replace('/:region', `/${slug}`)
      .replace('/activations/:id', `/activations/${ids.activation}`)
      .replace('/referrals/:id', `/referrals/${ids.referral}`)
      .replace('/follow-ups/:id', `/follow-ups/${ids.followUp}`)
      .replace(':plan', ids.plan!)
      .replace(':member', ids.member!)
      .replace(':act', 'leave')
      .replace(':kind', 'members')
      .replace(':type', 'defusing')
      .replace(/:sheet\{.*\}/, 'sheet')
      .replace(':file', 'members.csv')
      .replace(':step', 'moved')
      .replace(/:(request|incident|note|shift|drill|what)/g, ids.activation!)
  /** What these open has to be there, and is not: a refusal is told all the same. */
  const nothingThere =
    /:request|:incident|:note|:shift|:drill|:what|POST \/:region\/(agencies|on-call\/:kind\/removal)|postvention|recoveries\/|devices\/removal|me\/(on-call\/|stand-ins)/

  const ask = (route: string, slug: string, cookie: string) => {
    const [method = '', pattern = ''] = route.split(' ', 2)
    return serve(
      new Request(new URL(addressOf(pattern, slug), here.teamUrl), {
        method,
        redirect: 'manual',
        headers: {
          cookie,
          ...(method === 'POST'
            ? { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
            : {}),
        },
        ...(method === 'POST' ? { body: 'a=b' } : {}),
      }),
    )
  }
  const isLive = (route: string) => route.endsWith('/live')

  it.each(roles)(
    '%s: what is documented is what is enforced',
    async (role) => {
      const wrong: string[] = []
      for (const [route, area] of areas) {
        const answer = await ask(route, 'harbor', cookies.get(role)!)
        const found = ![403, 404].includes(answer.status)
        await answer.body?.cancel()
        const allowed = roleTable[role].sees.includes(area)
        if (!allowed && found) wrong.push(`${route} opens: ${answer.status}`)
        if (allowed && !found && !nothingThere.test(route)) wrong.push(`${route} is shut: ${answer.status}`)
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )

  it.each([...roles, 'no role'] as const)(
    '%s of one region finds nothing in another',
    async (role) => {
      for (const [route] of areas) {
        const slug = role === 'no role' ? 'harbor' : 'quarry'
        const answer = await ask(route, slug, cookies.get(role)!)
        await answer.body?.cancel()
        expect(`${route} ${answer.status}`).toMatch(isLive(route) ? / (204|404)$/ : / (404|401)$/)
      }
    },
    120_000,
  )

  it('shows what stands in a table to nobody whose roles don’t open it', async () => {
    const canaries: Record<string, readonly Area[]> = {
      'CANARY-requester': ['requests', 'activations', 'own_sessions'],
      'CANARY-place': ['requests', 'activations', 'own_sessions'],
      'canary-mail@peers.example': ['roster', 'records'],
      'CANARY-note': ['duty'],
      'CANARY-referral': ['guides'],
    }
    const shown = new Map<string, Set<Role>>()
    for (const role of roles)
      for (const [route] of areas.filter(([one]) => one.startsWith('GET ') && !isLive(one))) {
        const text = await (await ask(route, 'harbor', cookies.get(role)!)).text()
        for (const canary of Object.keys(canaries))
          if (text.includes(canary)) shown.set(canary, (shown.get(canary) ?? new Set()).add(role))
      }
    for (const [canary, opens] of Object.entries(canaries)) {
      const may = roles.filter((role) => opens.some((area) => roleTable[role].sees.includes(area)))
      const seen = [...(shown.get(canary) ?? [])]
      expect([canary, seen.filter((role) => !may.includes(role))]).toEqual([canary, []])
      expect([canary, seen.length > 0]).toEqual([canary, true])
    }
  }, 120_000)
})

describe('the table of permissions', () => {
  const page = new Hono().get('/:region/secret', (context) => context.text('secret'))

  it('keeps a server with an undeclared page from starting, and one with a page that is none', () => {
    expect(() => assertDeclared(page, {})).toThrow('no permission is declared for GET /:region/secret')
    const gone: Record<string, Need> = { 'GET /:region/secret': 'audit', 'POST /:region/gone': 'audit' }
    expect(() => assertDeclared(page, gone)).toThrow('nothing answers: POST /:region/gone')
  })

  it('shuts a page that forgot to ask, and does not take its own guard for a page', async () => {
    const site = new Hono()
    const as = (role: Role) => ({ actor: { kind: 'account', roles: [role] } }) as never
    let who: Role = 'peer'
    const table: Record<string, Need> = { 'GET /:region/secret': 'audit', 'GET /:region/gone': 'audit' }
    guard(site, table, async () => as(who))
    site.route('/', page)
    expect((await site.request('/harbor/secret')).status).toBe(404)
    who = 'administrator'
    expect(await (await site.request('/harbor/secret')).text()).toBe('secret')
    expect(() => assertDeclared(site, table)).toThrow('nothing answers: GET /:region/gone')
  })
})
