import { sendMessage } from '../activation/index.server.ts'
import { unlinked, withLink } from '../activation/index.ts'
import { accountsWith } from '../identity/index.server.ts'
import { loadReach, reachOf } from '../messaging/index.server.ts'
import { type Channel, mailOnly, quietChannelsOf, undelivered } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId, MemberId, RegionId } from '../platform/ids.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadMember } from '../roster/index.server.ts'
import { day } from '../ui/moment.ts'
import type { FollowUp } from './followUp.ts'
import { loadFollowUps } from './followUps.server.ts'
import { followUpWords } from './followUpWords.ts'
import type { HandlerDeps } from './jobs.server.ts'
import { lateFollowUp, remindFollowUp, tellFollowUp } from './jobs.ts'
import { interventionPaths } from './paths.ts'
import { hasLeft } from './whoSat.server.ts'

type What = 'due' | 'late'
type Person = { readonly kind: 'member' | 'account'; readonly personId: string }

/** Whoever sees to a follow-up hears of it on its day, the coordinators when it is late; each once. */
export function followUpHandlers(deps: HandlerDeps): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  return [
    handle(remindFollowUp, ({ regionId, followUpId }) =>
      deps.db.write(system(regionId), async (tx) => {
        const found = await due(tx, followUpId, 'due')
        if (found === null) return
        if (!isLate(found, tx.now)) await tell(tx, found, 'due')
        await enqueue(
          tx,
          lateFollowUp,
          { regionId, followUpId },
          { key: `follow-up-late:${followUpId}`, at: found.lateAt },
        )
      }),
    ),
    handle(lateFollowUp, ({ regionId, followUpId }) =>
      deps.db.write(system(regionId), async (tx) => {
        const found = await due(tx, followUpId, 'late')
        if (found !== null) await tell(tx, found, 'late')
      }),
    ),
    handle(tellFollowUp, async ({ regionId, followUpId, what, at, kind, personId, channel }) => {
      const account = kind === 'account' ? await deps.emailOf(personId as AccountId) : null
      const key = `follow-up.${followUpId}.${at}.${what}.${kind}.${personId}`
      await sendMessage(deps, system(regionId), key, channel, async (reader) => {
        const found = await due(reader, followUpId, what)
        if (found === null || momentOf(found, what).epochMilliseconds !== at) return null
        // Its day went by unheard: that it is late is told, to others, and with the day.
        if (what === 'due' && isLate(found, reader.now)) return null
        // Given to somebody else meanwhile.
        if (!(await whoHears(reader, found, what)).some((one) => one.personId === personId)) return null
        const member = kind === 'member' ? await loadMember(reader, personId as MemberId) : null
        const email = account ?? member?.email
        if (email === undefined) return null
        const reach = await reachOf(reader, personId)
        const say = followUpWords[reach.lang][what === 'due' ? 'messageDue' : 'messageLate']
        const { slug, timeZone } = await loadRegion(reader)
        const since = day(momentOf(found, what).toZonedDateTimeISO(timeZone).toPlainDate(), reach.lang)
        const page = kind === 'member' ? interventionPaths.mine(slug) : interventionPaths.followUps(slug)
        const link = new URL(page, deps.teamUrl).href
        return {
          person: personId,
          email,
          reach,
          push: { line: unlinked(say.text), path: page, until: null },
          mail: { subject: say.subject, text: say.mail(link, since) },
          text: withLink(say.text, link),
          script: null,
        }
      })
    }),
    // The text did not arrive: the same goes out by mail.
    handle(undelivered, async ({ regionId, key }) => {
      const [, followUpId, at, what, kind, personId] = ofMessage.exec(key) ?? []
      if (followUpId === undefined) return
      const message = { followUpId, what: what as What, at: Number(at), channel: 'mail' as const }
      const to = { kind: kind as Person['kind'], personId: personId! }
      await deps.db.write(system(regionId), (tx) => send(tx, { ...message, ...to }))
    }),
  ]
}

const ofMessage =
  /^follow-up\.([0-9a-f-]{36})\.(\d+)\.(due|late)\.(member|account)\.([0-9a-f-]{36})\.(?:text|push)$/

function isLate({ lateAt }: FollowUp, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, lateAt) >= 0
}

function momentOf(followUp: FollowUp, what: What): Temporal.Instant {
  return what === 'due' ? followUp.dueAt : followUp.lateAt
}

/** Null once it is ticked, or put off: the message of its new day comes by itself. */
async function due(reader: Reader, id: string, what: What): Promise<FollowUp | null> {
  const [found] = await loadFollowUps(reader, { id })
  if (found === undefined || found.doneAt !== null) return null
  return Temporal.Instant.compare(reader.now, momentOf(found, what)) < 0 ? null : found
}

async function whoHears(reader: Reader, followUp: FollowUp, what: What): Promise<Person[]> {
  return what === 'due' ? await whoSeesTo(reader, followUp) : await coordinators(reader)
}

/** Its owner; the clinical director for the checks within the team; else, and where the owner left, the coordinators. */
async function whoSeesTo(reader: Reader, { kind, ownerId }: FollowUp): Promise<Person[]> {
  if (ownerId !== null && !(await hasLeft(reader, ownerId))) return [{ kind: 'member', personId: ownerId }]
  const directors = kind === 'member_check' ? await accountsWith(reader, 'clinical_director') : []
  return directors.length > 0 ? asPersons(directors) : await coordinators(reader)
}

async function coordinators(reader: Reader): Promise<Person[]> {
  const found = await accountsWith(reader, 'duty_coordinator')
  return asPersons(found.length > 0 ? found : await accountsWith(reader, 'clinical_director'))
}

function asPersons(accounts: readonly AccountId[]): Person[] {
  return accounts.map((personId) => ({ kind: 'account', personId }))
}

async function tell(tx: Tx, followUp: FollowUp, what: What): Promise<void> {
  const persons = await whoHears(tx, followUp, what)
  const reach = await loadReach(
    tx,
    persons.map((one) => one.personId),
  )
  const message = { followUpId: followUp.id, what, at: momentOf(followUp, what).epochMilliseconds }
  for (const person of persons)
    for (const channel of quietChannelsOf(reach.get(person.personId) ?? mailOnly))
      await send(tx, { ...message, ...person, channel })
}

async function send(tx: Tx, message: Omit<Parameters<typeof keyOf>[0], 'regionId'>): Promise<void> {
  await enqueue(tx, tellFollowUp, { regionId: tx.regionId, ...message }, { key: keyOf(message) })
}

function keyOf(message: {
  readonly followUpId: string
  readonly what: What
  readonly at: number
  readonly kind: Person['kind']
  readonly personId: string
  readonly channel: Channel
}): string {
  const { followUpId, what, at, personId, channel } = message
  return `follow-up-tell:${followUpId}:${what}:${at}:${personId}:${channel}`
}
