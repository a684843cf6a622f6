import type { AidRequest, BookedActivation, OwnCalls, PlanState, Running } from '../activation/index.ts'
import type { CriticalIncident } from '../incident/index.ts'
import type { FollowUp } from '../intervention/index.ts'
import type { ActivationId, AgencyId, OfferId } from '../platform/ids.ts'
import type { Agency, Region } from '../region/index.ts'
import type { OwnDay, RosterDay } from '../roster/index.ts'
import type { StudyDay } from '../training/index.ts'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import type { BookingsProps } from './Bookings.tsx'
import type { ReadyLine } from './setUpReady.ts'

/** What is a member's own. */
export type TodayOwn = OwnDay & {
  readonly calls: OwnCalls
  /** The signed link of each offer and seat. */
  readonly links: ReadonlyMap<OfferId, Path>
  readonly followUps: readonly FollowUp[]
}

/** What one person may see of the day. What their roles don't open is empty here, whatever page asks. */
export type TodayView = {
  readonly region: Region
  readonly now: Temporal.Instant
  /** Activations that have not ended; null: not theirs to see. */
  readonly running: readonly Running[] | null
  /** Activations whose messages do not go out: how many, and since when. */
  readonly stuck: readonly {
    readonly activationId: ActivationId
    readonly number: number
    readonly count: number
    readonly since: Temporal.Instant
  }[]
  /** Proposed plans that a clinical director must agree to first. */
  readonly signOffs: readonly { readonly of: Running; readonly plan: PlanState }[]
  readonly roster: RosterDay
  readonly checks: readonly { readonly id: string; readonly name: string; readonly dueAt: Temporal.Instant }[]
  /** What agencies booked between incidents; null: not theirs to see. */
  readonly bookings: Pick<BookingsProps, 'bookings' | 'plans' | 'agencies' | 'policy'> | null
  /** What neighbouring teams ask of this one. */
  readonly aid: readonly AidRequest[]
  /** Imported calls that nobody has looked at yet. */
  readonly waiting: readonly CriticalIncident[]
  /** Members on the team whom messages do not reach. */
  readonly unreached: number
  /** Follow-ups that are late. */
  readonly late: number
  /** Those and all others that wait for their day. */
  readonly openFollowUps: number
  /** Nobody is on the roster yet, and this person may bring them in. */
  readonly unready: boolean
  /** What the region still lacks, for whoever runs its settings. */
  readonly setUp: readonly ReadyLine[]
  /** Null: no member of the team, or not linked to one. */
  readonly own: TodayOwn | null
  /** For which agencies they speak, and what those asked for; null: for none. */
  readonly asked: {
    readonly agencies: readonly Agency[]
    readonly requests: readonly {
      readonly id: ActivationId
      readonly agencyId: AgencyId
      readonly askedAt: Temporal.Instant
      /** One of the two, in the codes of the form. */
      readonly happened: CriticalIncident['kind'] | null
      readonly booked: BookedActivation['booking']['kind'] | null
      readonly phase: AskedPhase
    }[]
  } | null
  /** One's own courses and papers, and what of training waits for whoever keeps it. */
  readonly study: StudyDay
  readonly roles: {
    readonly coordinates: boolean
    readonly peer: boolean
    readonly administers: boolean
  }
}

/** How far it is with what an agency asked for. */
export type AskedPhase = 'received' | 'taken' | 'spoken' | 'confirmed' | 'held' | 'ended'

/** What every block of the day is drawn from. */
export type TodayProps = { lang: Language; view: TodayView }
