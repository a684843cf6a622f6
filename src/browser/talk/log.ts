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
  readonly said: { readonly text: string; readonly at: number } | null
}
/** As the server tells it. */
export type Told = { readonly side: Side; readonly number: number; readonly body: string }

/** What one browser has read of a conversation, and its next messages. A value of the open tab. */
export class Log {
  readonly #side: Side
  #chain: Chain
  #keys: readonly ContentKey[]

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

  get answered(): boolean {
    return this.#chain.peer.length > 0
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
    return { opened: reading.opened, refused: reading.refused !== null }
  }

  /** The next message, sealed; `taken` is called once the server has it. Null: too long. */
  async seal(text: string) {
    const at = Math.floor(now() / 1000)
    const sealed = await sealMessage(this.#chain, this.#side, this.newestKey, { text, at })
    if (!sealed.ok) return null
    const { message, chain } = sealed.value
    return {
      form: { number: String(message.number), body: base64url.write(message.body) },
      taken: (): Opened => {
        this.#chain = chain
        return { side: this.#side, number: message.number, said: { text, at } }
      },
    }
  }
}
