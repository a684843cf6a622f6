import {
  base64url,
  type Chain,
  type ContentKey,
  openMessages,
  sealMessage,
  startChain,
} from '../../crypto/index.ts'
import { now } from './clock.ts'

type Side = 'seeker' | 'peer'
export type Opened = {
  readonly side: Side
  readonly number: number
  /** Of the content key it was sealed under. */
  readonly key: number
  readonly said: { readonly text: string; readonly at: number } | null
}
/** As the server tells it. */
export type Told = { readonly side: Side; readonly number: number; readonly body: string }

/** The next message of a side, sealed; `taken` is called once the server has it. */
export type Sealed = {
  readonly number: number
  readonly form: { readonly number: string; readonly body: string }
  taken(): Opened
}

/** What one browser has read of a conversation, and its next messages. A value of the open tab. */
export class Log {
  readonly #side: Side
  #chain: Chain
  #keys: readonly ContentKey[]
  /** By number: what this side wrote, as far as it was opened. */
  readonly #own = new Map<number, string>()
  #lastOwn = 0
  #lastSide: Side | null = null

  constructor(
    talk: { readonly region: string; readonly conversation: string },
    side: Side,
    keys: readonly ContentKey[],
  ) {
    this.#side = side
    this.#chain = startChain(talk)
    this.#keys = keys
  }

  /** The last numbers that are known: what is beyond them is new. */
  get known(): string {
    return `seeker=${this.#chain.seeker.length}&peer=${this.#chain.peer.length}`
  }

  /** Messages of both sides. */
  get count(): number {
    return this.#chain.seeker.length + this.#chain.peer.length
  }

  /** Of this side's next message. */
  get next(): number {
    return this.#chain[this.#side].length + 1
  }

  saidAt(number: number): string | undefined {
    return this.#own.get(number)
  }

  /** When this side wrote last, by its own clock: seconds since 1970, or nought. */
  get lastOwn(): number {
    return this.#lastOwn
  }

  /** Whether the latest is this side's: told by the order, since two clocks need not agree. */
  get waits(): boolean {
    return this.#lastSide === this.#side
  }

  addKeys(keys: readonly ContentKey[]): void {
    const known = new Set(this.#keys.map((one) => one.number))
    this.#keys = [...this.#keys, ...keys.filter((one) => !known.has(one.number))]
  }

  get newestKey(): ContentKey {
    return this.#keys.reduce((newest, one) => (one.number > newest.number ? one : newest))
  }

  /** Takes in what came. `refused`: something was changed, left out, repeated or put in another order. */
  async read(
    told: readonly Told[],
  ): Promise<{ readonly opened: readonly Opened[]; readonly refused: boolean }> {
    const stored = told.map((one) => ({ ...one, body: base64url.read(one.body) ?? new Uint8Array() }))
    const reading = await openMessages(this.#chain, this.#keys, stored)
    this.#chain = reading.chain
    const opened = reading.opened.map((one, place) => ({ ...one, key: keyOf(stored[place]!.body) }))
    for (const one of opened) this.#note(one)
    return { opened, refused: reading.refused !== null }
  }

  #note({ side, number, said }: Opened): void {
    this.#lastSide = side
    if (said === null || side !== this.#side) return
    this.#lastOwn = Math.max(this.#lastOwn, said.at)
    this.#own.set(number, said.text)
  }

  async seal(text: string): Promise<Sealed | 'too-long' | 'wrong-key'> {
    const at = Math.floor(now() / 1000)
    const sealed = await sealMessage(this.#chain, this.#side, this.newestKey, { text, at })
    if (!sealed.ok) return sealed.code
    const { message, chain } = sealed.value
    return {
      number: message.number,
      form: { number: String(message.number), body: base64url.write(message.body) },
      taken: (): Opened => {
        this.#chain = chain
        const { number } = message
        const opened = { side: this.#side, number, key: keyOf(message.body), said: { text, at } }
        this.#note(opened)
        return opened
      },
    }
  }
}

/** Where the header of a message names its content key (protocol: Messages). */
function keyOf(body: Uint8Array): number {
  return body.length < 10 ? 0 : new DataView(body.buffer, body.byteOffset).getUint32(6)
}
