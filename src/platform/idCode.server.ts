import { timingSafeEqual } from 'node:crypto'
import { idBytes, idOfBytes } from './idBytes.ts'
import type { Secrets } from './secrets.server.ts'

/** What a short code opens, and nothing else. */
export type CodePurpose = 'short offer link' | 'request status' | 'booking status' | 'drill answer'

/** Thirty-two signs that name one thing, short enough for a text: its id and eight bytes of a signature. */
export function idCode(secrets: Secrets, purpose: CodePurpose, id: string): string {
  const bytes = idBytes(id)
  return Buffer.concat([bytes, signature(secrets, purpose, bytes)]).toString('base64url')
}

/** The id a code names; null when it was not made here for this purpose. */
export function readIdCode<Id extends string>(
  secrets: Secrets,
  purpose: CodePurpose,
  code: string,
): Id | null {
  const bytes = Buffer.from(code, 'base64url')
  if (bytes.length !== 24 || bytes.toString('base64url') !== code) return null
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(signature(secrets, purpose, id), bytes.subarray(16))) return null
  return idOfBytes(id) as Id
}

function signature(secrets: Secrets, purpose: CodePurpose, id: Buffer): Buffer {
  return secrets.sign(purpose, id.toString('hex')).subarray(0, 8)
}
