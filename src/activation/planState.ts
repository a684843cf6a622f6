import type {
  BookingKind,
  IncidentKind,
  InterventionType,
  PlanTarget,
  PlanType,
  Reason,
  SeatKind,
  Window,
} from '../incident/index.ts'
import type { AccountId, ActivationId, AgencyId, MemberId, OfferId, PlanId, SeatId } from '../platform/ids.ts'
import type { Allowance } from './allowance.ts'
import { bookedAs } from './booking.ts'

/** A conflict is a no like every other: nothing tells them apart, here or in what is stored. */
export type AnswerCode = 'coming' | 'coming_from' | 'if_released' | 'not_this_time'
/** As it was stored before that was so. */
export type StoredAnswer = AnswerCode | 'not_available'
/** How it was told; `coordinator`: on the phone, and a coordinator wrote it down. */
export type AnswerWay = 'page' | 'text' | 'call' | 'coordinator'

/** Why an approved session got another time or place. */
export const moveReasons = ['agency_asked', 'shift', 'room', 'more_can_come'] as const
export type MoveReason = (typeof moveReasons)[number]

export type AnswerKept = {
  readonly code: AnswerCode
  readonly fromAt: Temporal.Instant | null
  readonly at: Temporal.Instant
  readonly way: AnswerWay
}

export type OfferState = {
  readonly id: OfferId
  readonly memberId: MemberId
  readonly kind: SeatKind
  readonly wave: number
  readonly madeAt: Temporal.Instant
  readonly answerBy: Temporal.Instant
  readonly travelMinutes: number
  readonly reasons: readonly string[]
  readonly answer: AnswerKept | null
  /** What was answered before that, first one first. */
  readonly before: readonly AnswerKept[]
  readonly stoodDown: boolean
  /** Sat on the team, and does no more: withdrew, or the agency asked for somebody else. */
  readonly leftTeam: boolean
}

export type SeatState = {
  readonly id: SeatId
  readonly kind: SeatKind
  readonly ordinal: number
  /** Who sits there now. */
  readonly taken: {
    readonly offerId: OfferId
    readonly memberId: MemberId
    readonly at: Temporal.Instant
    /** Kept until then for somebody whose shift must release them first; null: they come. */
    readonly heldUntil: Temporal.Instant | null
  } | null
  /** Somebody of a neighbouring team instead. */
  readonly guest: {
    readonly name: string
    readonly agency: string | null
    readonly from: string
    readonly at: Temporal.Instant
  } | null
}

export type PlanState = {
  readonly id: PlanId
  readonly activationId: ActivationId
  readonly agencyId: AgencyId
  readonly role: PlanTarget
  /** Null: nobody counts families, or whoever wants a chaplain. */
  readonly count: number | null
  readonly type: PlanType
  /** What happened, or what was booked. */
  readonly theme: IncidentKind | BookingKind
  readonly window: Window
  readonly reasons: readonly Reason[]
  readonly alternatives: readonly InterventionType[]
  readonly contraindications: readonly Reason[]
  readonly needsClinicalSignOff: boolean
  readonly approval: {
    readonly at: Temporal.Instant
    readonly startsAt: Temporal.Instant
    readonly endsAt: Temporal.Instant
    readonly place: string
  } | null
  /** How the approved session was moved, oldest first. */
  readonly moves: readonly {
    readonly at: Temporal.Instant
    readonly wasAt: Temporal.Instant
    readonly wasPlace: string
    readonly reason: MoveReason
    readonly by: AccountId
  }[]
  readonly seats: readonly SeatState[]
  readonly waves: readonly {
    readonly number: number
    readonly sentAt: Temporal.Instant
    readonly dueAt: Temporal.Instant
  }[]
  readonly offers: readonly OfferState[]
  /** Whom the agency's contact does not want, for no stated reason. */
  readonly refused: readonly MemberId[]
  /** What a coordinator allowed so that a team exists. */
  readonly allowed: readonly Allowance[]
  readonly end: {
    readonly code: 'closed' | 'cancelled' | 'window_closed'
    readonly at: Temporal.Instant
  } | null
}

/** An answer as it is read: earlier versions kept a conflict under a name of its own. */
export function said(
  code: StoredAnswer,
  fromAt: Temporal.Instant | null,
  at: Temporal.Instant,
  way: AnswerWay,
): AnswerKept {
  return { code: code === 'not_available' ? 'not_this_time' : code, fromAt, at, way }
}

export type PlanStage = 'proposed' | 'filling' | 'filled' | 'closed' | 'cancelled' | 'window_closed'

export function stageOf(plan: PlanState): PlanStage {
  if (plan.end !== null) return plan.end.code
  if (plan.approval === null) return 'proposed'
  return openSeats(plan).length === 0 && heldSeats(plan).length === 0 ? 'filled' : 'filling'
}

/** The same as it is shown: with somebody there, a session begins at its hour, full or not. */
export type ShownStage = PlanStage | 'begun'

export function shownStage(plan: PlanState, now: Temporal.Instant): ShownStage {
  return plan.end === null && hasBegun(plan, now) ? 'begun' : stageOf(plan)
}

/** Asked, not answered, not stood down. */
export function pendingOffers(plan: PlanState): readonly OfferState[] {
  return plan.offers.filter((offer) => offer.answer === null && !offer.stoodDown)
}

export function openSeats(plan: PlanState): readonly SeatState[] {
  return plan.seats.filter((seat) => seat.taken === null && seat.guest === null)
}

/** Kept for somebody who may still have to say no. */
export function heldSeats(plan: PlanState): readonly SeatState[] {
  return plan.seats.filter((seat) => seat.taken?.heldUntil)
}

/** Open seats, counted by kind. */
export function openCounts(plan: PlanState): { readonly kind: SeatKind; readonly count: number }[] {
  const kinds = Map.groupBy(openSeats(plan), (seat) => seat.kind)
  return [...kinds].map(([kind, seats]) => ({ kind, count: seats.length }))
}

/** A seat this offer may take: its own kind first; who may lead may also sit as a peer. */
export function seatFor(plan: PlanState, kind: SeatKind): SeatState | null {
  const open = openSeats(plan)
  const own = open.find((seat) => seat.kind === kind)
  if (own !== undefined) return own
  return kind === 'lead' ? (open.find((seat) => seat.kind === 'peer') ?? null) : null
}

/** Pending offers for which no seat is left: these people are thanked and may rest. */
export function surplusOffers(plan: PlanState): readonly OfferState[] {
  return pendingOffers(plan).filter((offer) => seatFor(plan, offer.kind) === null)
}

/** Whether there is a session to close out: it has begun, and somebody was there for it. */
export function closable(plan: PlanState, now: Temporal.Instant): 'yes' | 'session_ahead' | 'nobody_seated' {
  if (plan.approval !== null && Temporal.Instant.compare(now, plan.approval.startsAt) < 0)
    return 'session_ahead'
  return openSeats(plan).length === plan.seats.length ? 'nobody_seated' : 'yes'
}

export type NextStep = 'nothing' | 'let_go' | 'stop_asking' | 'close_window' | 'next_wave'

/**
 * What is due for one plan. The next wave goes out when fewer can be counted on than when the last one did (somebody
 * said no, or their time to answer is over), and at once when some open seat has nobody left to wait for. Only open seats are looked at: nobody who was told "you're on" is moved. Once the
 * session begins with somebody there, nobody else is asked; a window that closes ends only what nobody came to.
 */
export function nextStep(plan: PlanState, now: Temporal.Instant): NextStep {
  if (stageOf(plan) !== 'filling') return 'nothing'
  const reached = (at: Temporal.Instant) => Temporal.Instant.compare(now, at) >= 0
  if (heldSeats(plan).some((seat) => reached(seat.taken!.heldUntil!))) return 'let_go'
  const pending = pendingOffers(plan)
  if (hasBegun(plan, now)) return pending.length > 0 ? 'stop_asking' : 'nothing'
  if (reached(asksUntil(plan))) return 'close_window'
  // Nobody is asked to a session whose hour has gone by: a coordinator finds another one.
  if (hourPassed(plan, now)) return 'nothing'
  if (openSeats(plan).length === 0) return 'nothing'
  const last = plan.waves.at(-1)
  if (last === undefined) return 'next_wave'
  const deserted = openSeats(plan).some(
    (seat) =>
      !pending.some((offer) => offer.kind === seat.kind || (seat.kind === 'peer' && offer.kind === 'lead')),
  )
  const sinceThen = (at: Temporal.Instant) => reached(at) && Temporal.Instant.compare(at, last.sentAt) > 0
  const seated = new Set(plan.seats.map((seat) => seat.taken?.offerId))
  const fewer = plan.offers.some((offer) =>
    offer.answer === null
      ? !offer.stoodDown && sinceThen(offer.answerBy)
      : sinceThen(offer.answer.at) && !seated.has(offer.id),
  )
  return reached(last.dueAt) || deserted || fewer ? 'next_wave' : 'nothing'
}

/** When nobody is asked any more. A booking's window is how far it may be moved: its call-out ends with its own hour. */
function asksUntil(plan: PlanState): Temporal.Instant {
  return bookedAs(plan) !== null && plan.approval !== null ? plan.approval.startsAt : plan.window.closes
}

/** The session's hour has come, whoever is there. */
export function hourPassed(plan: PlanState, now: Temporal.Instant): boolean {
  return plan.approval !== null && Temporal.Instant.compare(now, plan.approval.startsAt) >= 0
}

/** When it is over, whatever became of it: its window, or its session where that ends later. */
export function endOf({ window, approval }: PlanState): Temporal.Instant {
  return approval !== null && Temporal.Instant.compare(approval.endsAt, window.closes) > 0
    ? approval.endsAt
    : window.closes
}

/** Its hour has come, and nobody sits there: a person has to find another hour, or end it. */
export function nobodyCame(plan: PlanState, now: Temporal.Instant): boolean {
  return plan.end === null && hourPassed(plan, now) && openSeats(plan).length === plan.seats.length
}

/** The session's hour has come and somebody is there: it is held with them. */
export function hasBegun(plan: PlanState, now: Temporal.Instant): boolean {
  return hourPassed(plan, now) && openSeats(plan).length < plan.seats.length
}

/** Some session was closed out. */
export function wasSomeHeld(plans: readonly PlanState[]): boolean {
  return plans.some((plan) => plan.end?.code === 'closed')
}

/** When a plan that fills has to be looked at again; null: nothing is ahead. */
export function nextDue(plan: PlanState, now: Temporal.Instant): Temporal.Instant | null {
  if (stageOf(plan) !== 'filling' || (hasBegun(plan, now) && heldSeats(plan).length === 0)) return null
  const asks = openSeats(plan).length > 0 && !hourPassed(plan, now)
  const ahead = [
    ...heldSeats(plan).map((seat) => seat.taken!.heldUntil!),
    ...(asks ? [...pendingOffers(plan).map((offer) => offer.answerBy), plan.waves.at(-1)?.dueAt] : []),
    // At the hour it begins with whoever is there, or somebody has to find another.
    plan.approval?.startsAt,
    ...(openSeats(plan).length === 0 || hasBegun(plan, now) ? [] : [asksUntil(plan)]),
  ].filter((at) => at !== undefined && Temporal.Instant.compare(at, now) > 0)
  return (ahead as Temporal.Instant[]).sort(Temporal.Instant.compare)[0] ?? null
}
