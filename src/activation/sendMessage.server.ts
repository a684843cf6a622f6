import {
  deliver,
  deliverPhone,
  deliverPush,
  type PhoneDeps,
  type PushDeps,
} from '../messaging/index.server.ts'
import type { MailTransport } from '../messaging/index.ts'
import { type Channel, canCall, canText, type Reach } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reader } from '../platform/db.server.ts'
import { loadPolicy } from '../region/index.server.ts'
import type { Path } from '../ui/path.ts'

export type MessageDeps = PhoneDeps & PushDeps & { readonly mail: MailTransport }

/** One message in every form it may take; a form that makes no sense for it is null. */
export type Message = {
  /** Whose devices are notified: a member's or an account's id. */
  readonly person: string
  readonly email: string
  readonly reach: Reach
  readonly mail: { readonly subject: string; readonly text: string }
  readonly text: string | null
  /** What a lock screen shows, the path it opens, and when it has become pointless. */
  readonly push: { readonly line: string; readonly path: Path; readonly until: Temporal.Instant | null }
  /** Where a provider of this name fetches what the call says. */
  readonly script: ((provider: string) => string) | null
}

/** Each way of one message is delivered under a key of its own. */
export function messageKey(base: string, channel: Channel): string {
  return channel === 'mail' ? base : `${base}.${channel}`
}

/**
 * Sends one message one way. `load` answers null when it has become pointless; a number that was changed or stopped
 * since gets nothing, and the same goes out another way. Throws to be tried again.
 */
export async function sendMessage(
  deps: MessageDeps,
  actor: Actor,
  key: string,
  channel: Channel,
  load: (reader: Reader) => Promise<Message | null>,
): Promise<void> {
  if (channel === 'mail')
    return await deliver(deps, actor, key, async (reader) => {
      const message = await load(reader)
      return message === null ? null : { to: message.email, ...message.mail }
    })
  if (channel === 'push')
    return await deliverPush(deps, actor, `${key}.${channel}`, async (reader) => {
      const message = await load(reader)
      return message === null ? null : { person: message.person, lang: message.reach.lang, ...message.push }
    })
  const perMinute = await deps.db.read(
    actor,
    async (reader) => (await loadPolicy(reader)).policy.callOut.messagesPerMinute,
  )
  await deliverPhone(deps, actor, { key: messageKey(key, channel), channel, perMinute }, async (reader) => {
    const message = await load(reader)
    if (message === null) return null
    const { reach, text, script } = message
    if (channel === 'text') return text !== null && canText(reach) ? { to: reach.phone!, text } : 'unable'
    return script !== null && canCall(reach) ? { to: reach.phone!, script } : 'unable'
  })
}
