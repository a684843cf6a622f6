import type { Generated } from 'kysely'
import type { RegionId } from '../platform/ids.ts'
import type { Outcome } from './attempt.server.ts'
import type { DeliveryState, PhoneChannel } from './phone.ts'
import type { Channel } from './reach.ts'

export type MessagingTables = {
  'messaging.attempt': {
    region_id: RegionId
    message_key: string
    attempt: number
    started_at: Generated<Temporal.Instant>
    channel: Generated<Channel>
    /** Of a push: the browser it goes to. */
    provider: string | null
    reference: Generated<string | null>
    outcome: Outcome | null
    state: Generated<DeliveryState | null>
    state_at: Generated<Temporal.Instant | null>
  }
  'messaging.reach': {
    region_id: RegionId
    person_id: string
    phone: string | null
    phone_proven_at: Temporal.Instant | null
    by_mail: boolean
    by_text: boolean
    by_call: boolean
    by_push: Generated<boolean>
    lang: 'en' | 'es'
    changed_at: Generated<Temporal.Instant>
  }
  'messaging.push_subscription': {
    region_id: RegionId
    id: string
    person_id: string
    owner_id: string
    endpoint: string | null
    p256dh: string | null
    auth: string | null
    made_at: Generated<Temporal.Instant>
    ended_at: Generated<Temporal.Instant | null>
    rests_until: Generated<Temporal.Instant | null>
  }
  'messaging.text_stop': {
    region_id: RegionId
    id: string
    phone: string
    stopped_at: Generated<Temporal.Instant>
    resumed_at: Generated<Temporal.Instant | null>
  }
  'messaging.phone_proof': {
    region_id: RegionId
    id: string
    person_id: string
    phone: string
    channel: PhoneChannel
    asked_at: Generated<Temporal.Instant>
    tries: Generated<number>
    ended_at: Generated<Temporal.Instant | null>
  }
  'messaging.text_seen': { region_id: RegionId; reference: string; seen_at: Generated<Temporal.Instant> }
}
