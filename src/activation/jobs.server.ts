import { deliver } from '../messaging/index.server.ts'
import type { MailTransport } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { AccountId, ActivationId, OfferId, PlanId, RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadMember } from '../roster/index.server.ts'
import { aidHandlers } from './aidJobs.server.ts'
import { advance } from './callOut.server.ts'
import type { Solve } from './compose.ts'
import { advancePlan, alertCoordinator, sendOffer, sendStandDown } from './jobs.ts'
import { alertMail, offerMail, standDownMail } from './mails.ts'
import { offerToken } from './offerLink.server.ts'
import { loadOffer } from './offerToSend.server.ts'
import { activationPaths } from './paths.ts'
import { loadActivation } from './store.server.ts'

export type HandlerDeps = {
  readonly db: Db
  readonly solve: Solve
  readonly mail: MailTransport
  readonly secrets: Secrets
  readonly teamUrl: URL
  /** Addresses of accounts live behind another role; identity answers for one at a time. */
  readonly emailOf: (accountId: AccountId) => Promise<string | null>
}

export function handlers(deps: HandlerDeps): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  const absolute = (path: string) => new URL(path, deps.teamUrl).href

  return [
    handle(alertCoordinator, async (payload) => {
      const to = await deps.emailOf(payload.accountId as AccountId)
      if (to === null) return
      await deliver(
        deps,
        system(payload.regionId),
        `alert.${payload.activationId}.${payload.accountId}`,
        async (reader) => {
          const activation = await loadActivation(reader, payload.activationId as ActivationId)
          if (activation === null || activation.outcome !== null) return null
          const region = await loadRegion(reader)
          return { to, ...alertMail(absolute(activationPaths.activation(region.slug, activation.id))) }
        },
      )
    }),
    handle(sendOffer, async (payload) => {
      const offerId = payload.offerId as OfferId
      await deliver(deps, system(payload.regionId), `offer.${offerId}`, async (reader) => {
        const offer = await loadOffer(reader, offerId)
        if (offer === null || !offer.waiting) return null
        const member = await loadMember(reader, offer.memberId)
        const region = await loadRegion(reader)
        if (member === null) return null
        const token = offerToken(deps.secrets, reader.regionId, offerId, offer.closes)
        return {
          to: member.email,
          ...offerMail(absolute(activationPaths.offer(token)), offer.answerBy, region.timeZone),
        }
      })
    }),
    handle(sendStandDown, async (payload) => {
      const offerId = payload.offerId as OfferId
      await deliver(deps, system(payload.regionId), `stand-down.${offerId}`, async (reader) => {
        const offer = await loadOffer(reader, offerId)
        const member = offer === null ? null : await loadMember(reader, offer.memberId)
        return member === null ? null : { to: member.email, ...standDownMail() }
      })
    }),
    ...aidHandlers(deps),
    handle(advancePlan, (payload) => advance(deps, system(payload.regionId), payload.planId as PlanId)),
  ]
}
