import type { Assessment, CriticalIncident } from '../incident/index.ts'
import type { Channel, Fate } from '../messaging/index.ts'
import type { MemberId, OfferId, PlanId } from '../platform/ids.ts'
import type { Agency, Policy, Region } from '../region/index.ts'
import type { Member } from '../roster/index.ts'
import type { BookedActivation, IncidentActivation } from './activationRecord.ts'
import type { AlertState } from './alertState.ts'
import type { NotChosen } from './explain.ts'
import type { Messages } from './newestMessage.ts'
import type { Outlook } from './outlook.ts'
import type { PlanState } from './planState.ts'
import type { PostventionStep } from './postvention.ts'
import type { Twin } from './sameEvent.ts'

/** How one offer went out. */
export type Asked = {
  /** Those that somebody began to send. */
  readonly ways: readonly { readonly channel: Channel; readonly fate: Fate }[]
  /** STOP was said from their number: no text reaches them. */
  readonly stopped: boolean
}

/** Everything the activation's page shows, read in one transaction. */
export type ActivationView = IncidentView | BookedView

export type IncidentView = Common & {
  readonly activation: IncidentActivation
  readonly incident: CriticalIncident
  /** What the rules say as of now; shown until the agency was spoken to, and for its advice afterwards. */
  readonly assessment: Assessment
  /** When each step of a postvention plan was seen to. */
  readonly postvention: ReadonlyMap<PostventionStep, Temporal.Instant>
  /** Others that run and may be about the same event. */
  readonly twins: readonly Twin[]
}

/** Nothing happened, so there is nothing to assess and nothing to tell. */
export type BookedView = Common & {
  readonly activation: BookedActivation
  readonly incident: null
  readonly assessment: null
}

type Common = {
  readonly region: Region
  readonly now: Temporal.Instant
  readonly agencies: ReadonlyMap<string, Agency>
  readonly members: ReadonlyMap<MemberId, Member>
  readonly plans: readonly PlanState[]
  /** The one this activation started with. */
  readonly policy: Policy
  /** Of those who decided something for a plan: how they are shown. */
  readonly accounts: ReadonlyMap<string, string>
  /** Whom the request rang, and who has it. */
  readonly alert: AlertState
  /** How each offer went out, and what became of it. */
  readonly asked: ReadonlyMap<OfferId, Asked>
  /** The newest message to each, and what became of it. */
  readonly messages: Messages
  /** Numbers of those who are asked now, or are not told. */
  readonly phones: ReadonlyMap<MemberId, string>
  readonly notChosen: ReadonlyMap<PlanId, readonly NotChosen[]>
  /** Who sits on a team and, as they stand now, may not go: a person decides, nobody is taken off. */
  readonly doubts: ReadonlyMap<MemberId, 'not_deployable' | 'awaits_clearance'>
  /** How likely each team that fills is to be full. */
  readonly outlooks: ReadonlyMap<PlanId, Outlook>
}
