import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { loadPlans } from '../activation/index.server.ts'
import { activationPaths } from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import { type Actor, hasRole } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { type ActivationId, type PlanId, parseId, type RegionId } from '../platform/ids.ts'
import { statusOf } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { Button } from '../ui/button.tsx'
import { RadioCards } from '../ui/choices.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { closeOut } from './actions.server.ts'
import { closeOutSchema } from './closeOut.ts'
import type { InterventionCode } from './problems.ts'

type Visit = { readonly actor: Actor; readonly regionId: RegionId }
export type TeamDeps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
}

const questions = [
  {
    name: 'held',
    label: 'Was the session held?',
    options: [
      ['as_planned', 'As planned'],
      ['changed', 'Changed'],
      ['not_held', 'Not held'],
    ],
  },
  {
    name: 'participants',
    label: 'How many took part, about?',
    options: [
      ['none', 'Nobody'],
      ['under_5', 'Under 5'],
      ['5_to_10', '5–10'],
      ['11_to_20', '11–20'],
      ['over_20', 'Over 20'],
    ],
  },
  {
    name: 'duration',
    label: 'How long?',
    options: [
      ['none', 'Not held'],
      ['under_30', 'Under 30 min'],
      ['30_to_60', '30–60 min'],
      ['60_to_120', '1–2 h'],
      ['over_120', 'Over 2 h'],
    ],
  },
  {
    name: 'followUpOffered',
    label: 'Was follow-up offered?',
    options: [
      ['yes', 'Yes'],
      ['no', 'No'],
    ],
  },
] as const

const problemWords: Record<InterventionCode, string> = {
  not_allowed: 'Your role doesn’t allow this. Ask a coordinator.',
  unknown_plan: 'There is no such plan.',
  not_approved_yet: 'This plan was never approved, so there is no session to close.',
  closed_already: 'This is closed already. Nothing was changed.',
  contradicts_itself: 'This doesn’t fit whether the session was held. Check both answers.',
}

/** Closing a session: four taps, coded, no name and no sentence anywhere. */
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
    return { visit, id, planId, plan: found.plan, region: found.region }
  }

  type Entered = Exclude<Awaited<ReturnType<typeof enter>>, Response>
  const page = (
    { visit, id, planId, plan, region }: Entered,
    errors: readonly FieldError[],
    typed: Readonly<Record<string, string>>,
  ) => {
    const content = (
      <>
        <PageHead
          over="Under a minute, coded, no names"
          title={`Close out the ${incidentWords.en.typeShort[plan.type].toLowerCase()}`}
          lead={plan.count < 5 ? 'A small group closes without counts.' : undefined}
        />
        <ErrorSummary lang="en" errors={errors} />
        <form method="post" action={activationPaths.closeOut(region.slug, id, planId)} novalidate>
          {questions.map((question) => (
            <RadioCards
              key={question.name}
              name={question.name}
              label={question.label}
              required
              inline
              value={typed[question.name]}
              error={errors.find((error) => error.field === question.name)?.message}
              options={question.options.map(([value, label]) => ({ value, label }))}
            />
          ))}
          <Button look="primary" wide>
            Close out
          </Button>
        </form>
      </>
    )
    return <>{deps.frame(visit, region, 'Close out', 'activations', content)}</>
  }

  app.get(path, async (context) => {
    const entered = await enter(context)
    return entered instanceof Response ? entered : context.html(page(entered, [], {}))
  })

  app.post(path, async (context) => {
    const entered = await enter(context)
    if (entered instanceof Response) return entered
    const typed = await formOf(context.req)
    const parsed = closeOutSchema.safeParse(typed)
    if (!parsed.success) {
      const missing = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
      return context.html(
        page(
          entered,
          missing.map((field) => ({ field, message: 'Choose one of the answers.' })),
          typed,
        ),
        400,
      )
    }
    const closed = await closeOut(deps.db, entered.visit.actor, entered.planId, parsed.data)
    if (closed.ok) return context.redirect(activationPaths.activation(entered.region.slug, entered.id), 303)
    return context.html(
      page(entered, [{ field: closed.field ?? null, message: problemWords[closed.code] }], typed),
      statusOf[closed.kind],
    )
  })
  return app
}
