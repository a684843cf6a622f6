import { loadReach, reachOf } from '../messaging/index.server.ts'
import { type Channel, mailOnly, quietChannelsOf, undelivered } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AidRequestId, MemberId, RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadMember, releaseCommitment } from '../roster/index.server.ts'
import { rosterPaths } from '../roster/index.ts'
import { loadAid } from './aidStore.server.ts'
import type { HandlerDeps } from './jobs.server.ts'
import { sendGuest, settleAid } from './jobs.ts'
import { messageWords } from './messageWords.ts'
import { sendMessage } from './sendMessage.server.ts'
import { isOver } from './stale.ts'
import type { ActivationTables } from './tables.server.ts'

/** Whoever was offered to a neighbour hears in their own region what became of it, each way they chose. */
export function guestHandlers(deps: HandlerDeps): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  return [
    handle(settleAid, ({ regionId, requestId }) =>
      deps.db.write(system(regionId), (tx) => settled(tx, requestId as AidRequestId)),
    ),
    handle(sendGuest, async ({ regionId, requestId, memberId, comes, channel }) => {
      const key = `guest.${requestId}.${memberId}.${comes ? 'on' : 'off'}`
      await sendMessage(deps, system(regionId), key, channel, async (reader) => {
        const [request] = await loadAid(reader, { id: requestId as AidRequestId })
        const member = await loadMember(reader, memberId as MemberId)
        if (member === null || request?.accepted !== comes || isOver(request.endsAt, reader.now)) return null
        const reach = await reachOf(reader, memberId)
        const say = messageWords[reach.lang]
        const path = rosterPaths.mine((await loadRegion(reader)).slug)
        return {
          person: memberId,
          email: member.email,
          reach,
          mail: comes
            ? { subject: say.seatedSubject, text: say.guestMail }
            : { subject: say.standDownSubject, text: say.standDownMail },
          text: comes ? say.guestText : say.standDownText,
          push: { line: comes ? say.guestPush : say.standDownPush, path, until: null },
          script: null,
        }
      })
    }),
    // It did not arrive: the same goes out by mail.
    handle(undelivered, async ({ regionId, key }) => {
      const [, requestId, memberId, what] = ofMessage.exec(key) ?? []
      if (requestId === undefined) return
      await deps.db.write(system(regionId), (tx) =>
        send(tx, requestId as AidRequestId, memberId as MemberId, what === 'on', 'mail'),
      )
    }),
  ]
}

const ofMessage = /^guest\.([0-9a-f-]{36})\.([0-9a-f-]{36})\.(on|off)\.(?:text|push)$/

/** Frees whoever isn't needed, and tells them; nothing where nobody was offered. */
async function settled(tx: Tx, requestId: AidRequestId): Promise<void> {
  const [request] = await loadAid(tx, { id: requestId })
  const offered = await tx
    .tables<ActivationTables>()
    .selectFrom('activation.aid_answer')
    .select(['member_id', 'commitment_id'])
    .where('region_id', '=', tx.regionId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  if (request === undefined || offered?.member_id == null) return
  if (!request.accepted) await releaseCommitment(tx, offered.commitment_id!)
  const memberId = offered.member_id
  const reach = (await loadReach(tx, [memberId])).get(memberId) ?? mailOnly
  for (const channel of quietChannelsOf(reach)) await send(tx, requestId, memberId, request.accepted, channel)
}

async function send(
  tx: Tx,
  requestId: AidRequestId,
  memberId: MemberId,
  comes: boolean,
  channel: Channel,
): Promise<void> {
  await enqueue(
    tx,
    sendGuest,
    { regionId: tx.regionId, requestId, memberId, comes, channel },
    { key: `${sendGuest.name}:${requestId}:${memberId}:${comes}:${channel}` },
  )
}
