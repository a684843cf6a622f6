import type { Bytes } from './bytes.ts'

/** Reads a structure from its first byte to its last; whatever is too short or too long is `broken`, and no exception. */
export class Cursor {
  #at = 0
  #broken = false
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  take(length: number): Bytes {
    const end = this.#at + length
    if (end > this.#bytes.length) {
      this.#broken = true
      return new Uint8Array(length)
    }
    const part = this.#bytes.slice(this.#at, end)
    this.#at = end
    return part
  }

  rest(): Bytes {
    return this.take(this.#bytes.length - this.#at)
  }

  u8(): number {
    return this.take(1)[0]!
  }

  u16(): number {
    return new DataView(this.take(2).buffer).getUint16(0)
  }

  u32(): number {
    return new DataView(this.take(4).buffer).getUint32(0)
  }

  many<T>(count: number, one: () => T): readonly T[] {
    const all: T[] = []
    for (let done = 0; done < count && !this.#broken; done++) all.push(one())
    return all
  }

  /** Read to the end, and nothing was missing. */
  whole(): boolean {
    return !this.#broken && this.#at === this.#bytes.length
  }
}
