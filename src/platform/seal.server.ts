import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const [ivLength, tagLength] = [12, 16]

/** What the database may hold of a secret: AES-256-GCM under a key of this installation, bound to what it belongs to. */
export function seal(key: Uint8Array, boundTo: string, secret: Uint8Array): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Throws where the seal was made for something else or under another key. */
export function openSealed(key: Uint8Array, boundTo: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength))
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(ivLength, ivLength + tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()])
}
