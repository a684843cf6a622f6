import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { deliverPhone, type PhoneDeps } from './deliverPhone.server.ts'
import { askAfter, sendProof } from './jobs.ts'
import type { DeliveryState, PhoneChannel } from './phone.ts'
import { proofById, proofCode } from './proof.server.ts'
import { noteState } from './receipt.server.ts'
import type { MessagingTables } from './tables.server.ts'

export type HandlerDeps = PhoneDeps & {
  readonly secrets: Secrets
  /** Where a provider fetches what the call that brings a code says. */
  proofScript(provider: string, regionId: string, proofId: string): string
}

/** Minutes until the next question, by how often was asked. */
const later: Readonly<Record<number, number>> = { 1: 5, 2: 15 }

export function handlers(deps: HandlerDeps): Handler[] {
  const system = (regionId: string): Actor => ({ kind: 'system', regionId: regionId as RegionId })
  return [
    handle(sendProof, ({ regionId, proofId }) => sendCode(deps, system(regionId), proofId)),
    handle(askAfter, async ({ regionId, key, attempt, round }) => {
      const actor = system(regionId)
      const asked = await deps.db.read(actor, async (reader) => {
        const { rows } = await sql<{
          channel: PhoneChannel
          provider: string
          reference: string | null
          state: DeliveryState | null
        }>`select channel, provider, reference, state from messaging.attempt
            where region_id = ${reader.regionId} and message_key = ${key} and attempt = ${attempt}`.execute(
          reader.tables<MessagingTables>(),
        )
        return rows[0]
      })
      if (!asked?.reference || (asked.state !== null && asked.state !== 'sent')) return
      const provider = deps.phones.find((one) => one.name === asked.provider)
      const state = (await provider?.stateOf(asked.channel, asked.reference)) ?? null
      await deps.db.write(actor, async (tx) => {
        if (state !== null) await noteState(tx, key, attempt, state)
        const minutes = later[round]
        if (state === 'delivered' || state === 'undelivered' || minutes === undefined) return
        const at = tx.now.add({ minutes })
        await enqueue(
          tx,
          askAfter,
          { regionId, key, attempt, round: round + 1 },
          { key: `ask:${key}:${attempt}`, at },
        )
      })
    }),
  ]
}

/** A code says nothing of what it is for: a lock screen shows it. */
async function sendCode(deps: HandlerDeps, actor: Actor, proofId: string): Promise<void> {
  const proof = await deps.db.read(actor, (reader) => proofById(reader, proofId))
  if (proof === null) return
  const { channel, phone } = proof
  await deliverPhone(deps, actor, { key: `proof.${proofId}`, channel, perMinute: 60 }, async (reader) => {
    if ((await proofById(reader, proofId)) === null) return null
    const text = `Tailboard: your code is ${proofCode(deps.secrets, proofId)}. It proves that this number is yours, for ten minutes.`
    return channel === 'text'
      ? { to: phone, text }
      : { to: phone, script: (provider) => deps.proofScript(provider, actor.regionId, proofId) }
  })
}
