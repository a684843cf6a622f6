import type { PhoneMessage, PhoneProvider } from './phone.ts'
import type { PushSender } from './push.ts'

/** No push service is called: it is as if every browser had taken its agreement back. */
export const noPush: PushSender = { publicKey: '', send: async () => ({ outcome: 'gone' }) }

/** Where nobody is telephoned, nor notified on a device. */
export const noPhones = { phones: [], receiptsUrl: () => '', callUrl: () => '', push: noPush } as const

export type PhonesInMemory = PhoneProvider & {
  /** Newest first. */
  readonly messages: readonly PhoneMessage[]
}

/** Keeps texts and calls instead of sending them: for development, the demonstration and its replay. */
export function phonesInMemory(keep = 500): PhonesInMemory {
  const messages: PhoneMessage[] = []
  return {
    name: 'memory',
    messages,
    async send(message) {
      // A provider that honours keys shows a repeat once.
      if (!messages.some((one) => one.key === message.key)) messages.unshift(message)
      messages.length = Math.min(messages.length, keep)
      return { outcome: 'taken', reference: message.key }
    },
    stateOf: async () => 'delivered',
    isFrom: () => false,
  }
}
