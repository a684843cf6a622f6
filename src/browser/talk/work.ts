import type { Keyring, ReceiptKeys, solve, wrap } from '../../crypto/index.ts'

type Puzzle = Parameters<typeof solve>[0]
/** What opens a peer's keys: seven words, or what a passkey gave. */
export type WrapWith = Parameters<typeof wrap>[2]

/** What takes a phone a moment, and is done beside the page so that it stays alive. */
export type Job =
  | { readonly what: 'receipt'; readonly words: readonly string[]; readonly region: string }
  | { readonly what: 'solve'; readonly puzzle: Puzzle }
  | {
      readonly what: 'unlock'
      readonly way: WrapWith
      readonly region: string
      readonly member: string
      readonly wrapped: Uint8Array<ArrayBuffer>
      readonly keyring: Uint8Array<ArrayBuffer>
    }
  | {
      readonly what: 'wrap'
      readonly way: WrapWith
      readonly region: string
      readonly member: string
      readonly key: Uint8Array<ArrayBuffer>
    }

/** A peer's keys, and what wraps them: one more way to open them needs it. */
export type Unlocked = { readonly key: Uint8Array<ArrayBuffer>; readonly ring: Keyring }

export type Done = {
  readonly receipt: ReceiptKeys
  readonly solve: Uint8Array<ArrayBuffer>
  readonly unlock: Unlocked | null
  readonly wrap: Uint8Array<ArrayBuffer>
}

/** Hands a job to the one worker of this page. */
export function worker(address: string) {
  const made = new Worker(allowed(address), { type: 'module' })
  let count = 0
  return {
    async do<What extends Job['what']>(job: Extract<Job, { what: What }>): Promise<Done[What]> {
      const number = ++count
      return await new Promise((resolve, reject) => {
        const heard = ({ data }: MessageEvent) => {
          if (data.number !== number) return
          made.removeEventListener('message', heard)
          if ('failed' in data) reject(new Error(data.failed))
          else resolve(data.done)
        }
        made.addEventListener('message', heard)
        made.addEventListener('error', () => reject(new Error('the worker did not start')), { once: true })
        made.postMessage({ number, job })
      })
    },
  }
}

/** The one policy by which this page names a script: its own worker's address, and no other. */
function allowed(address: string): string {
  type Policy = { createScriptURL(address: string): string }
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, is: Policy): Policy } }
  const ours = /^\/assets\/talkWorker-[\w-]+\.js$/
  const policy: Policy = {
    createScriptURL(given) {
      if (!ours.test(given)) throw new Error('another script')
      return given
    },
  }
  return (trustedTypes?.createPolicy('tailboard-worker', policy) ?? policy).createScriptURL(address)
}
