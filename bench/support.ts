import { randomBytes, randomUUID } from 'node:crypto'
import type { MemberId, RegionId } from '../src/platform/ids.ts'
import { loadMembers } from '../src/roster/index.server.ts'
import type { Services } from '../src/services.server.ts'
import { begin } from '../src/support/beginning.server.ts'
import { claim } from '../src/support/conversation.server.ts'
import { hashOfAccess } from '../src/support/conversationRows.server.ts'
import { shownPeers } from '../src/support/peerDirectory.server.ts'
import { sealTo } from '../src/support/seal.testing.ts'
import { base64, showPeer } from '../test/harness/conversations.ts'
import { round1 } from './muster.ts'
import { openServedWorld } from './servedWorld.ts'

const open = 1000
const perSecond = 50
const seconds = 20
/** Bytes of a body, about as a message of a thousand letters has. */
const sealed = 1100

/**
 * A thousand conversations that peers took, and fifty messages a second by as many seekers, each after a look at what is
 * new, as their pages do. Sent when they are due, whether or not the one before was answered. Load, server and database
 * share this machine's two cores.
 */
export async function support(): Promise<Record<string, number | string | boolean>> {
  const served = await openServedWorld()
  const { world, config, services } = served
  const { regionId, slug } = world.here
  const address = `${config.publicUrl.origin}/${slug}/support/conversation`
  const writes: number[] = []
  const looks: number[] = []
  let refused = 0
  try {
    const peers = await peersOf(services, regionId)
    const held: { readonly id: string; readonly access: string }[] = []
    for (let number = 0; number < open; number++) {
      const peer = peers[number % peers.length]!
      const { id, secret } = await taken(services, regionId, peer)
      held.push({ id, access: base64(secret) })
    }
    const timed = async (into: number[], path: string, init: RequestInit) => {
      const began = performance.now()
      const answer = await fetch(`${address}${path}`, init)
      await answer.arrayBuffer()
      into.push(performance.now() - began)
      if (!answer.ok) refused++
    }
    const talk = async (access: string) => {
      const headers = { 'x-tailboard-access': access }
      await timed(looks, '?seeker=1&peer=0', { headers })
      const body = new URLSearchParams({ number: '2', body: base64(randomBytes(sealed)) })
      await timed(writes, '/messages', {
        method: 'POST',
        headers: { ...headers, origin: config.publicUrl.origin },
        body,
      })
    }
    const began = performance.now()
    const talks: Promise<void>[] = []
    for (let number = 0; number < perSecond * seconds; number++) {
      const due = began + (number * 1000) / perSecond
      const wait = due - performance.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      const { id, access } = held[number]!
      // As the page of a peer who reads does: whoever is away is told once in ten minutes, which no load repeats.
      services.ringer.looked(id)
      talks.push(talk(access))
    }
    await Promise.all(talks)
  } finally {
    await served.stop()
  }
  const p95 = at95(writes)
  return {
    open,
    perSecond,
    messages: writes.length,
    refused,
    writeP95Milliseconds: round1(p95),
    writeMedianMilliseconds: round1(part(writes, 0.5)),
    writeSlowestMilliseconds: round1(Math.max(...writes)),
    lookP95Milliseconds: round1(at95(looks)),
    goal: refused === 0 && p95 <= 150,
  }
}

/** Everybody who may be sent, shown and with a key. */
async function peersOf(services: Services, regionId: RegionId): Promise<readonly MemberId[]> {
  const members = await services.db.read({ kind: 'system', regionId }, (reader) => loadMembers(reader))
  for (const { id, role } of members) if (role === 'peer') await showPeer(services, regionId, id)
  const today = Temporal.Now.plainDateISO('UTC')
  const shown = await services.conversations.db.read({ kind: 'visitor', regionId }, (reader) =>
    shownPeers(reader, today),
  )
  return shown.map(({ memberId }) => memberId)
}

/** A conversation that this peer took; what its words give. Its first message was read. */
async function taken({ conversations }: Services, regionId: RegionId, peer: MemberId) {
  const secret = randomBytes(32)
  const id = randomUUID()
  const begun = await begin(conversations, regionId, {
    ...{ id, accessHash: hashOfAccess(secret), seekerKey: randomBytes(32) },
    blob: { ownCopy: Uint8Array.from(randomBytes(200)), seals: [sealTo(peer)] },
    body: randomBytes(sealed),
  })
  const claimed = begun.ok ? await claim(conversations, regionId, peer, id) : begun
  if (!claimed.ok) throw new Error(claimed.code)
  return { id, secret }
}

const part = (sorted: readonly number[], share: number) =>
  sorted.toSorted((a, b) => a - b)[Math.floor(sorted.length * share)]!
const at95 = (times: readonly number[]) => part(times, 0.95)
