import type { Blob, StoredSeal } from '../crypto/index.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { done, type Outcome, type Problem } from '../platform/problem.ts'
import {
  addMessage,
  dayOf,
  openedRow,
  type Stores,
  same,
  tablesOf,
  visitor,
} from './conversationRows.server.ts'
import { sealUnder } from './erasure.server.ts'
import { haltOf, mayReceive, mostReaders } from './peer.ts'
import { loadPeer } from './peerDirectory.server.ts'
import { problem, type SupportCode } from './problems.ts'

export type Beginning = {
  /** Drawn at random in the browser. */
  readonly id: string
  readonly accessHash: Buffer
  readonly seekerKey: Buffer
  readonly blob: Blob
  /** The first message, sealed. */
  readonly body: Buffer
}

export type Begun = {
  /** False: it had begun already, and whoever it waits for knows. */
  readonly fresh: boolean
}

/** How many conversations may wait for one peer; then the phone is offered (assumed). */
export const mostWaiting = 3

/**
 * Somebody writes to peers of their choice. The key is made first and is durable: a crash before the row leaves a key that
 * opens nothing. Sent twice as it is, it is one conversation.
 */
export async function begin(
  { db, keys }: Stores,
  regionId: RegionId,
  given: Beginning,
  /** False: its puzzle began one before, so only the very same is taken once more. */
  mayStart = true,
): Promise<Outcome<Begun, SupportCode>> {
  const readers = given.blob.seals
  if (readers.length === 0 || readers.length > mostReaders) return problem('malformed', 'seals')
  if (new Set(readers.map((one) => one.member)).size < readers.length) return problem('malformed', 'seals')
  const there = await db.read(visitor(regionId), (reader) => sameBeginning(reader, given))
  if (there !== null) return there
  if (!mayStart) return problem('puzzle_wrong')
  const refused = await mayBeSealedTo({ db, keys }, regionId, readers)
  if (refused !== null) return refused
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
        return done({ fresh: true })
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
async function sameBeginning(reader: Reader, given: Beginning): Promise<Outcome<Begun, SupportCode> | null> {
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
    ? done({ fresh: false })
    : problem('id_taken')
}

/** Null: each may go, is sealed to by the key they have now, and has room. */
async function mayBeSealedTo(
  stores: Stores,
  regionId: RegionId,
  readers: readonly StoredSeal[],
): Promise<Problem<SupportCode> | null> {
  const refused = await stores.db.read(visitor(regionId), async (reader) => {
    for (const seal of readers) {
      const refused = await sealRefused(reader, seal, 'peer')
      if (refused !== null) return refused
    }
    return null
  })
  if (refused !== null) return refused
  const waiting = await waitingFor(stores, visitor(regionId))
  const full = readers.some(({ member }) => (waiting.get(member as MemberId) ?? []).length >= mostWaiting)
  return full ? problem('queue_full') : null
}

/** Who somebody is to the conversation: a peer is looked for; its holder goes on, shown or not; a professional only reads along. */
export type SealedFor = 'peer' | 'holder' | 'professional'

/** Null: whoever it is sealed to may go, is what they are sealed to as, and has the key that it is sealed to. */
export async function sealRefused(
  reader: Reader,
  { member, sealed }: StoredSeal,
  as: SealedFor,
): Promise<Problem<SupportCode> | null> {
  const peer = await loadPeer(reader, member as MemberId)
  if (peer?.key == null || peer.professional !== (as === 'professional')) return problem('no_such_peer')
  const today = dayOf(reader.now)
  const may = as === 'holder' ? haltOf(peer, today, reader.now) === null : mayReceive(peer, today, reader.now)
  if (!may) return problem('no_such_peer')
  return peer.key.number === readerKey(sealed) ? null : problem('key_replaced')
}

/** The number of the reader's key, which stands before what is sealed to it. */
function readerKey(sealed: Uint8Array): number {
  return sealed.length < 5 ? 0 : new DataView(sealed.buffer, sealed.byteOffset).getUint32(1)
}

/** By peer: what waits for them. The blobs are opened in memory, because nothing else says to whom they are sealed. */
export async function waitingFor(
  { db, keys }: Stores,
  actor: Parameters<Db['read']>[0],
): Promise<ReadonlyMap<MemberId, readonly string[]>> {
  const rows = await db.read(
    actor,
    async (reader) =>
      await tablesOf(reader)
        .selectFrom('support.conversation')
        .select(['id', 'sealed'])
        .where('region_id', '=', reader.regionId)
        .where('claimed_by', 'is', null)
        .orderBy('id')
        .execute(),
  )
  const found = new Map<MemberId, string[]>()
  for (const row of rows)
    for (const { member } of (await openedRow(keys, row))?.seals ?? [])
      found.set(member as MemberId, [...(found.get(member as MemberId) ?? []), row.id])
  return found
}
