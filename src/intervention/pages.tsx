import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { loadPlans } from '../activation/index.server.ts'
import { activationPaths, bookedAs } from '../activation/index.ts'
import type { Visit } from '../identity/index.ts'
import { hasRole } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { type ActivationId, type PlanId, parseId } from '../platform/ids.ts'
import { statusOf } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { closeOut, loadCloseOut } from './actions.server.ts'
import { ClosedPage, CloseOutPage } from './CloseOutPage.tsx'
import { closeOutSchema, withoutCounts } from './closeOut.ts'
import { closeOutWords, problemWords } from './words.ts'

export type TeamDeps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
}

/** Closing a session. */
export function teamRoutes(deps: TeamDeps): Hono {
  const app = new Hono()
  const path = '/:region/activations/:id/plans/:plan/close-out'

  const enter = async (context: Context) => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    const id = parseId<ActivationId>(context.req.param('id') ?? '')
    const planId = parseId<PlanId>(context.req.param('plan') ?? '')
    if (!hasRole(visit.actor, 'duty_coordinator', 'clinical_director') || id === null || planId === null)
      return context.notFound()
    const found = await deps.db.read(visit.actor, async (reader) => ({
      plan: (await loadPlans(reader, { planId }))[0],
      region: await loadRegion(reader),
    }))
    if (found.plan === undefined || found.plan.activationId !== id) return context.notFound()
    return { visit, plan: found.plan, region: found.region }
  }

  type Entered = Exclude<Awaited<ReturnType<typeof enter>>, Response>
  const page = (
    { visit, plan, region }: Entered,
    errors: readonly FieldError[],
    typed: Readonly<Record<string, string>>,
  ) => {
    const { lang } = visit
    const content = <CloseOutPage lang={lang} region={region} plan={plan} errors={errors} typed={typed} />
    return <>{deps.frame(visit, region, closeOutWords[lang].title, 'activations', content)}</>
  }

  app.get(path, async (context) => {
    const entered = await enter(context)
    if (entered instanceof Response) return entered
    const { visit, plan, region } = entered
    const recorded = await deps.db.read(visit.actor, (reader) => loadCloseOut(reader, plan.id))
    if (recorded === null) return context.html(page(entered, [], {}))
    const closed = <ClosedPage lang={visit.lang} region={region} plan={plan} closeOut={recorded} />
    return context.html(
      <>{deps.frame(visit, region, closeOutWords[visit.lang].title, 'activations', closed)}</>,
    )
  })

  app.post(path, async (context) => {
    const entered = await enter(context)
    if (entered instanceof Response) return entered
    const { visit, plan, region } = entered
    const sent = await formOf(context.req)
    const typed: Record<string, string> = {
      ...sent,
      ...(bookedAs(plan) === null ? {} : { followUpOffered: 'no' }),
      ...(withoutCounts(plan) ? { participants: sent.held === 'not_held' ? 'none' : 'under_5' } : {}),
    }
    const parsed = closeOutSchema.safeParse(typed)
    if (!parsed.success) {
      const missing = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
      const say = closeOutWords[visit.lang]
      const errors = missing.map((field) => ({
        field,
        label: (say as Readonly<Record<string, string>>)[field],
        message: say.missing,
      }))
      return context.html(page(entered, errors, typed), 400)
    }
    const closed = await closeOut(deps.db, visit.actor, plan.id, parsed.data)
    if (closed.ok) return context.redirect(activationPaths.activation(region.slug, plan.activationId), 303)
    const say = closeOutWords[visit.lang] as unknown as Readonly<Record<string, string>>
    const label = closed.field === undefined ? undefined : say[closed.field]
    const errors = [{ field: closed.field ?? null, label, message: problemWords[visit.lang][closed.code] }]
    return context.html(page(entered, errors, typed), statusOf[closed.kind])
  })
  return app
}
