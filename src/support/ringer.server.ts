import type { MemberId, RegionId } from '../platform/ids.ts'
import { waitingFor } from './beginning.server.ts'
import type { Stores } from './conversationRows.server.ts'
import { forgetful } from './forgetful.server.ts'
import { talkPaths } from './paths.ts'
import { loadPeer } from './peerDirectory.server.ts'
import { ringWords } from './ringWords.ts'
import { type Tellers, type Told, tellMember } from './tellMember.server.ts'

export type RingerDeps = Tellers & { readonly stores: Stores }

/** So long nobody may have taken it before it rings again, for those on duty (contract). */
export const againAfterMinutes = 10
/** An open page looks every few seconds; whoever looked so lately sees what comes. */
const openPageSeconds = 30
/** How often it rings again (assumed); the page has offered the phone since the first time. */
const mostRounds = 6
/** Every way they chose but a call. It names nothing: not even that somebody wrote. */
const waits: Told = { path: talkPaths.conversations, say: ringWords, keepSeconds: 600 }

export type Ringer = {
  /** Somebody waits. Returns at once; what fails is tried again with the next round. */
  ring(regionId: RegionId, conversationId: string): void
  /** Somebody was let in, or something was written to whoever has it; not while their page is open, nor again within minutes. */
  tell(regionId: RegionId, conversationId: string, memberId: MemberId, why: 'let_in' | 'written'): void
  /** A peer's page looked at this conversation just now. */
  looked(conversationId: string): void
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

  /** Conversations that an open page looks at, and who was told of which lately. */
  const looking = forgetful(openPageSeconds)
  const toldLately = forgetful(againAfterMinutes * 60)

  function run(work: Promise<unknown>): void {
    const done = work.then(
      () => {},
      (error: unknown) => deps.log.warn({ err: error }, 'a peer could not be told that something waits'),
    )
    running.add(done)
    void done.finally(() => running.delete(done))
  }

  function begin(regionId: RegionId, id: string, round: number): void {
    if (stopped) return
    clearTimeout(timers.get(id))
    timers.delete(id)
    // Before anything that can fail: a round that broke is tried again with the next.
    if (round < mostRounds) {
      const again = setTimeout(() => begin(regionId, id, round + 1), againAfterMinutes * 60_000)
      again.unref()
      timers.set(id, again)
    }
    run(once(regionId, id, round))
  }

  async function once(regionId: RegionId, id: string, round: number): Promise<void> {
    const told = await whomToTell(deps.stores, regionId, id, round)
    if (told.length === 0) {
      clearTimeout(timers.get(id))
      timers.delete(id)
      return
    }
    // One whose ways are broken keeps nobody else from hearing of it.
    for (const memberId of told) run(tellMember(deps, regionId, memberId, waits))
  }

  return {
    ring: (regionId, id) => begin(regionId, id, 0),
    tell(regionId, id, memberId, why) {
      const key = `${id} ${memberId}`
      if (stopped || toldLately.has(key) || (why === 'written' && looking.has(id))) return
      toldLately.add(key)
      run(tellMember(deps, regionId, memberId, waits))
    },
    looked: looking.add,
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
      looking.clear()
      toldLately.clear()
      while (running.size > 0) await Promise.all(running)
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
