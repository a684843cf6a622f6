import { describe, expect, it } from 'vitest'
import type { SeatKind } from '../incident/index.ts'
import type { ActivationId, AgencyId, MemberId, OfferId, PlanId, SeatId } from '../platform/ids.ts'
import {
  type AnswerCode,
  hasBegun,
  nextDue,
  nextStep,
  type OfferState,
  openCounts,
  type PlanState,
  pendingOffers,
  type SeatState,
  seatFor,
  stageOf,
  surplusOffers,
} from './planState.ts'

const at = (time: string) => Temporal.Instant.from(`2027-01-11T${time}:00Z`)

function offer(
  id: string,
  kind: SeatKind,
  given: { answer?: AnswerCode; stoodDown?: true } = {},
): OfferState {
  return {
    id: id as OfferId,
    memberId: `member-${id}` as MemberId,
    kind,
    wave: 1,
    madeAt: at('12:00'),
    answerBy: at('12:15'),
    travelMinutes: 10,
    reasons: [],
    answer:
      given.answer === undefined ? null : { code: given.answer, fromAt: null, at: at('12:05'), way: 'page' },
    before: [],
    stoodDown: given.stoodDown ?? false,
    leftTeam: false,
  }
}

function seat(kind: SeatKind, by: string | null = null, held: string | null = null): SeatState {
  const heldUntil = held === null ? null : at(held)
  const taken =
    by === null
      ? null
      : { offerId: by as OfferId, memberId: `member-${by}` as MemberId, at: at('12:05'), heldUntil }
  return { id: `${kind}-${by}` as SeatId, kind, ordinal: 1, taken, guest: null }
}

/** Approved at noon, first wave due at 12:15, window open until 20:00. */
function plan(given: Partial<PlanState> = {}): PlanState {
  return {
    id: 'plan' as PlanId,
    activationId: 'activation' as ActivationId,
    agencyId: 'agency' as AgencyId,
    role: 'firefighters',
    count: 6,
    type: 'defusing',
    theme: 'child_death_or_injury',
    window: { opens: at('08:00'), idealUntil: at('16:00'), closes: at('20:00') },
    reasons: [],
    alternatives: [],
    contraindications: [],
    refused: [],
    allowed: [],
    needsClinicalSignOff: false,
    approval: { at: at('12:00'), startsAt: at('14:00'), endsAt: at('15:00'), place: 'Community room' },
    moves: [],
    seats: [seat('lead'), seat('peer')],
    waves: [{ number: 1, sentAt: at('12:00'), dueAt: at('12:15') }],
    offers: offers(),
    end: null,
    ...given,
  }
}
const offers = () => [offer('a', 'lead'), offer('b', 'peer')]
const unapproved = plan({ approval: null, waves: [], offers: [] })
const filled = plan({
  seats: [seat('lead', 'a'), seat('peer', 'b')],
  offers: [offer('a', 'lead', { answer: 'coming' }), offer('b', 'peer', { answer: 'coming' })],
})
/** Both said yes; the peer's shift must let them go by 13:00. */
const kept = plan({ ...filled, seats: [seat('lead', 'a'), seat('peer', 'b', '13:00')] })
const keptBesideOpen = plan({ seats: [seat('lead'), seat('peer', 'b', '13:00')] })
const partly = plan({ seats: [seat('lead', 'a'), seat('peer')] })
const endedAs = (code: 'closed' | 'cancelled' | 'window_closed') => plan({ end: { code, at: at('12:05') } })

describe('what is due next for a plan', () => {
  it.each([
    ['nothing before a human approved it', unapproved, '12:10', 'nothing'],
    ['nothing before a human approved it, even past its window', unapproved, '21:00', 'nothing'],
    ['nothing for a full team', filled, '12:20', 'nothing'],
    ['nothing for a full team whose window closes', filled, '20:00', 'nothing'],
    ['nothing once it is closed', endedAs('closed'), '12:20', 'nothing'],
    ['nothing once it is stood down', endedAs('cancelled'), '12:20', 'nothing'],
    ['nothing once its window closed', endedAs('window_closed'), '21:00', 'nothing'],
    ['nothing while everybody may still answer', plan(), '12:14', 'nothing'],
    ['the next wave when its minute has come', plan(), '12:15', 'next_wave'],
    ['the first wave when none went out', plan({ waves: [], offers: [] }), '12:01', 'next_wave'],
    ['nothing when the clock went back before the wave', plan(), '11:00', 'nothing'],
    ['another wave in the last minute before the session', plan(), '13:59', 'next_wave'],
    ['nobody asked any more once its hour has gone by', plan(), '19:59', 'nothing'],
    ['the end when the window closes, not one more wave', plan(), '20:00', 'close_window'],
    ['the end when the window closed long ago', plan(), '23:00', 'close_window'],
    [
      'the next wave at once when an open seat has nobody to wait for',
      plan({ offers: [offer('a', 'lead'), offer('b', 'mhp')], seats: [seat('lead'), seat('chaplain')] }),
      '12:01',
      'next_wave',
    ],
    [
      'the next wave at once when the only lead says no',
      plan({ offers: [offer('a', 'lead', { answer: 'not_this_time' }), offer('b', 'peer')] }),
      '12:01',
      'next_wave',
    ],
    [
      'the next wave at once when the only lead comes too late',
      plan({ offers: [offer('a', 'lead', { answer: 'coming_from' }), offer('b', 'peer')] }),
      '12:01',
      'next_wave',
    ],
    [
      'nothing while somebody who may lead can still sit as a peer',
      plan({ offers: [offer('a', 'lead'), offer('b', 'peer', { answer: 'not_this_time' })] }),
      '12:01',
      'nothing',
    ],
    [
      'nothing while the last open seat has somebody to wait for',
      plan({ seats: [seat('lead', 'a'), seat('peer')] }),
      '12:01',
      'nothing',
    ],
    [
      'the next wave at once when a seat is open again and the others were thanked',
      plan({
        seats: [seat('lead'), seat('peer', 'b')],
        offers: [
          offer('a', 'lead', { answer: 'coming' }),
          offer('b', 'peer', { answer: 'coming' }),
          offer('c', 'lead', { stoodDown: true }),
        ],
      }),
      '12:01',
      'next_wave',
    ],
    ['nothing while a seat is kept', kept, '12:59', 'nothing'],
    ['the end of what was kept when its time has come', kept, '13:00', 'let_go'],
    ['the end of what was kept before anything else', keptBesideOpen, '20:00', 'let_go'],
    ['nobody else once a session begins with somebody there', partly, '14:00', 'stop_asking'],
    ['nothing for a session that runs with whoever came', { ...partly, offers: [] }, '20:00', 'nothing'],
    ['nothing when the hour has come and nobody: a person finds another', plan(), '14:00', 'nothing'],
  ] as const)('%s', (_what, given, time, step) => {
    expect(nextStep(given, at(time))).toBe(step)
  })

  it.each([
    ['somebody said no since the last wave', { answer: 'not_this_time' as const }, '12:16', 'next_wave'],
    ['somebody said no before it', { answer: 'not_this_time' as const }, '12:04', 'nothing'],
    ['somebody came', { answer: 'coming' as const }, '12:16', 'nothing'],
  ])('asks on at once when fewer can be counted on: %s', (_, given, answeredAt, step) => {
    const one = offer('c', 'peer', given)
    const answer = { ...one.answer!, at: at(answeredAt) }
    const second = { number: 2, sentAt: at('12:15'), dueAt: at('12:30') }
    const later = offers().map((two) => ({ ...two, answerBy: at('12:30') }))
    const seats = given.answer === 'coming' ? [seat('lead'), seat('peer'), seat('peer', 'c')] : plan().seats
    const now = plan({ seats, waves: [...plan().waves, second], offers: [...later, { ...one, answer }] })
    expect(nextStep(now, at('12:17'))).toBe(step)
  })

  it('asks on when the time of one of them is over, and once for it', () => {
    const second = { number: 2, sentAt: at('12:10'), dueAt: at('12:40') }
    const twice = plan({ waves: [...plan().waves, second] })
    expect(nextStep(twice, at('12:14'))).toBe('nothing')
    expect(nextDue(twice, at('12:14'))).toEqual(at('12:15'))
    expect(nextStep(twice, at('12:15'))).toBe('next_wave')
    const third = { number: 3, sentAt: at('12:15'), dueAt: at('12:45') }
    expect(nextStep(plan({ waves: [...twice.waves, third] }), at('12:16'))).toBe('nothing')
  })

  it('counts from the last wave, not from the first', () => {
    const second = { number: 2, sentAt: at('12:15'), dueAt: at('12:30') }
    const twice = plan({ waves: [...plan().waves, second] })
    expect(nextStep(twice, at('12:29'))).toBe('nothing')
    expect(nextStep(twice, at('12:30'))).toBe('next_wave')
  })
})

describe('when a plan is looked at again', () => {
  it.each([
    ['never before a human approved it', unapproved, '12:00', null],
    ['never when it is full', filled, '12:20', null],
    ['never when it ended', endedAs('closed'), '12:20', null],
    ['when the next wave is due', plan(), '12:10', '12:15'],
    ['when the session begins, with no wave ahead', plan(), '12:15', '14:00'],
    ['when the window closes, once its hour went by with nobody', plan(), '14:00', '20:00'],
    ['when the session begins with whoever is there', partly, '12:20', '14:00'],
    ['never once it has begun with them', partly, '14:00', null],
    ['when a kept seat is let go', kept, '12:20', '13:00'],
    ['when the wave is due before that', keptBesideOpen, '12:10', '12:15'],
    [
      'when the session begins, with a seat kept past that',
      { ...kept, seats: [seat('lead', 'a'), seat('peer', 'b', '14:30')] },
      '12:20',
      '14:00',
    ],
    [
      'when a kept seat is let go after the session began',
      { ...kept, seats: [seat('lead', 'a'), seat('peer', 'b', '14:30')] },
      '14:00',
      '14:30',
    ],
  ] as const)('%s', (_what, given, time, due) => {
    expect(nextDue(given, at(time))?.toString() ?? null).toBe(due === null ? null : at(due).toString())
  })

  it('has begun only with somebody there, from its minute on', () => {
    expect(hasBegun(plan(), at('15:00'))).toBe(false)
    expect(hasBegun(partly, at('13:59'))).toBe(false)
    expect(hasBegun(partly, at('14:00'))).toBe(true)
  })

  it('is not full while a seat is only kept', () => {
    expect(stageOf(kept)).toBe('filling')
  })
})

describe('what a plan is', () => {
  it.each([
    [unapproved, 'proposed'],
    [plan(), 'filling'],
    [plan({ seats: [seat('lead', 'a'), seat('peer')] }), 'filling'],
    [filled, 'filled'],
    [{ ...filled, end: { code: 'closed', at: at('15:00') } }, 'closed'],
    [endedAs('cancelled'), 'cancelled'],
    [endedAs('window_closed'), 'window_closed'],
  ] as [PlanState, string][])('plan %# is in its stage', (given, stage) => {
    expect(stageOf(given)).toBe(stage)
  })
})

describe('seats and those who are asked', () => {
  const leadOpen = plan({ seats: [seat('lead'), seat('peer', 'b')] })
  const peerOpen = plan({ seats: [seat('lead', 'a'), seat('peer')] })
  it.each([
    ['a lead takes the lead’s seat', plan(), 'lead', 'lead'],
    ['a lead sits as a peer when the lead is there', peerOpen, 'lead', 'peer'],
    ['a peer never leads', leadOpen, 'peer', null],
    ['a chaplain takes no peer’s seat', peerOpen, 'chaplain', null],
    ['nobody takes a seat of a full team', filled, 'lead', null],
  ] as const)('%s', (_what, given, kind, expected) => {
    expect(seatFor(given, kind)?.kind ?? null).toBe(expected)
  })

  it('thanks exactly those for whom no seat is left', () => {
    const asked = [
      offer('a', 'lead'),
      offer('b', 'peer'),
      offer('c', 'mhp'),
      offer('d', 'peer', { stoodDown: true }),
    ]
    expect(surplusOffers({ ...leadOpen, offers: asked }).map((one) => one.id)).toEqual(['b', 'c'])
    expect(surplusOffers({ ...peerOpen, offers: asked }).map((one) => one.id)).toEqual(['c'])
    expect(surplusOffers({ ...filled, offers: asked }).map((one) => one.id)).toEqual(['a', 'b', 'c'])
  })

  it('waits for nobody who answered or was stood down', () => {
    const offers = [offer('a', 'lead', { answer: 'coming_from' }), offer('b', 'peer', { stoodDown: true })]
    expect(pendingOffers(plan({ offers }))).toEqual([])
  })

  it('counts open seats by kind', () => {
    const seats = [seat('lead', 'a'), seat('peer'), seat('peer'), seat('mhp')]
    expect(openCounts(plan({ seats }))).toEqual([
      { kind: 'peer', count: 2 },
      { kind: 'mhp', count: 1 },
    ])
  })
})
