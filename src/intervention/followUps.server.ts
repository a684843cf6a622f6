import { loadActivation, loadPlans } from '../activation/index.server.ts'
import type { PlanState } from '../activation/index.ts'
import { audit } from '../audit/index.server.ts'
import { loadIncident } from '../incident/index.server.ts'
import { type Actor, hasRole } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { type MemberId, newId, type PlanId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { checkAfter, type Due, type enteredKinds, type FollowUp, followUpsAfter, onDay } from './followUp.ts'
import type { FollowUpTables } from './followUpTables.server.ts'
import { remindFollowUp } from './jobs.ts'
import { type InterventionCode, problem } from './problems.ts'

/** Lays down what follows a session that was held, in the close-out's own transaction. */
export async function planFollowUps(tx: Tx, plan: PlanState): Promise<void> {
  const activation = (await loadActivation(tx, plan.activationId))!
  // Nothing happened to whoever listened to a talk, and nothing weighs on whoever gave it.
  if (activation.booking !== null) return
  const { policy } = await loadPolicy(tx, activation.policyVersion)
  const { timeZone } = await loadRegion(tx)
  const { occurredAt } = (await loadIncident(tx, activation.incidentId))!
  const { endsAt } = plan.approval!
  const seated = plan.seats.filter((seat) => seat.taken !== null)
  const owner = (seated.find((seat) => seat.kind === 'lead') ?? seated[0])?.taken?.memberId ?? null
  for (const due of followUpsAfter({ endsAt, occurredAt }, timeZone, policy))
    await add(tx, plan.id, due, owner, null)
  for (const seat of seated) await add(tx, plan.id, checkAfter(endsAt, policy), null, seat.taken!.memberId)
}

async function add(
  tx: Tx,
  planId: PlanId,
  due: Due,
  ownerId: MemberId | null,
  aboutId: MemberId | null,
): Promise<void> {
  const id = newId<string>()
  await tx
    .tables<FollowUpTables>()
    .insertInto('intervention.follow_up')
    .values({
      region_id: tx.regionId,
      id,
      plan_id: planId,
      kind: due.kind,
      owner_id: ownerId,
      about_id: aboutId,
      due_at: due.dueAt,
      late_at: due.lateAt,
    })
    .execute()
  await remind(tx, id, due.dueAt)
}

export async function remind(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await enqueue(tx, remindFollowUp, { regionId: tx.regionId, followUpId: id }, { key: `follow-up:${id}`, at })
}

/** A trial or an inquest: a day a coordinator heard of. */
export async function enterFollowUp(
  db: Db,
  actor: Actor,
  planId: PlanId,
  kind: (typeof enteredKinds)[number],
  day: Temporal.PlainDate,
): Promise<Outcome<null, InterventionCode>> {
  if (!runsFollowUps(actor)) return problem('not_allowed')
  return await refusedBy({ follow_up_once: problem('entered_already') }, () =>
    db.write(actor, async (tx) => {
      const plan = (await loadPlans(tx, { planId }))[0]
      if (plan === undefined || plan.type === 'preIncidentEducation') return problem('unknown_plan')
      const { timeZone } = await loadRegion(tx)
      const { policy } = await loadPolicy(tx)
      const due = onDay(kind, day, timeZone, policy.followUp.graceDays)
      if (Temporal.Instant.compare(due.lateAt, tx.now) < 0) return problem('day_past', 'day')
      const lead = plan.seats.find((seat) => seat.kind === 'lead')?.taken?.memberId ?? null
      await add(tx, planId, due, lead, null)
      await audit(tx, { act: 'follow_up_entered', subject: { plan: planId }, detail: { kind } })
      return done(null)
    }),
  )
}

/** Ticked, by whoever owns it or coordinates. Said twice, it stands once. */
export async function followUpDone(
  db: Db,
  actor: Actor,
  memberId: MemberId | null,
  id: string,
): Promise<Outcome<null, InterventionCode>> {
  return await step(db, actor, memberId, id, 'done', async (_, found) =>
    found.doneAt === null ? done(null) : problem('done_already'),
  )
}

/** Put off to another day, at nine; late again after the region's grace. `seen`: when it was due on the page that was filled in. */
export async function moveFollowUp(
  db: Db,
  actor: Actor,
  memberId: MemberId | null,
  id: string,
  day: Temporal.PlainDate,
  seen: string,
): Promise<Outcome<null, InterventionCode>> {
  return await step(db, actor, memberId, id, 'moved', async (tx, found) => {
    if (found.doneAt !== null) return problem('done_already')
    const { timeZone } = await loadRegion(tx)
    const { policy } = await loadPolicy(tx)
    const next = onDay(found.kind, day, timeZone, policy.followUp.graceDays)
    if (Temporal.Instant.compare(next.dueAt, tx.now) < 0) return problem('day_past', `day-${id}`)
    if (found.dueAt.toString() !== seen) return problem('changed_meanwhile')
    const moved = await tx
      .tables<FollowUpTables>()
      .updateTable('intervention.follow_up')
      .set({ due_at: next.dueAt, late_at: next.lateAt })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .where('due_at', '=', found.dueAt)
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return problem('changed_meanwhile')
    await remind(tx, id, next.dueAt)
    return done(null)
  })
}

/** One step of a follow-up, by whoever owns it or coordinates, noted with who took it. */
export async function step(
  db: Db,
  actor: Actor,
  memberId: MemberId | null,
  id: string,
  what: FollowUpTables['intervention.follow_up_step']['what'],
  work: (tx: Tx, found: FollowUp) => Promise<Outcome<null, InterventionCode>>,
): Promise<Outcome<null, InterventionCode>> {
  if (actor.kind !== 'account') return problem('not_allowed')
  const { accountId } = actor
  return await refusedBy({ follow_up_done_once: problem('done_already') }, () =>
    db.write(actor, async (tx) => {
      const [found] = await loadFollowUps(tx, { id })
      if (found === undefined) return problem('unknown_follow_up')
      if (memberId === null || found.ownerId !== memberId) {
        // What is somebody else's is not found; whoever sat there too may have had it until a moment ago.
        if (!runsFollowUps(actor))
          return problem((await satThere(tx, found, memberId)) ? 'given_on' : 'unknown_follow_up')
      }
      const worked = await work(tx, found)
      if (!worked.ok) return worked
      await tx
        .tables<FollowUpTables>()
        .insertInto('intervention.follow_up_step')
        .values({
          region_id: tx.regionId,
          id: newId<string>(),
          follow_up_id: id,
          what,
          stepped_by: accountId,
        })
        .execute()
      await audit(tx, { act: `follow_up_${what}`, subject: { followUp: id } })
      return done(null)
    }),
  )
}

async function satThere(reader: Reader, { planId }: FollowUp, memberId: MemberId | null): Promise<boolean> {
  const [plan] = await loadPlans(reader, { planId })
  return plan?.seats.some((seat) => seat.taken !== null && seat.taken.memberId === memberId) ?? false
}

export function runsFollowUps(actor: Actor): boolean {
  return hasRole(actor, 'duty_coordinator', 'clinical_director')
}

/** Soonest due first. `late`: past its last hour and not done. */
export async function loadFollowUps(
  reader: Reader,
  which: {
    readonly id?: string
    readonly owner?: MemberId
    readonly plan?: PlanId
    readonly open?: true
    readonly late?: true
  },
): Promise<FollowUp[]> {
  let query = reader
    .tables<FollowUpTables>()
    .selectFrom('intervention.follow_up as f')
    .leftJoin('intervention.follow_up_step as d', (join) =>
      join
        .onRef('d.region_id', '=', 'f.region_id')
        .onRef('d.follow_up_id', '=', 'f.id')
        .on('d.what', '=', 'done'),
    )
    .selectAll('f')
    .select('d.stepped_at as done_at')
    .where('f.region_id', '=', reader.regionId)
    .orderBy('f.due_at')
    .orderBy('f.id')
    .limit(500)
  if (which.id !== undefined) query = query.where('f.id', '=', which.id)
  if (which.owner !== undefined) query = query.where('f.owner_id', '=', which.owner)
  if (which.plan !== undefined) query = query.where('f.plan_id', '=', which.plan)
  if (which.open) query = query.where('d.stepped_at', 'is', null)
  if (which.late) query = query.where('d.stepped_at', 'is', null).where('f.late_at', '<=', reader.now)
  return (await query.execute()).map((row) => ({
    id: row.id,
    planId: row.plan_id,
    kind: row.kind,
    ownerId: row.owner_id,
    aboutId: row.about_id,
    dueAt: row.due_at,
    lateAt: row.late_at,
    doneAt: row.done_at,
  }))
}
