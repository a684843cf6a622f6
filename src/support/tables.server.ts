import type { Generated } from 'kysely'
import type { MemberId, RegionId } from '../platform/ids.ts'
import type { Discipline } from '../region/index.ts'
import type { AnswerTime, Lived, PeerLoad } from './peer.ts'

type Day = Temporal.PlainDate

export type SupportTables = {
  'support.peer': {
    region_id: RegionId
    member_id: MemberId
    shown_as: string
    discipline: Discipline
    agency: string | null
    languages: string[]
    lived: Lived[]
    answers: AnswerTime[]
    published: boolean
    professional: Generated<boolean>
    deployable_until: Day | null
    on_duty: Generated<boolean>
    load: Generated<PeerLoad>
    identity_key: Buffer | null
    identity_made_on: Day | null
    key_number: number | null
    key_public: Buffer | null
    key_made_on: Day | null
    key_signature: Buffer | null
    quiet_until: Temporal.Instant | null
  }
  'support.peer_keyring': { region_id: RegionId; member_id: MemberId; sealed: Buffer }
  'support.peer_wrap': {
    region_id: RegionId
    id: string
    member_id: MemberId
    kind: 'words' | 'passkey'
    passkey_id: string | null
    wrapped: Buffer
    made_on: Generated<Day>
  }
  'support.conversation': {
    region_id: RegionId
    id: string
    access_hash: Buffer
    seeker_key: Buffer
    sealed: Buffer
    claimed_by: MemberId | null
    from_key: Generated<number>
    opened_on: Day
    last_on: Day
    version: Generated<number>
  }
  'support.message': {
    region_id: RegionId
    conversation_id: string
    side: Side
    number: number
    body: Buffer
    place: number
  }
  'support.consultation': {
    region_id: RegionId
    id: string
    asked_by: MemberId
    rung: MemberId[]
    taken_by: MemberId | null
    unanswered: Generated<boolean>
    asked_on: Day
  }
  'support.tally_waiting': { region_id: RegionId; kind: string; code: string; count: number }
  'support.tally': { region_id: RegionId; month: Day; kind: string; code: string; count: number }
  'support.tally_moved': { region_id: RegionId; moved_on: Day }
  'support.notice_shown': { region_id: RegionId; month: Day; count: number }
}
export type Side = 'seeker' | 'peer'
