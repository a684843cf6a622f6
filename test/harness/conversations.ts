import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { MemberId, RegionId } from '../../src/platform/ids.ts'
import type { Services } from '../../src/services.server.ts'
import { begin } from '../../src/support/beginning.server.ts'
import { uuidBytes } from '../../src/support/erasure.server.ts'
import { keepKey } from '../../src/support/peerKeys.server.ts'
import { saveProfile } from '../../src/support/peerProfile.server.ts'
import { makePuzzle } from '../../src/support/puzzle.server.ts'
import { sealTo } from '../../src/support/seal.testing.ts'
import { sealsIn } from '../../src/support/seekerApi.server.ts'
import { keyRecord } from './keyRecord.ts'

export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** A nonce for a puzzle, by trying. */
export function solved({
  conversationId,
  bits,
  mac,
}: {
  conversationId: string
  bits: number
  mac: string
}): string {
  for (let nonce = 0n; ; nonce++) {
    const counted = Buffer.alloc(8)
    counted.writeBigUInt64BE(nonce)
    const digest = createHash('sha256')
      .update('tailboard puzzle v1')
      .update(uuidBytes(conversationId))
      .update(Buffer.from(mac, 'base64url'))
      .update(counted)
      .digest()
    if (digest.readUInt32BE(0) >>> (32 - bits) === 0) return String(nonce)
  }
}

/** A member who shows themselves and can be written to; no browser of theirs could open the keys. */
export async function showPeer(
  { db }: Pick<Services, 'db'>,
  regionId: RegionId,
  memberId: MemberId,
): Promise<void> {
  await db.write({ kind: 'member', memberId, regionId }, (tx) =>
    saveProfile(tx, memberId, {
      ...{ shownAs: 'Kit', discipline: 'fire', agency: null, languages: ['en'] },
      ...{ lived: [], answers: [], published: true },
    }),
  )
  const { sent } = await keyRecord(regionId, memberId)
  const kept = await keepKey(db, regionId, memberId, sent)
  if (!kept.ok) throw new Error(kept.code)
}

/** What a seeker's browser sends at first; the sealed bytes are whatever they are. */
export function beginningFor(
  { secrets }: Pick<Services, 'secrets'>,
  regionId: RegionId,
  readers: readonly MemberId[],
) {
  const [id, secret] = [randomUUID(), randomBytes(32)]
  const puzzle = makePuzzle(secrets, regionId, id, 0, Temporal.Now.instant())
  const seals = readers.map((member) => ({ ...sealTo(member), sealed: base64(sealTo(member).sealed) }))
  return {
    id,
    access: base64(secret),
    form: {
      ...{
        id,
        access: base64(createHash('sha256').update(secret).digest()),
        seekerKey: base64(randomBytes(32)),
      },
      ...{ own: base64(randomBytes(200)), seals: JSON.stringify(seals), body: base64(randomBytes(300)) },
      ...{
        bits: String(puzzle.bits),
        expires: String(puzzle.expires),
        mac: puzzle.mac,
        nonce: solved(puzzle),
      },
    },
  }
}

/** A conversation that waits, and what its words give. */
export async function begunFor(
  services: Pick<Services, 'secrets' | 'conversations'>,
  regionId: RegionId,
  readers: readonly MemberId[],
) {
  const { id, access, form } = beginningFor(services, regionId, readers)
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  const begun = await begin(services.conversations, regionId, {
    id,
    accessHash: bytes(form.access),
    seekerKey: bytes(form.seekerKey),
    blob: { ownCopy: bytes(form.own), seals: sealsIn(form.seals)! },
    body: bytes(form.body),
  })
  if (!begun.ok) throw new Error(begun.code)
  return { id, access }
}
