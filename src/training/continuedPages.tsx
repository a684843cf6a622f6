import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'
import { formOf } from '../platform/http.server.ts'
import { newId, parseId } from '../platform/ids.ts'
import { type Status, statusOf } from '../platform/problem.ts'
import type { Typed } from '../platform/typedForm.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Packs } from './asked.server.ts'
import { ContinuedPage, continuedLabel } from './ContinuedPage.tsx'
import { checkContinued, enterContinued } from './continued.server.ts'
import { entryVerdicts, readContinued } from './continued.ts'
import { loadContinuedView, loadWaitingEntries } from './continuedView.server.ts'
import { continuedWords } from './continuedWords.ts'
import type { Library } from './course.ts'
import type { TeamDeps } from './enter.server.ts'
import { enterPapers } from './enterPapers.server.ts'
import { may } from './may.ts'
import { paperFaults } from './paperFaults.ts'
import { trainingPaths } from './paths.ts'
import type { TrainingCode } from './problems.ts'
import { WaitingContinued } from './WaitingContinued.tsx'
import { WaitingPage } from './WaitingPage.tsx'

type Deps = TeamDeps & { readonly library: Library; readonly packs: Packs }
type Own = Visit & { readonly actor: Extract<Actor, { kind: 'account' }> }

/** Continued training: one's own ledger, and a coordinator's look at what was entered. */
export function continuedRoutes(deps: Deps): Hono {
  const { db } = deps
  const app = new Hono()

  const show = async (
    context: Context,
    visit: Own,
    id: string,
    typed: Typed = {},
    faults: readonly { readonly code: TrainingCode; readonly field?: string }[] = [],
    status: Status = 200,
  ) => {
    const { actor, memberId, lang } = visit
    const view = await db.read(actor, (reader) => loadContinuedView(reader, deps, actor.accountId, memberId))
    const errors = paperFaults(faults, lang, (field) => continuedLabel(field, lang))
    const page = <ContinuedPage {...{ view, lang, id, typed, errors }} />
    return context.html(
      <>{deps.frame(visit, view.region, continuedWords[lang].title, 'learning', page)}</>,
      status,
    )
  }

  app.get('/:region/learning/continued', async (context) => {
    const visit = await enterPapers(deps, context)
    return visit instanceof Response ? visit : await show(context, visit, newId())
  })

  app.post('/:region/learning/continued', async (context) => {
    const visit = await enterPapers(deps, context)
    if (visit instanceof Response) return visit
    const typed = await formOf(context.req)
    const id = parseId(typed.id ?? '') ?? newId<string>()
    const { given, faults } = readContinued(typed)
    if (faults.length > 0) return await show(context, visit, id, typed, faults, 400)
    const named = { ...given, id, name: typed.name ?? null }
    const entered = await enterContinued(db, visit.actor, visit.memberId, named)
    if (!entered.ok) return await show(context, visit, id, typed, [entered], statusOf[entered.kind])
    return context.redirect(trainingPaths.continued(context.req.param('region')), 303)
  })

  app.post('/:region/training/continued/:entry/check', async (context) => {
    const visit = await enterPapers(deps, context)
    if (visit instanceof Response) return visit
    const id = parseId(context.req.param('entry'))
    if (!may(visit.actor, 'keep_training') || id === null) return context.notFound()
    const { verdict: typed } = await formOf(context.req)
    const verdict = entryVerdicts.find((one) => one === typed)
    if (verdict === undefined) return await showWaiting(context, visit, 'not_a_choice', 400)
    const checked = await checkContinued(db, visit.actor, id, verdict)
    if (checked.ok) return context.redirect(trainingPaths.training(context.req.param('region')), 303)
    if (checked.kind === 'missing') return context.notFound()
    return await showWaiting(context, visit, checked.code, statusOf[checked.kind])
  })

  const showWaiting = async (context: Context, visit: Own, code: TrainingCode, status: Status) => {
    const { region, waiting } = await db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      waiting: await loadWaitingEntries(reader),
    }))
    const { lang } = visit
    const say = continuedWords[lang]
    const page = (
      <WaitingPage {...{ region, lang }} title={say.toCheck} errors={paperFaults([{ code }], lang)}>
        <WaitingContinued {...{ region, lang, waiting }} />
      </WaitingPage>
    )
    const at = { ...visit, here: trainingPaths.training(region.slug) }
    return context.html(<>{deps.frame(at, region, say.toCheck, 'training', page)}</>, status)
  }

  return app
}
