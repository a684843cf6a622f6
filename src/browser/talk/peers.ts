import { base64url, type KeyRecord, sixWords, verifyKey } from '../../crypto/index.ts'
import { ask } from './ask.ts'

/** A peer as the page shows them, with a key that their own identity signed. */
export type Peer = {
  readonly record: KeyRecord
  readonly name: string
  /** They are not looked for, and may read along. */
  readonly professional: boolean
  readonly discipline: string
  readonly agency: string | null
  readonly languages: readonly string[]
  readonly answers: readonly string[]
  readonly onDuty: boolean
  readonly load: string
  readonly six: readonly string[]
}

/** As the server tells it. */
export type ToldPeer = {
  readonly memberId: string
  readonly shownAs: string
  readonly professional: boolean
  readonly discipline: string
  readonly agency: string | null
  readonly languages: readonly string[]
  readonly answers: readonly string[]
  readonly onDuty: boolean
  readonly load: string
  readonly identityKey: string
  readonly identityMadeOn: string
  readonly keyNumber: number
  readonly publicKey: string
  readonly keyMadeOn: string
  readonly signature: string
}

/** Peers and professionals who can be sealed to; one whose key isn't what their identity signed is left out. Null: nobody answered. */
export async function loadPeers(slug: string, region: string): Promise<readonly Peer[] | null> {
  const told = await ask<{ peers: readonly ToldPeer[] }>(`/${slug}/support/keys`, { credentials: 'omit' })
  if (!told.ok) return null
  const peers: Peer[] = []
  for (const one of told.body.peers) {
    const peer = await peerFrom(region, one)
    if (peer !== null) peers.push(peer)
  }
  return peers
}

/** Null: the key is none, or not what their identity signed. */
export async function peerFrom(region: string, one: ToldPeer): Promise<Peer | null> {
  const [identity, key, signature] = [one.identityKey, one.publicKey, one.signature].map(base64url.read)
  if (!identity || !key || !signature) return null
  const record = {
    ...{ member: one.memberId, identity, identityDay: one.identityMadeOn },
    ...{ number: one.keyNumber, key, day: one.keyMadeOn, signature },
  }
  if (!(await verifyKey(region, record)).ok) return null
  return {
    ...{ record, name: one.shownAs, professional: one.professional },
    ...{ discipline: one.discipline, agency: one.agency, languages: one.languages },
    ...{ answers: one.answers, onDuty: one.onDuty, load: one.load },
    six: await sixWords(identity),
  }
}
