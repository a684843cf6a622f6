import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, parseId } from '../platform/ids.ts'
import { type Status, statusOf } from '../platform/problem.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { claimGrounds } from './claim.ts'
import { loadClaims } from './claims.server.ts'
import { claimWords } from './claimWords.ts'
import type { Library } from './course.ts'
import type { Deps as EnrolDeps } from './enrol.server.ts'
import type { TeamDeps } from './enter.server.ts'
import { enterPapers } from './enterPapers.server.ts'
import { may } from './may.ts'
import { paperFaults } from './paperFaults.ts'
import { trainingPaths } from './paths.ts'
import type { TrainingCode } from './problems.ts'
import { renewCertificate } from './renew.server.ts'
import { WayPage } from './WayPage.tsx'
import { loadWay, loadWayOf } from './wayView.server.ts'
import { wayWords } from './wayWords.ts'
import { withdrawClaim } from './withdrawClaim.server.ts'

type Deps = EnrolDeps &
  TeamDeps & {
    readonly library: Library
    emailOf(account: AccountId): Promise<string | null>
  }

/** The way to duty: one's own, and anybody's for whoever keeps training. */
export function wayRoutes(deps: Deps): Hono {
  const { db } = deps
  const app = new Hono()

  const showOwn = async (
    context: Context,
    errors: (visit: Visit) => readonly FieldError[] = () => [],
    status: Status = 200,
  ) => {
    const visit = await enterPapers(deps, context)
    if (visit instanceof Response) return visit
    const view = await db.read(visit.actor, (reader) =>
      loadWay(reader, deps, visit.actor.accountId, visit.memberId),
    )
    const { lang } = visit
    const page = <WayPage {...{ view, lang }} own errors={errors(visit)} />
    const at = { ...visit, here: trainingPaths.ownWay(view.region.slug) }
    return context.html(<>{deps.frame(at, view.region, wayWords[lang].title, 'learning', page)}</>, status)
  }

  app.get('/:region/learning/way', async (context) => await showOwn(context))

  app.post('/:region/learning/certificates/:id/renewal', async (context) => {
    const visit = await enterPapers(deps, context)
    if (visit instanceof Response) return visit
    const id = parseId(context.req.param('id'))
    if (id === null) return context.notFound()
    const email = (await deps.emailOf(visit.actor.accountId)) ?? ''
    const renewed = await renewCertificate(deps, visit.actor, id, email)
    if (renewed.ok) {
      const slug = context.req.param('region')
      return context.redirect(trainingPaths.enrolment(slug, renewed.value.enrolmentId), 303)
    }
    if (renewed.kind === 'missing') return context.notFound()
    return await showOwn(
      context,
      ({ lang }) => paperFaults([{ code: renewed.code }], lang),
      statusOf[renewed.kind],
    )
  })

  const showOf = async (
    context: Context,
    visit: Visit,
    account: AccountId,
    fault?: { readonly id: string; readonly code: TrainingCode; readonly field?: string },
    status: Status = 200,
  ) => {
    const view = await db.read(visit.actor, (reader) => loadWayOf(reader, deps, account))
    if (view === null) return context.notFound()
    const { lang } = visit
    const errors = fault === undefined ? [] : paperFaults([fault], lang, () => claimWords[lang].why)
    const wrong = fault?.field === undefined ? undefined : { id: fault.id, message: errors[0]!.message }
    const page = <WayPage {...{ view, lang, errors, wrong }} own={false} />
    const at = { ...visit, here: trainingPaths.way(view.region.slug, account) }
    return context.html(<>{deps.frame(at, view.region, wayWords[lang].title, 'training', page)}</>, status)
  }

  app.get('/:region/training/people/:account', async (context) => {
    const visit = await enterPapers(deps, context)
    if (visit instanceof Response) return visit
    const account = parseId<AccountId>(context.req.param('account'))
    if (!may(visit.actor, 'keep_training') || account === null) return context.notFound()
    return await showOf(context, visit, account)
  })

  app.post('/:region/training/claims/:claim/withdrawal', async (context) => {
    const visit = await enterPapers(deps, context)
    if (visit instanceof Response) return visit
    const id = parseId(context.req.param('claim'))
    if (!may(visit.actor, 'keep_training') || id === null) return context.notFound()
    const [claim] = await db.read(visit.actor, (reader) => loadClaims(reader, { id }))
    if (claim === undefined) return context.notFound()
    const field = `why-${id}`
    const typed = await formOf(context.req)
    const why = claimGrounds.find((one) => one === typed[field])
    if (why === undefined)
      return await showOf(context, visit, claim.accountId, { id, code: 'not_a_choice', field }, 400)
    const taken = await withdrawClaim(db, visit.actor, id, why)
    if (taken.ok)
      return context.redirect(trainingPaths.way(context.req.param('region'), claim.accountId), 303)
    if (taken.kind === 'missing') return context.notFound()
    return await showOf(context, visit, claim.accountId, { id, code: taken.code }, statusOf[taken.kind])
  })

  return app
}
