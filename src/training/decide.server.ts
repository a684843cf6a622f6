import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadRegion, todayIn } from '../region/index.server.ts'
import type { Enrolment } from './enrolment.ts'
import { holdEnrolment, loadEnrolments } from './enrolments.server.ts'
import { tellApproved } from './jobs.ts'
import { may } from './may.ts'
import { ownAffair } from './ownAffair.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

/** A coordinator says yes or no to somebody else who enrolled where that is asked; what was decided stays. Said twice, it is said once. */
export async function decide(
  db: Db,
  actor: Actor,
  enrolmentId: string,
  verdict: 'approved' | 'declined',
): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'keep_training')) return problem('not_allowed')
  return await db.write(actor, async (tx) => {
    await holdEnrolment(tx, enrolmentId)
    const [enrolment] = await loadEnrolments(tx, { id: enrolmentId })
    if (enrolment === undefined) return problem('unknown_enrolment')
    if (await ownAffair(tx, enrolment.accountId)) return problem('own_enrolment')
    const decisions = tx.tables<TrainingTables>()
    const made =
      enrolment.state !== 'asked'
        ? undefined
        : await decisions
            .insertInto('training.decision')
            .values({
              region_id: tx.regionId,
              enrolment_id: enrolmentId,
              verdict,
              decided_by: accountOf(tx.actor),
            })
            .onConflict((conflict) => conflict.constraint('decision_once').doNothing())
            .returning('verdict')
            .executeTakeFirst()
    if (made === undefined) {
      const known = await decisions
        .selectFrom('training.decision')
        .select('verdict')
        .where('region_id', '=', tx.regionId)
        .where('enrolment_id', '=', enrolmentId)
        .executeTakeFirst()
      return known?.verdict === verdict ? done(null) : problem('decided_already')
    }
    const subject = { account: enrolment.accountId }
    await audit(tx, { act: 'enrolment_decided', subject, detail: { verdict } })
    if (verdict === 'approved') await giveBackWait(tx, enrolment)
    if (verdict === 'approved') await enqueue(tx, tellApproved, { regionId: tx.regionId, enrolmentId })
    return done(null)
  })
}

/** What somebody waited for a yes takes nothing of the time in which they learn. */
async function giveBackWait(tx: Tx, { id, enrolledAt, finishBy }: Enrolment): Promise<void> {
  const { timeZone } = await loadRegion(tx)
  const asked = enrolledAt.toZonedDateTimeISO(timeZone).toPlainDate()
  await tx
    .tables<TrainingTables>()
    .updateTable('training.enrolment')
    .set({ finish_by: finishBy.add(asked.until(await todayIn(tx), { largestUnit: 'day' })) })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
}

/** When somebody said yes or no to an enrolment; null: nobody did. */
export async function decidedWhen(reader: Reader, enrolmentId: string): Promise<Temporal.Instant | null> {
  const row = await reader
    .tables<TrainingTables>()
    .selectFrom('training.decision')
    .select('decided_at')
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  return row?.decided_at ?? null
}
