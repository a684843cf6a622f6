import type { Tx } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { todayIn } from '../region/index.server.ts'
import { leaveClassesOf } from './classPlaces.server.ts'
import type { TrainingTables } from './tables.server.ts'

/** What stands in place of a name that was erased. */
const nobody = '–'

/**
 * What this region knows of a learner whose account is erased: how they learned, their papers and their links go. That somebody was
 * trained, attended and was certified stays without a name, because a team keeps its training records (ICISF membership terms).
 */
export async function forgetLearner(tx: Tx, accountId: AccountId, email: string): Promise<void> {
  const tables = tx.tables<TrainingTables>()
  const { regionId } = tx
  await tables
    .deleteFrom('training.invited')
    .where('region_id', '=', regionId)
    .where('email', '=', email.toLowerCase())
    .execute()
  const enrolments = (
    await tables
      .selectFrom('training.enrolment')
      .select('id')
      .where('region_id', '=', regionId)
      .where('account_id', '=', accountId)
      .execute()
  ).map((row) => row.id)
  for (const id of enrolments) {
    await tables
      .insertInto('training.enrolment_end')
      .values({ region_id: regionId, enrolment_id: id, why: 'left' })
      .onConflict((conflict) => conflict.constraint('enrolment_end_once').doNothing())
      .execute()
    await leaveClassesOf(tx, id)
  }
  if (enrolments.length > 0) {
    await tables
      .deleteFrom('training.attempt_answer')
      .where('region_id', '=', regionId)
      .where('attempt_id', 'in', (eb) =>
        eb
          .selectFrom('training.attempt')
          .select('id')
          .where('region_id', '=', regionId)
          .where('enrolment_id', 'in', enrolments),
      )
      .execute()
    for (const table of [
      ...(['training.section_read', 'training.check_answer'] as const),
      ...(['training.practice', 'training.practice_way'] as const),
    ])
      await tables
        .deleteFrom(table)
        .where('region_id', '=', regionId)
        .where('enrolment_id', 'in', enrolments)
        .execute()
  }
  for (const table of ['training.claim_withdrawal', 'training.claim_check'] as const)
    await tables
      .deleteFrom(table)
      .where('region_id', '=', regionId)
      .where('claim_id', 'in', (eb) =>
        eb
          .selectFrom('training.claim')
          .select('id')
          .where('region_id', '=', regionId)
          .where('account_id', '=', accountId),
      )
      .execute()
  for (const table of ['training.claim', 'training.continued', 'training.lapse_told'] as const)
    await tables
      .deleteFrom(table)
      .where('region_id', '=', regionId)
      .where('account_id', '=', accountId)
      .execute()
  await tables
    .updateTable('training.showing')
    .set({ ended_on: await todayIn(tx) })
    .where('region_id', '=', regionId)
    .where('ended_on', 'is', null)
    .where('certificate_id', 'in', (eb) =>
      eb
        .selectFrom('training.certificate')
        .select('id')
        .where('region_id', '=', regionId)
        .where('account_id', '=', accountId),
    )
    .execute()
  for (const table of ['training.certificate', 'training.learner'] as const)
    await tables
      .updateTable(table)
      .set({ name: nobody })
      .where('region_id', '=', regionId)
      .where('account_id', '=', accountId)
      .execute()
}
