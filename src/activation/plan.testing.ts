import type { SeatKind } from '../incident/index.ts'
import type { ActivationId, AgencyId, MemberId, OfferId, PlanId, SeatId } from '../platform/ids.ts'
import type { OfferState, PlanState, SeatState } from './planState.ts'

export const onDay = (time: string) => Temporal.Instant.from(`2027-01-11T${time}:00Z`)

export function offerTo(member: string, kind: SeatKind, given: Partial<OfferState> = {}): OfferState {
  return {
    id: `offer-${member}` as OfferId,
    memberId: member as MemberId,
    kind,
    wave: 1,
    madeAt: onDay('12:00'),
    answerBy: onDay('12:15'),
    travelMinutes: 10,
    reasons: [],
    answer: null,
    before: [],
    stoodDown: false,
    leftTeam: false,
    ...given,
  }
}

export function seatOf(kind: SeatKind, member: string | null = null, held: string | null = null): SeatState {
  const heldUntil = held === null ? null : onDay(held)
  return {
    id: `${kind}-${member}` as SeatId,
    kind,
    ordinal: 1,
    taken:
      member === null
        ? null
        : {
            offerId: `offer-${member}` as OfferId,
            memberId: member as MemberId,
            at: onDay('12:05'),
            heldUntil,
          },
    guest: null,
  }
}

/** A defusing from 18:00 to 19:00, its window open from 08:00 to 22:00, with nobody on it yet. */
export function planFor(given: Partial<PlanState> = {}): PlanState {
  return {
    id: 'plan' as PlanId,
    activationId: 'activation' as ActivationId,
    agencyId: 'agency' as AgencyId,
    role: 'firefighters',
    count: 6,
    type: 'defusing',
    theme: 'child_death_or_injury',
    window: { opens: onDay('08:00'), idealUntil: onDay('16:00'), closes: onDay('22:00') },
    reasons: [],
    alternatives: [],
    contraindications: [],
    refused: [],
    allowed: [],
    needsClinicalSignOff: false,
    approval: { at: onDay('12:00'), startsAt: onDay('18:00'), endsAt: onDay('19:00'), place: 'Room' },
    moves: [],
    seats: [seatOf('lead'), seatOf('peer')],
    waves: [],
    offers: [],
    end: null,
    ...given,
  }
}
