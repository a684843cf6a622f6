import { randomUUID } from 'node:crypto'
import { verifyKey } from '../crypto/index.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { dayOf } from './conversationRows.server.ts'
import { tellOfNewKeys } from './newKeys.server.ts'
import { type PeerKey, quietHours } from './peer.ts'
import { saveKey } from './peerProfile.server.ts'
import { problem, type SupportCode } from './problems.ts'
import type { SupportTables } from './tables.server.ts'

/** A peer's private keys in what their browser wrapped them in. */
export type Wrap = {
  readonly kind: 'words' | 'passkey'
  /** Of which passkey; null: under seven words. */
  readonly passkeyId: string | null
  readonly wrapped: Buffer
}

const mostWraps = 6
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** What was published of a peer, as their own browser checks it. */
export async function keysOf(reader: Reader, memberId: MemberId) {
  const row = await reader
    .tables<SupportTables>()
    .selectFrom('support.peer')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  if (row === undefined || row.identity_key === null) return null
  return {
    identityKey: text(row.identity_key),
    identityMadeOn: row.identity_made_on!.toString(),
    keyNumber: row.key_number!,
    publicKey: text(row.key_public!),
    keyMadeOn: row.key_made_on!.toString(),
    signature: text(row.key_signature!),
    quietUntil: row.quiet_until?.toString() ?? null,
  }
}

/** Null: this peer made no key yet. */
export async function keyringOf(reader: Reader, memberId: MemberId): Promise<string | null> {
  const row = await reader
    .tables<SupportTables>()
    .selectFrom('support.peer_keyring')
    .select('sealed')
    .where('region_id', '=', reader.regionId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row === undefined ? null : text(row.sealed)
}

/** For their owner alone: by whatever else they are looked at, they can't be opened. */
export async function wrapsOf(reader: Reader, memberId: MemberId) {
  const rows = await reader
    .tables<SupportTables>()
    .selectFrom('support.peer_wrap')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('member_id', '=', memberId)
    .orderBy('made_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    passkeyId: row.passkey_id,
    wrapped: text(row.wrapped),
    madeOn: row.made_on.toString(),
  }))
}

/**
 * A peer publishes a key and keeps what opens it. The same key again under another wrap is one more way to open it; a new key of the
 * same identity stands in a new keyring, and every wrap opens it as before. Another identity than before comes after a loss: the old
 * wraps are good for nothing, and for 72 hours nobody is sent to it. The same wrap twice is one whose answer was lost.
 */
export async function keepKey(
  db: Db,
  regionId: RegionId,
  memberId: MemberId,
  { wrap, keyring, ...key }: PeerKey & { readonly wrap: Wrap; readonly keyring: Buffer },
): Promise<Outcome<null, SupportCode>> {
  if (!(await isSigned(regionId, memberId, key))) return problem('malformed')
  return await db.write({ kind: 'member', memberId, regionId }, async (tx) => {
    const known = await lockPeer(tx, memberId)
    if (known === undefined) return problem('no_such_peer')
    const same = known.identity_key?.equals(key.identityKey) === true
    const lost = known.identity_key !== null && !same
    const again = same && known.key_number === key.number && known.key_public!.equals(key.publicKey)
    const today = dayOf(tx.now)
    const dated = same
      ? known.identity_made_on!.equals(key.identityMadeOn)
      : isAbout(today, key.identityMadeOn)
    if (!dated || !(again || isAbout(today, key.madeOn))) return problem('malformed')
    const wraps = lost ? [] : await wrapsOf(tx, memberId)
    const kept = wraps.some((one) => one.wrapped === text(wrap.wrapped))
    if (!kept && wraps.length >= mostWraps) return problem('too_many_ways', 'wrap')
    if (!again) {
      const quiet = lost ? tx.now.add({ hours: quietHours }) : null
      if (!(await saveKey(tx, memberId, key, quiet))) return problem('key_replaced')
      await replaceKeyring(tx, memberId, keyring, lost)
      if (lost) await tellOfNewKeys(tx, memberId, key.number)
    }
    if (!kept) await addWrap(tx, memberId, wrap)
    return done(null)
  })
}

/** By the identity that stands in it: otherwise a session without keys could show any. */
async function isSigned(regionId: RegionId, memberId: MemberId, key: PeerKey): Promise<boolean> {
  const verified = await verifyKey(regionId, {
    member: memberId,
    identity: Uint8Array.from(key.identityKey),
    identityDay: key.identityMadeOn.toString(),
    number: key.number,
    key: Uint8Array.from(key.publicKey),
    day: key.madeOn.toString(),
    signature: Uint8Array.from(key.signature),
  })
  return verified.ok
}

/** A browser's clock may be a day off; a day further back would make an identity look older than it is. */
function isAbout(today: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  return Math.abs(today.until(day, { largestUnit: 'days' }).days) <= 1
}

/** Whatever changes a peer's keys or the ways to open them waits for whoever began before. */
async function lockPeer(tx: Tx, memberId: MemberId) {
  return await tx
    .tables<SupportTables>()
    .selectFrom('support.peer')
    .select(['identity_key', 'identity_made_on', 'key_number', 'key_public'])
    .where('region_id', '=', tx.regionId)
    .where('member_id', '=', memberId)
    .forUpdate()
    .executeTakeFirst()
}

async function replaceKeyring(tx: Tx, memberId: MemberId, sealed: Buffer, lost: boolean): Promise<void> {
  const tables = tx.tables<SupportTables>()
  await tables
    .insertInto('support.peer_keyring')
    .values({ region_id: tx.regionId, member_id: memberId, sealed })
    .onConflict((conflict) => conflict.columns(['region_id', 'member_id']).doUpdateSet({ sealed }))
    .execute()
  // What opened the lost one opens nothing of this one.
  if (lost)
    await tables
      .deleteFrom('support.peer_wrap')
      .where('region_id', '=', tx.regionId)
      .where('member_id', '=', memberId)
      .execute()
}

async function addWrap(tx: Tx, memberId: MemberId, wrap: Wrap): Promise<void> {
  await tx
    .tables<SupportTables>()
    .insertInto('support.peer_wrap')
    .values({
      region_id: tx.regionId,
      // Drawn at random: an id made like others would say at which moment.
      id: randomUUID(),
      member_id: memberId,
      kind: wrap.kind,
      passkey_id: wrap.passkeyId,
      wrapped: wrap.wrapped,
    })
    .execute()
}

/** One way less to open it; the last one stays. */
export async function removeWrap(
  db: Db,
  regionId: RegionId,
  memberId: MemberId,
  id: string,
): Promise<Outcome<null, SupportCode>> {
  return await db.write({ kind: 'member', memberId, regionId }, async (tx) => {
    await lockPeer(tx, memberId)
    const wraps = await wrapsOf(tx, memberId)
    if (!wraps.some((one) => one.id === id)) return problem('not_open')
    if (wraps.length === 1) return problem('not_allowed')
    await tx
      .tables<SupportTables>()
      .deleteFrom('support.peer_wrap')
      .where('region_id', '=', regionId)
      .where('id', '=', id)
      .execute()
    return done(null)
  })
}
