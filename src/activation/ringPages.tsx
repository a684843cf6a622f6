import { Hono } from 'hono'
import { formOf } from '../platform/http.server.ts'
import { type ActivationId, newId, type OfferId, type PlanId, parseId } from '../platform/ids.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { readField } from '../ui/moment.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { answerChoices } from './answerChoices.ts'
import type { BoardAnswers } from './boardAnswers.tsx'
import { bookedAs } from './booking.ts'
import type { Entered, TeamDeps } from './entered.server.ts'
import { activationPaths } from './paths.ts'
import { loadPlans } from './planStore.server.ts'
import { RequestForm } from './RequestForm.tsx'
import { requestTeam } from './request.server.ts'
import { type FormError, parseRequest } from './requestForm.ts'
import { ringWords } from './ringWords.ts'
import { recordSeatedSpoken, recordSpoken, seatedSays } from './spoken.server.ts'
import { handOn, takeRequest } from './take.server.ts'
import { problemWords } from './teamWords.ts'

type Fields = Record<string, string>
/** Who calls back, and what was said on the phone. */
export function ringRoutes(deps: TeamDeps, entered: Entered, board: BoardAnswers): Hono {
  const app = new Hono()

  app.on(['GET', 'POST'], '/:region/requests/new', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const { region, agencies, now } = await deps.db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      agencies: await loadAgencies(reader),
      now: reader.now,
    }))
    const say = ringWords[visit.lang]
    const show = (typed: Fields, errors: readonly FormError[], status: 200 | 400) => {
      const form = (
        <>
          <PageHead title={say.entryTitle} lead={say.entryLead} />
          <RequestForm
            {...{ agencies, typed, errors }}
            lang={visit.lang}
            action={activationPaths.newRequest(region.slug)}
            timeZone={region.timeZone}
            help={deps.help}
            entry
          />
        </>
      )
      return context.html(<>{deps.frame(visit, region, say.entryTitle, 'activations', form)}</>, status)
    }
    if (context.req.method === 'GET') return show({ key: newId<string>() }, [], 200)
    const typed = await formOf(context.req)
    const parsed = parseRequest(typed, agencies, region.timeZone, now)
    const asked = typed.conflict === 'yes' || typed.conflict === 'no'
    const unasked = asked ? [] : [{ field: 'conflict', word: 'errorConflict' } as const]
    if (!parsed.ok) {
      const danger = parsed.errors.some((error) => error.field === 'danger')
      return show(typed, danger ? parsed.errors : [...parsed.errors, ...unasked], 400)
    }
    if (!asked) return show(typed, unasked, 400)
    if (visit.actor.kind !== 'account') return context.notFound()
    const by = { actor: visit.actor, involved: typed.conflict === 'yes' }
    const saved = await requestTeam(deps.db, region.id, parsed.facts, parseId(typed.key ?? ''), by)
    if (!saved.ok) return show(typed, [{ field: 'agency', word: 'errorAgency' }], 400)
    return context.redirect(activationPaths.activation(region.slug, saved.value.activationId), 303)
  })

  app.post('/:region/activations/:id/taking', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    return await board.answered(context, visit, id, {}, await takeRequest(deps.db, visit.actor, id))
  })

  app.post('/:region/activations/:id/handing-on', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const { aside } = await formOf(context.req)
    return await board.answered(
      context,
      visit,
      id,
      {},
      await handOn(deps.db, visit.actor, id, aside === 'yes'),
    )
  })

  app.post('/:region/activations/:id/plans/:plan/spoken-answer', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const plan = parseId<PlanId>(context.req.param('plan'))
    if (id === null || plan === null || !(await board.belongs(visit, plan, id))) return context.notFound()
    const typed = { ...(await formOf(context.req)), plan }
    const say = ringWords[visit.lang]
    const { zone, now } = await board.clockOf(visit)
    const fields: Fields = typed
    if (fields.seated !== undefined) {
      const seated = parseId<OfferId>(fields.seated)
      const says = seatedSays.find((one) => one === fields.says)
      const wrong: FieldError[] = []
      if (seated === null) wrong.push({ field: 'seated', message: say.errorWho })
      if (says === undefined) wrong.push({ field: 'says', message: say.errorSaid })
      if (seated === null || says === undefined)
        return await board.show(context, visit, id, { errors: wrong, typed, status: 400 })
      const kept = await recordSeatedSpoken(deps.db, visit.actor, plan, seated, says)
      return await board.answered(context, visit, id, typed, kept)
    }
    const offer = parseId<OfferId>(fields.offer ?? '')
    const choice = answerChoices.find((one) => one === fields.choice)
    const errors: FieldError[] = []
    if (offer === null) errors.push({ field: 'offer', message: say.errorWho })
    if (choice === undefined) errors.push({ field: 'choice', message: say.errorSaid })
    const asksConflict = await deps.db.read(visit.actor, async (reader) => {
      const [asked] = await loadPlans(reader, { planId: plan })
      return asked !== undefined && bookedAs(asked) === null
    })
    if (asksConflict && fields.conflict !== 'yes' && fields.conflict !== 'no' && choice !== 'not_this_time')
      errors.push({ field: 'conflict', message: problemWords[visit.lang].conflict_unanswered })
    if (errors.length > 0) return await board.show(context, visit, id, { errors, typed, status: 400 })
    const fromAt = choice === 'coming_from' ? readField(fields.fromAt ?? '', zone, now) : null
    const answer = { conflict: fields.conflict === 'yes', choice: choice!, fromAt }
    const outcome = await recordSpoken(deps.db, visit.actor, plan, offer!, answer)
    return await board.answered(context, visit, id, typed, outcome)
  })
  return app
}
