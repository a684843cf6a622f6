import { reachOf } from '../messaging/index.server.ts'
import { undelivered } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reader } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId, ActivationId, OfferId, PlanId, RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadMember } from '../roster/index.server.ts'
import { aidHandlers } from './aidJobs.server.ts'
import { ring } from './alert.server.ts'
import { takenBy } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'
import { bookingHandlers } from './bookingJobs.server.ts'
import { bookingMessageWords, shortDay } from './bookingMessageWords.ts'
import { advance } from './callOut.server.ts'
import { type CallSubject, callToken } from './callToken.server.ts'
import type { Solve } from './compose.ts'
import { idCode } from './idCode.server.ts'
import {
  advancePlan,
  alertCoordinator,
  ringAlert,
  sendMoved,
  sendOffer,
  sendSeated,
  sendStandDown,
  telephoneSilent,
} from './jobs.ts'
import { messageWords, shortClock, withLink } from './messageWords.ts'
import { offerToken } from './offerLink.server.ts'
import { loadOffer } from './offerToSend.server.ts'
import { activationPaths } from './paths.ts'
import { sendBy } from './sendBy.server.ts'
import { type MessageDeps, sendMessage } from './sendMessage.server.ts'
import { telephoneDue } from './sendOffers.server.ts'
import { loadActivation } from './store.server.ts'

export type HandlerDeps = MessageDeps & {
  readonly solve: Solve
  readonly secrets: Secrets
  readonly teamUrl: URL
  /** Where a provider fetches what a call says. */
  readonly callUrl: (provider: string, token: string) => string
  /** Addresses of accounts live behind another role; identity answers for one at a time. */
  readonly emailOf: (accountId: AccountId) => Promise<string | null>
}

export function handlers(deps: HandlerDeps): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  const absolute = (path: string) => new URL(path, deps.teamUrl).href
  const script = (subject: CallSubject) => (provider: string) =>
    deps.callUrl(provider, callToken(deps.secrets, subject))

  /** The offer with whom it asks and its links; null when there is nobody to write to. */
  const about = async (reader: Reader, offerId: OfferId) => {
    const offer = await loadOffer(reader, offerId)
    const member = offer === null ? null : await loadMember(reader, offer.memberId)
    if (offer === null || member === null) return null
    const region = await loadRegion(reader)
    const reach = await reachOf(reader, offer.memberId)
    const token = offerToken(deps.secrets, reader.regionId, offerId, offer.closes)
    return {
      offer,
      region,
      reach,
      email: member.email,
      say: messageWords[reach.lang],
      link: absolute(activationPaths.offer(token)),
      short: absolute(activationPaths.shortOffer(idCode(deps.secrets, 'short offer link', offerId))),
    }
  }

  return [
    handle(ringAlert, ({ regionId, activationId }) =>
      deps.db.write(system(regionId), (tx) => ring(tx, activationId as ActivationId)),
    ),
    handle(alertCoordinator, async ({ regionId, activationId, accountId, round, channel }) => {
      const email = await deps.emailOf(accountId as AccountId)
      if (email === null) return
      const key = `alert.${activationId}.${accountId}.${round}`
      await sendMessage(deps, system(regionId), key, channel, async (reader) => {
        const activation = await loadActivation(reader, activationId as ActivationId)
        if (activation === null || activation.outcome !== null || activation.contact !== null) return null
        if (takenBy(await loadAlert(reader, activation.id)) !== null) return null
        const region = await loadRegion(reader)
        const reach = await reachOf(reader, accountId)
        const say = messageWords[reach.lang]
        return {
          email,
          reach,
          mail: {
            subject: say.alertSubject,
            text: say.alertMail(absolute(activationPaths.activation(region.slug, activation.id))),
          },
          text: say.alertText,
          script: script({
            kind: 'alert',
            regionId: reader.regionId,
            activationId: activation.id,
            accountId: accountId as AccountId,
          }),
        }
      })
    }),
    handle(sendOffer, async ({ regionId, offerId, channel }) => {
      const id = offerId as OfferId
      await sendMessage(deps, system(regionId), `offer.${id}`, channel, async (reader) => {
        const found = await about(reader, id)
        if (found === null || !found.offer.waiting) return null
        const { offer, region, reach, email, say, link, short } = found
        const by = (offer.booked ? shortDay : shortClock)(offer.answerBy, region.timeZone, reach.lang)
        const asks = offer.booked ? bookingMessageWords[reach.lang] : say
        return {
          email,
          reach,
          mail: { subject: asks.offerSubject(by), text: asks.offerMail(link, by) },
          text: withLink(asks.offerText(by), short),
          script: offer.booked ? null : script({ kind: 'offer', regionId: reader.regionId, offerId: id }),
        }
      })
    }),
    handle(sendStandDown, async ({ regionId, offerId, channel }) => {
      const id = offerId as OfferId
      await sendMessage(deps, system(regionId), `stand-down.${id}`, channel, async (reader) => {
        const found = await about(reader, id)
        if (found === null) return null
        const { offer, reach, email, say } = found
        const over = offer.stoodDown === 'hold_over'
        return {
          email,
          reach,
          mail: {
            subject: over ? say.holdOverSubject : say.standDownSubject,
            text: over ? say.holdOverMail : say.standDownMail,
          },
          text: over ? say.holdOverText : say.standDownText,
          script: null,
        }
      })
    }),
    handle(sendSeated, async ({ regionId, offerId, channel }) => {
      const id = offerId as OfferId
      await sendMessage(deps, system(regionId), `seated.${id}`, channel, async (reader) => {
        const found = await about(reader, id)
        if (found === null || !found.offer.seated) return null
        const { reach, email, say, link, short } = found
        return {
          email,
          reach,
          mail: { subject: say.seatedSubject, text: say.seatedMail(link) },
          text: withLink(say.seatedText, short),
          script: null,
        }
      })
    }),
    handle(sendMoved, async ({ regionId, offerId, channel, number }) => {
      const id = offerId as OfferId
      await sendMessage(deps, system(regionId), `moved.${id}.${number}`, channel, async (reader) => {
        const found = await about(reader, id)
        if (found === null || !(found.offer.seated || found.offer.waiting)) return null
        const { reach, email, say, link, short } = found
        return {
          email,
          reach,
          mail: { subject: say.movedSubject, text: say.movedMail(link) },
          text: withLink(say.movedText, short),
          script: null,
        }
      })
    }),
    handle(telephoneSilent, ({ regionId, planId }) =>
      deps.db.write(system(regionId), (tx) => telephoneDue(tx, { planId: planId as PlanId })),
    ),
    // A text or call did not arrive: the same goes out by mail, whatever they chose.
    handle(undelivered, async ({ regionId, key }) => {
      const [, kind, offerId] = /^(offer|stand-down|seated)\.([0-9a-f-]{36})\.(?:text|call)$/.exec(key) ?? []
      const moved = /^moved\.([0-9a-f-]{36})\.(\d+)\.text$/.exec(key)
      if (moved !== null)
        await deps.db.write(system(regionId), (tx) =>
          enqueue(
            tx,
            sendMoved,
            { regionId: tx.regionId, offerId: moved[1]!, channel: 'mail', number: Number(moved[2]) },
            { key: `${sendMoved.name}:${moved[1]}:${moved[2]}:mail` },
          ),
        )
      const sender = { offer: sendOffer, 'stand-down': sendStandDown, seated: sendSeated }[kind ?? '']
      if (sender === undefined) return
      await deps.db.write(system(regionId), (tx) => sendBy(tx, sender, offerId as OfferId, 'mail'))
    }),
    ...aidHandlers(deps),
    ...bookingHandlers(deps),
    handle(advancePlan, (payload) => advance(deps, system(payload.regionId), payload.planId as PlanId)),
  ]
}
