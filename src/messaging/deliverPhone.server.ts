import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { beginAttempt, earlierAttempts, endAttempt, isSettled, mayBeTaken } from './attempt.server.ts'
import { DeliveryDelayed } from './deliver.server.ts'
import { askAfter } from './jobs.ts'
import type { PhoneChannel, PhoneProvider } from './phone.ts'
import { providerOrder, type Recent, triesOfUnknown } from './providerOrder.ts'
import { tellUndelivered } from './receipt.server.ts'
import { noteStop } from './stop.server.ts'
import type { MessagingTables } from './tables.server.ts'

export type PhoneDeps = {
  readonly db: Db
  /** In the order in which they are tried. */
  readonly phones: readonly PhoneProvider[]
  /** Where providers tell what became of a message. */
  receiptsUrl(provider: string, regionId: string, key: string, attempt: number): string
}

type Loaded =
  /** No text or call can reach them now: whoever sent it knows another way. */
  | 'unable'
  | { readonly to: string; readonly text: string }
  /** Where a provider of this name fetches what is said. */
  | { readonly to: string; readonly script: (provider: string) => string }

/**
 * Sends one text or places one call, through the first provider that takes it. Each attempt is committed before
 * the wire; one of unknown outcome is repeated under the same key, with the provider that may have it, before any
 * other one is tried. `perMinute` is how many texts and calls a region sends in a minute. What can't arrive, or for now reaches no provider, is told as
 * `undelivered`, so that it goes another way. Throws DeliveryDelayed to be tried again.
 */
export async function deliverPhone(
  deps: PhoneDeps,
  actor: Actor,
  message: { readonly key: string; readonly channel: PhoneChannel; readonly perMinute: number },
  load: (reader: Reader) => Promise<Loaded | null>,
): Promise<void> {
  const { key, channel } = message
  const tried = new Set<string>()
  if (deps.phones.length === 0) return await deps.db.write(actor, (tx) => tellUndelivered(tx, key))
  while (tried.size < deps.phones.length) {
    const prepared = await deps.db.write(actor, async (tx) => {
      const earlier = await earlierAttempts(tx, key)
      if (isSettled(earlier)) return null
      const loaded = await load(tx)
      if (loaded === null) return null
      if (loaded === 'unable') {
        await tellUndelivered(tx, key)
        return null
      }
      const recent = await recently(tx)
      if (recent.length >= message.perMinute && tried.size === 0)
        throw new DeliveryDelayed('the region sends no more texts and calls this minute')
      const unknown = earlier.findLast(mayBeTaken)?.provider ?? null
      const left = deps.phones.filter((one) => !tried.has(one.name))
      const provider = providerOrder(left, recent, unknown)[0]!
      const attempt = await beginAttempt(tx, key, earlier, { channel, provider: provider.name })
      const tries = 1 + earlier.filter((one) => one.provider === provider.name && mayBeTaken(one)).length
      return { loaded, provider, attempt, tries }
    })
    if (prepared === null) return
    const { provider, loaded, attempt } = prepared
    tried.add(provider.name)
    const answer = await provider.send({
      ...('text' in loaded
        ? { channel: 'text', text: loaded.text }
        : { channel: 'call', script: loaded.script(provider.name) }),
      to: loaded.to,
      key,
      receipts: deps.receiptsUrl(provider.name, actor.regionId, key, attempt),
    })
    await deps.db.write(actor, async (tx) => {
      await endAttempt(tx, key, attempt, answer)
      if (answer.outcome === 'stopped') await noteStop(tx, loaded.to)
      if (answer.outcome === 'stopped' || answer.outcome === 'refused') await tellUndelivered(tx, key)
      // A receipt that never comes is asked for.
      if (answer.outcome === 'taken')
        await enqueue(
          tx,
          askAfter,
          { regionId: tx.regionId, key, attempt, round: 1 },
          { key: `ask:${key}:${attempt}`, at: tx.now.add({ minutes: 2 }) },
        )
    })
    if (answer.outcome === 'unknown' && prepared.tries < triesOfUnknown)
      throw new DeliveryDelayed('the provider that may have it is asked again first')
    if (answer.outcome !== 'unreachable' && answer.outcome !== 'unknown') return
  }
  // It is tried again, and nobody waits for that: the same goes out another way meanwhile.
  await deps.db.write(actor, (tx) => tellUndelivered(tx, key))
  throw new DeliveryDelayed('no phone provider could be reached')
}

/** How the texts and calls of the last minute went, by the database's clock. */
async function recently(reader: Reader): Promise<Recent[]> {
  const { rows } = await sql<Recent>`
    select provider, coalesce(outcome in ('unreachable', 'unknown'), false) as failed from messaging.attempt
     where region_id = ${reader.regionId} and channel in ('text', 'call')
       and started_at > ${reader.now.subtract({ minutes: 1 })}`.execute(reader.tables<MessagingTables>())
  return rows
}
