import type { Reader } from '../platform/db.server.ts'
import type { AccountId, ActivationId } from '../platform/ids.ts'
import { loadPolicy } from '../region/index.server.ts'
import { type AlertState, needsSomebody } from './alertState.ts'
import { loadActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'

export async function loadAlert(reader: Reader, activationId: ActivationId): Promise<AlertState> {
  const tables = reader.tables<ActivationTables>()
  const rung = await tables
    .selectFrom('activation.ring')
    .select(['account_id', 'step', 'rung_at', 'round', 'passed_on_at'])
    .where('region_id', '=', reader.regionId)
    .where('activation_id', '=', activationId)
    .orderBy('rung_at')
    .orderBy('round')
    .execute()
  const aside = await tables
    .selectFrom('activation.stood_aside')
    .select(['account_id', 'stood_aside_at'])
    .where('region_id', '=', reader.regionId)
    .where('activation_id', '=', activationId)
    .execute()
  const takings = await tables
    .selectFrom('activation.taking')
    .select(['account_id', 'taken_at', 'handed_on_at'])
    .where('region_id', '=', reader.regionId)
    .where('activation_id', '=', activationId)
    .orderBy('taken_at')
    .execute()
  const alert = await tables
    .selectFrom('activation.alert')
    .select(['due_at', 'joins'])
    .where('region_id', '=', reader.regionId)
    .where('activation_id', '=', activationId)
    .executeTakeFirst()
  return {
    rung: rung.map((row) => ({
      accountId: row.account_id,
      step: row.step,
      at: row.rung_at,
      round: row.round,
      passedOn: row.passed_on_at !== null,
    })),
    aside: aside.map((row) => ({ accountId: row.account_id, at: row.stood_aside_at })),
    takings: takings.map((row) => ({
      accountId: row.account_id,
      at: row.taken_at,
      handedOnAt: row.handed_on_at,
    })),
    dueAt: alert?.due_at ?? null,
    behind: alert?.joins === true && alert.due_at !== null && rung.length === 0,
  }
}

export async function standsAside(
  reader: Reader,
  activationId: ActivationId,
  accountId: AccountId,
): Promise<boolean> {
  const found = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.stood_aside')
    .select('account_id')
    .where('region_id', '=', reader.regionId)
    .where('activation_id', '=', activationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return found !== undefined
}

/** Requests this account was rung for and may take, and that still need somebody: what a reply by text can mean. Newest first. */
export async function ringingFor(reader: Reader, accountId: AccountId): Promise<ActivationId[]> {
  const rows = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.alert as a')
    .innerJoin('activation.ring as r', (join) =>
      join.onRef('r.region_id', '=', 'a.region_id').onRef('r.activation_id', '=', 'a.activation_id'),
    )
    .select('a.activation_id')
    .distinct()
    .where('a.region_id', '=', reader.regionId)
    .where('a.due_at', 'is not', null)
    .where('r.account_id', '=', accountId)
    .where('r.passed_on_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('activation.stood_aside as s')
            .select('s.account_id')
            .whereRef('s.region_id', '=', 'a.region_id')
            .whereRef('s.activation_id', '=', 'a.activation_id')
            .where('s.account_id', '=', accountId),
        ),
      ),
    )
    .orderBy('a.activation_id', 'desc')
    .execute()
  const ringing: ActivationId[] = []
  for (const { activation_id: id } of rows) {
    const activation = (await loadActivation(reader, id))!
    const { policy } = await loadPolicy(reader, activation.policyVersion)
    if (needsSomebody(await loadAlert(reader, id), activation.contact !== null, policy, reader.now))
      ringing.push(id)
  }
  return ringing
}
