import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { PlanId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadPolicy } from '../region/index.server.ts'
import type { Policy } from '../region/index.ts'
import { ringDue } from './alert.server.ts'
import { standsAside } from './alertStore.server.ts'
import type { Session } from './candidates.server.ts'
import type { Solve } from './compose.ts'
import { closeWhenDone, endPlan } from './endPlan.server.ts'
import { callForAHand } from './hand.server.ts'
import { leaveSeat } from './leaveTeam.server.ts'
import { lookAtOnce } from './lockedOffer.server.ts'
import { may } from './may.ts'
import { goesNowhere } from './outage.server.ts'
import { heldSeats, nextDue, nextStep, nobodyCame, type PlanState, pendingOffers } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { type Prepared, planAt, prepare } from './prepare.server.ts'
import { type ActivationCode, problem } from './problems.ts'
import { seatWaiting } from './seat.server.ts'
import { sendWave, telephoneDue } from './sendOffers.server.ts'
import { minutesOf } from './session.ts'
import { watchSession } from './sessionNears.server.ts'
import { standDownOffers } from './standDownOffers.server.ts'
import { claim } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'
import { wake, wakeBy } from './wake.server.ts'
import { planWave, type WaveOffer } from './waves.ts'

export type Deps = { readonly db: Db; readonly solve: Solve }

export type Approval = {
  readonly startsAt: Temporal.Instant
  readonly place: string
  /** Who signed off group process on the hardest calls: clinical director or a named deputy, by role. */
  readonly signOffRole: string | null
  /** Whether they were there, supervise, investigate or know somebody closely; null: nobody asked them. */
  readonly signOffInvolved?: boolean | null
}

/**
 * A human approves one plan; the first wave goes out with it. The team is worked out outside the transaction,
 * and written only if the activation's version is still the one it was worked out from.
 */
export async function approvePlan(
  deps: Deps,
  actor: Actor,
  planId: PlanId,
  approval: Approval,
): Promise<Outcome<{ offers: number }, ActivationCode>> {
  if (!may(actor, 'approve') || actor.kind !== 'account') return problem('not_allowed')
  for (let tries = 0; tries < 5; tries++) {
    const prepared = await deps.db.read(actor, async (reader) => {
      const found = await planAt(reader, planId)
      if (found === null) return problem('unknown_plan')
      const { plan, activation } = found
      if (await standsAside(reader, activation.id, actor.accountId)) return problem('stood_aside')
      const refusal = approvalProblem(plan, approval, reader.now)
      if (refusal !== null) return problem(refusal.code, refusal.field)
      if (activation.contact === null) return problem('not_spoken_yet')
      const { policy } = await loadPolicy(reader, activation.policyVersion)
      return await prepare(reader, plan, activation, sessionOf(plan, approval, policy))
    })
    if ('ok' in prepared) return prepared
    const wave = await planWave(prepared.call, prepared.pending, deps.solve)
    const written = await deps.db.write(actor, async (tx) => {
      if (!(await claim(tx, prepared.activation.id, prepared.activation.version))) return false
      const { session } = prepared
      await tx
        .tables<ActivationTables>()
        .insertInto('activation.approval')
        .values({
          region_id: tx.regionId,
          plan_id: planId,
          session_starts_at: session.startsAt,
          session_ends_at: session.endsAt,
          place: approval.place,
          sign_off_role: approval.signOffRole,
          approved_by: actor.accountId,
        })
        .execute()
      await watchSession(tx, planId, session.startsAt)
      await writeWave(tx, prepared, wave)
      await audit(tx, { act: 'plan_approved', subject: { plan: planId } })
      return true
    })
    if (written) return done({ offers: wave.length })
  }
  return problem('changed_meanwhile')
}

function sessionOf(plan: PlanState, approval: Approval, policy: Policy): Session {
  return {
    startsAt: approval.startsAt,
    endsAt: approval.startsAt.add({ minutes: minutesOf(plan, policy) }),
  }
}

function approvalProblem(
  plan: PlanState,
  approval: Approval,
  now: Temporal.Instant,
): { code: ActivationCode; field?: string } | null {
  if (plan.end !== null) return { code: 'ended_already' }
  if (plan.approval !== null) return { code: 'approved_already' }
  if (plan.needsClinicalSignOff && approval.signOffRole === null)
    return { code: 'needs_sign_off', field: 'signOff' }
  // Whoever was involved does not decide: the other one does.
  if (plan.needsClinicalSignOff && approval.signOffInvolved !== false)
    return approval.signOffInvolved
      ? { code: 'sign_off_involved', field: 'signOff' }
      : { code: 'sign_off_unasked', field: 'signOffInvolved' }
  if (Temporal.Instant.compare(approval.startsAt, now) < 0)
    return { code: 'session_in_past', field: 'startsAt' }
  const inside =
    Temporal.Instant.compare(plan.window.opens, approval.startsAt) <= 0 &&
    Temporal.Instant.compare(approval.startsAt, plan.window.closes) < 0
  return inside ? null : { code: 'session_outside_window', field: 'startsAt' }
}

async function writeWave(tx: Tx, prepared: Prepared, offers: readonly WaveOffer[]): Promise<void> {
  await wakeBy(tx, prepared.plan, await sendWave(tx, prepared, offers))
}

/** Nobody is left to ask, or to be reached, right now: no wave is written, but that may change before the window closes. */
async function lookAgain(tx: Tx, { plan, policy }: Prepared): Promise<void> {
  await wakeBy(tx, plan, tx.now.add({ minutes: policy.wave.minutes }))
}

/** Does what is due for one plan: the next wave, or the end of its window. Safe to call at any time, twice too. */
export async function advance(deps: Deps, actor: Actor, planId: PlanId): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const read = await deps.db.read(actor, async (reader) => {
      const found = await planAt(reader, planId)
      if (found === null || found.plan.approval === null) return null
      const { plan, activation } = found
      const step = nextStep(plan, reader.now)
      if (step === 'nothing')
        return { step, due: nextDue(plan, reader.now), nobody: nobodyCame(plan, reader.now) ? plan : null }
      return { step, prepared: await prepare(reader, plan, activation, found.plan.approval) }
    })
    if (read === null) return
    if (read.step === 'nothing') {
      // The job that looked is gone, so another one takes its place.
      const { due, nobody } = read
      await deps.db.write(actor, async (tx) => {
        if (due !== null) await wake(tx, planId, due)
        if (nobody !== null) await callForAHand(tx, nobody, 'hour_passed')
      })
      return
    }
    const wave =
      read.step === 'next_wave' ? await planWave(read.prepared.call, read.prepared.pending, deps.solve) : []
    const written = await deps.db.write(actor, async (tx) => {
      if (!(await claim(tx, read.prepared.activation.id, read.prepared.activation.version))) return false
      const { plan } = read.prepared
      if (read.step === 'close_window') {
        await endPlan(tx, plan, 'window_closed')
        await callForAHand(tx, plan, 'window_closed')
        await closeWhenDone(tx, plan.activationId)
      } else if (read.step === 'stop_asking') await standDownOffers(tx, pendingOffers(plan), 'ended')
      else if (read.step === 'let_go') await letGo(tx, plan)
      else if (await goesNowhere(tx, plan, wave)) {
        await lookAgain(tx, read.prepared)
        await callForAHand(tx, plan, 'not_reached')
      } else if (wave.length > 0) await writeWave(tx, read.prepared, wave)
      else {
        await lookAgain(tx, read.prepared)
        // With somebody still asked nothing is lost yet.
        if (pendingOffers(plan).length === 0) await callForAHand(tx, plan, 'nobody_left')
      }
      return true
    })
    if (written) return
  }
  throw new Error('the plan kept changing; the job will try again')
}

/** Nobody released them in time: they are told, and the seat is asked of somebody else at once. */
async function letGo(tx: Tx, plan: PlanState): Promise<void> {
  const over = heldSeats(plan).filter((seat) => Temporal.Instant.compare(tx.now, seat.taken!.heldUntil!) >= 0)
  for (const seat of over) {
    await leaveSeat(tx, seat.taken!.offerId)
    const offer = plan.offers.filter((one) => one.id === seat.taken!.offerId)
    await standDownOffers(tx, offer, 'hold_over')
  }
  await seatWaiting(tx, plan.id)
  await lookAtOnce(tx, plan.id)
}

/** Every plan of the region for which something is due now. Jobs only wake this. */
export async function tick(deps: Deps, regionId: RegionId): Promise<void> {
  const actor: Actor = { kind: 'system', regionId }
  const due = await deps.db.read(actor, async (reader) =>
    (await loadPlans(reader, { running: true }))
      .filter((plan) => nextStep(plan, reader.now) !== 'nothing')
      .map((plan) => plan.id),
  )
  for (const planId of due) await advance(deps, actor, planId)
  await deps.db.write(actor, (tx) => telephoneDue(tx))
  await ringDue(deps.db, regionId)
}
