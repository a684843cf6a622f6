import type { Db, Reader } from '../platform/db.server.ts'
import { type MemberId, newId, type RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
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
 * A peer publishes a key and keeps what opens it. The same key again under another wrap is one more way to open it. Another
 * identity than before comes after a loss: the old wraps are good for nothing, and for 72 hours nobody is sent to it.
 */
export async function keepKey(
  db: Db,
  regionId: RegionId,
  memberId: MemberId,
  { wrap, keyring, ...key }: PeerKey & { readonly wrap: Wrap; readonly keyring: Buffer },
): Promise<Outcome<null, SupportCode>> {
  return await db.write({ kind: 'member', memberId, regionId }, async (tx) => {
    const tables = tx.tables<SupportTables>()
    const row = await tables
      .selectFrom('support.peer')
      .select(['identity_key', 'key_number', 'key_public'])
      .where('region_id', '=', regionId)
      .where('member_id', '=', memberId)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return problem('no_such_peer')
    const [identity, published] = [Buffer.from(key.identityKey), Buffer.from(key.publicKey)]
    const lost = row.identity_key !== null && !row.identity_key.equals(identity)
    const again = row.key_number === key.number && row.key_public?.equals(published) === true && !lost
    if (!again) {
      const quiet = lost ? tx.now.add({ hours: quietHours }) : null
      if (!(await saveKey(tx, memberId, key, quiet))) return problem('key_replaced')
      if (lost) await tellOfNewKeys(tx, memberId, key.number)
      // What opened the key before opens nothing that is sealed from now on.
      await tables
        .deleteFrom('support.peer_wrap')
        .where('region_id', '=', regionId)
        .where('member_id', '=', memberId)
        .execute()
    }
    await tables
      .insertInto('support.peer_keyring')
      .values({ region_id: regionId, member_id: memberId, sealed: keyring })
      .onConflict((conflict) => conflict.columns(['region_id', 'member_id']).doUpdateSet({ sealed: keyring }))
      .execute()
    const { count } = await tables
      .selectFrom('support.peer_wrap')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('region_id', '=', regionId)
      .where('member_id', '=', memberId)
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostWraps) return problem('too_many_ways', 'wrap')
    await tables
      .insertInto('support.peer_wrap')
      .values({
        region_id: regionId,
        id: newId<string>(),
        member_id: memberId,
        kind: wrap.kind,
        passkey_id: wrap.passkeyId,
        wrapped: wrap.wrapped,
      })
      .execute()
    return done(null)
  })
}

/** One way less to open it; the last one stays. */
export async function removeWrap(
  db: Db,
  regionId: RegionId,
  memberId: MemberId,
  id: string,
): Promise<Outcome<null, SupportCode>> {
  return await db.write({ kind: 'member', memberId, regionId }, async (tx) => {
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
