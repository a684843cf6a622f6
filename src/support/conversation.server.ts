import type { Blob, StoredSeal } from '../crypto/index.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { sealRefused } from './beginning.server.ts'
import {
  dayOf,
  lockedByAccess,
  ofPeer,
  rowByAccess,
  rowOf,
  type Stores,
  same,
  tablesOf,
  visitor,
} from './conversationRows.server.ts'
import { openUnder, sealUnder } from './erasure.server.ts'
import { mayReceive, mostReaders } from './peer.ts'
import { loadPeer } from './peerDirectory.server.ts'
import { problem, type SupportCode } from './problems.ts'

/**
 * One peer takes a conversation that was sealed to them. The row goes from waiting to theirs in one statement, which leaves
 * their seal alone; whoever lost that race has seen no sealed byte.
 */
export async function claim(
  { db, keys }: Stores,
  regionId: RegionId,
  memberId: MemberId,
  id: string,
): Promise<Outcome<{ readonly seals: readonly StoredSeal[]; readonly seekerKey: Buffer }, SupportCode>> {
  const key = await keys.read(id)
  if (key === null) return problem('not_open')
  return await db.write({ kind: 'member', memberId, regionId }, async (tx) => {
    const peer = await loadPeer(tx, memberId)
    if (peer === null || !mayReceive(peer, dayOf(tx.now), tx.now)) return problem('not_allowed')
    const row = await rowOf(tx, id)
    if (row === null) return problem('not_open')
    const seals = openUnder(key, id, row.sealed)
    const mine = seals?.seals.filter((one) => one.member === memberId) ?? []
    if (seals === null || mine.length === 0) return problem('not_open')
    if (row.claimed_by === memberId) return done({ seals: mine, seekerKey: row.seeker_key })
    const claimed = await tablesOf(tx)
      .updateTable('support.conversation')
      .set((eb) => ({
        claimed_by: memberId,
        sealed: sealUnder(key, id, { ownCopy: seals.ownCopy, seals: mine }),
        from_key: numberOf(mine),
        version: eb('version', '+', 1),
      }))
      .where('region_id', '=', regionId)
      .where('id', '=', id)
      .where('claimed_by', 'is', null)
      .where('version', '=', row.version)
      .executeTakeFirst()
    if (claimed.numUpdatedRows === 1n) return done({ seals: mine, seekerKey: row.seeker_key })
    // A second press, or a second try after an answer that was lost: the first one took it.
    const now = await rowOf(tx, id)
    return now?.claimed_by === memberId
      ? done({ seals: mine, seekerKey: row.seeker_key })
      : problem('claimed_already')
  })
}

/**
 * A new key for whoever shall read on: only the seeker's browser ever seals to anybody. What was sealed to somebody who gets
 * nothing now goes: they are served nothing more. Handed to another peer it waits for them, as it did at first. Keys have an order: of two tabs
 * that make one at the same moment the second is told to look first; the same sent again is the same.
 */
export async function addSeals(
  { db, keys }: Stores,
  regionId: RegionId,
  accessHash: Buffer,
  /** The own copy that lists them too, and the new seals. */
  { ownCopy, seals: added }: Blob,
  /** The peer who goes on from here; null: whoever has it keeps it. */
  handTo: MemberId | null,
): Promise<Outcome<AddedSeals, SupportCode>> {
  const there = await db.read(visitor(regionId), (reader) => rowByAccess(reader, accessHash))
  const key = there === null ? null : await keys.read(there.id)
  return await db.write(visitor(regionId), async (tx) => {
    const row = await lockedByAccess(tx, accessHash)
    const seals = row === null || key === null ? null : openUnder(key, row.id, row.sealed)
    if (row === null || key === null || seals === null) return problem('not_open')
    if (isThere(seals.seals, added)) return done({ id: row.id, told: [] })
    const newest = numberOf(added)
    if (newest !== numberOf(seals.seals) + 1) return problem('key_taken')
    if (row.claimed_by === null) return problem('not_taken')
    const holder = handTo ?? row.claimed_by
    if (!added.some((one) => one.member === holder)) return problem('malformed', 'handTo')
    for (const seal of added) {
      const goesOn = seal.member === row.claimed_by ? 'holder' : 'peer'
      const refused = await sealRefused(tx, seal, seal.member === holder ? goesOn : 'professional')
      if (refused !== null) return refused
    }
    const readers = [
      ...seals.seals.filter(({ member }) => added.some((one) => one.member === member)),
      ...added,
    ]
    if (readers.length > mostReaders) return problem('malformed', 'seals')
    await tablesOf(tx)
      .updateTable('support.conversation')
      .set((eb) => ({
        ...(handTo === null ? {} : { claimed_by: null }),
        sealed: sealUnder(key, row.id, { ownCopy, seals: readers }),
        version: eb('version', '+', 1),
      }))
      .where('region_id', '=', regionId)
      .where('id', '=', row.id)
      .execute()
    const known = new Set(seals.seals.map((one) => one.member))
    const told = added.map((one) => one.member as MemberId).filter((one) => !known.has(one))
    return done({ id: row.id, told: [...new Set(told)] })
  })
}

export type AddedSeals = {
  readonly id: string
  /** Who was let in, and has to hear of it. */
  readonly told: readonly MemberId[]
}

/** Of the newest content key among them; nought where there is none. */
const numberOf = (seals: readonly StoredSeal[]): number =>
  seals.reduce((most, { number }) => Math.max(most, number), 0)

/** Whether each of these is kept already, byte by byte: the same sent once more. */
function isThere(kept: readonly StoredSeal[], added: readonly StoredSeal[]): boolean {
  return added.every((one) =>
    kept.some(
      ({ member, number, sealed }) =>
        member === one.member && number === one.number && same(sealed, one.sealed),
    ),
  )
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
  return row.ok ? await closeNow(stores, regionId, id) : row
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
