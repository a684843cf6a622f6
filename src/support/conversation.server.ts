import { createHash, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Blob, StoredSeal } from '../crypto/index.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { done, type Outcome, type Problem } from '../platform/problem.ts'
import { openUnder, sealUnder } from './erasure.server.ts'
import type { ErasureKeys } from './erasureKeys.server.ts'
import { mayReceive, mostReaders } from './peer.ts'
import { loadPeer } from './peerDirectory.server.ts'
import { problem, type SupportCode } from './problems.ts'
import type { Side, SupportTables } from './tables.server.ts'

/** `db` is a pool of tailboard_support: it sees conversations, what peers show, and nothing else. */
export type Stores = { readonly db: Db; readonly keys: ErasureKeys }

export type Beginning = {
  /** Drawn at random in the browser. */
  readonly id: string
  readonly accessHash: Buffer
  readonly seekerKey: Buffer
  readonly blob: Blob
  /** The first message, sealed. */
  readonly body: Buffer
}
export type Stored = { readonly side: Side; readonly number: number; readonly body: Buffer }

/** How many conversations may wait for one peer; then the phone is offered (assumed). */
export const mostWaiting = 3
/** More than anybody writes in ninety days, and few enough to stay a conversation. */
export const mostMessages = 2000

const visitor = (regionId: RegionId) => ({ kind: 'visitor', regionId }) as const
const tablesOf = (reader: Reader) => reader.tables<SupportTables>()
export const dayOf = (now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO('UTC').toPlainDate()

/**
 * Somebody writes to peers of their choice. The key is made first and is durable: a crash before the row leaves a key that
 * opens nothing. Sent twice as it is, it is one conversation.
 */
export async function begin(
  { db, keys }: Stores,
  regionId: RegionId,
  given: Beginning,
): Promise<Outcome<null, SupportCode>> {
  const readers = given.blob.seals
  if (readers.length === 0 || readers.length > mostReaders) return problem('malformed', 'seals')
  if (new Set(readers.map((one) => one.member)).size < readers.length) return problem('malformed', 'seals')
  const there = await db.read(visitor(regionId), (reader) => sameBeginning(reader, given))
  if (there !== null) return there
  const may = await db.read(visitor(regionId), (reader) => mayBeSealedTo(reader, { db, keys }, readers))
  if (may !== null) return may
  const key = await keys.make(given.id)
  if (key === null) return problem('id_taken')
  const refusals = { conversation_pkey: problem('id_taken'), conversation_access_once: problem('id_taken') }
  let kept = false
  try {
    const saved = await refusedBy(refusals, () =>
      db.write(visitor(regionId), async (tx) => {
        const today = dayOf(tx.now)
        await tablesOf(tx)
          .insertInto('support.conversation')
          .values({
            region_id: regionId,
            id: given.id,
            access_hash: given.accessHash,
            seeker_key: given.seekerKey,
            sealed: sealUnder(key, given.id, given.blob),
            claimed_by: null,
            opened_on: today,
            last_on: today,
          })
          .execute()
        await addMessage(tx, given.id, { side: 'seeker', number: 1, body: given.body })
        await countNotice(tx, today)
        return done(null)
      }),
    )
    kept = saved.ok
    return saved
  } finally {
    // The key is ours, since making it was refused to everybody else.
    if (!kept) await keys.destroy(given.id)
  }
}

/** Whoever begins was shown the limits of confidentiality: of that a count is kept, by month and no finer. */
async function countNotice(tx: Tx, today: Temporal.PlainDate): Promise<void> {
  await tablesOf(tx)
    .insertInto('support.notice_shown')
    .values({ region_id: tx.regionId, month: today.with({ day: 1 }), count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'month'])
        .doUpdateSet((eb) => ({ count: eb('support.notice_shown.count', '+', 1) })),
    )
    .execute()
}

/** Whether this very beginning was kept before; null: nothing has its id. */
async function sameBeginning(reader: Reader, given: Beginning): Promise<Outcome<null, SupportCode> | null> {
  const row = await tablesOf(reader)
    .selectFrom('support.conversation as c')
    .innerJoin('support.message as m', (join) =>
      join.onRef('m.region_id', '=', 'c.region_id').onRef('m.conversation_id', '=', 'c.id'),
    )
    .select(['c.access_hash', 'm.body'])
    .where('c.region_id', '=', reader.regionId)
    .where('c.id', '=', given.id)
    .where('m.side', '=', 'seeker')
    .where('m.number', '=', 1)
    .executeTakeFirst()
  if (row === undefined) return null
  return same(row.access_hash, given.accessHash) && same(row.body, given.body)
    ? done(null)
    : problem('id_taken')
}

/** Null: each may go, is sealed to by the key they have now, and has room. */
async function mayBeSealedTo(
  reader: Reader,
  stores: Stores,
  readers: readonly StoredSeal[],
): Promise<Outcome<null, SupportCode> | null> {
  const today = dayOf(reader.now)
  for (const seal of readers) {
    const refused = await sealRefused(reader, seal, today)
    if (refused !== null) return refused
  }
  const waiting = await waitingFor(reader, stores.keys)
  const full = readers.every(({ member }) => (waiting.get(member as MemberId) ?? []).length >= mostWaiting)
  return full ? problem('queue_full') : null
}

/** Null: whoever it is sealed to may go, and has the key that it is sealed to. */
async function sealRefused(
  reader: Reader,
  { member, sealed }: StoredSeal,
  today: Temporal.PlainDate,
): Promise<Problem<SupportCode> | null> {
  const peer = await loadPeer(reader, member as MemberId)
  if (peer?.key == null || !mayReceive(peer, today, reader.now)) return problem('no_such_peer')
  return peer.key.number === readerKey(sealed) ? null : problem('key_replaced')
}

/** The number of the reader's key, which stands before what is sealed to it. */
function readerKey(sealed: Uint8Array): number {
  return sealed.length < 5 ? 0 : new DataView(sealed.buffer, sealed.byteOffset).getUint32(1)
}

/** By peer: what waits for them. The blobs are opened in memory, because nothing else says to whom they are sealed. */
export async function waitingFor(
  reader: Reader,
  keys: ErasureKeys,
): Promise<ReadonlyMap<MemberId, readonly string[]>> {
  const rows = await tablesOf(reader)
    .selectFrom('support.conversation')
    .select(['id', 'sealed'])
    .where('region_id', '=', reader.regionId)
    .where('claimed_by', 'is', null)
    .orderBy('id')
    .execute()
  const found = new Map<MemberId, string[]>()
  for (const { id, sealed } of rows) {
    const key = await keys.read(id)
    const seals = key === null ? null : openUnder(key, id, sealed)
    for (const { member } of seals?.seals ?? [])
      found.set(member as MemberId, [...(found.get(member as MemberId) ?? []), id])
  }
  return found
}

/**
 * One peer takes a conversation that was sealed to them. The row goes from waiting to theirs in one statement, which leaves
 * their seal alone; whoever lost that race has seen no sealed byte.
 */
export async function claim(
  { db, keys }: Stores,
  regionId: RegionId,
  memberId: MemberId,
  id: string,
): Promise<Outcome<{ readonly seal: StoredSeal; readonly seekerKey: Buffer }, SupportCode>> {
  const key = await keys.read(id)
  if (key === null) return problem('not_open')
  return await db.write({ kind: 'member', memberId, regionId }, async (tx) => {
    const peer = await loadPeer(tx, memberId)
    if (peer === null || !mayReceive(peer, dayOf(tx.now), tx.now)) return problem('not_allowed')
    const row = await rowOf(tx, id)
    if (row === null) return problem('not_open')
    const seals = openUnder(key, id, row.sealed)
    const mine = seals?.seals.find((one) => one.member === memberId)
    if (seals === null || mine === undefined) return problem('not_open')
    if (row.claimed_by === memberId) return done({ seal: mine, seekerKey: row.seeker_key })
    const claimed = await tablesOf(tx)
      .updateTable('support.conversation')
      .set((eb) => ({
        claimed_by: memberId,
        sealed: sealUnder(key, id, { ownCopy: seals.ownCopy, seals: [mine] }),
        version: eb('version', '+', 1),
      }))
      .where('region_id', '=', regionId)
      .where('id', '=', id)
      .where('claimed_by', 'is', null)
      .where('version', '=', row.version)
      .executeTakeFirst()
    return claimed.numUpdatedRows === 1n
      ? done({ seal: mine, seekerKey: row.seeker_key })
      : problem('claimed_already')
  })
}

/** One more reader, or the same one under a new key: only the seeker's browser ever seals to anybody. */
export async function addSeals(
  { db, keys }: Stores,
  regionId: RegionId,
  accessHash: Buffer,
  /** The own copy that lists them too, and the new seals. */
  { ownCopy, seals: added }: Blob,
  /** The peer who goes on from here; null: whoever has it keeps it. */
  handTo: MemberId | null,
): Promise<Outcome<null, SupportCode>> {
  return await db.write(visitor(regionId), async (tx) => {
    const row = await rowByAccess(tx, accessHash)
    const key = row === null ? null : await keys.read(row.id)
    const seals = row === null || key === null ? null : openUnder(key, row.id, row.sealed)
    if (row === null || key === null || seals === null) return problem('not_open')
    const today = dayOf(tx.now)
    for (const seal of added) {
      const refused = await sealRefused(tx, seal, today)
      if (refused !== null) return refused
    }
    if (handTo !== null && !added.some((one) => one.member === handTo)) return problem('malformed', 'handTo')
    // Whoever is replaced is served nothing more, so what was sealed to them goes.
    const kept = handTo === null ? seals.seals : seals.seals.filter((one) => one.member === handTo)
    const readers = [...kept, ...added]
    if (readers.length > mostReaders) return problem('malformed', 'seals')
    await tablesOf(tx)
      .updateTable('support.conversation')
      .set((eb) => ({
        ...(handTo === null ? {} : { claimed_by: handTo }),
        sealed: sealUnder(key, row.id, { ownCopy, seals: readers }),
        version: eb('version', '+', 1),
      }))
      .where('region_id', '=', regionId)
      .where('id', '=', row.id)
      .where('version', '=', row.version)
      .execute()
    return done(null)
  })
}

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

/** Either side, any time. The key goes first: what remains after a crash can't be opened, and the sweeper removes it. */
export async function seekerCloses(
  stores: Stores,
  regionId: RegionId,
  accessHash: Buffer,
): Promise<Outcome<null, SupportCode>> {
  const row = await stores.db.read(visitor(regionId), (reader) => rowByAccess(reader, accessHash))
  return row === null ? problem('not_open') : await closeNow(stores, regionId, row.id)
}

export async function peerCloses(
  stores: Stores,
  regionId: RegionId,
  memberId: MemberId,
  id: string,
): Promise<Outcome<null, SupportCode>> {
  const actor = { kind: 'member', memberId, regionId } as const
  const row = await stores.db.read(actor, (reader) => ofPeer(reader, memberId, id))
  return row === null ? problem('not_open') : await closeNow(stores, regionId, id)
}

export async function closeNow(
  { db, keys }: Stores,
  regionId: RegionId,
  id: string,
): Promise<Outcome<null, SupportCode>> {
  await keys.destroy(id)
  await db.write({ kind: 'system', regionId }, async (tx) => {
    await tablesOf(tx)
      .deleteFrom('support.conversation')
      .where('region_id', '=', regionId)
      .where('id', '=', id)
      .execute()
  })
  return done(null)
}

type Row = SupportTables['support.conversation'] extends infer Table
  ? {
      [Key in
        | 'id'
        | 'access_hash'
        | 'seeker_key'
        | 'sealed'
        | 'claimed_by'
        | 'opened_on'
        | 'last_on']: Table[Key & keyof Table]
    } & {
      version: number
    }
  : never

function rows(reader: Reader) {
  return tablesOf(reader)
    .selectFrom('support.conversation')
    .selectAll()
    .where('region_id', '=', reader.regionId)
}

async function rowOf(reader: Reader, id: string): Promise<Row | null> {
  return (await rows(reader).where('id', '=', id).executeTakeFirst()) ?? null
}

async function rowByAccess(reader: Reader, accessHash: Buffer): Promise<Row | null> {
  return (await rows(reader).where('access_hash', '=', accessHash).executeTakeFirst()) ?? null
}

/** Theirs, and they may still go. */
async function ofPeer(reader: Reader, memberId: MemberId, id: string): Promise<Row | null> {
  const peer = await loadPeer(reader, memberId)
  if (peer === null || !mayReceive(peer, dayOf(reader.now), reader.now)) return null
  const row = await rowOf(reader, id)
  return row?.claimed_by === memberId ? row : null
}

async function messagesOf(
  reader: Reader,
  id: string,
  after: Readonly<Record<Side, number>>,
): Promise<Stored[]> {
  const found = await tablesOf(reader)
    .selectFrom('support.message')
    .select(['side', 'number', 'body'])
    .where('region_id', '=', reader.regionId)
    .where('conversation_id', '=', id)
    .where((eb) =>
      eb.or([
        eb.and([eb('side', '=', 'seeker'), eb('number', '>', after.seeker)]),
        eb.and([eb('side', '=', 'peer'), eb('number', '>', after.peer)]),
      ]),
    )
    .orderBy('place')
    .execute()
  return found
}

async function addMessage(tx: Tx, id: string, { side, number, body }: Stored): Promise<void> {
  const { last } = await tablesOf(tx)
    .selectFrom('support.message')
    .select((eb) => eb.fn.coalesce(eb.fn.max('place'), sql<number>`0`).as('last'))
    .where('region_id', '=', tx.regionId)
    .where('conversation_id', '=', id)
    .executeTakeFirstOrThrow()
  await tablesOf(tx)
    .insertInto('support.message')
    .values({ region_id: tx.regionId, conversation_id: id, side, number, body, place: last + 1 })
    .execute()
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

/** What the server keeps of the secret that the words give. */
export function hashOfAccess(secret: Uint8Array): Buffer {
  return createHash('sha256').update(secret).digest()
}
