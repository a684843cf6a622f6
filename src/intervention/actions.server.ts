import { closePlan, loadPlans } from '../activation/index.server.ts'
import { audit } from '../audit/index.server.ts'
import { type Actor, hasRole } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { PlanId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { wholly } from '../platform/wholly.server.ts'
import { type CloseOut, contradicts, guarded, longerThanSince } from './closeOut.ts'
import { planFollowUps } from './followUps.server.ts'
import { type InterventionCode, problem } from './problems.ts'

type InterventionTables = {
  'intervention.close_out': {
    region_id: RegionId
    plan_id: PlanId
    held: CloseOut['held']
    participants: CloseOut['participants']
    duration: CloseOut['duration']
    follow_up_offered: boolean
    closed_by: string
  }
}

/** Closes one plan's session. Coordinator or clinical director; a plan closes once. */
export async function closeOut(
  db: Db,
  actor: Actor,
  planId: PlanId,
  given: CloseOut,
): Promise<Outcome<null, InterventionCode>> {
  if (actor.kind !== 'account' || !hasRole(actor, 'duty_coordinator', 'clinical_director'))
    return problem('not_allowed')
  const contradicted = contradicts(given)
  if (contradicted !== null) return problem('contradicts_itself', contradicted)
  return await wholly(db, actor, async (tx) => {
    const plan = (await loadPlans(tx, { planId }))[0]
    if (plan === undefined) return problem('unknown_plan')
    const since = plan.approval?.startsAt
    const begun = since !== undefined && plan.end === null && Temporal.Instant.compare(since, tx.now) <= 0
    if (begun && longerThanSince(given.duration, since, tx.now))
      return problem('longer_than_since', 'duration')
    const kept = guarded(given, plan.count ?? 0)
    const refused = await refusedBy({ close_out_pkey: problem('closed_already') }, () =>
      record(tx, planId, kept, actor.accountId),
    )
    if (refused !== null) return refused
    const closed = await closePlan(tx, planId, given.held !== 'not_held')
    if (closed.ok && given.held !== 'not_held') await planFollowUps(tx, plan)
    if (closed.ok) {
      await audit(tx, { act: 'session_closed_out', subject: { plan: planId }, detail: { held: kept.held } })
      return done(null)
    }
    return problem(refusalOf(closed.code))
  })
}

function refusalOf(code: string): InterventionCode {
  return code === 'not_approved_yet' ||
    code === 'session_ahead' ||
    code === 'nobody_seated' ||
    code === 'stood_aside'
    ? code
    : 'closed_already'
}

/** What a plan was closed with; null: it was not. */
export async function loadCloseOut(reader: Reader, planId: PlanId): Promise<CloseOut | null> {
  const row = await reader
    .tables<InterventionTables>()
    .selectFrom('intervention.close_out')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { held, participants, duration } = row
  return { held, participants, duration, followUpOffered: row.follow_up_offered ? 'yes' : 'no' }
}

async function record(tx: Tx, planId: PlanId, given: CloseOut, by: string): Promise<null> {
  await tx
    .tables<InterventionTables>()
    .insertInto('intervention.close_out')
    .values({
      region_id: tx.regionId,
      plan_id: planId,
      held: given.held,
      participants: given.participants,
      duration: given.duration,
      follow_up_offered: given.followUpOffered === 'yes',
      closed_by: by,
    })
    .execute()
  return null
}
