import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assertDeclared, guard } from '../src/guard.server.ts'
import { roleTable } from '../src/identity/index.ts'
import type { Need } from '../src/permissions.ts'
import { type Role, roles } from '../src/platform/actor.ts'
import { areas, type EveryRole, openEveryRole } from './harness/everyRole.ts'

/** What these open has to be there, and is not: a refusal is told all the same. */
const nothingThere =
  /:request|:incident|:naming|:note|:shift|:drill|:what|:class|:showing|:kid|:code|POST \/:region\/(agencies|seats|training\/keys|on-call\/:kind\/removal)|postvention|recoveries\/|roles\/end|devices\/removal|conversations\/:id|me\/(on-call\/|stand-ins)|claims\/:claim\/withdrawal/

describe('every page of a region, as every role', () => {
  let world: EveryRole
  beforeAll(async () => {
    world = await openEveryRole()
  }, 120_000)
  afterAll(() => world?.stop())

  const isLive = (route: string) => route.endsWith('/live')

  it.each(roles)(
    '%s: what is documented is what is enforced',
    async (role) => {
      const wrong: string[] = []
      for (const [route, area] of areas) {
        const answer = await world.ask(route, 'harbor', role)
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
        const answer = await world.ask(route, slug, role)
        await answer.body?.cancel()
        expect(`${route} ${answer.status}`).toMatch(isLive(route) ? / (204|404)$/ : / (404|401)$/)
      }
    },
    120_000,
  )
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
