import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { invite } from '../identity/index.server.ts'
import { emailFrom, may, roleTable, type Visit } from '../identity/index.ts'
import type { Actor, Role } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { statusOf } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { atAgency, loadAgencies, loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { loadMembers } from '../roster/index.server.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { InvitedPage, InvitePage } from './InvitePage.tsx'
import { inviteWords } from './inviteWords.ts'
import { deskPaths } from './paths.ts'

type Deps = {
  readonly db: Db
  readonly secrets: Secrets
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
}

/** Whom this actor may bring in, in the table's order. */
export function invitable(actor: Actor): Role[] {
  return (Object.keys(roleTable) as Role[]).filter((role) => may(actor, 'invite', role))
}

/** Bringing people in: one form, for whoever may. */
export function inviteRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return invitable(visit.actor).length > 0 ? visit : context.notFound()
  }
  const listsFor = (visit: Visit) =>
    deps.db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      members: await loadMembers(reader),
      agencies: await loadAgencies(reader),
    }))
  type Lists = Awaited<ReturnType<typeof listsFor>>
  const page = (
    visit: Visit,
    lists: Lists,
    errors: readonly FieldError[],
    typed: Readonly<Record<string, string>>,
  ) => {
    const roles = invitable(visit.actor)
    const content = <InvitePage lang={visit.lang} {...lists} roles={roles} errors={errors} typed={typed} />
    return <>{deps.frame(visit, lists.region, inviteWords[visit.lang].title, 'roster', content)}</>
  }

  app.get('/:region/invitations', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const lists = await listsFor(visit)
    return context.html(page(visit, lists, [], {}))
  })

  app.get('/:region/invitations/sent', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const region = await deps.db.read(visit.actor, loadRegion)
    const content = <InvitedPage lang={visit.lang} region={region} />
    return context.html(
      <>{deps.frame(visit, region, inviteWords[visit.lang].sentTitle, 'roster', content)}</>,
    )
  })

  app.post('/:region/invitations', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const lists = await listsFor(visit)
    const typed = await formOf(context.req)
    const say = inviteWords[visit.lang]
    const role = invitable(visit.actor).find((one) => one === typed.role)
    const member = lists.members.find((one) => one.id === typed.member)
    const agency = lists.agencies.find((one) => one.id === typed.agency)
    const errors: FieldError[] = []
    if (role === undefined) errors.push({ field: 'role', message: say.errorRole })
    if (emailFrom(typed.email ?? '') === null) errors.push({ field: 'email', message: say.errorEmail })
    if (role === 'peer' && member === undefined) errors.push({ field: 'member', message: say.errorMember })
    if (role === 'agency_contact' && agency === undefined)
      errors.push({ field: 'agency', message: say.errorAgency })
    if (
      role !== 'agency_contact' &&
      (await deps.db.read(visit.actor, (reader) => atAgency(reader, typed.email ?? '')))
    )
      errors.push({ field: 'email', message: say.errorAgencyMail })
    if (errors.length > 0) return context.html(page(visit, lists, errors, typed), 400)
    const invited = await invite(deps.db, deps.secrets, visit.actor, {
      email: typed.email ?? '',
      role: role!,
      ...(role === 'peer' ? { memberId: member!.id } : {}),
      ...(role === 'agency_contact' ? { agencyId: agency!.id } : {}),
    })
    if (invited.ok) return context.redirect(deskPaths.invited(lists.region.slug), 303)
    const message = invited.code === 'email_malformed' ? say.errorEmail : say.notAllowed
    const back = page(visit, lists, [{ field: invited.field ?? 'role', message }], typed)
    return context.html(back, statusOf[invited.kind])
  })
  return app
}
