import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import type { StoredSeal } from '../crypto/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { type Outcome, statusOf } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { regionIdBySlug } from '../region/index.server.ts'
import { begin, waitingFor } from './beginning.server.ts'
import { addSeals, seekerCloses } from './conversation.server.ts'
import { dayOf, hashOfAccess, type Stored, type Stores } from './conversationRows.server.ts'
import { afterQuery, beginForm, messageForm, puzzleForm, sealList, sealsForm } from './doors.ts'
import { forgetful } from './forgetful.server.ts'
import { mayReceive } from './peer.ts'
import { type KnownPeer, shownPeers, shownProfessionals } from './peerDirectory.server.ts'
import { problem, type SupportCode } from './problems.ts'
import { isSolved, makePuzzle, puzzleSeconds } from './puzzle.server.ts'
import { seekerReads, seekerSays } from './said.server.ts'

export type SeekerDeps = Stores & {
  /** Of the application: finds the region of an address, and nothing else here. */
  readonly app: Db
  readonly secrets: Secrets
  /** Whether this region may open conversations: its state's law was dated by counsel, or it is the demonstration. */
  mayOpen(regionId: RegionId): Promise<boolean>
  /** Somebody waits for one of these peers. Nothing about it is written down. */
  ring(regionId: RegionId, conversationId: string): void
  /** A reader was let in, or something was written to whoever has it. Nothing about it is written down. */
  tell(regionId: RegionId, conversationId: string, memberId: MemberId, why: 'let_in' | 'written'): void
}

const accessHeader = 'x-tailboard-access'

/** What a seeker's browser asks: no cookie, no account, and nothing that says who or from where. */
export function seekerApi(deps: SeekerDeps): Hono {
  const app = new Hono()
  /** Puzzles that began a conversation, for as long as one lives; in memory, so that no row says that somebody wrote. */
  const spent = forgetful(puzzleSeconds)
  const visitor = (regionId: RegionId) => ({ kind: 'visitor', regionId }) as const
  const refuse = (context: Context, { kind, code }: { kind: keyof typeof statusOf; code: string }) =>
    context.json({ code }, statusOf[kind])
  const answer = (context: Context, outcome: Outcome<unknown, SupportCode>, body: unknown = {}) =>
    outcome.ok ? context.json(body as object) : refuse(context, outcome)
  const enter = async (context: Context): Promise<RegionId | Response> =>
    (await regionIdBySlug(deps.app, context.req.param('region') ?? '')) ?? (await context.notFound())
  /** The hash of what the words give; null: none was shown, or it can't be one. */
  const accessOf = (context: Context) => {
    const shown = context.req.header(accessHeader) ?? ''
    return /^[\w-]{43}$/.test(shown) ? hashOfAccess(Buffer.from(shown, 'base64url')) : null
  }

  app.get('/:region/support/keys', async (context) => {
    const regionId = await enter(context)
    if (regionId instanceof Response) return regionId
    const peers = await deps.db.read(visitor(regionId), async (reader) =>
      [
        ...(await shownPeers(reader, dayOf(reader.now))),
        ...(await shownProfessionals(reader, dayOf(reader.now))),
      ].filter((peer) => peer.key !== null && mayReceive(peer, dayOf(reader.now), reader.now)),
    )
    return context.json({ peers: peers.map(keyRecord) })
  })

  app.post('/:region/support/puzzle', async (context) => {
    const regionId = await enter(context)
    if (regionId instanceof Response) return regionId
    const given = await read(context, puzzleForm)
    if (given === null) return refuse(context, problem('malformed'))
    const waiting = new Set([...(await waitingFor(deps, visitor(regionId))).values()].flat())
    const { now } = await deps.db.read(visitor(regionId), async (reader) => ({ now: reader.now }))
    return context.json(makePuzzle(deps.secrets, regionId, given.id, waiting.size, now))
  })

  app.post('/:region/support/conversation', async (context) => {
    const regionId = await enter(context)
    if (regionId instanceof Response) return regionId
    const given = await read(context, beginForm)
    const readers = given === null ? null : sealsIn(given.seals)
    if (given === null || readers === null) return refuse(context, problem('malformed'))
    if (!(await deps.mayOpen(regionId))) return refuse(context, problem('not_allowed'))
    const { now } = await deps.db.read(visitor(regionId), async (reader) => ({ now: reader.now }))
    const puzzle = {
      conversationId: given.id,
      bits: Number(given.bits),
      expires: Number(given.expires),
      mac: given.mac,
    }
    const nonce = BigInt(given.nonce)
    if (nonce > 0xffffffffffffffffn || !isSolved(deps.secrets, regionId, puzzle, nonce, now))
      return refuse(context, problem('puzzle_wrong'))
    const beginning = {
      id: given.id,
      accessHash: bytesOf(given.access),
      seekerKey: bytesOf(given.seekerKey),
      blob: { ownCopy: bytesOf(given.own), seals: readers },
      body: bytesOf(given.body),
    }
    // As bytes: the same mac can be written in more than one way.
    const used = textOf(bytesOf(given.mac))
    const begun = await begin(deps, regionId, beginning, !spent.has(used))
    if (begun.ok && begun.value.fresh) {
      spent.add(used)
      deps.ring(regionId, given.id)
    }
    return answer(context, begun)
  })

  app.get('/:region/support/conversation', async (context) => {
    const regionId = await enter(context)
    if (regionId instanceof Response) return regionId
    const after = afterQuery.safeParse(context.req.query()).data
    const access = accessOf(context)
    if (access === null) return refuse(context, problem('not_open'))
    if (after === undefined) return refuse(context, problem('malformed'))
    const seen = await seekerReads(deps, regionId, access, {
      seeker: Number(after.seeker),
      peer: Number(after.peer),
    })
    if (!seen.ok) return refuse(context, seen)
    const { own, holder, messages, ...rest } = seen.value
    return context.json({
      ...{ ...rest, own: textOf(own), messages: messages.map(messageRecord) },
      holder: holder?.key == null ? null : keyRecord(holder),
    })
  })

  app.post('/:region/support/conversation/messages', async (context) => {
    const regionId = await enter(context)
    if (regionId instanceof Response) return regionId
    const given = await read(context, messageForm)
    const access = accessOf(context)
    if (access === null) return refuse(context, problem('not_open'))
    if (given === null) return refuse(context, problem('malformed'))
    const said = { number: Number(given.number), body: bytesOf(given.body) }
    const kept = await seekerSays(deps, regionId, access, said)
    if (kept.ok && kept.value.isNew && kept.value.holder !== null)
      deps.tell(regionId, kept.value.id, kept.value.holder, 'written')
    return answer(context, kept)
  })

  app.post('/:region/support/conversation/seals', async (context) => {
    const regionId = await enter(context)
    if (regionId instanceof Response) return regionId
    const given = await read(context, sealsForm)
    const readers = given === null ? null : sealsIn(given.seals)
    const access = accessOf(context)
    if (access === null) return refuse(context, problem('not_open'))
    if (given === null || readers === null) return refuse(context, problem('malformed'))
    const handTo = (given.handTo ?? null) as MemberId | null
    const blob = { ownCopy: bytesOf(given.own), seals: readers }
    const added = await addSeals(deps, regionId, access, blob, handTo)
    if (added.ok && added.value.told.length > 0) {
      // To another peer it waits anew, and rings as it did at first.
      if (handTo !== null) deps.ring(regionId, added.value.id)
      else for (const member of added.value.told) deps.tell(regionId, added.value.id, member, 'let_in')
    }
    return answer(context, added)
  })

  app.post('/:region/support/conversation/closing', async (context) => {
    const regionId = await enter(context)
    if (regionId instanceof Response) return regionId
    const access = accessOf(context)
    if (access === null) return refuse(context, problem('not_open'))
    return answer(context, await seekerCloses(deps, regionId, access))
  })
  return app
}

/** A form as its schema has it; null: it is not. */
export async function read<Shape extends z.ZodType>(
  context: Context,
  shape: Shape,
): Promise<z.infer<Shape> | null> {
  return shape.safeParse(await formOf(context.req)).data ?? null
}

export function sealsIn(text: string): readonly StoredSeal[] | null {
  try {
    const list = sealList.safeParse(JSON.parse(text)).data
    return list?.map((one) => ({ ...one, sealed: bytesOf(one.sealed) })) ?? null
  } catch {
    return null
  }
}

export const bytesOf = (text: string): Buffer<ArrayBuffer> => Buffer.from(text, 'base64url')
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
export const messageRecord = ({ side, number, body }: Stored) => ({ side, number, body: textOf(body) })

/** What a browser needs to seal to somebody, and to check that the key is theirs. */
function keyRecord({ memberId, profile, professional, onDuty, load, key }: KnownPeer) {
  return {
    memberId,
    ...profile,
    ...{ professional, onDuty, load },
    identityKey: textOf(key!.identityKey),
    identityMadeOn: key!.identityMadeOn.toString(),
    keyNumber: key!.number,
    publicKey: textOf(key!.publicKey),
    keyMadeOn: key!.madeOn.toString(),
    signature: textOf(key!.signature),
  }
}
