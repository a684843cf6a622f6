import { base64url, type KeyRecord, sixWords, verifyKey } from '../../crypto/index.ts'
import { ask } from './ask.ts'

/** A peer as the page shows them, with a key that their own identity signed. */
export type Peer = {
  readonly record: KeyRecord
  readonly name: string
  readonly discipline: string
  readonly agency: string | null
  readonly languages: readonly string[]
  readonly answers: readonly string[]
  readonly onDuty: boolean
  readonly load: string
  readonly six: readonly string[]
}

type Told = {
  readonly peers: readonly {
    readonly memberId: string
    readonly shownAs: string
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
  }[]
}

/** Peers who can be written to; one whose key isn't what their identity signed is left out. Null: nobody answered. */
export async function loadPeers(slug: string, region: string): Promise<readonly Peer[] | null> {
  const told = await ask<Told>(`/${slug}/support/keys`, { credentials: 'omit' })
  if (!told.ok) return null
  const peers: Peer[] = []
  for (const one of told.body.peers) {
    const [identity, key, signature] = [one.identityKey, one.publicKey, one.signature].map(base64url.read)
    if (!identity || !key || !signature) continue
    const record = {
      ...{ member: one.memberId, identity, identityDay: one.identityMadeOn },
      ...{ number: one.keyNumber, key, day: one.keyMadeOn, signature },
    }
    if (!(await verifyKey(region, record)).ok) continue
    peers.push({
      ...{ record, name: one.shownAs, discipline: one.discipline, agency: one.agency },
      ...{ languages: one.languages, answers: one.answers, onDuty: one.onDuty, load: one.load },
      six: await sixWords(identity),
    })
  }
  return peers
}
