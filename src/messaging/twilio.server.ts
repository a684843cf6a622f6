import { createHmac, timingSafeEqual } from 'node:crypto'
import { wasNeverSent } from './notSent.ts'
import type { DeliveryState, PhoneAnswer, PhoneChannel, PhoneMessage, PhoneProvider } from './phone.ts'

/** The owner of the number said STOP to this sender. */
const stopped = 21610
/** Numbers that don't exist, take no texts, or may not be called from here: trying again won't help. */
const badNumber = [21211, 21214, 21215, 21217, 21265, 21612, 21614]

const states: Readonly<Record<string, DeliveryState>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'undelivered',
  'in-progress': 'sent',
  completed: 'delivered',
  busy: 'undelivered',
  'no-answer': 'undelivered',
  canceled: 'undelivered',
}

/** What a provider's word for a message or a call means here; null: it is on its way. */
export function stateNamed(word: string): DeliveryState | null {
  return Object.hasOwn(states, word) ? states[word]! : null
}

/**
 * A provider that speaks Twilio's HTTP interface of 2010-04-01, as several do. `address` carries account and
 * token (`https://ACCOUNT:TOKEN@host`); `from` is the number all texts and calls come from.
 */
export function twilioProvider(name: string, address: string, from: string): PhoneProvider {
  const url = new URL(address)
  const [account, token] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
  const base = `${url.origin}${url.pathname.replace(/\/$/, '')}/2010-04-01/Accounts/${account}`
  const authorization = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`
  const resource = { text: 'Messages', call: 'Calls' } as const

  return {
    name,
    async send(message: PhoneMessage): Promise<PhoneAnswer> {
      const fields = new URLSearchParams({ To: message.to, From: from })
      if (message.receipts !== null) fields.set('StatusCallback', message.receipts)
      if (message.channel === 'text') fields.set('Body', message.text)
      else fields.set('Url', message.script)
      try {
        const answer = await fetch(`${base}/${resource[message.channel]}.json`, {
          method: 'POST',
          headers: { authorization, 'idempotency-key': message.key },
          body: fields,
          // Not followed: the token stays here, and nothing was taken.
          redirect: 'manual',
          signal: AbortSignal.timeout(8000),
        })
        const told = (await answer.json().catch(() => ({}))) as { sid?: unknown; code?: unknown }
        if (answer.ok && typeof told.sid === 'string') return { outcome: 'taken', reference: told.sid }
        if (told.code === stopped) return { outcome: 'stopped' }
        if (badNumber.includes(Number(told.code))) return { outcome: 'refused' }
        // A yes that broke off, and a gateway that waited in vain: behind them it may have been taken.
        return { outcome: answer.ok || answer.status === 504 ? 'unknown' : 'unreachable' }
      } catch (error) {
        return { outcome: wasNeverSent(error) ? 'unreachable' : 'unknown' }
      }
    },
    async stateOf(channel: PhoneChannel, reference: string) {
      try {
        const answer = await fetch(`${base}/${resource[channel]}/${encodeURIComponent(reference)}.json`, {
          headers: { authorization },
          redirect: 'error',
          signal: AbortSignal.timeout(8000),
        })
        const { status } = (await answer.json()) as { status?: unknown }
        return answer.ok && typeof status === 'string' ? stateNamed(status) : null
      } catch {
        return null
      }
    },
    isFrom(asked, fields, signature) {
      const signed = Object.keys(fields)
        .sort()
        .reduce((text, field) => `${text}${field}${fields[field]}`, asked)
      const expected = createHmac('sha1', token).update(signed).digest()
      const given = Buffer.from(signature ?? '', 'base64')
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
  }
}
