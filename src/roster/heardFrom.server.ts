import { memberAccounts } from '../identity/index.server.ts'
import type { Tx } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import type { RosterTables } from './tables.server.ts'

/**
 * A member or an account answered something, whatever they said to it: they are reached. Called by whoever takes answers,
 * in the transaction that keeps one.
 */
export async function heardFrom(tx: Tx, person: MemberId | AccountId): Promise<void> {
  const member = (await memberAccounts(tx)).get(person as AccountId)
  for (const person_id of member === undefined ? [person] : [person, member])
    await tx
      .tables<RosterTables>()
      .insertInto('roster.heard_from')
      .values({ region_id: tx.regionId, person_id, heard_at: tx.now })
      .onConflict((conflict) =>
        conflict.columns(['region_id', 'person_id']).doUpdateSet({ heard_at: tx.now }),
      )
      .execute()
}
