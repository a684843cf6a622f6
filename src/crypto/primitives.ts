import { ascii, type Bytes, join } from './bytes.ts'
import { random } from './random.ts'

const nonceLength = 12

export async function sha256(data: Bytes): Promise<Bytes> {
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', data))
}

/** HKDF-SHA256 to 32 bytes. */
export async function hkdf(secret: Bytes, salt: Bytes, label: string): Promise<Bytes> {
  const key = await globalThis.crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: ascii(label) }
  return new Uint8Array(await globalThis.crypto.subtle.deriveBits(how, key, 256))
}

/** Nonce, ciphertext and tag. The nonce is drawn here, so that no caller can use one twice. */
export async function gcmSeal(key: Bytes, data: Bytes, more: Bytes): Promise<Bytes> {
  const iv = random(nonceLength)
  const how = { name: 'AES-GCM', iv, additionalData: more }
  return join(iv, new Uint8Array(await globalThis.crypto.subtle.encrypt(how, await gcmKey(key), data)))
}

/** Null where the tag doesn't fit. */
export async function gcmOpen(key: Bytes, sealed: Bytes, more: Bytes): Promise<Bytes | null> {
  const how = { name: 'AES-GCM', iv: sealed.slice(0, nonceLength), additionalData: more }
  if (sealed.length < nonceLength + 16) return null
  try {
    const data = sealed.slice(nonceLength)
    return new Uint8Array(await globalThis.crypto.subtle.decrypt(how, await gcmKey(key), data))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}

async function gcmKey(key: Bytes): Promise<CryptoKey> {
  return await globalThis.crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
