import { accountsWith } from '../identity/index.server.ts'
import { loadReach } from '../messaging/index.server.ts'
import { channelsForAlert } from '../messaging/index.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId, ActivationId } from '../platform/ids.ts'
import { coordinatorsOnDuty } from '../roster/index.server.ts'
import { takenBy } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'
import { bookedAs } from './booking.ts'
import { type HandReason, handNeeded } from './jobs.ts'
import type { PlanState } from './planState.ts'

/**
 * A team needs a hand: whoever has the activation and whoever is on call hear it every way at once; everybody where
 * there is neither. Once for each reason, and once more after the session moved. For a booking nobody is woken: a mail waits.
 */
export async function callForAHand(tx: Tx, plan: PlanState, reason: HandReason): Promise<void> {
  const accounts = await whoHears(tx, plan.activationId)
  const reach = await loadReach(tx, accounts)
  for (const accountId of accounts)
    for (const channel of bookedAs(plan) === null
      ? channelsForAlert(reach.get(accountId))
      : (['mail'] as const)) {
      const payload = { regionId: tx.regionId, planId: plan.id, accountId, reason, round: plan.moves.length }
      const key = `hand:${plan.id}:${reason}:${plan.moves.length}:${accountId}:${channel}`
      await enqueue(tx, handNeeded, { ...payload, channel }, { key })
    }
}

async function whoHears(reader: Reader, activationId: ActivationId): Promise<AccountId[]> {
  const alert = await loadAlert(reader, activationId)
  const aside = new Set(alert.aside.map((one) => one.accountId))
  const duty = await coordinatorsOnDuty(reader)
  const coordinators = await accountsWith(reader, 'duty_coordinator')
  const holder = takenBy(alert)
  const first = new Set(
    [...(holder !== null && coordinators.includes(holder) ? [holder] : []), ...duty.on_call].filter(
      (one) => !aside.has(one),
    ),
  )
  if (first.size > 0) return [...first]
  const others = [...duty.backup, ...coordinators]
  return [...new Set(others)].filter((one) => !aside.has(one))
}
