import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { type Blob, packBlob, unpackBlob } from '../crypto/index.ts'

/** What is stored of a conversation's sealed keys: nonce, AES-256-GCM, tag; bound to its id, so that no blob opens as another's. */
export function sealUnder(key: Uint8Array, conversationId: string, blob: Blob): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(boundTo(conversationId))
  return Buffer.concat([nonce, cipher.update(padded(packBlob(blob))), cipher.final(), cipher.getAuthTag()])
}

/** Null: the key or the id is another one, or the bytes were changed. */
export function openUnder(key: Uint8Array, conversationId: string, stored: Uint8Array): Blob | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, 12))
    decipher.setAAD(boundTo(conversationId))
    decipher.setAuthTag(stored.subarray(stored.length - 16))
    const plain = Buffer.concat([decipher.update(stored.subarray(12, stored.length - 16)), decipher.final()])
    // Of its own: what node calls a slice of a Buffer is a window on all that it was cut from.
    const blob = unpackBlob(Uint8Array.from(unpadded(plain)))
    return blob.ok ? blob.value : null
  } catch {
    return null
  }
}

/** Steps in which a stored blob grows: forty seals fit into the first, so its size tells nothing of how many there are. */
const step = 8192

/** 0x80, then noughts up to a whole step. */
function padded(blob: Uint8Array): Buffer {
  const whole = Buffer.alloc(Math.ceil((blob.length + 1) / step) * step)
  whole.set(blob)
  whole[blob.length] = 0x80
  return whole
}

/** What was stored before blobs were padded ends with no mark, and is taken as it is. */
function unpadded(whole: Buffer): Buffer {
  if (whole.length % step !== 0) return whole
  const end = whole.lastIndexOf(0x80)
  return end >= 0 && whole.subarray(end + 1).every((byte) => byte === 0) ? whole.subarray(0, end) : whole
}

function boundTo(conversationId: string): Buffer {
  return Buffer.concat([Buffer.from('tailboard erasure v1'), uuidBytes(conversationId)])
}

export function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}
