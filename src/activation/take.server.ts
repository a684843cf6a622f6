import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { type AccountId, type ActivationId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadPolicy } from '../region/index.server.ts'
import { heardFrom } from '../roster/index.server.ts'
import { awaitCall, ringOn, silence } from './alert.server.ts'
import { allPassedOn, isOverdue, takenBy } from './alertState.ts'
import { loadAlert, standsAside } from './alertStore.server.ts'
import { may } from './may.ts'
import { type ActivationCode, problem } from './problems.ts'
import { claim, loadActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'

/**
 * "I call back, and I was not involved": it rings nobody else for as long as whoever asked was promised a call. Once that
 * is over and no call is recorded, somebody else may take it over. Said twice, it stands once.
 */
export async function takeRequest(
  db: Db,
  actor: Actor,
  activationId: ActivationId,
): Promise<Outcome<null, ActivationCode>> {
  return await change(db, actor, activationId, (tx, accountId) => take(tx, activationId, accountId))
}

/** In the caller's transaction, with the activation claimed. */
export async function take(
  tx: Tx,
  activationId: ActivationId,
  accountId: AccountId,
): Promise<Outcome<null, ActivationCode>> {
  if (await standsAside(tx, activationId, accountId)) return problem('stood_aside')
  const activation = (await loadActivation(tx, activationId))!
  const { policy } = await loadPolicy(tx, activation.policyVersion)
  const spoken = activation.contact !== null
  const alert = await loadAlert(tx, activationId)
  const holder = takenBy(alert)
  if (holder !== null && holder !== accountId) {
    if (!isOverdue(alert, spoken, policy, tx.now)) return problem('taken_already')
    await endTaking(tx, activationId, holder)
  }
  if (holder !== accountId) {
    await tx
      .tables<ActivationTables>()
      .insertInto('activation.taking')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        activation_id: activationId,
        account_id: accountId,
      })
      .execute()
    await audit(tx, { act: 'request_taken', subject: { activation: activationId } })
  }
  if (spoken) await silence(tx, activationId)
  else await awaitCall(tx, activationId, policy.callBackMinutes)
  return done(null)
}

/** Involved in one of the ways that count; which, nobody asks. */
export async function standAside(tx: Tx, activationId: ActivationId, accountId: AccountId): Promise<void> {
  await tx
    .tables<ActivationTables>()
    .insertInto('activation.stood_aside')
    .values({ region_id: tx.regionId, activation_id: activationId, account_id: accountId })
    .onConflict((conflict) => conflict.columns(['region_id', 'activation_id', 'account_id']).doNothing())
    .execute()
}

async function endTaking(tx: Tx, activationId: ActivationId, accountId: AccountId): Promise<void> {
  await tx
    .tables<ActivationTables>()
    .updateTable('activation.taking')
    .set({ handed_on_at: tx.now })
    .where('region_id', '=', tx.regionId)
    .where('activation_id', '=', activationId)
    .where('account_id', '=', accountId)
    .where('handed_on_at', 'is', null)
    .execute()
}

/**
 * Was there, supervises, investigates, is close to somebody, or simply can't: the next one is rung at once. Nobody asks
 * which, and `aside` alone keeps whoever said the first from taking it again. Of several who are rung together, the
 * next ones are rung when the last of them can't; said twice, it rings nobody further.
 */
export async function handOn(
  db: Db,
  actor: Actor,
  activationId: ActivationId,
  aside: boolean,
): Promise<Outcome<null, ActivationCode>> {
  return await change(db, actor, activationId, async (tx, accountId) => {
    const tables = tx.tables<ActivationTables>()
    if (aside) await standAside(tx, activationId, accountId)
    const passed = await tables
      .updateTable('activation.ring')
      .set({ passed_on_at: tx.now })
      .where('region_id', '=', tx.regionId)
      .where('activation_id', '=', activationId)
      .where('account_id', '=', accountId)
      .where('passed_on_at', 'is', null)
      .returning('round')
      .execute()
    const before = takenBy(await loadAlert(tx, activationId))
    if (before === accountId) await endTaking(tx, activationId, accountId)
    const alert = await loadAlert(tx, activationId)
    // Somebody else has it: nothing needs to ring because a third one can't.
    const rings = before === accountId || (before === null && passed.length > 0 && allPassedOn(alert))
    if (rings) await ringOn(tx, activationId)
    if (before === accountId || passed.length > 0)
      await audit(tx, { act: 'request_handed_on', subject: { activation: activationId } })
    return done(null)
  })
}

async function change(
  db: Db,
  actor: Actor,
  activationId: ActivationId,
  work: (tx: Tx, accountId: AccountId) => Promise<Outcome<null, ActivationCode>>,
): Promise<Outcome<null, ActivationCode>> {
  if (!may(actor, 'record_contact') || actor.kind !== 'account') return problem('not_allowed')
  return await refusedBy({ taking_one_at_a_time: problem('taken_already') }, () =>
    db.write(actor, async (tx) => {
      if (!(await claim(tx, activationId))) return problem('unknown_activation')
      if ((await loadActivation(tx, activationId))!.outcome !== null) return problem('ended_already')
      await heardFrom(tx, actor.accountId)
      return await work(tx, actor.accountId)
    }),
  )
}
