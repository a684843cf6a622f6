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

type Waiting = { resolve(done: never): void; reject(why: Error): void }

/**
 * Hands a job to the one worker of this page. Where it could not start, or died, whoever waits is refused, and the next
 * job starts it anew: a phone that had no room for it may have some then.
 */
export function worker(address: string) {
  const script = allowed(address)
  const waiting = new Map<number, Waiting>()
  let count = 0
  let running: Worker | null = started()

  function started(): Worker {
    const made = new Worker(script, { type: 'module' })
    made.addEventListener('message', ({ data }) => {
      const job = waiting.get(data.number)
      waiting.delete(data.number)
      if ('failed' in data) job?.reject(new Error(data.failed))
      else job?.resolve(data.done as never)
    })
    made.addEventListener('error', () => {
      made.terminate()
      running = null
      const refused = [...waiting.values()]
      waiting.clear()
      for (const job of refused) job.reject(new Error('the worker did not start'))
    })
    return made
  }

  return {
    async do<What extends Job['what']>(job: Extract<Job, { what: What }>): Promise<Done[What]> {
      running ??= started()
      const [here, number] = [running, ++count]
      return await new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject })
        here.postMessage({ number, job })
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
