import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import { parseId } from '../platform/ids.ts'
import { type Status, statusOf } from '../platform/problem.ts'
import type { Region } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { loadWaitingClaims } from './claimView.server.ts'
import { loadWaitingEntries } from './continuedView.server.ts'
import { decide } from './decide.server.ts'
import { enter } from './enter.server.ts'
import { loadTraining } from './keepView.server.ts'
import { keepProblemWords, keepWords } from './keepWords.ts'
import { keptRoutes } from './keptPages.tsx'
import { may } from './may.ts'
import type { KeepDeps } from './pageDeps.server.ts'
import { trainingPaths } from './paths.ts'
import { TrainingPage } from './TrainingPage.tsx'
import { exportTranscripts } from './transcripts.server.ts'
import { WaitingClaims } from './WaitingClaims.tsx'
import { WaitingContinued } from './WaitingContinued.tsx'

/** Keeping training: what waits, every course, records. Whoever keeps nothing finds the courses alone, to read and to review. */
export function keepRoutes(deps: KeepDeps): Hono {
  const app = new Hono()
  const { db, library } = deps
  const enterKeeper = (context: Context, act: 'keep_training' | 'preview' = 'keep_training') =>
    enter(deps, context, (actor) => may(actor, act))
  /** Papers and continued training that nobody looked at yet. */
  const waitingFor = async ({ actor, lang }: Visit, region: Region) => {
    const { claims, entries } = await db.read(actor, async (reader) => ({
      claims: await loadWaitingClaims(reader),
      entries: await loadWaitingEntries(reader),
    }))
    return (
      <>
        {claims.length === 0 ? null : <WaitingClaims {...{ region, lang }} waiting={claims} />}
        {entries.length === 0 ? null : <WaitingContinued {...{ region, lang }} waiting={entries} />}
      </>
    )
  }
  const show = async (
    context: Context,
    visit: Visit,
    errors: readonly FieldError[] = [],
    status: Status = 200,
  ) => {
    const { actor, lang } = visit
    const view = await db.read(actor, (reader) => loadTraining(reader, library))
    const at = { ...visit, here: trainingPaths.training(view.region.slug) }
    const keeps = may(actor, 'keep_training')
    const waiting = keeps ? await waitingFor(visit, view.region) : null
    const mayRotate = may(actor, 'rotate_keys')
    const page = <TrainingPage {...{ view, lang, keeps, mayRotate, waiting, errors }} />
    return context.html(<>{deps.frame(at, view.region, keepWords[lang].title, 'training', page)}</>, status)
  }

  app.get('/:region/training', async (context) => {
    const visit = await enterKeeper(context, 'preview')
    return visit instanceof Response ? visit : await show(context, visit)
  })

  app.post('/:region/training/enrolments/:enrolment/decision', async (context) => {
    const visit = await enterKeeper(context)
    if (visit instanceof Response) return visit
    const id = parseId<string>(context.req.param('enrolment'))
    if (id === null) return context.notFound()
    const { verdict } = await formOf(context.req)
    if (verdict !== 'approved' && verdict !== 'declined') {
      const message = keepProblemWords[visit.lang].not_a_choice
      return await show(context, visit, [{ field: null, message }], 400)
    }
    const decided = await decide(db, visit.actor, id, verdict)
    if (decided.ok) return context.redirect(trainingPaths.training(context.req.param('region')), 303)
    if (decided.code !== 'decided_already' && decided.code !== 'own_enrolment') return context.notFound()
    const say = keepWords[visit.lang]
    const message = decided.code === 'own_enrolment' ? say.ownEnrolment : say.decidedAlready
    return await show(context, visit, [{ field: null, message }], statusOf[decided.kind])
  })

  app.get('/:region/training/transcripts.csv', async (context) => {
    const visit = await enterKeeper(context)
    if (visit instanceof Response) return visit
    const text = await exportTranscripts(deps, visit.actor)
    if (text === null) return context.notFound()
    return context.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${context.req.param('region')}-transcripts.csv"`,
    })
  })

  app.route('/', keptRoutes(deps, enterKeeper))
  return app
}
