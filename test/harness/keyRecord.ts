import { randomBytes } from 'node:crypto'
import { makeIdentity, makeKey, publishKey } from '../../src/crypto/index.ts'
import type { MemberId, RegionId } from '../../src/platform/ids.ts'

type Identity = Awaited<ReturnType<typeof makeIdentity>>
type Made = {
  /** Null: a new one, of the key's day. */
  readonly identity?: Identity | null
  readonly number?: number
  /** The server takes what was made about now. */
  readonly day?: string
}

export const todayUtc = (): string => Temporal.Now.plainDateISO('UTC').toString()

/** A key as a peer's browser makes and signs it, and what the server is sent of it; what it is wrapped in opens nothing. */
export async function keyRecord(
  region: RegionId,
  member: MemberId,
  { identity = null, number = 1, day = todayUtc() }: Made = {},
) {
  const by = identity ?? (await makeIdentity(day))
  const own = makeKey(number)
  const record = await publishKey(by, { region, member }, own, day)
  const sent = {
    identityKey: record.identity,
    identityMadeOn: Temporal.PlainDate.from(record.identityDay),
    number,
    publicKey: record.key,
    madeOn: Temporal.PlainDate.from(day),
    signature: record.signature,
    wrap: { kind: 'words', passkeyId: null, wrapped: randomBytes(94) } as const,
    keyring: randomBytes(100),
  }
  return { identity: by, own, sent }
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** The same as the form that a browser sends. */
export function keyForm({ sent }: Awaited<ReturnType<typeof keyRecord>>): Record<string, string> {
  return {
    identityKey: text(sent.identityKey),
    identityMadeOn: sent.identityMadeOn.toString(),
    keyNumber: String(sent.number),
    publicKey: text(sent.publicKey),
    keyMadeOn: sent.madeOn.toString(),
    signature: text(sent.signature),
    wrapKind: sent.wrap.kind,
    wrapped: text(sent.wrap.wrapped),
    keyring: text(sent.keyring),
  }
}
