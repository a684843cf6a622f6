import { accountsWith } from '../identity/index.server.ts'
import { loadReach } from '../messaging/index.server.ts'
import { channelsForAlert } from '../messaging/index.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId, ActivationId, RegionId } from '../platform/ids.ts'
import { loadPolicy } from '../region/index.server.ts'
import { coordinatorsOnDuty } from '../roster/index.server.ts'
import { type AlertStep, behindMinutes, nextRing, rangLongEnough, waitAfter } from './alertLadder.ts'
import { needsSomebody } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'
import { alertCoordinator, ringAlert } from './jobs.ts'
import { anotherRings, oneAtATime } from './requestDoor.server.ts'
import { loadActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'

/**
 * A request came in: it rings from now on, once `ring` looks, in the transaction that keeps it. One that `joins` waits
 * while another request of its agency rings.
 */
export async function startAlert(tx: Tx, activationId: ActivationId, joins = false): Promise<void> {
  await tx
    .tables<ActivationTables>()
    .insertInto('activation.alert')
    .values({ region_id: tx.regionId, activation_id: activationId, due_at: tx.now, joins })
    .execute()
}

/** Rings whoever is next, if it is time. Safe to call at any time, twice too: jobs only wake it. */
export async function ring(tx: Tx, activationId: ActivationId): Promise<void> {
  const tables = tx.tables<ActivationTables>()
  // Two who look at once: the second waits here, and finds it done.
  const alert = await tables
    .selectFrom('activation.alert')
    .select(['round', 'due_at', 'joins'])
    .where('region_id', '=', tx.regionId)
    .where('activation_id', '=', activationId)
    .forUpdate()
    .executeTakeFirst()
  if (alert === undefined || alert.due_at === null) return
  if (Temporal.Instant.compare(tx.now, alert.due_at) < 0) return await wake(tx, activationId, alert.due_at)
  const activation = (await loadActivation(tx, activationId))!
  const state = await loadAlert(tx, activationId)
  const { policy } = await loadPolicy(tx, activation.policyVersion)
  const tooLong = rangLongEnough(state.takings, activation.openedAt, tx.now)
  const needed = needsSomebody(state, activation.contact !== null, policy, tx.now)
  if (activation.outcome !== null || tooLong || !needed) return await silence(tx, activationId)
  if (alert.joins && alert.round === 0) {
    await oneAtATime(tx)
    if (await anotherRings(tx, activationId)) return await waitBehind(tx, activationId)
  }

  const next = nextRing(await people(tx), state.rung, new Set(state.aside.map((one) => one.accountId)))
  const round = alert.round + 1
  for (const accountId of next?.accounts ?? []) {
    await tables
      .insertInto('activation.ring')
      .values({
        region_id: tx.regionId,
        activation_id: activationId,
        account_id: accountId,
        round,
        step: next!.step,
      })
      .execute()
    await message(tx, activationId, accountId, round)
  }
  // Nobody at all to ring: somebody may be given the role meanwhile.
  const due = tx.now.add({ minutes: waitAfter(next?.step ?? 'director', policy) })
  await tables
    .updateTable('activation.alert')
    .set({ round, due_at: due })
    .where('region_id', '=', tx.regionId)
    .where('activation_id', '=', activationId)
    .execute()
  await wake(tx, activationId, due)
}

/** Every way at once: whoever coordinates must wake. */
async function message(
  tx: Tx,
  activationId: ActivationId,
  accountId: AccountId,
  round: number,
): Promise<void> {
  const reach = (await loadReach(tx, [accountId])).get(accountId)
  for (const channel of channelsForAlert(reach)) {
    await enqueue(
      tx,
      alertCoordinator,
      { regionId: tx.regionId, activationId, accountId, round, channel },
      { key: `alert:${activationId}:${accountId}:${round}:${channel}` },
    )
  }
}

/** Somebody has it, and is given the minutes that whoever asked was promised. */
export async function awaitCall(tx: Tx, activationId: ActivationId, minutes: number): Promise<void> {
  const due = tx.now.add({ minutes })
  const changed = await tx
    .tables<ActivationTables>()
    .updateTable('activation.alert')
    .set({ due_at: due })
    .where('region_id', '=', tx.regionId)
    .where('activation_id', '=', activationId)
    .returning('round')
    .executeTakeFirst()
  if (changed !== undefined) await wake(tx, activationId, due)
}

/** It rings no more. */
export async function silence(tx: Tx, activationId: ActivationId): Promise<void> {
  await tx
    .tables<ActivationTables>()
    .updateTable('activation.alert')
    .set({ due_at: null })
    .where('region_id', '=', tx.regionId)
    .where('activation_id', '=', activationId)
    .where('due_at', 'is not', null)
    .execute()
}

/** Nothing is lost: it looks again, and rings once no other request of its agency does. */
async function waitBehind(tx: Tx, activationId: ActivationId): Promise<void> {
  const due = tx.now.add({ minutes: behindMinutes })
  await tx
    .tables<ActivationTables>()
    .updateTable('activation.alert')
    .set({ due_at: due })
    .where('region_id', '=', tx.regionId)
    .where('activation_id', '=', activationId)
    .execute()
  await wake(tx, activationId, due)
}

/** It rings on, at once, with whoever comes next; somebody looked at it, so it waits for no other. */
export async function ringOn(tx: Tx, activationId: ActivationId): Promise<void> {
  await tx
    .tables<ActivationTables>()
    .updateTable('activation.alert')
    .set({ due_at: tx.now, joins: false })
    .where('region_id', '=', tx.regionId)
    .where('activation_id', '=', activationId)
    .execute()
  await ring(tx, activationId)
}

async function wake(tx: Tx, activationId: ActivationId, at: Temporal.Instant): Promise<void> {
  await enqueue(tx, ringAlert, { regionId: tx.regionId, activationId }, { key: `ring:${activationId}`, at })
}

async function people(reader: Reader): Promise<Record<AlertStep, readonly AccountId[]>> {
  const duty = await coordinatorsOnDuty(reader)
  return {
    on_call: duty.on_call,
    backup: duty.backup,
    everybody: await accountsWith(reader, 'duty_coordinator'),
    director: await accountsWith(reader, 'clinical_director'),
  }
}

/** Every request of the region that should ring now. */
export async function ringDue(db: Db, regionId: RegionId): Promise<void> {
  const actor = { kind: 'system', regionId } as const
  const due = await db.read(actor, async (reader) =>
    reader
      .tables<ActivationTables>()
      .selectFrom('activation.alert')
      .select('activation_id')
      .where('region_id', '=', regionId)
      .where('due_at', '<=', reader.now)
      .orderBy('due_at')
      .execute(),
  )
  for (const row of due) await db.write(actor, (tx) => ring(tx, row.activation_id))
}
