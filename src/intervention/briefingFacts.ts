import type { PlanState } from '../activation/index.ts'
import type { Region } from '../region/index.ts'
import type { BriefingNow } from './briefing.ts'

/** Everything a briefing shows, read in one transaction. */
export type BriefingFacts = {
  readonly region: Region
  readonly now: Temporal.Instant
  readonly plan: PlanState
  readonly briefing: (BriefingNow & { readonly version: number }) | null
  /** Minutes before the session at which the lead gathers everybody. */
  readonly minutesBefore: number
  /** Where no seat is the lead's, whoever goes: a professional, a chaplain. */
  readonly lead: { readonly name: string; readonly phone: string | null } | null
  readonly team: readonly string[]
  /** As the request was filed. */
  readonly contact: { readonly name: string; readonly phone: string } | null
  /** The agency whose people are met, with the number the team keeps of it. */
  readonly agency: { readonly name: string; readonly town: string; readonly phone: string | null }
}
