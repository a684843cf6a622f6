import type { Reader, Tx } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { loadAvailability, loadMembers } from '../roster/index.server.ts'
import type { PeerKey, PeerLoad, PeerProfile } from './peer.ts'
import type { SupportTables } from './tables.server.ts'

/** What a peer chose to show; the keys and what the roster says of them stay. In the caller's transaction, by the peer alone. */
export async function saveProfile(tx: Tx, memberId: MemberId, profile: PeerProfile): Promise<void> {
  const shown = {
    shown_as: profile.shownAs,
    discipline: profile.discipline,
    agency: profile.agency,
    languages: [...profile.languages],
    lived: [...profile.lived],
    answers: [...profile.answers],
    published: profile.published,
  }
  await tx
    .tables<SupportTables>()
    .insertInto('support.peer')
    .values({ region_id: tx.regionId, member_id: memberId, ...shown, ...noKeys, deployable_until: null })
    .onConflict((conflict) => conflict.columns(['region_id', 'member_id']).doUpdateSet(shown))
    .execute()
  await keepPeers(tx)
}

const noKeys = {
  identity_key: null,
  identity_made_on: null,
  key_number: null,
  key_public: null,
  key_made_on: null,
  key_signature: null,
  quiet_until: null,
}

/** The key a peer's browser made, and what it wrapped it in. `quietUntil`: an identity that follows a lost one. */
export async function saveKey(
  tx: Tx,
  memberId: MemberId,
  key: PeerKey,
  quietUntil: Temporal.Instant | null,
): Promise<boolean> {
  const saved = await tx
    .tables<SupportTables>()
    .updateTable('support.peer')
    .set({
      identity_key: Buffer.from(key.identityKey),
      identity_made_on: key.identityMadeOn,
      key_number: key.number,
      key_public: Buffer.from(key.publicKey),
      key_made_on: key.madeOn,
      key_signature: Buffer.from(key.signature),
      ...(quietUntil === null ? {} : { quiet_until: quietUntil }),
    })
    .where('region_id', '=', tx.regionId)
    .where('member_id', '=', memberId)
    // A key never goes back to one with a lower number.
    .where((eb) => eb.or([eb('key_number', 'is', null), eb('key_number', '<', key.number)]))
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

/** Who is on the roster no more. */
const gone = { deployable_until: null, on_duty: false, load: 'light' } as const

/** No end is known of what lets them go. */
const noEnd = Temporal.PlainDate.from('9999-12-31')

/**
 * What the roster says of every peer who shows themselves, copied where the support store may read it: until when they may go,
 * whether they are on call, how much they carry. Answers how many changed.
 */
export async function keepPeers(tx: Tx): Promise<number> {
  const tables = tx.tables<SupportTables>()
  const peers = await tables
    .selectFrom('support.peer')
    .select(['member_id', 'professional', 'deployable_until', 'on_duty', 'load'])
    .where('region_id', '=', tx.regionId)
    .execute()
  if (peers.length === 0) return 0
  const now = await standings(tx)
  let changed = 0
  for (const peer of peers) {
    const is = now.get(peer.member_id) ?? { ...gone, professional: peer.professional }
    const same =
      is.professional === peer.professional &&
      is.on_duty === peer.on_duty &&
      is.load === peer.load &&
      String(is.deployable_until) === String(peer.deployable_until)
    if (same) continue
    await tables
      .updateTable('support.peer')
      .set(is)
      .where('region_id', '=', tx.regionId)
      .where('member_id', '=', peer.member_id)
      .execute()
    changed++
  }
  return changed
}

async function standings(reader: Reader) {
  const { timeZone } = await loadRegion(reader)
  const { policy } = await loadPolicy(reader)
  const span = { startsAt: reader.now, endsAt: reader.now.add({ minutes: 1 }) }
  const everybody = await loadAvailability(reader, span, timeZone, policy)
  return new Map(
    everybody.map((one) => [
      one.member.id,
      {
        professional: one.member.role === 'mhp',
        deployable_until: one.deployability.deployable ? (one.deployability.until ?? noEnd) : null,
        on_duty: one.onCall && !one.unavailable,
        load: bandOf(one.sessionsThisMonth, policy.load.sessionsPerMonth),
      },
    ]),
  )
}

/** Of as many group sessions as a month may have. */
export function bandOf(sessions: number, most: number): PeerLoad {
  if (sessions >= most) return 'much'
  return sessions === 0 ? 'light' : 'some'
}

/** Where a member serves, as the roster knows them: what a profile begins with. */
export async function profileToBegin(reader: Reader, memberId: MemberId): Promise<PeerProfile | null> {
  const member = (await loadMembers(reader)).find((one) => one.id === memberId)
  if (member === undefined) return null
  return {
    shownAs: member.name,
    discipline: member.disciplines[0]!,
    agency: null,
    languages: member.languages,
    lived: [],
    answers: [],
    published: false,
  }
}
