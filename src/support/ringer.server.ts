import { randomUUID } from 'node:crypto'
import { browsersOf, reachOf } from '../messaging/index.server.ts'
import {
  canText,
  channelsOf,
  type MailTransport,
  type PhoneProvider,
  type PushSender,
} from '../messaging/index.ts'
import type { Db } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import type { Log } from '../platform/log.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadMember } from '../roster/index.server.ts'
import { waitingFor } from './beginning.server.ts'
import type { Stores } from './conversationRows.server.ts'
import { talkPaths } from './paths.ts'
import { loadPeer } from './peerDirectory.server.ts'
import { ringWords } from './ringWords.ts'

export type RingerDeps = {
  readonly stores: Stores
  /** Of the application: how peers are reached, and their addresses. */
  readonly app: Db
  readonly mail: MailTransport
  readonly phones: readonly PhoneProvider[]
  readonly push: PushSender
  readonly teamUrl: URL
  readonly log: Log
}

/** So long nobody may have taken it before it rings again, for those on duty (contract). */
export const againAfterMinutes = 10
/** How often it rings again (assumed); the page has offered the phone since the first time. */
const mostRounds = 6
const tellsSeconds = 600

export type Ringer = {
  /** Somebody waits. Returns at once; what fails is tried again with the next round. */
  ring(regionId: RegionId, conversationId: string): void
  /** After a restart nothing is known of who was rung: whatever waits rings at once. */
  ringAll(regions: readonly RegionId[]): Promise<void>
  /** What was begun is finished; nothing rings any more. */
  stop(): Promise<void>
}

/**
 * Tells peers that something waits for them, directly: neither job nor delivery is written down, so that no row says when somebody
 * wrote. Which conversation was rung stands in this process's memory alone; a restart may ring twice.
 */
export function openRinger(deps: RingerDeps): Ringer {
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  let stopped = false

  function begin(regionId: RegionId, id: string, round: number): void {
    if (stopped) return
    clearTimeout(timers.get(id))
    timers.delete(id)
    const work = once(regionId, id, round).catch((error: unknown) => {
      deps.log.warn({ err: error }, 'peers could not be told that something waits')
    })
    running.add(work)
    void work.finally(() => running.delete(work))
  }

  async function once(regionId: RegionId, id: string, round: number): Promise<void> {
    const told = await whomToTell(deps.stores, regionId, id, round)
    if (told.length === 0) return
    if (round < mostRounds && !stopped) {
      const again = setTimeout(() => begin(regionId, id, round + 1), againAfterMinutes * 60_000)
      again.unref()
      timers.set(id, again)
    }
    for (const memberId of told) await tell(deps, regionId, memberId)
  }

  return {
    ring: (regionId, id) => begin(regionId, id, 0),
    async ringAll(regions) {
      for (const regionId of regions) {
        const waiting = await waitingFor(deps.stores, { kind: 'system', regionId })
        for (const id of new Set([...waiting.values()].flat())) begin(regionId, id, 0)
      }
    },
    async stop() {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      await Promise.all(running)
    },
  }
}

/** Those it was written to; when it rings again, those of them on duty, if any is. Nobody, once somebody took it. */
async function whomToTell(
  stores: Stores,
  regionId: RegionId,
  id: string,
  round: number,
): Promise<readonly MemberId[]> {
  const all = [...(await waitingFor(stores, { kind: 'system', regionId }))]
    .filter(([, waiting]) => waiting.includes(id))
    .map(([memberId]) => memberId)
  if (round === 0) return all
  return await stores.db.read({ kind: 'system', regionId }, async (reader) => {
    const onDuty: MemberId[] = []
    for (const memberId of all) if ((await loadPeer(reader, memberId))?.onDuty) onDuty.push(memberId)
    return onDuty.length > 0 ? onDuty : all
  })
}

/** Every way they chose but a call. It names nothing: not even that somebody wrote. */
async function tell(
  { app, mail, phones, push, teamUrl }: RingerDeps,
  regionId: RegionId,
  memberId: MemberId,
): Promise<void> {
  const found = await app.read({ kind: 'system', regionId }, async (reader) => ({
    member: await loadMember(reader, memberId),
    reach: await reachOf(reader, memberId),
    browsers: await browsersOf(reader, memberId),
    region: await loadRegion(reader),
  }))
  const { member, reach, browsers, region } = found
  if (member === null) return
  const say = ringWords[reach.lang]
  const path = talkPaths.conversations(region.slug)
  for (const channel of channelsOf(reach)) {
    if (channel === 'mail')
      await mail.send({
        to: member.email,
        subject: say.subject,
        text: say.mail(new URL(path, teamUrl).href),
        messageId: `${randomUUID()}@tailboard`,
      })
    else if (channel === 'text' && canText(reach)) await text(phones, reach.phone!, say.text)
    else if (channel === 'push')
      for (const browser of browsers)
        await push.send(browser, {
          ...{ line: say.text, path, lang: reach.lang },
          topic: randomUUID().replaceAll('-', ''),
          keepFor: tellsSeconds,
        })
  }
}

/** By the first company that takes it. Nobody is told what became of it, so nothing is asked. */
async function text(phones: readonly PhoneProvider[], to: string, said: string): Promise<void> {
  for (const phone of phones) {
    const answer = await phone.send({ channel: 'text', to, text: said, key: randomUUID(), receipts: null })
    if (answer.outcome !== 'unreachable') return
  }
}
