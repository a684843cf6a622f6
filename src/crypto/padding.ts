import { type Bytes, join, u64 } from './bytes.ts'
import { Cursor } from './cursor.ts'

const step = 256

/** In bytes of UTF-8: about six pages. */
export const longestText = 16_384

export type Said = {
  readonly text: string /** Seconds since 1970, by the writer's clock. */
  readonly at: number
}

/** Null for what is too long. A length tells only how many 256-byte steps there are. */
export function pad({ text, at }: Said): Bytes | null {
  const letters = new TextEncoder().encode(text)
  if (letters.length > longestText) return null
  const used = 8 + letters.length + 1
  return join(u64(at), letters, Uint8Array.of(0x80), new Uint8Array(Math.ceil(used / step) * step - used))
}

/** Null for padding, a time or a text that `pad` does not write. */
export function unpad(padded: Bytes): Said | null {
  const end = padded.lastIndexOf(0x80)
  if (padded.length % step !== 0 || end < 8 || padded.slice(end + 1).some((byte) => byte !== 0)) return null
  if (padded.length - end > step) return null
  const cursor = new Cursor(padded)
  const at = cursor.u32() * 0x1_0000_0000 + cursor.u32()
  const text = textOf(padded.slice(8, end))
  return text === null || !Number.isSafeInteger(at) ? null : { text, at }
}

function textOf(letters: Bytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(letters)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
