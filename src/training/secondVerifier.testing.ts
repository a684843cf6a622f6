import { createPublicKey, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'

export type Verdict =
  | 'valid'
  | 'malformed'
  | 'algorithm'
  | 'no key'
  | 'forged'
  | 'too early'
  | 'expired'
  | 'revoked'

/** Fetches an address; null where nothing is there. */
export type Fetch = (address: string) => Promise<string | null>

type Json = Record<string, unknown>

/**
 * A second implementation, written from the standards and from none of our code, with Node's own cryptography alone: Open Badges 3.0,
 * 8.2, "Verify a Credential" for a compact JWS, then the validation of W3C Bitstring Status List v1.0, 3.2.
 */
export async function verifyBadge(jws: string, now: Temporal.Instant, fetch: Fetch): Promise<Verdict> {
  const read = await readSigned(jws, fetch)
  if (typeof read === 'string') return read
  const subject = read.credentialSubject as Json
  const issuer = read.issuer as Json
  const same =
    read.iss === issuer.id &&
    read.sub === subject.id &&
    read.jti === read.id &&
    read.nbf === seconds(read.validFrom) &&
    read.exp === seconds(read.validUntil)
  if (!same) return 'malformed'
  const second = now.epochMilliseconds / 1000
  if (second < Number(read.nbf)) return 'too early'
  if (second >= Number(read.exp)) return 'expired'
  return await statusOf(read.credentialStatus as Json, issuer.id, fetch)
}

async function statusOf(status: Json, issuer: unknown, fetch: Fetch): Promise<Verdict> {
  if (status.type !== 'BitstringStatusListEntry' || status.statusPurpose !== 'revocation') return 'malformed'
  const signed = await fetch(String(status.statusListCredential))
  if (signed === null) return 'malformed'
  const list = await readSigned(signed, fetch)
  if (typeof list === 'string') return list
  const held = list.credentialSubject as Json
  const encoded = String(held.encodedList)
  if (list.id !== status.statusListCredential || list.issuer !== issuer || list.iss !== issuer)
    return 'malformed'
  if (held.type !== 'BitstringStatusList' || held.statusPurpose !== 'revocation') return 'malformed'
  if (!/^u[\w-]+$/.test(encoded)) return 'malformed'
  const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'))
  const index = Number(status.statusListIndex)
  if (bits.length * 8 < 131_072 || !Number.isInteger(index) || index >= bits.length * 8) return 'malformed'
  return (bits[Math.floor(index / 8)]! >> (7 - (index % 8))) % 2 === 1 ? 'revoked' : 'valid'
}

/** The payload of a JWS that the key at its own `kid` signed with RS256, whatever else the header says. */
async function readSigned(jws: string, fetch: Fetch): Promise<Json | Verdict> {
  const parts = jws.split('.')
  const [head, body, mark] = parts
  if (parts.length !== 3 || head === undefined || body === undefined || mark === undefined) return 'malformed'
  const header = parsed(head)
  if (header === null || Object.keys(header).some((name) => !['alg', 'kid', 'typ'].includes(name)))
    return 'malformed'
  if (header.alg !== 'RS256') return 'algorithm'
  const found = await fetch(String(header.kid))
  if (found === null) return 'no key'
  const { kty, n, e, d } = JSON.parse(found)
  if (kty !== 'RSA' || d !== undefined) return 'no key'
  const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' })
  const signature = Buffer.from(mark, 'base64url')
  if (!verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key, signature)) return 'forged'
  return parsed(body) ?? 'malformed'
}

function parsed(part: string): Json | null {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

const seconds = (moment: unknown) => Math.floor(Date.parse(String(moment)) / 1000)
