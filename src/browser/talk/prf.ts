import { base64url, passkeyAsk } from '../../crypto/index.ts'

/** What a passkey gave: 32 bytes that are the same each time, for this host and region alone. */
export type FromPasskey = { readonly id: string; readonly output: Uint8Array<ArrayBuffer> }

type Outputs = { readonly prf?: { readonly results?: { readonly first?: ArrayBuffer } } }

/** Whether this browser has passkeys at all; whether one gives what is needed shows only when it is asked. */
export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function'
}

/**
 * Asks a passkey of this host for its pseudo-random function (WebAuthn Level 3, 10.1.4). Nothing of it is sent anywhere: it opens
 * what is here. `turned-away`: nobody agreed, or the passkey is not at hand. `no-prf`: this one can't.
 */
export async function askPasskey(
  region: string,
  /** Of those that open something; empty: any of this host. */
  ids: readonly string[],
): Promise<FromPasskey | 'turned-away' | 'no-prf'> {
  const { challenge, first } = await passkeyAsk(region)
  const given = await navigator.credentials
    .get({
      publicKey: {
        challenge,
        userVerification: 'required',
        allowCredentials: ids.flatMap((id) => {
          const bytes = base64url.read(id)
          return bytes === null ? [] : [{ type: 'public-key' as const, id: bytes }]
        }),
        extensions: { prf: { eval: { first } } },
      },
    })
    .catch(() => null)
  if (!(given instanceof PublicKeyCredential)) return 'turned-away'
  const { prf } = given.getClientExtensionResults() as Outputs
  const output = prf?.results?.first
  if (output?.byteLength !== 32) return 'no-prf'
  return { id: base64url.write(new Uint8Array(given.rawId)), output: new Uint8Array(output) }
}
