import { accountsWith } from '../identity/index.server.ts'
import { deliver, reachOf } from '../messaging/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId, AidRequestId, RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadMember, releaseCommitment } from '../roster/index.server.ts'
import { loadAid } from './aidStore.server.ts'
import type { HandlerDeps } from './jobs.server.ts'
import { aidAsked, alertAid, settleAid } from './jobs.ts'
import { messageWords } from './messageWords.ts'
import { activationPaths } from './paths.ts'
import { activationOfPlan } from './planStore.server.ts'
import type { ActivationTables } from './tables.server.ts'

/** What follows, each in its own region, when teams ask each other for help. */
export function aidHandlers(deps: Pick<HandlerDeps, 'db' | 'mail' | 'teamUrl' | 'emailOf'>): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  return [
    handle(aidAsked, ({ regionId, requestId }) =>
      deps.db.write(system(regionId), async (tx) => {
        for (const accountId of await accountsWith(tx, 'duty_coordinator'))
          await enqueue(
            tx,
            alertAid,
            { regionId, requestId, accountId },
            { key: `aid-alert:${requestId}:${accountId}` },
          )
      }),
    ),
    handle(alertAid, async ({ regionId, requestId, accountId }) => {
      const to = await deps.emailOf(accountId as AccountId)
      if (to === null) return
      await deliver(deps, system(regionId), `aid.${requestId}.${accountId}`, async (reader) => {
        const [request] = await loadAid(reader, { id: requestId as AidRequestId })
        if (request === undefined || request.closed) return null
        const { slug } = await loadRegion(reader)
        const path =
          request.region === reader.regionId
            ? activationPaths.whoCould(
                slug,
                (await activationOfPlan(reader, request.planId))!,
                request.planId,
              )
            : activationPaths.aid(slug, request.id)
        const say = messageWords.en
        return { to, subject: say.aidSubject, text: say.aidMail(new URL(path, deps.teamUrl).href) }
      })
    }),
    handle(settleAid, async ({ regionId, requestId }) => {
      const decided = await deps.db.write(system(regionId), (tx) => settled(tx, requestId as AidRequestId))
      if (decided === null) return
      const key = decided.accepted ? `aid-on.${requestId}` : `aid-off.${requestId}`
      await deliver(deps, system(regionId), key, async (reader) => {
        const member = await loadMember(reader, decided.memberId)
        if (member === null) return null
        const say = messageWords[(await reachOf(reader, decided.memberId)).lang]
        return decided.accepted
          ? { to: member.email, subject: say.seatedSubject, text: say.guestMail }
          : { to: member.email, subject: say.standDownSubject, text: say.standDownMail }
      })
    }),
  ]
}

/** Frees whoever isn't needed; null where nobody was offered. */
async function settled(tx: Tx, requestId: AidRequestId) {
  const [request] = await loadAid(tx, { id: requestId })
  const offered = await tx
    .tables<ActivationTables>()
    .selectFrom('activation.aid_answer')
    .select(['member_id', 'commitment_id'])
    .where('region_id', '=', tx.regionId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  if (request === undefined || offered?.member_id == null) return null
  if (!request.accepted) await releaseCommitment(tx, offered.commitment_id!)
  return { memberId: offered.member_id, accepted: request.accepted }
}
