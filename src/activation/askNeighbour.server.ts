import { audit } from '../audit/index.server.ts'
import { loadIncident } from '../incident/index.server.ts'
import type { SeatKind } from '../incident/index.ts'
import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { type AidRequestId, newId, type PlanId, type RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadAgencies, loadRegion, regionDirectory } from '../region/index.server.ts'
import { guestGone, settle } from './aidEnd.server.ts'
import { loadAid } from './aidStore.server.ts'
import { runningPlan } from './inHand.server.ts'
import { aidAsked } from './jobs.ts'
import { lookAtOnce } from './lockedOffer.server.ts'
import { may } from './may.ts'
import { hasBegun, hourPassed, openSeats, type PlanState, seatFor } from './planState.ts'
import { type ActivationCode, problem } from './problems.ts'
import { seatWaiting, thankWhoIsLeft } from './seat.server.ts'
import { loadActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'
import { weightOf } from './weight.ts'

export type AidAsked = {
  readonly kind: SeatKind
  readonly region: RegionId
  /** The agency agreed that a neighbouring team hears of it. */
  readonly consent: boolean
}

/** The last resort: asks a neighbouring team on this installation for one guest, one at a time for each plan. */
export async function askNeighbour(
  db: Db,
  actor: Actor,
  planId: PlanId,
  asked: AidAsked,
): Promise<Outcome<null, ActivationCode>> {
  if (!may(actor, 'approve') || actor.kind !== 'account') return problem('not_allowed')
  const neighbours = (await regionDirectory(db)).filter((one) => one.regionId !== actor.regionId)
  if (!neighbours.some((one) => one.regionId === asked.region)) return problem('unknown_neighbour', 'region')
  if (!asked.consent) return problem('consent_missing', 'consent')
  return await refusedBy({ aid_request_once: problem('asked_already', 'region') }, () =>
    db.write(actor, async (tx) => {
      const held = await runningPlan(tx, planId)
      if (!held.ok) return held
      const plan = held.value
      if (plan.approval === null) return problem('not_approved_yet')
      if (!openSeats(plan).some((seat) => seat.kind === asked.kind)) return problem('seat_taken', 'kind')
      const activation = (await loadActivation(tx, plan.activationId))!
      const incident = activation.booking === null ? await loadIncident(tx, activation.incidentId) : null
      const agency = (await loadAgencies(tx)).find((one) => one.id === plan.agencyId)!
      const id = newId<AidRequestId>()
      await tx
        .tables<ActivationTables>()
        .insertInto('activation.aid_request')
        .values({
          region_id: tx.regionId,
          id,
          plan_id: planId,
          asked_region: asked.region,
          from_region: (await loadRegion(tx)).name,
          kind: asked.kind,
          type: plan.type,
          discipline: agency.discipline,
          language: incident?.further.interpreterLanguage ?? null,
          town: incident?.town ?? agency.town,
          weight: weightOf(plan),
          starts_at: plan.approval.startsAt,
          ends_at: plan.approval.endsAt,
          asked_by: actor.accountId,
        })
        .execute()
      await enqueue(tx, aidAsked, { regionId: asked.region, requestId: id }, { key: `aid-asked:${id}` })
      await audit(tx, { act: 'neighbour_asked', subject: { plan: planId }, detail: { region: asked.region } })
      return done(null)
    }),
  )
}

/** Takes the guest who was offered; whoever else was asked for the seat is thanked. */
export async function acceptGuest(
  db: Db,
  actor: Actor,
  planId: PlanId,
  requestId: AidRequestId,
): Promise<Outcome<null, ActivationCode>> {
  return await refusedBy({ guest_one_per_plan: problem('seat_taken') }, () =>
    db.write(actor, async (tx) => {
      if (!may(actor, 'approve') || actor.kind !== 'account') return problem('not_allowed')
      const held = await runningPlan(tx, planId)
      if (!held.ok) return held
      const plan = held.value
      const request = (await loadAid(tx, { ofPlan: planId })).find((one) => one.id === requestId)
      if (request?.answer?.name == null || request.closed) return problem('not_needed_any_more')
      // They said yes to the hour they were asked for, and to no other.
      if (Temporal.Instant.compare(request.startsAt, plan.approval!.startsAt) !== 0)
        return problem('not_needed_any_more')
      if (hourPassed(plan, tx.now)) return problem('hour_passed')
      const seat = seatFor(plan, request.kind)
      if (seat === null) return problem('seat_taken')
      const { name, agency, from } = request.answer
      await tx
        .tables<ActivationTables>()
        .insertInto('activation.guest')
        .values({
          region_id: tx.regionId,
          id: newId<string>(),
          plan_id: planId,
          seat_id: seat.id,
          request_id: requestId,
          name,
          agency,
          from_region: from,
          accepted_by: actor.accountId,
        })
        .execute()
      await settle(tx, requestId, true)
      await thank(tx, plan, seat.id, { name, agency, from, at: tx.now })
      await lookAtOnce(tx, planId)
      await audit(tx, { act: 'guest_accepted', subject: { plan: planId } })
      return done(null)
    }),
  )
}

/** The guest can't come after all, as the neighbour told by phone: the seat is filled again. */
export async function guestLeaves(
  db: Db,
  actor: Actor,
  planId: PlanId,
  requestId: AidRequestId,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    if (!may(actor, 'approve')) return problem('not_allowed')
    const held = await runningPlan(tx, planId)
    if (!held.ok) return held
    const plan = held.value
    const request = (await loadAid(tx, { ofPlan: planId })).find((one) => one.id === requestId)
    if (!request?.accepted || plan.seats.every((seat) => seat.guest === null))
      return problem('not_on_the_team')
    if (hasBegun(plan, tx.now)) return problem('session_begun')
    await guestGone(tx, planId)
    await settle(tx, requestId, false)
    await seatWaiting(tx, planId)
    await lookAtOnce(tx, planId)
    await audit(tx, { act: 'guest_left', subject: { plan: planId } })
    return done(null)
  })
}

async function thank(
  tx: Tx,
  plan: PlanState,
  seatId: string,
  guest: PlanState['seats'][number]['guest'],
): Promise<void> {
  const seats = plan.seats.map((one) => (one.id === seatId ? { ...one, guest } : one))
  await thankWhoIsLeft(tx, { ...plan, seats })
}
