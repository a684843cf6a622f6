/** What WebCrypto takes: bytes that are nobody's shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()

export function ascii(text: string): Bytes {
  return encoder.encode(text)
}

export function join(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

export function u8(value: number): Bytes {
  return Uint8Array.of(inside(value, 0xff))
}

export function u16(value: number): Bytes {
  inside(value, 0xffff)
  return Uint8Array.of(value >>> 8, value & 0xff)
}

export function u32(value: number): Bytes {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, inside(value, 0xffff_ffff))
  return bytes
}

export function u64(value: number): Bytes {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(inside(value, Number.MAX_SAFE_INTEGER)))
  return bytes
}

/** Each part with its length before it: no two lists of parts give the same bytes. */
export function fields(...parts: readonly Uint8Array[]): Bytes {
  return join(...parts.flatMap((part) => [u16(part.length), part]))
}

export function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(text: string): boolean {
  return uuidForm.test(text)
}

/** The sixteen bytes of a UUID; throws when it is none: ids are checked where they come in. */
export function uuid(text: string): Bytes {
  if (!isUuid(text)) throw new Error('no UUID')
  return Uint8Array.from(text.replace(/-/g, '').match(/../g)!, (pair) => Number.parseInt(pair, 16))
}

export function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function write(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** Null for what was not written by `write`. */
function read(text: string): Bytes | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null
  const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0))
  // The last letter can carry bits that mean nothing; one text for the same bytes is enough.
  return write(bytes) === text ? bytes : null
}

/** How bytes are written in headers and bodies of requests: no padding. */
export const base64url = { write, read }

function inside(value: number, most: number): number {
  if (!Number.isInteger(value) || value < 0 || value > most) throw new RangeError('a number out of its bytes')
  return value
}
