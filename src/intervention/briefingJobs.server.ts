import {
  aboutOffer,
  loadActivation,
  loadPlans,
  planOfOffer,
  sendMessage,
  whoHolds,
} from '../activation/index.server.ts'
import { type PlanState, sessionNears, shortClock, unlinked, withLink } from '../activation/index.ts'
import { reachOf } from '../messaging/index.server.ts'
import { undelivered } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId, OfferId, PlanId, RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { loadBriefing } from './briefing.server.ts'
import { briefed, briefedAt, isAhead } from './briefing.ts'
import { briefingMessages } from './briefingMessages.ts'
import type { HandlerDeps } from './jobs.server.ts'
import { briefingMissing, tellBriefing } from './jobs.ts'
import { interventionPaths } from './paths.ts'
import { remindOfBriefing, sendMissing } from './remindOfBriefing.server.ts'
import { type BriefingNote, sendBriefing } from './tellBriefing.server.ts'

/** What goes out about a briefing: that it changed, when it is, that it is missing. Never where or what. */
export function briefingHandlers(deps: HandlerDeps): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  return [
    handle(sessionNears, ({ regionId, planId }) =>
      deps.db.write(system(regionId), (tx) => remindOfBriefing(tx, planId as PlanId)),
    ),
    handle(tellBriefing, async ({ regionId, offerId, what, at, channel }) => {
      const key = `briefing.${offerId}.${what}.${at}`
      await sendMessage(deps, system(regionId), key, channel, async (reader) => {
        const plan = await planOfOffer(reader, offerId as OfferId)
        const seat = plan === null ? undefined : briefed(plan).find((one) => one.offerId === offerId)
        const found = await aboutOffer(deps, reader, offerId as OfferId)
        if (seat === undefined || found === null || !(await stillSo(reader, plan!, { what, at }))) return null
        const { region, reach, person, email, path, link, short } = found
        const by = await briefingAhead(reader, plan!)
        if (what === 'soon' && by === null) return null
        const say = briefingMessages[reach.lang]
        const { subject, text } =
          what === 'changed' || by === null
            ? say.changed(at)
            : say.soon(seat.leads, shortClock(by, region.timeZone, reach.lang))
        return {
          person,
          email,
          reach,
          push: { line: unlinked(text), path, until: null },
          mail: { subject, text: say.mail(link) },
          text: withLink(text, short),
          script: null,
        }
      })
    }),
    handle(briefingMissing, async ({ regionId, planId, accountId, at, channel }) => {
      const email = await deps.emailOf(accountId as AccountId)
      if (email === null) return
      const key = `briefing-missing.${planId}.${accountId}.${at}`
      await sendMessage(deps, system(regionId), key, channel, async (reader) => {
        const [plan] = await loadPlans(reader, { planId: planId as PlanId })
        if (plan === undefined || !(await stillSo(reader, plan, { what: 'soon', at }))) return null
        if ((await loadBriefing(reader, plan.id)) !== null) return null
        // Handed on meanwhile, or their role was taken.
        if (!(await whoHolds(reader, plan.activationId)).includes(accountId as AccountId)) return null
        const reach = await reachOf(reader, accountId)
        const { slug } = await loadRegion(reader)
        const path = interventionPaths.briefing(slug, plan.activationId, plan.id)
        const link = new URL(path, deps.teamUrl).href
        const say = briefingMessages[reach.lang]
        return {
          person: accountId,
          email,
          reach,
          push: { line: unlinked(say.missing.text), path, until: null },
          mail: { subject: say.missing.subject, text: say.mail(link) },
          text: withLink(say.missing.text, link),
          script: null,
        }
      })
    }),
    // A text did not arrive: the same goes out by mail.
    handle(undelivered, async ({ regionId, key }) => {
      const [, offerId, what, at] = toTeam.exec(key) ?? []
      const [, planId, accountId, start] = toCoordinator.exec(key) ?? []
      await deps.db.write(system(regionId), async (tx) => {
        if (offerId !== undefined)
          await sendBriefing(
            tx,
            offerId as OfferId,
            { what: what as BriefingNote['what'], at: Number(at) },
            'mail',
          )
        if (planId !== undefined)
          await sendMissing(tx, { planId, accountId: accountId!, at: Number(start), channel: 'mail' })
      })
    }),
  ]
}

const toTeam = /^briefing\.([0-9a-f-]{36})\.(changed|soon)\.(\d+)\.(?:text|push)$/
const toCoordinator = /^briefing-missing\.([0-9a-f-]{36})\.([0-9a-f-]{36})\.(\d+)\.(?:text|push)$/

/** A newer version, another start or an end has messages of its own. */
async function stillSo(reader: Reader, plan: PlanState, { what, at }: BriefingNote): Promise<boolean> {
  if (!isAhead(plan, reader.now)) return false
  if (what === 'changed') return (await loadBriefing(reader, plan.id))?.version === at
  return plan.approval!.startsAt.epochMilliseconds === at
}

async function briefingAhead(reader: Reader, plan: PlanState): Promise<Temporal.Instant | null> {
  const { policyVersion } = (await loadActivation(reader, plan.activationId))!
  const { policy } = await loadPolicy(reader, policyVersion)
  return briefedAt(plan, policy.team.briefingMinutes, reader.now)
}
