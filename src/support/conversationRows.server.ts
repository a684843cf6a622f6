import { createHash, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Blob } from '../crypto/index.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { openUnder } from './erasure.server.ts'
import type { ErasureKeys } from './erasureKeys.server.ts'
import { type Halt, haltOf } from './peer.ts'
import { loadPeer } from './peerDirectory.server.ts'
import { problem, type SupportCode } from './problems.ts'
import type { Side, SupportTables } from './tables.server.ts'

/** `db` is a pool of tailboard_support: it sees conversations, what peers show, and nothing else. */
export type Stores = { readonly db: Db; readonly keys: ErasureKeys }
export type Stored = { readonly side: Side; readonly number: number; readonly body: Buffer }

export const visitor = (regionId: RegionId) => ({ kind: 'visitor', regionId }) as const
export const tablesOf = (reader: Reader) => reader.tables<SupportTables>()
export const dayOf = (now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO('UTC').toPlainDate()

export type Row = SupportTables['support.conversation'] extends infer Table
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
      from_key: number
    }
  : never

function rows(reader: Reader) {
  return tablesOf(reader)
    .selectFrom('support.conversation')
    .selectAll()
    .where('region_id', '=', reader.regionId)
}

export async function rowOf(reader: Reader, id: string): Promise<Row | null> {
  return (await rows(reader).where('id', '=', id).executeTakeFirst()) ?? null
}

export async function rowByAccess(reader: Reader, accessHash: Buffer): Promise<Row | null> {
  return (await rows(reader).where('access_hash', '=', accessHash).executeTakeFirst()) ?? null
}

/** The same, and nobody else changes it until this transaction ends. */
export async function lockedByAccess(tx: Tx, accessHash: Buffer): Promise<Row | null> {
  return (await rows(tx).where('access_hash', '=', accessHash).forUpdate().executeTakeFirst()) ?? null
}

/** Nobody else changes it until this transaction ends. */
export async function locked(tx: Tx, id: string): Promise<void> {
  await rows(tx).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Theirs, and they may still go. */
export async function ofPeer(
  reader: Reader,
  memberId: MemberId,
  id: string,
): Promise<Outcome<Row, SupportCode>> {
  const row = await rowOf(reader, id)
  if (row?.claimed_by !== memberId) return problem('not_open')
  const halt = await haltedNow(reader, memberId)
  return halt === null ? done(row) : problem(halt)
}

/** Whether somebody is served what they took; no row of their own is the same as no papers. */
export async function haltedNow(reader: Reader, memberId: MemberId): Promise<Halt | null> {
  const peer = await loadPeer(reader, memberId)
  return peer === null ? 'lapsed' : haltOf(peer, dayOf(reader.now), reader.now)
}

/**
 * What the row holds, opened in memory; null: its key is gone, and so it can't be. Asked for outside every transaction: the keys may stand
 * on another machine.
 */
export async function openedRow(
  keys: ErasureKeys,
  { id, sealed }: Pick<Row, 'id' | 'sealed'>,
): Promise<Blob | null> {
  const key = await keys.read(id)
  return key === null ? null : openUnder(key, id, sealed)
}

/** Messages of one answer, in their order: the next look brings the rest. Forty megabytes at once would never arrive. */
const mostAtOnce = 100

export async function messagesOf(
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
    .limit(mostAtOnce)
    .execute()
  return found
}

export async function addMessage(tx: Tx, id: string, { side, number, body }: Stored): Promise<void> {
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

export function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

/** What the server keeps of the secret that the words give. */
export function hashOfAccess(secret: Uint8Array): Buffer {
  return createHash('sha256').update(secret).digest()
}
