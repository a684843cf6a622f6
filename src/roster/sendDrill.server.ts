import { accountsWith } from '../identity/index.server.ts'
import {
  deliver,
  deliverPhone,
  deliverPush,
  type PhoneDeps,
  type PushDeps,
  reachOf,
} from '../messaging/index.server.ts'
import { type Channel, canCall, canText, type MailTransport, type Reach } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { idCode } from '../platform/idCode.server.ts'
import type { AccountId, RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadPolicy } from '../region/index.server.ts'
import type { Path } from '../ui/path.ts'
import { drillKey } from './drill.ts'
import { drillMessages, drillText } from './drillMessages.ts'
import { beginDueDrill } from './drillSchedule.server.ts'
import { loadDrillLines, loadDrills } from './drillStore.server.ts'
import { sendDrill, startDrill } from './jobs.ts'
import { loadMember } from './members.server.ts'
import { rosterPaths } from './paths.ts'

export type DrillDeps = PhoneDeps &
  PushDeps & {
    readonly mail: MailTransport
    readonly secrets: Secrets
    readonly teamUrl: URL
    /** Where a provider fetches what the call says. */
    readonly drillUrl: (provider: string, code: string) => string
    /** Addresses of accounts live behind another role; identity answers for one at a time. */
    readonly emailOf: (accountId: AccountId) => Promise<string | null>
  }

export function drillHandlers(deps: DrillDeps): Handler[] {
  return [
    handle(startDrill, ({ regionId }) => beginDueDrill(deps.db, regionId as RegionId)),
    handle(sendDrill, ({ regionId, lineId }) =>
      sendLine(deps, { kind: 'system', regionId: regionId as RegionId }, lineId),
    ),
  ]
}

type Message = {
  readonly person: string
  readonly email: string
  readonly reach: Reach
  readonly code: string
  readonly path: Path
  readonly link: string
  readonly until: Temporal.Instant
}
type Load = (reader: Reader) => Promise<Message | null>

/** One line, the way it names. What does not arrive is no reason to try another way: that is what the drill asks. */
async function sendLine(deps: DrillDeps, actor: Actor, lineId: string): Promise<void> {
  const [line] = await deps.db.read(actor, (reader) => loadDrillLines(reader, { id: lineId }))
  if (line === undefined) return
  const { whom } = line
  const account = whom.kind === 'coordinator' ? await deps.emailOf(whom.id) : null
  const load: Load = async (reader) => {
    const [now] = await loadDrillLines(reader, { id: lineId })
    const drill = (await loadDrills(reader, 1)).find((one) => one.id === line.drillId)
    // Answered by another copy, or over: a message that was held up for days would test nothing.
    if (now?.answeredAt !== null || drill === undefined) return null
    if (Temporal.Instant.compare(reader.now, drill.dueAt) >= 0) return null
    // Their role was taken meanwhile.
    if (whom.kind === 'coordinator' && !(await accountsWith(reader, 'duty_coordinator')).includes(whom.id))
      return null
    const email = whom.kind === 'member' ? (await loadMember(reader, whom.id))?.email : account
    if (email === null || email === undefined) return null
    const code = idCode(deps.secrets, 'drill answer', lineId)
    const path = rosterPaths.reached(code)
    const link = new URL(path, deps.teamUrl).href
    const reach = await reachOf(reader, whom.id)
    return { person: whom.id, email, reach, code, path, link, until: drill.dueAt }
  }
  await senders[line.channel](deps, actor, drillKey(lineId), load)
}

type Send = (deps: DrillDeps, actor: Actor, key: string, load: Load) => Promise<void>

const senders: Readonly<Record<Channel, Send>> = {
  mail: (deps, actor, key, load) =>
    deliver(deps, actor, key, async (reader) => {
      const message = await load(reader)
      if (message === null) return null
      const say = drillMessages[message.reach.lang]
      return { to: message.email, subject: say.subject, text: say.mail(message.link) }
    }),
  text: async (deps, actor, key, load) =>
    deliverPhone(
      deps,
      actor,
      { key, channel: 'text', perMinute: await perMinute(deps, actor) },
      async (reader) => {
        const message = await load(reader)
        if (message === null) return null
        const { reach, link } = message
        return canText(reach) ? { to: reach.phone!, text: drillText(reach.lang, link) } : 'unable'
      },
    ),
  call: async (deps, actor, key, load) =>
    deliverPhone(
      deps,
      actor,
      { key, channel: 'call', perMinute: await perMinute(deps, actor) },
      async (reader) => {
        const message = await load(reader)
        if (message === null) return null
        const { reach, code } = message
        return canCall(reach)
          ? { to: reach.phone!, script: (provider) => deps.drillUrl(provider, code) }
          : 'unable'
      },
    ),
  push: (deps, actor, key, load) =>
    deliverPush(deps, actor, key, async (reader) => {
      const message = await load(reader)
      if (message === null) return null
      const { person, path, until, reach } = message
      return { person, path, until, lang: reach.lang, line: drillMessages[reach.lang].push }
    }),
}

/** How many texts or calls a minute a provider may be handed. */
export async function perMinute({ db }: { readonly db: Db }, actor: Actor): Promise<number> {
  return await db.read(actor, async (reader) => (await loadPolicy(reader)).policy.callOut.messagesPerMinute)
}
