import { reachOf } from '../messaging/index.server.ts'
import { undelivered } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId, ActivationId, OfferId, PlanId, RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { agencyAskedHandler } from './agencyAsked.server.ts'
import { aidHandlers } from './aidJobs.server.ts'
import { ring } from './alert.server.ts'
import { rangLongEnough } from './alertLadder.ts'
import { needsSomebody } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'
import { bookingHandlers } from './bookingJobs.server.ts'
import { bookingMessageWords, shortDay } from './bookingMessageWords.ts'
import { type Bundling, bundlingOf } from './bundle.server.ts'
import { advance } from './callOut.server.ts'
import { type CallSubject, callToken } from './callToken.server.ts'
import type { Solve } from './compose.ts'
import { guestHandlers } from './guestJobs.server.ts'
import {
  advancePlan,
  alertCoordinator,
  type HandReason,
  handNeeded,
  lookWhoIsReached,
  ringAlert,
  sendMoved,
  sendOffer,
  sendSeated,
  sendStandDown,
  telephoneSilent,
} from './jobs.ts'
import { messageWords, shortClock, withLink } from './messageWords.ts'
import { leavesWithin } from './newestMessage.ts'
import { aboutOffer } from './offerMessage.server.ts'
import { hasOthers, mayStillBeAsked, mayStillSit, wasAskedBefore } from './otherOffers.server.ts'
import { sendOtherWay } from './otherWay.server.ts'
import { callIfNobodyReached, isCutOff } from './outage.server.ts'
import { activationPaths } from './paths.ts'
import { endOf, openSeats, type PlanState } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { type MessageDeps, sendMessage } from './sendMessage.server.ts'
import { telephoneDue } from './sendOffers.server.ts'
import { isOver, newsHours } from './stale.ts'
import { standDownMessage } from './standDownMessage.ts'
import { isStillRung } from './stillRung.server.ts'
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

/** Nobody did anything about it meanwhile. */
function stillNeedsAHand(plan: PlanState, reason: HandReason, round: number): boolean {
  if (plan.moves.length !== round) return false
  if (reason === 'window_closed') return plan.end?.code === 'window_closed'
  return plan.end === null && openSeats(plan).length > 0
}

export function handlers(deps: HandlerDeps): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  const absolute = (path: string) => new URL(path, deps.teamUrl).href
  const script = (subject: CallSubject) => (provider: string) =>
    deps.callUrl(provider, callToken(deps.secrets, subject))

  const about = async (reader: Reader, offerId: OfferId) => {
    const found = await aboutOffer(deps, reader, offerId)
    return found === null ? null : { ...found, say: messageWords[found.reach.lang] }
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
        if (activation === null || activation.outcome !== null) return null
        if (!(await isStillRung(reader, accountId))) return null
        const { policy } = await loadPolicy(reader, activation.policyVersion)
        const alert = await loadAlert(reader, activation.id)
        if (!needsSomebody(alert, activation.contact !== null, policy, reader.now)) return null
        if (rangLongEnough(alert.takings, activation.openedAt, reader.now)) return null
        const theirs = alert.rung.find((one) => one.accountId === accountId && one.round === round)
        const aside = alert.aside.some((one) => one.accountId === accountId)
        if (theirs === undefined || theirs.passedOn || aside) return null
        const region = await loadRegion(reader)
        const reach = await reachOf(reader, accountId)
        const say = messageWords[reach.lang]
        const board = activationPaths.activation(region.slug, activation.id)
        return {
          person: accountId,
          email,
          reach,
          mail: { subject: say.alertSubject, text: say.alertMail(absolute(board)) },
          text: say.alertText,
          push: { line: say.alertPush, path: board, until: null },
          script: script({
            kind: 'alert',
            regionId: reader.regionId,
            activationId: activation.id,
            accountId: accountId as AccountId,
          }),
        }
      })
    }),
    handle(handNeeded, async ({ regionId, planId, accountId, channel, reason, round }) => {
      const email = await deps.emailOf(accountId as AccountId)
      if (email === null) return
      const key = `hand.${planId}.${reason}.${round}.${accountId}`
      await sendMessage(deps, system(regionId), key, channel, async (reader) => {
        const plan = (await loadPlans(reader, { planId: planId as PlanId }))[0]
        if (plan === undefined || !stillNeedsAHand(plan, reason, round)) return null
        if (!(await isStillRung(reader, accountId))) return null
        if (isOver(endOf(plan).add({ hours: newsHours }), reader.now)) return null
        if (reason === 'not_reached' && !(await isCutOff(reader, plan))) return null
        const region = await loadRegion(reader)
        const reach = await reachOf(reader, accountId)
        const say = messageWords[reach.lang]
        const path = activationPaths.activation(region.slug, plan.activationId)
        const link = absolute(path)
        return {
          email,
          reach,
          person: accountId,
          push: { line: say.handPush, path, until: null },
          mail: { subject: say.handSubject, text: say.handMail(link) },
          text: withLink(say.handText, absolute(activationPaths.activations(region.slug))),
          script: script({ kind: 'hand', regionId: reader.regionId, accountId: accountId as AccountId }),
        }
      })
    }),
    handle(sendOffer, async ({ regionId, offerId, channel }) => {
      const id = offerId as OfferId
      await sendMessage(deps, system(regionId), `offer.${id}`, channel, async (reader) => {
        const found = await about(reader, id)
        if (found === null || !found.offer.waiting) return null
        const { offer, region, person, reach, email, say, path, link, short } = found
        const late = Temporal.Instant.compare(reader.now, offer.answerBy) >= 0
        if (late && !(await mayStillSit(reader, id))) return null
        // Written down as somebody who may be asked; minutes or months later that is looked at anew.
        const heldUp = isOver(offer.madeAt.add(leavesWithin), reader.now)
        if (heldUp && !(await mayStillBeAsked(reader, id))) return null
        const by = (offer.booked ? shortDay : shortClock)(offer.answerBy, region.timeZone, reach.lang)
        const asks = offer.booked ? bookingMessageWords[reach.lang] : say
        const { callOut } = (await loadPolicy(reader)).policy
        const bundling: Bundling =
          channel === 'text' ? await bundlingOf(reader, offer.memberId, id, callOut) : { kind: 'alone' }
        if (bundling.kind === 'covered') return null
        const text =
          bundling.kind === 'together'
            ? withLink(say.bundleText(bundling.waiting), absolute('/'))
            : withLink(late ? (offer.booked ? say.lateBookedText : say.lateText) : asks.offerText(by), short)
        return {
          person,
          email,
          reach,
          mail: late
            ? { subject: say.lateSubject, text: say.lateMail(link) }
            : { subject: asks.offerSubject(by), text: asks.offerMail(link, by) },
          text,
          push: late
            ? { line: say.latePush, path, until: null }
            : { line: say.offerPush(by), path, until: offer.answerBy },
          script: offer.booked ? null : script({ kind: 'offer', regionId: reader.regionId, offerId: id }),
        }
      })
    }),
    handle(sendStandDown, async ({ regionId, offerId, channel }) => {
      const id = offerId as OfferId
      await sendMessage(deps, system(regionId), `stand-down.${id}`, channel, async (reader) => {
        const found = await about(reader, id)
        if (found === null) return null
        const { offer, person, reach, email, path } = found
        if (isOver(offer.closes.add({ hours: newsHours }), reader.now)) return null
        const others = (await hasOthers(reader, offer.memberId, id)) ? absolute('/') : null
        const { mail, text, push } = standDownMessage(offer, others, reach.lang)
        return { person, email, reach, mail, text, push: { line: push, path, until: null }, script: null }
      })
    }),
    handle(sendSeated, async ({ regionId, offerId, channel }) => {
      const id = offerId as OfferId
      await sendMessage(deps, system(regionId), `seated.${id}`, channel, async (reader) => {
        const found = await about(reader, id)
        if (found === null || !found.offer.seated || isOver(found.offer.ends, reader.now)) return null
        const { person, reach, email, say, path, link, short } = found
        return {
          person,
          email,
          reach,
          mail: { subject: say.seatedSubject, text: say.seatedMail(link) },
          text: withLink(say.seatedText, short),
          push: { line: say.seatedPush, path, until: null },
          script: null,
        }
      })
    }),
    handle(sendMoved, async ({ regionId, offerId, channel, number }) => {
      const id = offerId as OfferId
      await sendMessage(deps, system(regionId), `moved.${id}.${number}`, channel, async (reader) => {
        const found = await about(reader, id)
        if (found === null || !(found.offer.seated || found.offer.waiting)) return null
        if (isOver(found.offer.ends, reader.now)) return null
        if (!found.offer.seated && !(await wasAskedBefore(reader, id, number))) return null
        const { person, reach, email, say, path, link, short } = found
        return {
          person,
          email,
          reach,
          mail: { subject: say.movedSubject, text: say.movedMail(link) },
          text: withLink(say.movedText, short),
          push: { line: say.movedPush, path, until: null },
          script: null,
        }
      })
    }),
    handle(lookWhoIsReached, ({ regionId, planId }) =>
      deps.db.write(system(regionId), (tx) => callIfNobodyReached(tx, planId as PlanId)),
    ),
    handle(telephoneSilent, ({ regionId, planId }) =>
      deps.db.write(system(regionId), (tx) => telephoneDue(tx, { planId: planId as PlanId })),
    ),
    handle(undelivered, ({ regionId, key }) =>
      deps.db.write(system(regionId), (tx) => sendOtherWay(tx, key, deps.phones.length > 0)),
    ),
    ...aidHandlers(deps),
    ...guestHandlers(deps),
    ...bookingHandlers(deps),
    agencyAskedHandler(deps),
    handle(advancePlan, (payload) => advance(deps, system(payload.regionId), payload.planId as PlanId)),
  ]
}
