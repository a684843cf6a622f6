import type { DeliveryState } from './phone.ts'

/** `trying`: not taken yet. `taken`: the next system answers for it. `failed`: it never arrives. `stopped`: STOP was said. */
export type Fate = 'trying' | 'taken' | 'delivered' | 'failed' | 'stopped'

export type Tried = { readonly outcome: string | null; readonly state: DeliveryState | null }

/** What became of one message, by all attempts to send it. What arrived once has arrived. */
export function fateOf(attempts: readonly Tried[]): Fate {
  const some = (test: (one: Tried) => boolean) => attempts.some(test)
  if (some((one) => one.state === 'delivered')) return 'delivered'
  if (some((one) => one.outcome === 'stopped')) return 'stopped'
  if (some((one) => one.outcome === 'refused' || one.state === 'undelivered')) return 'failed'
  return some((one) => one.outcome === 'taken' || one.state === 'sent') ? 'taken' : 'trying'
}
