import { Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import { type ActivationId, type PlanId, parseId } from '../platform/ids.ts'
import { clock, fieldValue, near, readField } from '../ui/moment.ts'
import type { BoardAnswers } from './boardAnswers.tsx'
import type { Entered, TeamDeps } from './entered.server.ts'
import { moveSession } from './moveSession.server.ts'
import { moveReasons, type PlanState } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { planWords } from './planWords.ts'
import { sessionErrors } from './sessionForm.ts'
import { threeWays } from './threeWays.ts'

type Fields = Record<string, string>
type Clock = { readonly zone: string; readonly now: Temporal.Instant }

/** Another time or place. */
export function moveRoutes(deps: TeamDeps, entered: Entered, board: BoardAnswers): Hono {
  const app = new Hono()

  app.post('/:region/activations/:id/plans/:plan/session', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const planId = parseId<PlanId>(context.req.param('plan'))
    if (id === null || planId === null || !(await board.belongs(visit, planId, id))) return context.notFound()
    const typed: Fields = { ...(await formOf(context.req)), moving: planId }
    const { place = '' } = typed
    const seen = /^\d{1,6}$/.test(typed.seen ?? '') ? Number(typed.seen) : -1
    const at = await board.clockOf(visit)
    const load = async () => (await deps.db.read(visit.actor, (reader) => loadPlans(reader, { planId })))[0]!
    const plan = await load()
    // What was left as it stood stays what it was, also in the hour that comes twice.
    const startsAt = readField(typed.startsAt ?? '', at.zone, plan.approval?.startsAt ?? at.now)
    const reason = moveReasons.find((one) => one === typed.reason)
    const say = planWords[visit.lang]
    const errors = sessionErrors(visit.lang, startsAt, place)
    if (reason === undefined) errors.push({ field: 'reason', message: say.errorMoveWhy })
    const askedAnew = typed.asksAnew === 'yes' && seen === plan.moves.length && differs(typed, plan, at)
    if (askedAnew && typed.anew !== 'yes') errors.push({ field: 'anew', message: say.errorAnew })
    if (startsAt === null || reason === undefined || errors.length > 0)
      return await board.show(context, visit, id, { errors, typed, status: 400 })
    const move = { startsAt, place, reason, late: typed.late === 'yes' }
    const moved = await moveSession(deps.db, visit.actor, planId, move, seen)
    const stored = moved.ok || moved.code !== 'changed_meanwhile' ? null : await load()
    // A form that doesn't say what it was drawn from has nothing to be merged with.
    if (stored === null || stored.moves[seen] === undefined || stored.approval === null)
      return await board.answered(context, visit, id, typed, moved)
    const refilled = { ...typed, ...mergedMove(typed, stored, seen, at), asksAnew: 'yes', anew: '' }
    const message = await movedBy(stored, visit, at)
    return await board.show(context, visit, id, {
      errors: [{ field: null, message }],
      typed: refilled,
      status: 409,
    })
  })

  async function movedBy(plan: PlanState, { lang }: Visit, { zone, now }: Clock): Promise<string> {
    const say = planWords[lang]
    const last = plan.moves.at(-1)!
    const who = (await deps.nameOf(last.by)) ?? say.otherCoordinator
    const { startsAt, place } = plan.approval!
    return say.movedMeanwhile(who, clock(last.at, zone, lang), near(startsAt, now, zone, lang), place)
  }
  return app
}

function sessionFields(startsAt: Temporal.Instant, place: string, { zone }: Clock): Fields {
  return { startsAt: fieldValue(startsAt, zone), place }
}

function differs(typed: Fields, plan: PlanState, at: Clock): boolean {
  if (plan.approval === null) return false
  const stands = sessionFields(plan.approval.startsAt, plan.approval.place, at)
  return typed.startsAt !== stands.startsAt || typed.place !== stands.place
}

/** Of when and where, what they left alone takes what stands now; what they changed stays theirs. */
function mergedMove(typed: Fields, stored: PlanState, seen: number, at: Clock): Fields {
  const { startsAt, place } = stored.approval!
  const drawnFrom = stored.moves[seen]!
  const base = sessionFields(drawnFrom.wasAt, drawnFrom.wasPlace, at)
  const mine = { startsAt: typed.startsAt ?? '', place: typed.place ?? '' }
  const merged = threeWays(base, sessionFields(startsAt, place, at), mine)
  return { ...merged.typed, ...Object.fromEntries(merged.both.map((one) => [one.field, one.mine])) }
}
