import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { beginAttempt, earlierAttempts, endAttempt, isSettled } from './attempt.server.ts'
import type { Mail, MailTransport } from './mail.ts'
import { tellUndelivered } from './receipt.server.ts'

export class DeliveryDelayed extends Error {}

/**
 * Sends one mail, at most once as far as anybody can know. The attempt is committed before the wire;
 * an attempt whose outcome was never recorded is repeated under the same Message-ID with the same text.
 * `key` names the message (one per person and purpose). `load` reads address and text at the moment of
 * sending and answers null when the message has become pointless. An address that takes none is told as
 * `undelivered`, so that the message goes another way. Throws DeliveryDelayed to be tried again.
 */
export async function deliver(
  deps: { readonly db: Db; readonly mail: MailTransport },
  actor: Actor,
  key: string,
  load: (reader: Reader) => Promise<Omit<Mail, 'messageId'> | null>,
): Promise<void> {
  const prepared = await deps.db.write(actor, async (tx) => {
    const earlier = await earlierAttempts(tx, key)
    if (isSettled(earlier)) return null
    const mail = await load(tx)
    if (mail === null) return null
    return { mail, attempt: await beginAttempt(tx, key, earlier, { channel: 'mail', provider: null }) }
  })
  if (prepared === null) return

  const outcome = await deps.mail.send({ ...prepared.mail, messageId: `${key}@tailboard` })
  await deps.db.write(actor, async (tx) => {
    await endAttempt(tx, key, prepared.attempt, { outcome })
    if (outcome === 'refused') await tellUndelivered(tx, key)
  })
  if (outcome === 'unreachable') throw new DeliveryDelayed('the mail system could not be reached')
}
