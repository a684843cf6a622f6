import type { PlanState } from '../activation/index.ts'
import { loadReach } from '../messaging/index.server.ts'
import { type Channel, mailOnly, quietChannelsOf } from '../messaging/index.ts'
import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { OfferId } from '../platform/ids.ts'
import { briefed } from './briefing.ts'
import { tellBriefing } from './jobs.ts'

export type BriefingNote = { readonly what: 'changed' | 'soon'; readonly at: number }

/** Everybody who is on the team hears of it, by the quiet ways they chose; a seat that is only kept is not theirs yet. */
export async function tellTeam(tx: Tx, plan: PlanState, note: BriefingNote): Promise<void> {
  const seated = briefed(plan)
  const reach = await loadReach(
    tx,
    seated.map((one) => one.memberId),
  )
  for (const { memberId, offerId } of seated)
    for (const channel of quietChannelsOf(reach.get(memberId) ?? mailOnly))
      await sendBriefing(tx, offerId, note, channel)
}

export async function sendBriefing(
  tx: Tx,
  offerId: OfferId,
  note: BriefingNote,
  channel: Channel,
): Promise<void> {
  const key = `briefing:${offerId}:${note.what}:${note.at}:${channel}`
  await enqueue(tx, tellBriefing, { regionId: tx.regionId, offerId, ...note, channel }, { key })
}
