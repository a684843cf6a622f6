import { randomUUID } from 'node:crypto'
import { browsersOf, reachOf } from '../messaging/index.server.ts'
import {
  type Channel,
  canText,
  channelsOf,
  type MailTransport,
  type PhoneProvider,
  type PushSender,
  quietChannelsOf,
} from '../messaging/index.ts'
import type { Db } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import type { Log } from '../platform/log.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadMember } from '../roster/index.server.ts'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'

export type Tellers = {
  /** Of the application: how members are reached, and their addresses. */
  readonly app: Db
  readonly mail: MailTransport
  readonly phones: readonly PhoneProvider[]
  readonly push: PushSender
  readonly teamUrl: URL
  readonly log: Log
}

/** What one member is told, and where it leads. `call`: where a provider fetches what a call says; without it none is made. */
export type Told = {
  readonly path: (slug: string) => Path
  readonly say: Readonly<
    Record<
      Language,
      {
        readonly subject: string
        readonly mail: (link: string) => string
        readonly text: (link: string) => string
        readonly push: string
      }
    >
  >
  readonly call?: (provider: string, slug: string) => string
  /** How long a push service keeps it for a device that is off. */
  readonly keepSeconds: number
}

/**
 * Tells one member by the ways they chose, directly: neither job nor delivery is written down, so no row says when. False: none of
 * their ways took it. A way that breaks stops no other, and is thrown where nothing else took it.
 */
export async function tellMember(
  { app, mail, phones, push, teamUrl, log }: Tellers,
  regionId: RegionId,
  memberId: MemberId,
  told: Told,
): Promise<boolean> {
  const found = await app.read({ kind: 'system', regionId }, async (reader) => ({
    member: await loadMember(reader, memberId),
    reach: await reachOf(reader, memberId),
    browsers: await browsersOf(reader, memberId),
    region: await loadRegion(reader),
  }))
  const { member, reach, browsers, region } = found
  if (member === null) return false
  const say = told.say[reach.lang]
  const path = told.path(region.slug)
  const link = new URL(path, teamUrl).href
  const ways: Readonly<Record<Channel, () => Promise<boolean>>> = {
    mail: async () =>
      (await mail.send({
        to: member.email,
        subject: say.subject,
        text: say.mail(link),
        messageId: `${randomUUID()}@tailboard`,
      })) === 'taken',
    text: async () =>
      canText(reach) &&
      (await byPhone(phones, () => ({ channel: 'text', to: reach.phone!, text: say.text(link) }))),
    call: async () =>
      await byPhone(phones, (provider) => ({
        channel: 'call',
        to: reach.phone!,
        script: told.call!(provider, region.slug),
      })),
    push: async () => {
      let took = false
      for (const browser of browsers) {
        const sent = await push.send(browser, {
          ...{ line: say.push, path, lang: reach.lang },
          topic: randomUUID().replaceAll('-', ''),
          keepFor: told.keepSeconds,
        })
        took ||= sent.outcome === 'taken'
      }
      return took
    },
  }
  const chosen = told.call === undefined ? quietChannelsOf(reach) : channelsOf(reach)
  // Beside each other: a mail system that takes its time holds up no call.
  const sent = await Promise.allSettled(chosen.map((channel) => ways[channel]()))
  const reached = sent.some((one) => one.status === 'fulfilled' && one.value)
  const broken = sent.find((one) => one.status === 'rejected')
  if (broken !== undefined && !reached) throw broken.reason
  if (broken !== undefined)
    log.warn({ err: broken.reason }, 'one of a member’s ways did not take what they are told')
  return reached
}

type Unsent =
  | { readonly channel: 'text'; readonly to: string; readonly text: string }
  | { readonly channel: 'call'; readonly to: string; readonly script: string }

/** By the first company that takes it. Nobody is told what became of it, so nothing is asked. */
async function byPhone(
  phones: readonly PhoneProvider[],
  message: (provider: string) => Unsent,
): Promise<boolean> {
  for (const phone of phones) {
    const { outcome } = await phone.send({ ...message(phone.name), key: randomUUID(), receipts: null })
    if (outcome !== 'unreachable') return outcome === 'taken' || outcome === 'unknown'
  }
  return false
}
