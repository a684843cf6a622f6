import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import type { Mail, MailTransport } from './mail.ts'

type MessagingTables = {
  'messaging.attempt': {
    region_id: string
    message_key: string
    attempt: number
    outcome: string | null
  }
}

export class DeliveryDelayed extends Error {}

/**
 * Sends one message, at most once as far as anybody can know. The attempt is committed before the wire;
 * an attempt whose outcome was never recorded is repeated under the same Message-ID with the same text.
 * `key` names the message (one per person and purpose). `load` reads address and text at the moment of
 * sending and answers null when the message has become pointless. Throws DeliveryDelayed to be tried again.
 */
export async function deliver(
  deps: { readonly db: Db; readonly mail: MailTransport },
  actor: Actor,
  key: string,
  load: (reader: Reader) => Promise<Omit<Mail, 'messageId'> | null>,
): Promise<void> {
  const prepared = await deps.db.write(actor, async (tx) => {
    const tables = tx.tables<MessagingTables>()
    const earlier = await tables
      .selectFrom('messaging.attempt')
      .select(['attempt', 'outcome'])
      .where('message_key', '=', key)
      .where('region_id', '=', tx.regionId)
      .execute()
    if (earlier.some((one) => one.outcome === 'taken' || one.outcome === 'refused')) return null
    const mail = await load(tx)
    if (mail === null) return null
    const attempt = earlier.length + 1
    await tables
      .insertInto('messaging.attempt')
      .values({ region_id: tx.regionId, message_key: key, attempt, outcome: null })
      .execute()
    return { mail, attempt }
  })
  if (prepared === null) return

  const outcome = await deps.mail.send({ ...prepared.mail, messageId: `${key}@tailboard` })
  await deps.db.write(actor, (tx) =>
    tx
      .tables<MessagingTables>()
      .updateTable('messaging.attempt')
      .set({ outcome })
      .where('region_id', '=', tx.regionId)
      .where('message_key', '=', key)
      .where('attempt', '=', prepared.attempt)
      .execute(),
  )
  if (outcome === 'unreachable') throw new DeliveryDelayed('the mail system could not be reached')
}
