import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Area, roleTable } from '../src/identity/index.ts'
import { type Role, roles } from '../src/platform/actor.ts'
import type { RegionId } from '../src/platform/ids.ts'
import { addRegion } from '../src/region/index.server.ts'
import { layBareRows } from './harness/bareRows.ts'
import { plantCanaries } from './harness/canaries.ts'
import { areas, type EveryRole, openEveryRole } from './harness/everyRole.ts'
import { filled, pageOf } from './harness/forms.ts'
import { encoded } from './harness/hostile.ts'
import { sqlBreaches } from './harness/sqlBreaches.ts'
import { tableAreas } from './harness/tableAreas.ts'
import { changed, fingerprint, type Table, tablesOf } from './harness/tables.ts'

// The guard before every page has its own test. Here it is away: each page and use-case has to ask by itself.
vi.mock('../src/guard.server.ts', async (real) => ({ ...(await real<object>()), guard: () => {} }))

/** In the place of a table: one row of it, which is about none of the accounts here. */
const othersAgency = 'region.agency of somebody else'
const othersRow = 'roster.member of somebody else'
const othersPaper = 'training.certificate of somebody else'

type Sees = Readonly<Record<Role, readonly Area[]>>
const documented = Object.fromEntries(roles.map((role) => [role, roleTable[role].sees])) as Sees
const shut = (status: number) => [403, 404].includes(status)
const reads = areas.filter(([route]) => route.startsWith('GET ') && !route.endsWith('/live'))
const posts = areas
  .filter(([route]) => route.startsWith('POST '))
  .map(([route, area]) => ({
    route,
    area,
    address: new RegExp(`^${route.slice(5).replace(/:[a-z]+(\{[^}]*\})?/g, '[^/]+')}(\\?.*)?$`),
  }))

describe('with the guard away', () => {
  let world: EveryRole
  let tables: readonly Table[]
  /** By the address it is sent to: what a page offers to somebody who may, filled in. */
  const forms = new Map<string, { body: string; area: Area; route: string }>()
  const told = { requests: 0, forms: 0, taken: 0, attempts: 0 }

  beforeAll(async () => {
    world = await openEveryRole()
    tables = await tablesOf(world.here.base.admin)
    for (const role of roles)
      for (const [route] of reads.filter((entry) => documented[role].includes(entry[1]))) {
        const answer = await world.ask(route, 'harbor', role)
        if (!answer.headers.get('content-type')?.includes('html')) continue
        const page = world.addressOf(route.slice(4), 'harbor')
        for (const form of pageOf(await answer.text()).forms) {
          const action = form.action || page
          const found = posts.find(({ address }) => address.test(action))
          if (found !== undefined && action.startsWith('/harbor/'))
            forms.set(action, { body: encoded(filled(form)), area: found.area, route: found.route })
        }
      }
    told.forms = forms.size
  }, 120_000)
  afterAll(async () => {
    process.stdout.write(
      `${areas.length} routes × ${roles.length} roles × ${tables.length} tables: ${told.forms} filled forms, those of ${told.taken} routes taken as ` +
        `filled, and ${told.requests} requests in two regions, ${told.attempts} attempts in SQL from another region\n`,
    )
    await world?.stop()
  })

  /** What a role could open or change in a region although its areas, as documented, don't say so. */
  async function breachesOf(role: Role | 'no role', slug: string, sees: readonly Area[]): Promise<string[]> {
    const before = await fingerprint(world.here.base.admin, tables)
    const breaches: string[] = []
    for (const [route, area] of reads.filter((entry) => !sees.includes(entry[1]))) {
      const { status } = await world.ask(route, slug, role)
      told.requests++
      if (!shut(status)) breaches.push(`${role} opens ${area}: ${route} ${status}`)
    }
    for (const [action, { body, area, route }] of forms) {
      if (sees.includes(area)) continue
      const { status } = await world.send('POST', action.replace('/harbor/', `/${slug}/`), role, body)
      told.requests++
      if (!shut(status)) breaches.push(`${role} sends ${area}: ${route} ${status}`)
    }
    const after = await fingerprint(world.here.base.admin, tables)
    return [...breaches, ...changed(before, after).map((table) => `${role} changes ${table}`)]
  }

  it('has forms to try at most doors', () => {
    expect(new Set([...forms.values()].map(({ route }) => route)).size).toBeGreaterThan(25)
  })

  it.each(roles)(
    '%s opens and changes nothing that the table of roles does not say',
    async (role) => {
      expect(await breachesOf(role, 'harbor', documented[role])).toEqual([])
    },
    120_000,
  )

  it.each(roles)(
    '%s of one region opens and changes nothing in another',
    async (role) => {
      expect(await breachesOf(role, 'quarry', [])).toEqual([])
    },
    120_000,
  )

  it('somebody without any role opens and changes nothing', async () => {
    expect(await breachesOf('no role', 'harbor', [])).toEqual([])
  }, 120_000)

  it('catches a role that opens more than is documented', async () => {
    const planted = documented.clinical_director.filter((area) => area !== 'guides')
    const breaches = await breachesOf('clinical_director', 'harbor', planted)
    expect(breaches).toContain('clinical_director opens guides: GET /:region/cards 200')
    expect(breaches.every((line) => line.includes('guides') || line.includes('changes'))).toBe(true)
  }, 120_000)

  /** By table: which roles were shown, on any page, what people wrote into it. */
  const shown = new Map<string, Set<Role>>()

  /** Writes canaries anew and reads every page as every role. Answers what was shown undocumented, and pages that broke. */
  async function canariesShown(): Promise<string[]> {
    const { admin } = world.here.base
    const planted = new Map(await plantCanaries(admin, tables, world.here.harbor.regionId))
    expect(planted.size).toBeGreaterThan(15)
    // A peer reads their own row; this one is somebody else's.
    await admin.query(`update roster.member set email = 'canary-mail@peers.example' where id = $1`, [
      world.otherMember,
    ])
    planted.set('canary-mail@', `${othersRow}.email`)
    // And a contact about their own agency; this one is another.
    await admin.query(
      `update region.agency set name = 'CanaryOther' where region_id = $1 and id = (select min(id::text)::uuid
         from region.agency where region_id = $1 and id not in (select agency_id from identity."grant" where agency_id is not null))`,
      [world.here.harbor.regionId],
    )
    planted.set('CanaryOther', `${othersAgency}.name`)
    // Everybody here reads a certificate of their own.
    await admin.query(`update training.certificate set name = 'CanaryHolder' where id = $1`, [
      world.otherCertificate,
    ])
    planted.set('CanaryHolder', `${othersPaper}.name`)
    const breaches: string[] = []
    for (const role of roles)
      for (const [route] of reads) {
        const answer = await world.ask(route, 'harbor', role)
        const text = await answer.text()
        // A word in a key's name keeps it from being opened, which the page of its badges says.
        const shut = answer.status === 503 && route.endsWith('/badge.jwt')
        if (answer.status >= 500 && !shut) breaches.push(`${route} ${answer.status}`)
        for (const [word, column] of planted) {
          const table = column.slice(0, column.lastIndexOf('.'))
          if (!text.includes(word)) continue
          shown.set(table, (shown.get(table) ?? new Set()).add(role))
          if (!tableAreas[table]?.some((area) => documented[role].includes(area)))
            breaches.push(`${role} reads ${table} on ${route}`)
        }
      }
    return breaches
  }

  it('shows what people wrote into a table to nobody whose roles open none of its areas', async () => {
    expect(await canariesShown()).toEqual([])
  }, 120_000)

  it('has tried forms that are taken from those who may send them', async () => {
    const { admin } = world.here.base
    const taken = new Set<string>()
    for (const [action, { body, area, route }] of forms) {
      const role = roles.find((one) => documented[one].includes(area))!
      const before = await fingerprint(admin, tables)
      await (await world.send('POST', action, role, body)).body?.cancel()
      if (changed(before, await fingerprint(admin, tables)).length > 0) taken.add(route)
    }
    told.taken = taken.size
    expect(taken.size).toBeGreaterThan(12)
  }, 120_000)

  it('nor what these forms wrote; and every table that is said to be shown was', async () => {
    expect(await canariesShown()).toEqual([])
    expect(Object.keys(tableAreas).filter((table) => !shown.has(table))).toEqual([])
  }, 120_000)

  describe('under the application’s role, from another region', () => {
    const regional = () => tables.filter(({ regional, name }) => regional && !name.startsWith('auth.'))
    const rowsOf = async () => {
      const found: [Table, string][] = []
      for (const table of regional()) {
        const { rows } = await world.here.base.admin.query(
          `select to_jsonb(t)::text as row from ${table.name} t where region_id = $1 limit 1`,
          [world.here.harbor.regionId],
        )
        if (rows.length > 0) found.push([table, rows[0].row])
      }
      return found
    }
    const breaches = async (only?: string) => {
      const { services, harbor } = world.here
      const lines: string[] = []
      for (const [table, row] of await rowsOf()) {
        if (only !== undefined && table.name !== only) continue
        told.attempts += 4
        lines.push(...(await sqlBreaches(services.db, table, row, far, harbor.regionId)))
      }
      return lines
    }

    // One that was never asked for help, or it would read that much.
    let far: RegionId
    // From here on no page can be drawn: the last of this file.
    beforeAll(async () => {
      const named = { slug: 'far', name: 'Far', state: 'MA', timeZone: 'America/New_York' }
      far = await addRegion(world.here.services.db, { ...named, teamPhone: '617-555-0198' })
      const { base, harbor, services } = world.here
      const lay = (some: readonly Table[]) => layBareRows(base.admin, some, harbor.regionId)
      // A conversation without its key is removed within the minute: it has one before all the others are laid.
      await lay(tables.filter(({ name }) => name === 'support.conversation'))
      const { rows } = await base.admin.query('select id from support.conversation')
      for (const { id } of rows) await services.conversations.keys.make(id)
      await lay(tables)
    })

    it('no table of a region is read, changed, emptied or added to', async () => {
      const held = new Set((await rowsOf()).map(([table]) => table.name))
      expect(regional().flatMap(({ name }) => (held.has(name) ? [] : [name]))).toEqual([])
      expect(await breaches()).toEqual([])
    }, 120_000)

    it('catches a table without its wall, and one whose wall lets everybody through', async () => {
      const { admin } = world.here.base
      await admin.query('alter table roster.hand_over_note disable row level security')
      expect(await breaches('roster.hand_over_note')).toContain('read roster.hand_over_note: 1')
      await admin.query('alter table roster.hand_over_note enable row level security')
      await admin.query('create policy planted on roster.hand_over_note for select using (true)')
      expect(await breaches('roster.hand_over_note')).toEqual(['read roster.hand_over_note: 1'])
      await admin.query('drop policy planted on roster.hand_over_note')
      expect(await breaches('roster.hand_over_note')).toEqual([])
    })
  })
})
