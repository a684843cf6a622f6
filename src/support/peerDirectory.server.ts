import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { isShown, type PeerKey, type ShownPeer } from './peer.ts'
import type { SupportTables } from './tables.server.ts'

/** A peer as the support store knows them, shown or not. */
export type KnownPeer = ShownPeer & {
  /** A mental health professional: nobody looks for them, and a seeker may let them read along. */
  readonly professional: boolean
  readonly published: boolean
  readonly deployableUntil: Temporal.PlainDate | null
  readonly quietUntil: Temporal.Instant | null
}

export async function loadPeer(reader: Reader, memberId: MemberId): Promise<KnownPeer | null> {
  const row = await peers(reader).where('member_id', '=', memberId).executeTakeFirst()
  return row === undefined ? null : knownFrom(row)
}

/** Every peer who is shown on that day: on duty first, then whoever carries least, then by name. */
export async function shownPeers(reader: Reader, today: Temporal.PlainDate): Promise<KnownPeer[]> {
  return await shown(reader, today, false)
}

/** In the same order, the professionals whom a seeker may let read along. */
export async function shownProfessionals(reader: Reader, today: Temporal.PlainDate): Promise<KnownPeer[]> {
  return await shown(reader, today, true)
}

async function shown(reader: Reader, today: Temporal.PlainDate, professional: boolean): Promise<KnownPeer[]> {
  const loads = ['light', 'some', 'much']
  const found = peers(reader).where('published', '=', true).where('professional', '=', professional)
  return (await found.execute())
    .map(knownFrom)
    .filter((peer) => isShown(peer, today))
    .sort(
      (one, other) =>
        Number(other.onDuty) - Number(one.onDuty) ||
        loads.indexOf(one.load) - loads.indexOf(other.load) ||
        (one.profile.shownAs < other.profile.shownAs ? -1 : 1),
    )
}

function peers(reader: Reader) {
  return reader
    .tables<SupportTables>()
    .selectFrom('support.peer')
    .selectAll()
    .where('region_id', '=', reader.regionId)
}

type Row = Awaited<ReturnType<ReturnType<typeof peers>['execute']>>[number]

function knownFrom(row: Row): KnownPeer {
  return {
    memberId: row.member_id,
    profile: {
      shownAs: row.shown_as,
      discipline: row.discipline,
      agency: row.agency,
      languages: row.languages,
      lived: row.lived,
      answers: row.answers,
      published: row.published,
    },
    published: row.published,
    professional: row.professional,
    onDuty: row.on_duty,
    load: row.load,
    key: keyFrom(row),
    deployableUntil: row.deployable_until,
    quietUntil: row.quiet_until,
  }
}

function keyFrom(row: Row): PeerKey | null {
  if (row.identity_key === null) return null
  return {
    identityKey: row.identity_key,
    identityMadeOn: row.identity_made_on!,
    number: row.key_number!,
    publicKey: row.key_public!,
    madeOn: row.key_made_on!,
    signature: row.key_signature!,
  }
}
