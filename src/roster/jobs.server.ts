import { deliver, deliverPush, type PhoneDeps, type PushDeps, reachOf } from '../messaging/index.server.ts'
import type { MailTransport } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId, MemberId, RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { deviceWords } from './deviceWords.ts'
import type { StandIn, Whose } from './dutyShift.ts'
import { deleteOldNotes } from './handOver.server.ts'
import { askToStandIn, deleteHandOver, deleteOldLoad, sendTest, shiftBegins, tellShiftTaken } from './jobs.ts'
import { shiftTakenMail, standInMail } from './mails.ts'
import { loadMember } from './members.server.ts'
import { deleteOldLoads } from './ownLoad.server.ts'
import { rosterPaths } from './paths.ts'
import { tellShiftBegins } from './shiftBegins.server.ts'
import { mayTake } from './standInFacts.server.ts'
import { loadStandInsAsked } from './standInStore.server.ts'

export type HandlerDeps = PhoneDeps &
  PushDeps & {
    readonly mail: MailTransport
    readonly teamUrl: URL
    /** Addresses of accounts live behind another role; identity answers for one at a time. */
    readonly emailOf: (accountId: AccountId) => Promise<string | null>
  }

export function handlers(deps: HandlerDeps): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  const linkTo = async (reader: Reader, kind: Whose['kind']) => {
    const { slug } = await loadRegion(reader)
    const page = kind === 'member' ? rosterPaths.ownTime(slug) : rosterPaths.onCall(slug)
    return new URL(page, deps.teamUrl).href
  }
  const asked = (actor: Actor, requestId: string): Promise<StandIn | undefined> =>
    deps.db.read(actor, async (reader) => (await loadStandInsAsked(reader, { id: requestId }))[0])
  /** A coordinator's address is asked for before the transaction that sends: it lives behind another role. */
  const addressOf = async (actor: Actor, kind: Whose['kind'], id: string): Promise<string | null> =>
    kind === 'coordinator'
      ? await deps.emailOf(id as AccountId)
      : ((await deps.db.read(actor, (reader) => loadMember(reader, id as MemberId)))?.email ?? null)

  return [
    handle(askToStandIn, async ({ regionId, requestId, personId }) => {
      const actor = system(regionId)
      const kind = (await asked(actor, requestId))?.whose.kind
      const to = kind === undefined ? null : await addressOf(actor, kind, personId)
      if (to === null) return
      await deliver(deps, actor, `stand-in.${requestId}.${personId}`, async (reader) => {
        const [request] = await loadStandInsAsked(reader, { id: requestId })
        if (!request?.open || !(await mayTake(reader, request, personId))) return null
        return { to, ...standInMail(await linkTo(reader, request.whose.kind)) }
      })
    }),
    handle(tellShiftTaken, async ({ regionId, requestId }) => {
      const actor = system(regionId)
      const whose = (await asked(actor, requestId))?.whose
      if (whose === undefined) return
      const holder = whose.kind === 'member' ? whose.memberId : whose.accountId
      const to = await addressOf(actor, whose.kind, holder)
      if (to === null) return
      await deliver(deps, actor, `shift-taken.${requestId}`, async (reader) => {
        const [request] = await loadStandInsAsked(reader, { id: requestId })
        // A shift that is over was somebody's, and is nobody's news any more.
        if (request === undefined || Temporal.Instant.compare(reader.now, request.endsAt) >= 0) return null
        return { to, ...shiftTakenMail(await linkTo(reader, whose.kind)) }
      })
    }),
    handle(sendTest, async ({ regionId, personId, testId, until: last }) => {
      await deliverPush(deps, system(regionId), `push-test.${testId}`, async (reader) => {
        // Whoever asked looks at the device in their hand, not at what arrives when they have long gone on.
        if (last !== undefined && reader.now.epochMilliseconds >= last) return null
        const { lang } = await reachOf(reader, personId)
        const path = rosterPaths.reach((await loadRegion(reader)).slug)
        const until = reader.now.add({ minutes: 5 })
        return { person: personId, line: deviceWords[lang].testLine, path, lang, until }
      })
    }),
    handle(shiftBegins, ({ regionId, shiftId }) => tellShiftBegins(deps, system(regionId), shiftId)),
    handle(deleteOldLoad, ({ regionId }) => deleteOldLoads(deps.db, regionId as RegionId)),
    handle(deleteHandOver, ({ regionId }) => deleteOldNotes(deps.db, regionId as RegionId)),
  ]
}
