import type { StoredSeal } from '../crypto/index.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import {
  addMessage,
  dayOf,
  messagesOf,
  ofPeer,
  type Row,
  rowByAccess,
  type Stored,
  type Stores,
  same,
  tablesOf,
  visitor,
} from './conversationRows.server.ts'
import { openUnder } from './erasure.server.ts'
import { mayReceive } from './peer.ts'
import { loadPeer } from './peerDirectory.server.ts'
import { problem, type SupportCode } from './problems.ts'
import type { Side } from './tables.server.ts'

/** More than anybody writes in ninety days, and few enough to stay a conversation. */
export const mostMessages = 2000

export type SeekerView = {
  readonly id: string
  readonly own: Uint8Array
  /** Null: nobody has taken it yet. */
  readonly claimedBy: MemberId | null
  /** False: who has it may not go any more, and is served nothing. */
  readonly inStanding: boolean
  readonly messages: readonly Stored[]
}

/** What the words open, for the seeker's browser. */
export async function seekerReads(
  { db, keys }: Stores,
  regionId: RegionId,
  accessHash: Buffer,
  after: Readonly<Record<Side, number>>,
): Promise<Outcome<SeekerView, SupportCode>> {
  return await db.read(visitor(regionId), async (reader) => {
    const row = await rowByAccess(reader, accessHash)
    const key = row === null ? null : await keys.read(row.id)
    const seals = row === null || key === null ? null : openUnder(key, row.id, row.sealed)
    if (row === null || seals === null) return problem('not_open')
    const holder = row.claimed_by === null ? null : await loadPeer(reader, row.claimed_by)
    return done({
      id: row.id,
      own: seals.ownCopy,
      claimedBy: row.claimed_by,
      inStanding:
        holder === null ? row.claimed_by === null : mayReceive(holder, dayOf(reader.now), reader.now),
      messages: await messagesOf(reader, row.id, after),
    })
  })
}

export type PeerView = {
  readonly seekerKey: Buffer
  readonly seals: readonly StoredSeal[]
  readonly messages: readonly Stored[]
}

/** A conversation that this peer took, while they may go. */
export async function peerReads(
  { db, keys }: Stores,
  regionId: RegionId,
  memberId: MemberId,
  id: string,
  after: Readonly<Record<Side, number>>,
): Promise<Outcome<PeerView, SupportCode>> {
  return await db.read({ kind: 'member', memberId, regionId }, async (reader) => {
    const mine = await ofPeer(reader, memberId, id)
    const key = mine === null ? null : await keys.read(id)
    const seals = mine === null || key === null ? null : openUnder(key, id, mine.sealed)
    if (mine === null || seals === null) return problem('not_open')
    return done({
      seekerKey: mine.seeker_key,
      seals: seals.seals.filter((one) => one.member === memberId),
      messages: await messagesOf(reader, id, after),
    })
  })
}

/** Open conversations that this peer took, by the day something was last written. */
export async function takenBy(
  { db }: Pick<Stores, 'db'>,
  regionId: RegionId,
  memberId: MemberId,
): Promise<readonly { readonly id: string; readonly lastOn: Temporal.PlainDate }[]> {
  return await db.read({ kind: 'member', memberId, regionId }, async (reader) => {
    const rows = await tablesOf(reader)
      .selectFrom('support.conversation')
      .select(['id', 'last_on'])
      .where('region_id', '=', regionId)
      .where('claimed_by', '=', memberId)
      .orderBy('last_on', 'desc')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({ id: row.id, lastOn: row.last_on }))
  })
}

/** The next message of the seeker. The same bytes again are the same message. */
export async function seekerSays(
  { db }: Pick<Stores, 'db'>,
  regionId: RegionId,
  accessHash: Buffer,
  message: Omit<Stored, 'side'>,
): Promise<Outcome<null, SupportCode>> {
  return await say(db, visitor(regionId), { ...message, side: 'seeker' }, (tx) => rowByAccess(tx, accessHash))
}

export async function peerSays(
  { db }: Pick<Stores, 'db'>,
  regionId: RegionId,
  memberId: MemberId,
  id: string,
  message: Omit<Stored, 'side'>,
): Promise<Outcome<null, SupportCode>> {
  const actor = { kind: 'member', memberId, regionId } as const
  return await say(db, actor, { ...message, side: 'peer' }, (tx) => ofPeer(tx, memberId, id))
}

async function say(
  db: Db,
  actor: Parameters<Db['write']>[0],
  message: Stored,
  find: (tx: Tx) => Promise<Row | null>,
): Promise<Outcome<null, SupportCode>> {
  const refused = await refusedBy({ message_pkey: null }, () =>
    db.write(actor, async (tx) => {
      const row = await find(tx)
      if (row === null) return problem('not_open')
      const there = await tablesOf(tx)
        .selectFrom('support.message')
        .select(['number', 'body'])
        .where('region_id', '=', tx.regionId)
        .where('conversation_id', '=', row.id)
        .where('side', '=', message.side)
        .where('number', '>=', message.number - 1)
        .execute()
      const at = there.find((one) => one.number === message.number)
      if (at !== undefined) return same(at.body, message.body) ? done(null) : problem('number_taken')
      const follows = message.number === 1 || there.some((one) => one.number === message.number - 1)
      if (!follows) return problem('number_ahead')
      if (message.number > mostMessages) return problem('too_many_messages')
      // Whoever writes at the same moment waits here, so that what is stored has one order.
      await tablesOf(tx)
        .updateTable('support.conversation')
        .set({ last_on: dayOf(tx.now) })
        .where('region_id', '=', tx.regionId)
        .where('id', '=', row.id)
        .execute()
      await addMessage(tx, row.id, message)
      return done(null)
    }),
  )
  // Two tabs at once: the other one's stands, and whoever lost looks at it.
  return refused ?? problem('number_taken')
}
