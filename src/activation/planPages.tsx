import { Hono } from 'hono'
import { formOf } from '../platform/http.server.ts'
import { type ActivationId, type MemberId, type PlanId, parseId } from '../platform/ids.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { readField } from '../ui/moment.ts'
import { takenBy } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'
import { askByName, askMore } from './askMore.server.ts'
import type { BoardAnswers } from './boardAnswers.tsx'
import { boardWords } from './boardWords.ts'
import { approvePlan } from './callOut.server.ts'
import { recordContact } from './contact.server.ts'
import type { Entered, TeamDeps } from './entered.server.ts'
import { seeToStep } from './postvention.server.ts'
import { postventionSteps } from './postvention.ts'
import { problem } from './problems.ts'
import { refuseMember } from './refuse.server.ts'
import { ringWords } from './ringWords.ts'
import { sessionErrors } from './sessionForm.ts'
import { loadActivation } from './store.server.ts'
import { contactRoles, signOffRoles } from './storedRoles.ts'
import { problemWords } from './teamWords.ts'

/** From the call to the agency to whom it would rather not see. */
export function planRoutes(deps: TeamDeps, entered: Entered, board: BoardAnswers): Hono {
  const app = new Hono()

  app.post('/:region/activations/:id/contact', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const typed = await formOf(context.req)
    const { zone, now } = await board.clockOf(visit)
    const spokenAt = readField(typed.spokenAt ?? '', zone, now)
    const overAt = (typed.overAt ?? '') === '' ? null : readField(typed.overAt!, zone, now)
    const say = boardWords[visit.lang]
    const errors: FieldError[] = []
    const role = contactRoles.find((one) => one === typed.role)
    if (role === undefined) errors.push({ field: 'role', message: say.errorRole })
    if (spokenAt === null) errors.push({ field: 'spokenAt', message: say.errorSpokenAt })
    if ((typed.overAt ?? '') !== '' && overAt === null)
      errors.push({ field: 'overAt', message: say.errorOverAt })
    if (errors.length > 0) return await board.show(context, visit, id, { errors, typed, status: 400 })
    // The one question was answered by taking it; a page from before somebody did is told so.
    const { holder, booked } = await deps.db.read(visit.actor, async (reader) => ({
      holder: takenBy(await loadAlert(reader, id)),
      booked: (await loadActivation(reader, id))?.booking != null,
    }))
    if (!booked && visit.actor.kind === 'account' && holder !== visit.actor.accountId) {
      const refused = [{ field: null, message: ringWords[visit.lang].conflictFirst }]
      return await board.show(context, visit, id, { errors: refused, typed, status: 409 })
    }
    return await board.answered(
      context,
      visit,
      id,
      typed,
      await recordContact(deps.db, visit.actor, id, { role: role!, spokenAt: spokenAt!, overAt }),
    )
  })

  app.post('/:region/activations/:id/postvention', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const { step: typed } = await formOf(context.req)
    const step = postventionSteps.find((one) => one === typed)
    if (id === null || step === undefined) return context.notFound()
    return await board.answered(context, visit, id, {}, await seeToStep(deps.db, visit.actor, id, step))
  })

  app.post('/:region/activations/:id/plans/:plan/approval', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const plan = parseId<PlanId>(context.req.param('plan'))
    if (id === null || plan === null) return context.notFound()
    const typed = await formOf(context.req)
    // The proposal gave way to another meanwhile: said on the board, with what was typed for it.
    const where = await board.activationOf(visit, plan)
    if (where === null) return await board.answered(context, visit, id, typed, problem('changed_meanwhile'))
    if (where !== id) return context.notFound()
    const { zone, now } = await board.clockOf(visit)
    const startsAt = readField(typed.startsAt ?? '', zone, now)
    const place = typed.place ?? ''
    const errors = sessionErrors(visit.lang, startsAt, place)
    if (errors.length > 0) return await board.show(context, visit, id, { errors, typed, status: 400 })
    const signOffRole = signOffRoles.find((one) => one === typed.signOff) ?? null
    const told = typed.signOffInvolved
    const signOffInvolved = told === 'yes' ? true : told === 'no' ? false : null
    const approval = { startsAt: startsAt!, place, signOffRole, signOffInvolved }
    const approved = await approvePlan(deps, visit.actor, plan, approval)
    // Two questions to one person: whoever left both open is told of both.
    if (!approved.ok && approved.code === 'needs_sign_off' && signOffInvolved === null) {
      const { needs_sign_off, sign_off_unasked } = problemWords[visit.lang]
      const both = [
        { field: 'signOff', message: needs_sign_off },
        { field: 'signOffInvolved', message: sign_off_unasked },
      ]
      return await board.show(context, visit, id, { errors: both, typed, status: 400 })
    }
    // One tap: the form comes back with the other one chosen, to be asked in turn.
    const other = signOffRoles.find((one) => one !== signOffRole)!
    const involved = !approved.ok && approved.code === 'sign_off_involved'
    const back: Record<string, string> = involved ? { ...typed, signOff: other, signOffInvolved: '' } : typed
    return await board.answered(context, visit, id, back, approved)
  })

  app.post('/:region/activations/:id/plans/:plan/refusal', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const plan = parseId<PlanId>(context.req.param('plan'))
    if (id === null || plan === null || !(await board.belongs(visit, plan, id))) return context.notFound()
    const typed = await formOf(context.req)
    const member = parseId<MemberId>(typed.member ?? '')
    const outcome =
      member === null
        ? problem('unknown_member', 'member')
        : await refuseMember(deps.db, visit.actor, plan, member)
    return await board.answered(context, visit, id, typed, outcome)
  })
  app.post('/:region/activations/:id/plans/:plan/more', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const plan = parseId<PlanId>(context.req.param('plan'))
    if (id === null || plan === null || !(await board.belongs(visit, plan, id))) return context.notFound()
    const { seen } = await formOf(context.req)
    const wave = /^\d{1,6}$/.test(seen ?? '') ? Number(seen) : -1
    return await board.answered(context, visit, id, {}, await askMore(deps, visit.actor, plan, wave))
  })

  app.post('/:region/activations/:id/plans/:plan/by-name', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const plan = parseId<PlanId>(context.req.param('plan'))
    if (id === null || plan === null || !(await board.belongs(visit, plan, id))) return context.notFound()
    const typed: Record<string, string> = { ...(await formOf(context.req)), asking: plan }
    const member = parseId<MemberId>(typed.member ?? '')
    const outcome =
      member === null ? problem('unknown_member', 'member') : await askByName(deps, visit.actor, plan, member)
    return await board.answered(context, visit, id, typed, outcome)
  })
  return app
}
