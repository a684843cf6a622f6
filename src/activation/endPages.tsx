import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import { type ActivationId, type PlanId, parseId } from '../platform/ids.ts'
import { inSentence } from '../ui/language.ts'
import type { BoardAnswers } from './boardAnswers.tsx'
import { boardWords } from './boardWords.ts'
import { endActivation, standDownPlan } from './end.server.ts'
import type { Entered, TeamDeps } from './entered.server.ts'
import { activationPaths } from './paths.ts'
import { openSeats, pendingOffers } from './planState.ts'
import { planWords } from './planWords.ts'
import { SurePage } from './SurePage.tsx'
import { outcomeChoices } from './storedRoles.ts'
import { outcomeWords } from './teamWords.ts'
import { loadActivationView } from './view.server.ts'
import type { ActivationView } from './view.ts'

/** The version on the page that asked; a form without one was not ours, and fits none. */
function seenIn({ seen }: Readonly<Record<string, string>>): number {
  return /^\d{1,9}$/.test(seen ?? '') ? Number(seen) : -1
}

/** Standing down and ending: asked once more, since people are told. */
export function endRoutes(deps: TeamDeps, entered: Entered, board: BoardAnswers): Hono {
  const app = new Hono()

  /** Asked once more, by the same address that does it when it is posted. */
  const sure = async (
    context: Context,
    visit: Visit,
    id: ActivationId,
    ask: (view: ActivationView) => Omit<Parameters<typeof SurePage>[0], 'over' | 'back'> | null,
  ) => {
    const view = await deps.db.read(visit.actor, (reader) => loadActivationView(reader, id))
    const asked = view === null ? null : ask(view)
    if (view === null || asked === null) return context.notFound()
    const { lang } = visit
    const over = boardWords[lang].numbered(String(view.activation.number).padStart(4, '0'))
    const back = {
      href: activationPaths.activation(view.region.slug, id),
      label: planWords[lang].backToBoard,
    }
    const content = <SurePage over={over} back={back} {...asked} />
    return context.html(<>{deps.frame(visit, view.region, asked.title, 'activations', content)}</>)
  }

  app.get('/:region/activations/:id/plans/:plan/stand-down', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const say = planWords[visit.lang]
    return await sure(context, visit, id, (view) => {
      const plan = view.plans.find((one) => one.id === context.req.param('plan'))
      if (plan === undefined || plan.end !== null) return null
      return {
        title: say.standDownTitle,
        lead: say.standDownLead(plan.seats.length - openSeats(plan).length, pendingOffers(plan).length),
        action: activationPaths.planStandDown(view.region.slug, id, plan.id),
        fields: { seen: String(view.activation.version) },
        button: say.standDownDone,
      }
    })
  })

  app.get('/:region/activations/:id/outcome', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const { lang } = visit
    const code = outcomeChoices.find((one) => one === context.req.query('code'))
    if (code === undefined) {
      const errors = [{ field: 'code', message: boardWords[lang].errorOutcome }]
      return await board.show(context, visit, id, { errors, typed: {}, status: 400 })
    }
    const say = planWords[lang]
    return await sure(context, visit, id, (view) =>
      view.activation.outcome !== null
        ? null
        : {
            title: say.endTitle,
            lead: say.endLead(
              inSentence(outcomeWords[lang][code]),
              view.plans.filter((plan) => plan.approval !== null && plan.end === null).length,
            ),
            action: activationPaths.outcome(view.region.slug, id),
            fields: { code, seen: String(view.activation.version) },
            button: say.endDone,
          },
    )
  })

  app.post('/:region/activations/:id/plans/:plan/stand-down', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const plan = parseId<PlanId>(context.req.param('plan'))
    if (id === null || plan === null || !(await board.belongs(visit, plan, id))) return context.notFound()
    const seen = seenIn(await formOf(context.req))
    return await board.answered(context, visit, id, {}, await standDownPlan(deps.db, visit.actor, plan, seen))
  })

  app.post('/:region/activations/:id/outcome', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const typed = await formOf(context.req)
    const code = outcomeChoices.find((one) => one === typed.code)
    if (code === undefined) {
      const errors = [{ field: 'code', message: boardWords[visit.lang].errorOutcome }]
      return await board.show(context, visit, id, { errors, typed, status: 400 })
    }
    return await board.answered(
      context,
      visit,
      id,
      typed,
      await endActivation(deps.db, visit.actor, id, code, seenIn(typed)),
    )
  })
  return app
}
