import type { Tx } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { nameFrom } from './learnerName.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

/** The name for certificates; the account's row is held, so that somebody's two taps come one after the other. */
export async function nameLearner(
  tx: Tx,
  accountId: AccountId,
  name: string | null,
): Promise<Outcome<null, TrainingCode>> {
  const tables = tx.tables<TrainingTables>()
  const given = nameFrom(name ?? '')
  if (given !== null)
    await tables
      .insertInto('training.learner')
      .values({ region_id: tx.regionId, account_id: accountId, name: given })
      // Whoever was watched in a room was watched under their name: it changes no more by itself.
      .onConflict((conflict) =>
        conflict
          .columns(['region_id', 'account_id'])
          .doUpdateSet({ name: given })
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('training.sign_off as s')
                  .innerJoin('training.enrolment as e', (join) =>
                    join.onRef('e.region_id', '=', 's.region_id').onRef('e.id', '=', 's.enrolment_id'),
                  )
                  .select('s.id')
                  .where('s.region_id', '=', tx.regionId)
                  .where('e.account_id', '=', accountId),
              ),
            ),
          ),
      )
      .execute()
  const known = await tables
    .selectFrom('training.learner')
    .select('name')
    .where('region_id', '=', tx.regionId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  const wrong = given === null && (name?.trim() ?? '') !== ''
  return known === undefined || wrong ? problem('name_missing', 'name') : done(null)
}
