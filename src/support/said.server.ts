import type { StoredSeal } from '../crypto/index.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import {
  addMessage,
  dayOf,
  haltedNow,
  locked,
  lockedByAccess,
  messagesOf,
  ofPeer,
  openedRow,
  type Row,
  rowByAccess,
  rowOf,
  type Stored,
  type Stores,
  same,
  tablesOf,
  visitor,
} from './conversationRows.server.ts'
import { type Halt, haltOf } from './peer.ts'
import { type KnownPeer, loadPeer } from './peerDirectory.server.ts'
import { problem, type SupportCode } from './problems.ts'
import type { Side } from './tables.server.ts'

/** More than anybody writes in ninety days, and few enough to stay a conversation. */
export const mostMessages = 2000

export type SeekerView = {
  readonly id: string
  readonly own: Uint8Array
  /** Null: nobody has taken it yet. */
  readonly claimedBy: MemberId | null
  /** Why whoever has it is served nothing at the moment; null: they are, or nobody has it. */
  readonly halted: Halt | null
  /** Who has it, as they show themselves, with the key they have now; shown here even if they show themselves to nobody new. */
  readonly holder: KnownPeer | null
  readonly messages: readonly Stored[]
}

/** What the words open, for the seeker's browser. */
export async function seekerReads(
  { db, keys }: Stores,
  regionId: RegionId,
  accessHash: Buffer,
  after: Readonly<Record<Side, number>>,
): Promise<Outcome<SeekerView, SupportCode>> {
  const found = await db.read(visitor(regionId), async (reader) => {
    const row = await rowByAccess(reader, accessHash)
    if (row === null) return null
    const holder = row.claimed_by === null ? null : await loadPeer(reader, row.claimed_by)
    const halt = holder === null ? 'lapsed' : haltOf(holder, dayOf(reader.now), reader.now)
    return {
      row,
      holder,
      halted: row.claimed_by === null ? null : halt,
      messages: await messagesOf(reader, row.id, after),
    }
  })
  const blob = found === null ? null : await openedRow(keys, found.row)
  if (found === null || blob === null) return problem('not_open')
  const { row, ...rest } = found
  return done({ ...rest, id: row.id, own: blob.ownCopy, claimedBy: row.claimed_by })
}

export type PeerView = {
  /** False: a seeker lets them read along, and somebody else has it. */
  readonly holds: boolean
  /** From which content key on they have it: what their side said under an older one, somebody else wrote. */
  readonly fromKey: number
  /** How those are called who read along. */
  readonly alsoReads: readonly string[]
  readonly seekerKey: Buffer
  readonly seals: readonly StoredSeal[]
  readonly messages: readonly Stored[]
}

/** A conversation that this peer took, or that a seeker lets them read along, while they may go. */
export async function peerReads(
  { db, keys }: Stores,
  regionId: RegionId,
  memberId: MemberId,
  id: string,
  after: Readonly<Record<Side, number>>,
): Promise<Outcome<PeerView, SupportCode>> {
  const actor = { kind: 'member', memberId, regionId } as const
  // Seals and messages as they were at one moment: a message under a key that came meanwhile would look like a false one.
  const { row, halt, messages } = await db.read(actor, async (reader) => ({
    row: await rowOf(reader, id),
    halt: await haltedNow(reader, memberId),
    messages: await messagesOf(reader, id, after),
  }))
  const blob = row === null || row.claimed_by === null ? null : await openedRow(keys, row)
  const seals = blob?.seals.filter((one) => one.member === memberId) ?? []
  if (row === null || blob === null || seals.length === 0) return problem('not_open')
  if (halt !== null) return problem(halt)
  const others = new Set(blob.seals.map((one) => one.member as MemberId))
  others.delete(memberId)
  others.delete(row.claimed_by!)
  const alsoReads = await namesOf(db, actor, [...others])
  const holds = row.claimed_by === memberId
  return done({ holds, alsoReads, fromKey: row.from_key, seekerKey: row.seeker_key, seals, messages })
}

async function namesOf(db: Db, actor: Parameters<Db['read']>[0], members: readonly MemberId[]) {
  if (members.length === 0) return []
  return await db.read(actor, async (reader) => {
    const names: string[] = []
    for (const member of members) names.push((await loadPeer(reader, member))?.profile.shownAs ?? '')
    return names
  })
}

export type TakenView = {
  /** Why nothing is served; null: it is. */
  readonly halted: Halt | null
  readonly taken: readonly {
    readonly id: string
    readonly lastOn: Temporal.PlainDate
    /** False: they read along. */
    readonly holds: boolean
  }[]
}

/**
 * Open conversations that this peer took, and those a seeker lets them read along, by the day something was last written. Who reads along
 * stands nowhere but inside the erasure seals, which are opened in memory.
 */
export async function takenBy(
  { db, keys }: Stores,
  regionId: RegionId,
  memberId: MemberId,
): Promise<TakenView> {
  const { peer, halted, rows } = await db.read({ kind: 'member', memberId, regionId }, async (reader) => {
    const peer = await loadPeer(reader, memberId)
    let query = tablesOf(reader)
      .selectFrom('support.conversation')
      .select(['id', 'last_on', 'claimed_by', 'sealed'])
      .where('region_id', '=', regionId)
      .where('claimed_by', 'is not', null)
      .orderBy('last_on', 'desc')
      .orderBy('id')
    if (peer?.professional !== true) query = query.where('claimed_by', '=', memberId)
    return { peer, halted: await haltedNow(reader, memberId), rows: await query.execute() }
  })
  const taken = []
  for (const row of rows) {
    const holds = row.claimed_by === memberId
    const blob = holds ? null : await openedRow(keys, row)
    if (holds || blob?.seals.some((one) => one.member === memberId))
      taken.push({ id: row.id, lastOn: row.last_on, holds })
  }
  // Whoever never showed themselves took nothing, and nothing of theirs has ended.
  return { halted: peer === null ? null : halted, taken }
}

/** The next message of the seeker. The same bytes again are the same message. */
export async function seekerSays(
  { db }: Pick<Stores, 'db'>,
  regionId: RegionId,
  accessHash: Buffer,
  message: Omit<Stored, 'side'>,
): Promise<Outcome<Said, SupportCode>> {
  return await say(db, visitor(regionId), { ...message, side: 'seeker' }, async (tx) => {
    const row = await lockedByAccess(tx, accessHash)
    return row === null ? problem('not_open') : done(row)
  })
}

export async function peerSays(
  { db }: Pick<Stores, 'db'>,
  regionId: RegionId,
  memberId: MemberId,
  id: string,
  message: Omit<Stored, 'side'>,
): Promise<Outcome<Said, SupportCode>> {
  const actor = { kind: 'member', memberId, regionId } as const
  return await say(db, actor, { ...message, side: 'peer' }, async (tx) => {
    await locked(tx, id)
    return await ofPeer(tx, memberId, id)
  })
}

export type Said = {
  readonly id: string
  /** Who has it; null: nobody yet. */
  readonly holder: MemberId | null
  /** False: the same had come before. */
  readonly isNew: boolean
}

const saidIn = (row: Row, isNew: boolean): Said => ({ id: row.id, holder: row.claimed_by, isNew })

async function say(
  db: Db,
  actor: Parameters<Db['write']>[0],
  message: Stored,
  find: (tx: Tx) => Promise<Outcome<Row, SupportCode>>,
): Promise<Outcome<Said, SupportCode>> {
  const refused = await refusedBy({ message_pkey: null }, () =>
    db.write(actor, async (tx) => {
      // Whoever writes at the same moment waits here, and nobody writes who was replaced in between.
      const found = await find(tx)
      if (!found.ok) return found
      const row = found.value
      const there = await tablesOf(tx)
        .selectFrom('support.message')
        .select(['number', 'body'])
        .where('region_id', '=', tx.regionId)
        .where('conversation_id', '=', row.id)
        .where('side', '=', message.side)
        .where('number', '>=', message.number - 1)
        .execute()
      const at = there.find((one) => one.number === message.number)
      if (at !== undefined)
        return same(at.body, message.body) ? done(saidIn(row, false)) : problem('number_taken')
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
      return done(saidIn(row, true))
    }),
  )
  // Two tabs at once: the other one's stands, and whoever lost looks at it.
  return refused ?? problem('number_taken')
}
