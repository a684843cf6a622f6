import { type Answer, no, yes } from './answer.ts'
import { type Bytes, join, u8, u16, u32, uuid, uuidText } from './bytes.ts'
import { Cursor } from './cursor.ts'

/** One reader's seal as it is stored; `number` is the content key's. */
export type StoredSeal = { readonly member: string; readonly number: number; readonly sealed: Bytes }

/** All that is stored of a conversation's keys. The server seals it once more, under the key whose end is the conversation's. */
export type Blob = { readonly ownCopy: Bytes; readonly seals: readonly StoredSeal[] }

const version = 1

/** At most 255 seals: more readers than that nobody has on duty. */
export function packBlob({ ownCopy, seals }: Blob): Bytes {
  const packed = seals.map(({ member, number, sealed }) =>
    join(uuid(member), u32(number), u16(sealed.length), sealed),
  )
  return join(u8(version), u16(ownCopy.length), ownCopy, u8(packed.length), ...packed)
}

export function unpackBlob(bytes: Uint8Array): Answer<Blob, 'unknown-version' | 'malformed'> {
  if (bytes[0] !== version) return no('unknown-version')
  const cursor = new Cursor(bytes.slice(1))
  const ownCopy = cursor.take(cursor.u16())
  const seals = cursor.many(cursor.u8(), () => ({
    member: uuidText(cursor.take(16)),
    number: cursor.u32(),
    sealed: cursor.take(cursor.u16()),
  }))
  return cursor.whole() ? yes({ ownCopy, seals }) : no('malformed')
}
