import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { endGrant, type HeldRole, rolesHere } from '../identity/index.server.ts'
import { may, type Visit } from '../identity/index.ts'
import { roles } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, type AgencyId, parseId } from '../platform/ids.ts'
import { type Problem, statusOf } from '../platform/problem.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { deskPaths } from './paths.ts'
import { type Holder, RoleEndPage, RolesPage } from './RolesPage.tsx'
import { rolesWords } from './rolesWords.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  nameOf(account: AccountId): Promise<string | null>
}

/** Who has a role in the region, and an administrator who takes one away. */
export function rolesRoutes(deps: Deps): Hono {
  const { db } = deps
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, 'see', 'accounts') ? visit : context.notFound()
  }
  const load = async ({ actor, lang }: Visit): Promise<{ region: Region; holders: Holder[] }> => {
    const { region, held, agencies } = await db.read(actor, async (reader) => ({
      region: await loadRegion(reader),
      agencies: await loadAgencies(reader),
      held: await rolesHere(reader),
    }))
    const names = new Map<AccountId, string>()
    for (const { accountId: id } of held) if (!names.has(id)) names.set(id, (await deps.nameOf(id)) ?? id)
    const administrators = held.filter((one) => one.role === 'administrator').length
    const agencyOf = new Map(agencies.map((agency) => [agency.id, agency.name]))
    const holders = held.map(({ accountId, role, agencyId }) => ({
      id: accountId,
      agency: agencyId === null ? null : { id: agencyId, name: agencyOf.get(agencyId) ?? '–' },
      name: names.get(accountId)!,
      role,
      own: actor.kind === 'account' && actor.accountId === accountId,
      last: role === 'administrator' && administrators === 1,
    }))
    // Roles of one person keep together; two of the same name are told apart by their ids.
    holders.sort((one, other) => one.name.localeCompare(other.name, lang) || (one.id < other.id ? -1 : 1))
    return { region, holders }
  }
  const list = async (context: Context, visit: Visit, failed: Problem | null = null) => {
    const { region, holders } = await load(visit)
    const say = rolesWords[visit.lang]
    const page = (
      <RolesPage
        lang={visit.lang}
        slug={region.slug}
        holders={holders}
        failed={failed === null ? null : say[failed.code as 'role_not_held']}
        taken={failed === null && context.req.query('done') === 'taken'}
      />
    )
    const at = { ...visit, here: deskPaths.roles(region.slug) }
    const status = failed === null ? 200 : statusOf[failed.kind]
    return context.html(<>{deps.frame(at, region, say.title, 'roster', page)}</>, status)
  }

  app.get('/:region/roles', async (context) => {
    const visit = await enter(context)
    return visit instanceof Response ? visit : await list(context, visit)
  })
  app.get('/:region/roles/end', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const asked = heldIn(context.req.query())
    const { region, holders } = await load(visit)
    const holder = holders.find(
      (one) =>
        one.id === asked?.accountId && one.role === asked.role && (one.agency?.id ?? null) === asked.agencyId,
    )
    if (holder === undefined) return context.notFound()
    const page = <RoleEndPage lang={visit.lang} slug={region.slug} holder={holder} />
    // In another language the list is shown: this address has a query of its own.
    const at = { ...visit, here: deskPaths.roles(region.slug) }
    return context.html(<>{deps.frame(at, region, rolesWords[visit.lang].sureTitle, 'roster', page)}</>)
  })
  app.post('/:region/roles/end', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const held = heldIn(await formOf(context.req))
    if (held === null) return context.notFound()
    const outcome = await endGrant(db, visit.actor, held)
    if (!outcome.ok) return await list(context, visit, outcome)
    const slug = context.req.param('region')
    const ownRule =
      held.role === 'administrator' &&
      visit.actor.kind === 'account' &&
      visit.actor.accountId === held.accountId
    // Whoever gave up administering may not open the list any more.
    return context.redirect(ownRule ? deskPaths.regions() : `${deskPaths.roles(slug)}?done=taken`, 303)
  })
  return app
}

function heldIn(typed: Readonly<Record<string, string>>): HeldRole | null {
  const accountId = parseId<AccountId>(typed.account ?? '')
  const role = roles.find((one) => one === typed.role)
  // Whoever speaks for two agencies holds the role twice: which one is meant stands beside it.
  const agencyId = parseId<AgencyId>(typed.agency ?? '')
  return accountId === null || role === undefined ? null : { accountId, role, agencyId }
}
