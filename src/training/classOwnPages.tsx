import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import { parseId } from '../platform/ids.ts'
import { type Status, statusOf } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import { shown } from './classesView.server.ts'
import { joinClass, leaveClass } from './classPlaces.server.ts'
import { classFaults } from './classProblems.ts'
import { loadClass } from './classStore.server.ts'
import { classWords } from './classWords.ts'
import { EvaluationPage } from './EvaluationPage.tsx'
import { type ClassDeps, enterClasses, showClasses } from './enterClasses.server.tsx'
import { evaluate, evaluationRefused, hasEvaluated } from './evaluation.server.ts'
import type { Answers } from './evaluation.ts'
import { trainingPaths } from './paths.ts'
import { problem } from './problems.ts'

/** What whoever learns does about a class: take a place, give it back, say how it was. */
export function classOwnRoutes(deps: ClassDeps): Hono {
  const app = new Hono()

  app.post('/:region/classes/:class/place', async (context) => {
    const visit = await enterClasses(deps, context, 'own_learning')
    if (visit instanceof Response) return visit
    const id = parseId(context.req.param('class'))
    if (id === null) return context.notFound()
    const typed = await formOf(context.req)
    const enrolment = parseId(typed.enrolment ?? '')
    const outcome =
      typed.leave === 'yes'
        ? await leaveClass(deps.db, visit.actor, id)
        : enrolment === null
          ? problem('unknown_enrolment')
          : await joinClass(deps.db, visit.actor, id, enrolment)
    if (outcome.ok) return context.redirect(trainingPaths.classes(context.req.param('region')), 303)
    if (outcome.kind === 'missing') return context.notFound()
    return await showClasses(deps, context, visit, classFaults([outcome], visit.lang), statusOf[outcome.kind])
  })

  const showEvaluation = async (
    context: Context,
    visit: Visit,
    id: string,
    typed: Readonly<Record<string, string>> = {},
    code: Parameters<typeof classFaults>[0] = [],
    status: Status = 200,
  ) => {
    const found = await deps.db.read(visit.actor, async (reader) => {
      const one = await loadClass(reader, id)
      if (one === null || evaluationRefused(one, visit.actor, reader.now) === 'unknown_class') return null
      return {
        region: await loadRegion(reader),
        one: shown(one, deps.library, reader.now),
        refused: evaluationRefused(one, visit.actor, reader.now),
        done: await hasEvaluated(reader, one),
      }
    })
    if (found === null) return context.notFound()
    const { region, one, refused, done } = found
    const say = classWords[visit.lang]
    // Whom it asks nothing of has the list to go on from.
    if (refused !== null && !done)
      return await showClasses(
        deps,
        context,
        visit,
        classFaults([problem(refused)], visit.lang),
        statusOf.conflict,
      )
    const errors = classFaults(code, visit.lang, (field) => say.questions[field as keyof Answers])
    const page = <EvaluationPage {...{ region, one, done, typed, errors }} lang={visit.lang} />
    const at = { ...visit, here: trainingPaths.evaluation(region.slug, id) }
    return context.html(<>{deps.frame(at, region, say.evaluation, 'classes', page)}</>, status)
  }

  app.get('/:region/classes/:class/evaluation', async (context) => {
    const visit = await enterClasses(deps, context, 'own_learning')
    if (visit instanceof Response) return visit
    const id = parseId(context.req.param('class'))
    return id === null ? context.notFound() : await showEvaluation(context, visit, id)
  })

  app.post('/:region/classes/:class/evaluation', async (context) => {
    const visit = await enterClasses(deps, context, 'own_learning')
    if (visit instanceof Response) return visit
    const id = parseId(context.req.param('class'))
    if (id === null) return context.notFound()
    const typed = await formOf(context.req)
    const answer = (question: keyof Answers) =>
      /^[1-5]$/.test(typed[question] ?? '') ? Number(typed[question]) : 0
    const answers: Answers = {
      useful: answer('useful'),
      clear: answer('clear'),
      practice: answer('practice'),
      colleague: answer('colleague'),
    }
    const open = Object.entries(answers).filter(([, given]) => given === 0)
    const faults = open.map(([field]) => ({ field, code: 'not_a_choice' as const }))
    if (faults.length > 0) return await showEvaluation(context, visit, id, typed, faults, 400)
    const outcome = await evaluate(deps.db, visit.actor, id, answers)
    if (outcome.ok) return context.redirect(trainingPaths.evaluation(context.req.param('region'), id), 303)
    if (outcome.kind === 'missing') return context.notFound()
    return await showEvaluation(context, visit, id, typed, [outcome], statusOf[outcome.kind])
  })
  return app
}
