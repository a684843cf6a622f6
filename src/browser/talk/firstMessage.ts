import {
  accessHash,
  base64url,
  beginConversation,
  type OwnCopy,
  openOwnCopy,
  type ReceiptKeys,
} from '../../crypto/index.ts'
import { type Asked, askAgain } from './ask.ts'
import { Log, type Told } from './log.ts'
import type { Peer } from './peers.ts'
import type { worker } from './work.ts'

type Form = Readonly<Record<string, string>>
type Sealed = { readonly text: string; readonly form: Form; readonly copy: OwnCopy }
type Given = {
  readonly slug: string
  readonly region: string
  readonly beside: ReturnType<typeof worker>
  /** Of the seven words. */
  readonly keys: ReceiptKeys
}

/** Why it did not go; `noAnswer`: it may have. */
type Refused = 'replaced' | 'full' | 'tooLong' | 'notOpened' | 'noAnswer' | 'notSent' | 'tampered'
export type Outcome =
  | Refused
  | {
      readonly id: string
      readonly copy: OwnCopy
      /** What was typed is not what arrived: an earlier text did. Null: this one was kept, now. */
      readonly arrived: 'same' | 'other' | null
    }

/** So many ids are tried where one is taken and yet opens nothing. */
const mostIds = 3

/**
 * Sends a first message however often it is asked to, and begins one conversation: what was sealed for a text and its
 * readers is sent again as it is, so that the server knows it. Rejects where this phone can't work it out.
 */
export function firstMessage({ slug, region, beside, keys }: Given) {
  const path = `/${slug}/support/conversation`
  const made = new Map<string, Sealed>()
  let id: string = crypto.randomUUID()
  let solved: Form | null = null
  /** Something was sent, and nobody said what became of it. */
  let unanswered = false

  return async (text: string, chosen: readonly Peer[]): Promise<Outcome> => {
    for (let tried = 0; tried < mostIds; tried++) {
      const first = await sealed(text, chosen)
      if (typeof first === 'string') return first
      const sent = await post(first)
      if (sent.ok) return { id, copy: first.copy, arrived: null }
      if (sent.code !== 'id_taken') return refusal(sent)
      const before = await begun(text)
      if (before !== null) return before
      id = crypto.randomUUID()
      solved = null
    }
    return unknown()
  }

  async function sealed(text: string, chosen: readonly Peer[]): Promise<Sealed | Refused> {
    const name = JSON.stringify([id, text, chosen.map(({ record }) => [record.member, record.number])])
    const known = made.get(name)
    if (known !== undefined) return known
    const where = { region, conversation: id }
    const begins = await beginConversation(
      where,
      keys,
      chosen.map((peer) => peer.record),
    )
    if (!begins.ok) return 'replaced'
    const { key, copy, ownCopy, seals } = begins.value
    const first = await new Log(where, 'seeker', [key]).seal(text)
    if (typeof first === 'string') return 'tooLong'
    const form = {
      ...{ id, access: base64url.write(await accessHash(keys.access)) },
      seekerKey: base64url.write(keys.seeker.open),
      own: base64url.write(ownCopy),
      seals: JSON.stringify(seals.map((one) => ({ ...one, sealed: base64url.write(one.sealed) }))),
      body: first.form.body,
    }
    made.set(name, { text, form, copy })
    return { text, form, copy }
  }

  /** A puzzle that expired while somebody was without a connection is asked for anew, once. */
  async function post({ form }: Sealed): Promise<Asked<unknown>> {
    for (let last = false; ; last = true) {
      if (solved === null) {
        const answer = await solution()
        if (!answer.ok) return answer
        solved = answer.body
      }
      const sent = await askAgain(path, { credentials: 'omit', form: { ...form, ...solved } })
      if (!sent.ok && (sent.status === 0 || sent.status >= 500)) unanswered = true
      if (sent.ok || sent.code !== 'puzzle_wrong' || last) return sent
      solved = null
    }
  }

  async function solution(): Promise<Asked<Form>> {
    const asked = await askAgain<{ bits: number; expires: number; mac: string }>(`/${slug}/support/puzzle`, {
      ...{ credentials: 'omit', form: { id } },
    })
    if (!asked.ok) return asked
    const { bits, expires, mac } = asked.body
    const puzzle = { conversation: id, bits, expires, mac: base64url.read(mac) ?? new Uint8Array() }
    const nonce = await beside.do({ what: 'solve', puzzle })
    const counted = String(new DataView(nonce.buffer).getBigUint64(0))
    return { ok: true, body: { bits: String(bits), expires: String(expires), mac, nonce: counted } }
  }

  /** What these words opened before the answer to it was lost; null: nothing. */
  async function begun(text: string): Promise<Outcome | null> {
    const answer = await askAgain<{ id: string; own: string; messages: readonly Told[] }>(path, {
      ...{ credentials: 'omit', access: base64url.write(keys.access) },
    })
    if (!answer.ok) return answer.code === 'not_open' ? null : unknown()
    const { id: conversation, own, messages } = answer.body
    const where = { region, conversation }
    const copy = await openOwnCopy(keys.sealing, where, base64url.read(own) ?? new Uint8Array())
    if (!copy.ok) return 'tampered'
    const arrived = [...made.values()].find(({ form }) => form.body === messages[0]?.body)
    return { id: conversation, copy: copy.value, arrived: arrived?.text === text ? 'same' : 'other' }
  }

  function refusal({ code, status }: Extract<Asked<unknown>, { ok: false }>): Refused {
    if (code === 'queue_full') return 'full'
    if (code === 'not_allowed') return 'notOpened'
    if (code === 'key_replaced' || code === 'no_such_peer') return 'replaced'
    return status === 0 || status >= 500 ? unknown() : 'notSent'
  }
  function unknown(): Refused {
    return unanswered ? 'noAnswer' : 'notSent'
  }
}
