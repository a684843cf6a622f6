import type { Candidate } from '../src/activation/candidate.ts'
import { seatsOpenTo } from '../src/activation/candidate.ts'
import type { Solve } from '../src/activation/compose.ts'
import { eligible, mostPerAgency } from '../src/activation/eligibility.ts'
import {
  nextDue,
  nextStep,
  type OfferState,
  openCounts,
  openSeats,
  type PlanState,
  pendingOffers,
  seatFor,
  surplusOffers,
} from '../src/activation/planState.ts'
import { type AnswerModel, modelAnswer } from '../src/activation/simulation.ts'
import { planWave, stillAsked } from '../src/activation/waves.ts'
import type { SeatKind } from '../src/incident/index.ts'
import type { OfferId } from '../src/platform/ids.ts'
import type { Case } from './staffingWorld.ts'

/** How one way of calling people went for one plan. Minutes until full; null: not inside the window. */
export type Staffed = { readonly minutes: number | null; readonly disturbed: number }

const secondsACall = 90

/** Everybody's answer is drawn once per person and incident: whom a way asks first changes nobody's answer. */
const answerOf = (model: AnswerModel, who: Candidate, at: Case) =>
  modelAnswer(model, who.memberId, at.incident)

/** Who may come, in the order of their ids; the same pool for every way. */
function pool(at: Case): Candidate[] {
  return eligible(at.call)
}

/** Seats one who says yes, as far as there is a seat and the agency has room. The stop rule: full, or the window closed. */
class Team {
  #plan: PlanState
  readonly #at: Case
  constructor(at: Case) {
    this.#at = at
    this.#plan = at.plan
  }
  get full(): boolean {
    return openSeats(this.#plan).length === 0
  }
  wants(who: Candidate): SeatKind | null {
    return seatsOpenTo(who).find((kind) => seatFor(this.#plan, kind) !== null) ?? null
  }
  seat(who: Candidate): void {
    const kind = this.wants(who)
    const seat = kind === null ? null : seatFor(this.#plan, kind)
    if (seat === null || !agencyHasRoom(this.#plan, this.#at, who)) return
    const taken = {
      offerId: who.memberId as unknown as OfferId,
      memberId: who.memberId,
      at: this.#at.approvedAt,
      heldUntil: null,
    }
    this.#plan = {
      ...this.#plan,
      seats: this.#plan.seats.map((one) => (one.id === seat.id ? { ...one, taken } : one)),
    }
  }
}

function agencyHasRoom(plan: PlanState, at: Case, who: Candidate): boolean {
  if (who.agencyId === null) return true
  const agencyOf = new Map(at.call.candidates.map((one) => [one.memberId, one.agencyId]))
  const seated = plan.seats.filter((seat) => seat.taken && agencyOf.get(seat.taken.memberId) === who.agencyId)
  return seated.length < mostPerAgency(at.call)
}

function windowMinutes(at: Case): number {
  return at.plan.window.closes.since(at.approvedAt).total('minutes')
}

/**
 * One caller goes down the list, 90 seconds a call, on to the next at no answer, and from the top again. Somebody picks
 * up once they have come to their phone, which is when they would have answered a message. No one rings back.
 */
export function phoneTree(at: Case, model: AnswerModel): Staffed {
  const team = new Team(at)
  const list = pool(at)
  const closes = windowMinutes(at)
  const first = new Map<string, number>()
  const answered = new Set<string>()
  let now = 0
  while (!team.full && now < closes) {
    const before = now
    for (const who of list) {
      if (team.full || now >= closes) break
      if (answered.has(who.memberId) || team.wants(who) === null) continue
      if (!first.has(who.memberId)) first.set(who.memberId, now)
      now += secondsACall / 60
      const said = answerOf(model, who, at)
      if (now < first.get(who.memberId)! + said.minutes) continue
      answered.add(who.memberId)
      if (said.comes && !said.conflict) team.seat(who)
    }
    if (now === before) break
  }
  return { minutes: team.full && now <= closes ? now : null, disturbed: first.size }
}

/** Every deployable member is asked at once; whoever says yes first sits. */
export function callEverybody(at: Case, model: AnswerModel): Staffed {
  const team = new Team(at)
  const everybody = pool(at)
  const answers = everybody
    .map((who) => ({ who, ...answerOf(model, who, at) }))
    .sort((one, other) => one.minutes - other.minutes)
  for (const { who, minutes, comes, conflict } of answers) {
    if (minutes > windowMinutes(at)) break
    if (comes && !conflict) team.seat(who)
    if (team.full) return { minutes, disturbed: everybody.length }
  }
  return { minutes: null, disturbed: everybody.length }
}

/** The product's own rules in virtual time: `planWave` asks, `nextStep` says what is due. */
export async function ours(at: Case, model: AnswerModel, solve: Solve): Promise<Staffed> {
  const known = new Map(at.call.candidates.map((one) => [one.memberId, one]))
  let plan = at.plan
  let now = at.approvedAt
  const since = () => now.since(at.approvedAt).total('minutes')
  const due = (offer: OfferState) =>
    offer.madeAt.add({ seconds: Math.round(answerOf(model, known.get(offer.memberId)!, at).minutes * 60) })
  const settle = async () => {
    for (let step = nextStep(plan, now); step === 'next_wave'; step = nextStep(plan, now)) {
      const asked = new Set(plan.offers.map((one) => one.memberId))
      const offers = await planWave(
        {
          ...at.call,
          seats: openCounts(plan),
          kept: plan.seats.flatMap(({ kind, taken }) =>
            taken === null
              ? []
              : [{ memberId: taken.memberId, agencyId: known.get(taken.memberId)!.agencyId, kind }],
          ),
          candidates: at.call.candidates.filter((one) => !asked.has(one.memberId) || isSeated(plan, one)),
        },
        stillAsked(plan, now, at.call.candidates, new Set()),
        solve,
      )
      if (offers.length === 0) return
      const number = plan.waves.length + 1
      const dueAt = now.add({ minutes: at.call.policy.wave.minutes })
      const made = offers.map(
        (one): OfferState => ({
          id: one.memberId as unknown as OfferId,
          memberId: one.memberId,
          kind: one.kind,
          wave: number,
          madeAt: now,
          answerBy: dueAt,
          travelMinutes: 0,
          reasons: [],
          answer: null,
          stoodDown: false,
          leftTeam: false,
          before: [],
        }),
      )
      plan = {
        ...plan,
        waves: [...plan.waves, { number, sentAt: now, dueAt }],
        offers: [...plan.offers, ...made],
      }
    }
  }
  await settle()
  for (let steps = 0; steps < 2000 && openSeats(plan).length > 0; steps++) {
    const next = pendingOffers(plan)
      .map((offer) => ({ offer, at: due(offer) }))
      .sort((one, other) => Temporal.Instant.compare(one.at, other.at))[0]
    const wake = nextDue(plan, now)
    if (next === undefined && wake === null) break
    const answersFirst = next !== undefined && (wake === null || Temporal.Instant.compare(next.at, wake) <= 0)
    now = answersFirst ? next.at : wake!
    if (Temporal.Instant.compare(now, plan.window.closes) >= 0) break
    if (answersFirst) plan = answered(plan, next.offer, at, model, now)
    await settle()
  }
  return { minutes: openSeats(plan).length === 0 ? since() : null, disturbed: plan.offers.length }
}

function isSeated(plan: PlanState, who: Candidate): boolean {
  return plan.seats.some((seat) => seat.taken?.memberId === who.memberId)
}

function answered(
  plan: PlanState,
  offer: OfferState,
  at: Case,
  model: AnswerModel,
  now: Temporal.Instant,
): PlanState {
  const who = at.call.candidates.find((one) => one.memberId === offer.memberId)!
  const said = answerOf(model, who, at)
  const yes = said.comes && !said.conflict
  const answer = {
    code: yes ? ('coming' as const) : ('not_this_time' as const),
    fromAt: null,
    at: now,
    way: 'page' as const,
  }
  const offers = plan.offers.map((one) => (one.id === offer.id ? { ...one, answer } : one))
  const seat = yes && agencyHasRoom(plan, at, who) ? seatFor(plan, offer.kind) : null
  if (seat === null) return { ...plan, offers }
  const taken = { offerId: offer.id, memberId: offer.memberId, at: now, heldUntil: null }
  const after = {
    ...plan,
    offers,
    seats: plan.seats.map((one) => (one.id === seat.id ? { ...one, taken } : one)),
  }
  const thanked = new Set(surplusOffers(after).map((one) => one.id))
  return {
    ...after,
    offers: after.offers.map((one) => (thanked.has(one.id) ? { ...one, stoodDown: true } : one)),
  }
}
