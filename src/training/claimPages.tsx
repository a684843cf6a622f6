import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'
import { formOf } from '../platform/http.server.ts'
import { newId, parseId } from '../platform/ids.ts'
import { type Status, statusOf } from '../platform/problem.ts'
import type { Typed } from '../platform/typedForm.ts'
import { loadRegion } from '../region/index.server.ts'
import { ClaimsPage, claimLabel } from './ClaimsPage.tsx'
import { claimGrounds } from './claim.ts'
import { otherKind, readClaim } from './claimForm.ts'
import { checkClaim, enterClaim } from './claims.server.ts'
import { loadClaimsView, loadWaitingClaims } from './claimView.server.ts'
import { claimWords } from './claimWords.ts'
import type { Library } from './course.ts'
import type { TeamDeps } from './enter.server.ts'
import { enterPapers } from './enterPapers.server.ts'
import { may } from './may.ts'
import { paperFaults } from './paperFaults.ts'
import { trainingPaths } from './paths.ts'
import type { TrainingCode } from './problems.ts'
import { WaitingClaims } from './WaitingClaims.tsx'
import { WaitingPage } from './WaitingPage.tsx'

type Deps = TeamDeps & { readonly library: Library }
type Own = Visit & { readonly actor: Extract<Actor, { kind: 'account' }> }

/** Papers of other bodies: their holders enter them, a coordinator looks at them. */
export function claimRoutes(deps: Deps): Hono {
  const { db, library } = deps
  const app = new Hono()

  const load = (visit: Own) =>
    db.read(visit.actor, (reader) => loadClaimsView(reader, library, visit.actor.accountId, visit.memberId))
  const show = async (
    context: Context,
    visit: Own,
    id: string,
    typed: Typed = {},
    faults: readonly { readonly code: TrainingCode; readonly field?: string }[] = [],
    status: Status = 200,
  ) => {
    const view = await load(visit)
    const { lang } = visit
    const errors = paperFaults(faults, lang, (field) => claimLabel(field, lang))
    const page = <ClaimsPage {...{ view, lang, id, typed, errors }} />
    return context.html(
      <>{deps.frame(visit, view.region, claimWords[lang].title, 'learning', page)}</>,
      status,
    )
  }

  app.get('/:region/learning/claims', async (context) => {
    const visit = await enterPapers(deps, context)
    return visit instanceof Response ? visit : await show(context, visit, newId())
  })

  app.post('/:region/learning/claims', async (context) => {
    const visit = await enterPapers(deps, context)
    if (visit instanceof Response) return visit
    const typed = await formOf(context.req)
    const id = parseId(typed.id ?? '') ?? newId<string>()
    const { kinds } = await load(visit)
    const { given, faults } = readClaim(typed, kinds)
    if (faults.length > 0) return await show(context, visit, id, typed, faults, 400)
    const entered = await enterClaim(deps, visit.actor, { ...given, id, name: typed.name ?? null })
    if (entered.ok) return context.redirect(trainingPaths.claims(context.req.param('region')), 303)
    // A kind is one field where it is kept, and two where it is typed.
    const byHand = entered.field === 'kind' && typed.kind === otherKind
    const fault = byHand ? { ...entered, field: 'otherKind' } : entered
    return await show(context, visit, id, typed, [fault], statusOf[entered.kind])
  })

  app.post('/:region/training/claims/:claim/check', async (context) => {
    const visit = await enterPapers(deps, context)
    if (visit instanceof Response) return visit
    const id = parseId(context.req.param('claim'))
    if (!may(visit.actor, 'keep_training') || id === null) return context.notFound()
    const typed = await formOf(context.req)
    const why = claimGrounds.find((one) => one === typed[`why-${id}`])
    if (typed.verdict !== 'seen' && (typed.verdict !== 'not_accepted' || why === undefined))
      return await showWaiting(context, visit, id, { code: 'not_a_choice', field: `why-${id}` }, 400)
    const checked = await checkClaim(
      db,
      visit.actor,
      id,
      typed.verdict === 'seen' ? { verdict: 'seen' } : { verdict: 'not_accepted', why: why! },
    )
    if (checked.ok) return context.redirect(trainingPaths.training(context.req.param('region')), 303)
    if (checked.kind === 'missing') return context.notFound()
    return await showWaiting(context, visit, id, checked, statusOf[checked.kind])
  })

  const showWaiting = async (
    context: Context,
    visit: Own,
    id: string,
    fault: { readonly code: TrainingCode; readonly field?: string },
    status: Status,
  ) => {
    const { region, waiting } = await db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      waiting: await loadWaitingClaims(reader),
    }))
    const { lang } = visit
    const say = claimWords[lang]
    const errors = paperFaults([fault], lang, () => say.why)
    const page = (
      <WaitingPage {...{ region, lang, errors }} title={say.waiting}>
        <WaitingClaims
          {...{ region, lang, waiting }}
          wrong={fault.field === undefined ? undefined : { id, message: errors[0]!.message }}
        />
      </WaitingPage>
    )
    const at = { ...visit, here: trainingPaths.training(region.slug) }
    return context.html(<>{deps.frame(at, region, say.waiting, 'training', page)}</>, status)
  }

  return app
}
