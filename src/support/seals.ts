/** A conversation's content key, sealed to one reader: to which key of theirs, and the bytes only they open. */
export type Seal = { readonly reader: string; readonly keyNumber: number; readonly sealed: Uint8Array }
/** Every sealed key of a conversation: the seeker's own copy, and one for each reader. */
export type Seals = { readonly own: Uint8Array; readonly readers: readonly Seal[] }

const version = 1
/** How many peers one conversation may wait for. */
export const mostReaders = 40

/** The bytes that `docs/protocol.md` fixes as the blob of a conversation. */
export function packSeals({ own, readers }: Seals): Uint8Array {
  if (readers.length > mostReaders) throw new Error('too many readers')
  return joined([
    [version],
    sized(own),
    [readers.length],
    ...readers.flatMap(({ reader, keyNumber, sealed }) => [
      uuidBytes(reader),
      fourBytes(keyNumber),
      sized(sealed),
    ]),
  ])
}

/** Throws where the bytes are no blob: whoever has the key packed them. */
export function unpackSeals(bytes: Uint8Array): Seals {
  let at = 0
  const take = (count: number) => {
    if (at + count > bytes.length) throw new Error('the blob ends too early')
    at += count
    return bytes.subarray(at - count, at)
  }
  const takeSized = () => {
    const [high, low] = take(2)
    return take(high! * 256 + low!)
  }
  if (take(1)[0] !== version) throw new Error('an unknown version of the blob')
  const own = takeSized()
  const [count] = take(1)
  const readers = Array.from({ length: count! }, () => ({
    reader: uuidText(take(16)),
    keyNumber: new DataView(take(4).slice().buffer).getUint32(0),
    sealed: takeSized(),
  }))
  if (at !== bytes.length) throw new Error('the blob goes on')
  return { own, readers }
}

function joined(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

function sized(bytes: Uint8Array): readonly number[] {
  if (bytes.length > 0xffff) throw new Error('too long for two bytes')
  return [bytes.length >> 8, bytes.length & 255, ...bytes]
}

function fourBytes(number: number): readonly number[] {
  return [...new Uint8Array(new Uint32Array([number]).buffer)].reverse()
}

export function uuidBytes(id: string): Uint8Array {
  return Uint8Array.from(id.replaceAll('-', '').match(/../g)!, (pair) => Number.parseInt(pair, 16))
}

export function uuidText(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
