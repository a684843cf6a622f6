import {
  type Chain,
  type ContentKey,
  openMessages,
  openSealedKey,
  sealMessage,
  sixWords,
  startChain,
} from '../../src/crypto/index.ts'
import type { MemberId, RegionId } from '../../src/platform/ids.ts'
import type { Services } from '../../src/services.server.ts'
import { claim } from '../../src/support/conversation.server.ts'
import { keepKey } from '../../src/support/peerKeys.server.ts'
import { saveProfile } from '../../src/support/peerProfile.server.ts'
import { peerReads, peerSays } from '../../src/support/said.server.ts'
import { keyRecord } from './keyRecord.ts'

/** A peer with real keys and without a browser: what a seeker's page is tried against. */
export async function peerInNode(
  { db, conversations }: Pick<Services, 'db' | 'conversations'>,
  regionId: RegionId,
  memberId: MemberId,
  shownAs: string,
  /** Of the X25519 key; a higher one comes with a new identity, as after a loss. */
  number = 1,
) {
  const { identity, own, sent } = await keyRecord(regionId, memberId, { number })
  await db.write({ kind: 'member', memberId, regionId }, (tx) =>
    saveProfile(tx, memberId, {
      ...{ shownAs, discipline: 'fire', agency: null, languages: ['en'] },
      ...{ lived: [], answers: ['nights'], published: true },
    }),
  )
  const kept = await keepKey(db, regionId, memberId, sent)
  if (!kept.ok) throw new Error(kept.code)
  let chain: Chain | null = null
  let keys: readonly ContentKey[] = []
  /** The seeker's key of each conversation, as it was at the first look. */
  const pinned = new Map<string, Uint8Array<ArrayBuffer>>()

  return {
    memberId,
    six: await sixWords(identity.open),
    take: async (id: string) => await claim(conversations, regionId, memberId, id),
    /** What was written to them, so far; null: from before they were let in. */
    async reads(id: string): Promise<readonly (string | null)[]> {
      const seen = await peerReads(conversations, regionId, memberId, id, { seeker: 0, peer: 0 })
      if (!seen.ok) throw new Error(seen.code)
      const seeker = Uint8Array.from(seen.value.seekerKey)
      const opened: ContentKey[] = []
      for (const { number, sealed } of seen.value.seals) {
        const to = { talk: { region: regionId, conversation: id }, number, sealed: Uint8Array.from(sealed) }
        const key = await openSealedKey({ ...to, seeker, pinned: pinned.get(id) ?? null }, [own])
        // Sealed before they made new keys; as in the browser, what came since is opened.
        if (!key.ok && key.code === 'not-for-these-keys') continue
        if (!key.ok) throw new Error(key.code)
        opened.push(key.value)
      }
      if (opened.length === 0) throw new Error('not-for-these-keys')
      pinned.set(id, seeker)
      keys = opened
      const stored = seen.value.messages.map((one) => ({ ...one, body: Uint8Array.from(one.body) }))
      const reading = await openMessages(startChain({ region: regionId, conversation: id }), keys, stored)
      if (reading.refused !== null) throw new Error(reading.refused.code)
      chain = reading.chain
      return reading.opened.map(({ said }) => said?.text ?? null)
    },
    /** Under the newest key they were given. */
    async says(id: string, text: string): Promise<void> {
      await this.reads(id)
      const newest = keys.reduce((most, key) => (key.number > most.number ? key : most))
      const sealed = await sealMessage(chain!, 'peer', newest, { text, at: 1_795_000_000 })
      if (!sealed.ok) throw new Error(sealed.code)
      const { number, body } = sealed.value.message
      const said = await peerSays(conversations, regionId, memberId, id, { number, body: Buffer.from(body) })
      if (!said.ok) throw new Error(said.code)
    },
  }
}
