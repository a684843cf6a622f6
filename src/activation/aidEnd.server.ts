import type { SeatKind } from '../incident/index.ts'
import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AidRequestId, PlanId } from '../platform/ids.ts'
import { loadAid } from './aidStore.server.ts'
import { settleAid } from './jobs.ts'
import type { ActivationTables } from './tables.server.ts'

/**
 * No answer is waited for any more for seats of these kinds: somebody sits there, or the session has another time. A
 * neighbour can be asked anew.
 */
export async function endOpenAid(
  tx: Tx,
  planId: PlanId,
  ends: (kind: SeatKind) => boolean = () => true,
): Promise<void> {
  for (const request of await loadAid(tx, { ofPlan: planId }))
    if (!request.closed && ends(request.kind)) await settle(tx, request.id, false)
}

/** With the end of a plan nothing is asked any more; a guest of a session that won't be may rest. */
export async function endAid(tx: Tx, planId: PlanId, held: boolean): Promise<void> {
  for (const request of await loadAid(tx, { ofPlan: planId })) {
    if (request.accepted && held) continue
    if (!request.closed || request.accepted) await settle(tx, request.id, false)
  }
  if (!held) await guestGone(tx, planId)
}

export async function guestGone(tx: Tx, planId: PlanId): Promise<void> {
  await tx
    .tables<ActivationTables>()
    .updateTable('activation.guest')
    .set({ left_at: tx.now })
    .where('region_id', '=', tx.regionId)
    .where('plan_id', '=', planId)
    .where('left_at', 'is', null)
    .execute()
}

/** Says to the neighbour how it stands; a job in the neighbour's own region does what follows. */
export async function settle(tx: Tx, requestId: AidRequestId, accepted: boolean): Promise<void> {
  const { asked_region } = await tx
    .tables<ActivationTables>()
    .updateTable('activation.aid_request')
    .set({ closed_at: tx.now, accepted })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', requestId)
    .returning('asked_region')
    .executeTakeFirstOrThrow()
  await enqueue(tx, settleAid, { regionId: asked_region, requestId })
}
