import { base64url, type Keyring, openSide, sealKeyring } from '../../crypto/index.ts'
import { askAgain } from './ask.ts'
import type { Page } from './page.ts'
import type { Unlocked, worker } from './work.ts'

/** One way to open a peer's keys, as the server keeps it: it can't use it. */
export type Way = {
  readonly id: string
  readonly kind: 'words' | 'passkey'
  readonly passkeyId: string | null
  readonly wrapped: string
  readonly madeOn: string
}

/** What the server publishes of a peer's keys. */
export type Published = {
  readonly identityKey: string
  readonly identityMadeOn: string
  readonly keyNumber: number
  readonly publicKey: string
  readonly keyMadeOn: string
  readonly signature: string
}

export type OwnKeys = {
  readonly memberId: string
  readonly regionId: string
  /** Null: this peer made none yet. */
  readonly key: Published | null
  readonly keyring: string | null
  readonly wraps: readonly Way[]
}

/** What every step on the peer's side works with. */
export type PeerSide = {
  readonly page: Page
  readonly beside: ReturnType<typeof worker>
  readonly owner: { readonly region: string; readonly member: string }
  /** Under which the team's host answers a peer's browser. */
  readonly path: string
}

export const session = { credentials: 'same-origin' } as const

export async function loadKeys(path: string) {
  return await askAgain<OwnKeys>(`${path}/keys`, session)
}

/** Keeps keys and one more way to open them. */
export async function keepWay(
  { path, owner }: PeerSide,
  published: Published,
  { key, ring }: Unlocked,
  way: Pick<Way, 'kind' | 'passkeyId'> & { readonly wrapped: Uint8Array<ArrayBuffer> },
) {
  const { keyNumber, ...rest } = published
  return await askAgain(`${path}/keys`, {
    ...session,
    form: {
      ...rest,
      keyNumber: String(keyNumber),
      wrapKind: way.kind,
      ...(way.passkeyId === null ? {} : { passkeyId: way.passkeyId }),
      wrapped: base64url.write(way.wrapped),
      keyring: base64url.write(await sealKeyring(key, owner, ring)),
    },
  })
}

/** Whether what the site shows of this peer is what their own keys say: a server that names another key would read what is sealed to it. */
export async function isOwn(
  ring: Keyring,
  { identityKey, keyNumber, publicKey }: Published,
): Promise<boolean> {
  const { identity, key } = await openSide(ring, keyNumber)
  return key !== null && base64url.write(identity) === identityKey && base64url.write(key) === publicKey
}
