import { accountsWith } from '../identity/index.server.ts'
import { loadReach, reachOf } from '../messaging/index.server.ts'
import { channelsForAlert } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId, AidRequestId, RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { settle } from './aidEnd.server.ts'
import { loadAid } from './aidStore.server.ts'
import { callToken } from './callToken.server.ts'
import type { HandlerDeps } from './jobs.server.ts'
import { aidAnswered, aidAsked, alertAid } from './jobs.ts'
import { messageWords, withLink } from './messageWords.ts'
import { activationPaths } from './paths.ts'
import { activationOfPlan } from './planStore.server.ts'
import { sendMessage } from './sendMessage.server.ts'
import { isOver } from './stale.ts'
import { isStillRung } from './stillRung.server.ts'

/** What follows, each in its own region, when teams ask each other for help. */
export function aidHandlers(deps: HandlerDeps): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  return [
    handle(aidAsked, ({ regionId, requestId }) =>
      deps.db.write(system(regionId), async (tx) => {
        await tell(tx, requestId, await accountsWith(tx, 'duty_coordinator'))
      }),
    ),
    handle(aidAnswered, ({ regionId, requestId, accountId }) =>
      deps.db.write(system(regionId), async (tx) => {
        const [request] = await loadAid(tx, { id: requestId as AidRequestId })
        // It was closed while they answered: whoever they offered is freed once more.
        if (request?.closed && !request.accepted) await settle(tx, request.id, false)
        else await tell(tx, requestId, [accountId as AccountId])
      }),
    ),
    handle(alertAid, async ({ regionId, requestId, accountId, channel }) => {
      const email = await deps.emailOf(accountId as AccountId)
      if (email === null) return
      await sendMessage(deps, system(regionId), `aid.${requestId}.${accountId}`, channel, async (reader) => {
        const [request] = await loadAid(reader, { id: requestId as AidRequestId })
        if (request === undefined || request.closed || isOver(request.endsAt, reader.now)) return null
        if (!(await isStillRung(reader, accountId))) return null
        const { slug } = await loadRegion(reader)
        const path =
          request.region === reader.regionId
            ? activationPaths.whoCould(
                slug,
                (await activationOfPlan(reader, request.planId))!,
                request.planId,
              )
            : activationPaths.aid(slug, request.id)
        const reach = await reachOf(reader, accountId)
        const say = messageWords[reach.lang]
        const link = new URL(path, deps.teamUrl).href
        return {
          email,
          reach,
          person: accountId,
          push: { line: say.aidPush, path, until: null },
          mail: { subject: say.aidSubject, text: say.aidMail(link) },
          text: withLink(say.aidText, link),
          script: (provider) =>
            deps.callUrl(
              provider,
              callToken(deps.secrets, {
                kind: 'hand',
                regionId: reader.regionId,
                accountId: accountId as AccountId,
              }),
            ),
        }
      })
    }),
  ]
}

/** Every way at once: at night a mail alone is read in the morning. */
async function tell(tx: Tx, requestId: string, accounts: readonly AccountId[]): Promise<void> {
  const reach = await loadReach(tx, accounts)
  for (const accountId of accounts)
    for (const channel of channelsForAlert(reach.get(accountId)))
      await enqueue(
        tx,
        alertAid,
        { regionId: tx.regionId, requestId, accountId, channel },
        { key: `aid-alert:${requestId}:${accountId}:${channel}` },
      )
}
