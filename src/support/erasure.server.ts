import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { packSeals, type Seals, unpackSeals, uuidBytes } from './seals.ts'

/** What is stored of a conversation's sealed keys: nonce, AES-256-GCM, tag; bound to its id, so that no blob opens as another's. */
export function sealUnder(key: Uint8Array, conversationId: string, seals: Seals): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(boundTo(conversationId))
  return Buffer.concat([nonce, cipher.update(packSeals(seals)), cipher.final(), cipher.getAuthTag()])
}

/** Null: the key or the id is another one, or the bytes were changed. */
export function openUnder(key: Uint8Array, conversationId: string, stored: Uint8Array): Seals | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, 12))
    decipher.setAAD(boundTo(conversationId))
    decipher.setAuthTag(stored.subarray(stored.length - 16))
    const plain = Buffer.concat([decipher.update(stored.subarray(12, stored.length - 16)), decipher.final()])
    return unpackSeals(plain)
  } catch {
    return null
  }
}

function boundTo(conversationId: string): Buffer {
  return Buffer.concat([Buffer.from('tailboard erasure v1'), uuidBytes(conversationId)])
}
