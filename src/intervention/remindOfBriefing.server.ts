import { loadActivation, loadPlans, nearBy, watchSessionAt, whoHolds } from '../activation/index.server.ts'
import { loadReach } from '../messaging/index.server.ts'
import { type Channel, mailOnly, quietChannelsOf } from '../messaging/index.ts'
import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { PlanId } from '../platform/ids.ts'
import { loadPolicy } from '../region/index.server.ts'
import { loadBriefing } from './briefing.server.ts'
import { briefedAt, isAhead } from './briefing.ts'
import { briefingMissing } from './jobs.ts'
import { tellTeam } from './tellBriefing.server.ts'

/**
 * The session is near: the team hears when it is briefed, and, where nothing is written, whoever coordinates hears that.
 * Looks once more for whoever came onto the team since; each message has a key, so nobody hears it twice. The start is
 * read anew: a session that moved is looked at again at its own time.
 */
export async function remindOfBriefing(tx: Tx, planId: PlanId): Promise<void> {
  const [plan] = await loadPlans(tx, { planId })
  if (plan === undefined || !isAhead(plan, tx.now)) return
  const activation = (await loadActivation(tx, plan.activationId))!
  const minutes = (await loadPolicy(tx, activation.policyVersion)).policy.team.briefingMinutes
  const { startsAt } = plan.approval!
  const near = nearBy(startsAt, minutes)
  if (Temporal.Instant.compare(tx.now, near) < 0) return await watchSessionAt(tx, planId, near)
  const at = startsAt.epochMilliseconds
  if (briefedAt(plan, minutes, tx.now) !== null) await tellTeam(tx, plan, { what: 'soon', at })
  if ((await loadBriefing(tx, planId)) === null) {
    const accounts = await whoHolds(tx, plan.activationId)
    const reach = await loadReach(tx, accounts)
    for (const accountId of accounts)
      for (const channel of quietChannelsOf(reach.get(accountId) ?? mailOnly))
        await sendMissing(tx, { planId, accountId, at, channel })
  }
  const again = near.add({ minutes: Math.floor(minutes / 2) })
  if (Temporal.Instant.compare(tx.now, again) < 0) await watchSessionAt(tx, planId, again)
}

export async function sendMissing(
  tx: Tx,
  missing: { planId: string; accountId: string; at: number; channel: Channel },
): Promise<void> {
  const key = `briefing-missing:${missing.planId}:${missing.accountId}:${missing.at}:${missing.channel}`
  await enqueue(tx, briefingMissing, { regionId: tx.regionId, ...missing }, { key })
}
