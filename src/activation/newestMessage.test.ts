import { describe, expect, it } from 'vitest'
import type { Fate } from '../messaging/index.ts'
import type { AccountId } from '../platform/ids.ts'
import { type Messages, newestMessage, nobodyReached, notReached, notTold } from './newestMessage.ts'
import { offerTo, onDay, planFor, seatOf } from './plan.testing.ts'
import type { AnswerKept, OfferState, PlanState } from './planState.ts'

const yes = (given: Partial<AnswerKept> = {}): AnswerKept => ({
  ...{ code: 'coming', fromAt: null, at: onDay('12:05'), way: 'page' },
  ...given,
})
const move = (at: string) => ({
  at: onDay(at),
  wasAt: onDay('17:00'),
  wasPlace: 'Room',
  reason: 'shift' as const,
  by: 'rae' as AccountId,
})
/** A's seat was taken at 12:05. */
const seated = (given: Partial<PlanState> = {}) =>
  planFor({ seats: [seatOf('lead', 'A'), seatOf('peer')], ...given })

describe('the newest message that matters to somebody', () => {
  it.each([
    ['was asked and is silent', planFor(), offerTo('A', 'lead'), null, 'offer'],
    ['said no', planFor(), offerTo('A', 'lead', { answer: yes({ code: 'not_this_time' }) }), null, null],
    ['said yes on the page', seated(), offerTo('A', 'lead', { answer: yes() }), null, null],
    [
      'said yes by pressed key',
      seated(),
      offerTo('A', 'lead', { answer: yes({ way: 'call' }) }),
      null,
      'seated',
    ],
    [
      'told a coordinator yes',
      seated(),
      offerTo('A', 'lead', { answer: yes({ way: 'coordinator' }) }),
      null,
      'seated',
    ],
    [
      'has a seat only kept',
      seated(),
      offerTo('A', 'lead', { answer: yes({ way: 'call', code: 'if_released' }) }),
      null,
      null,
    ],
    [
      'waited and sat down later',
      seated(),
      offerTo('A', 'lead', { answer: yes({ at: onDay('12:01') }) }),
      null,
      'seated',
    ],
    [
      'was on the team before it moved',
      seated({ moves: [move('12:30')] }),
      offerTo('A', 'lead', { answer: yes() }),
      null,
      'moved',
    ],
    [
      'came after it moved',
      seated({ moves: [move('12:04')] }),
      offerTo('A', 'lead', { answer: yes() }),
      null,
      null,
    ],
    ['was asked before it moved', planFor({ moves: [move('12:30')] }), offerTo('A', 'lead'), null, 'offer'],
    [
      'was on the team and stood down',
      seated({ moves: [move('12:30')] }),
      offerTo('A', 'lead', { answer: yes() }),
      '13:00',
      'stand_down',
    ],
    [
      'heard on the spot that it is filled',
      planFor(),
      offerTo('A', 'lead', { answer: yes() }),
      '12:05',
      null,
    ],
    ['stepped back', planFor(), offerTo('A', 'lead', { answer: yes(), leftTeam: true }), null, null],
  ] as const)('of one who %s', (_, plan, offer, stoodDown, kind) => {
    expect(newestMessage(plan, offer, stoodDown === null ? null : onDay(stoodDown))?.kind ?? null).toBe(kind)
  })

  it('of a session that moved twice is the second', () => {
    const plan = seated({ moves: [move('12:30'), move('12:40')] })
    expect(newestMessage(plan, offerTo('A', 'lead', { answer: yes() }), null)).toEqual({
      ...{ kind: 'moved', key: 'moved.offer-A.2', at: onDay('12:40') },
    })
  })
})

const messages = (
  plan: PlanState,
  fates: Readonly<Record<string, readonly Fate[]>>,
  down: string | null = null,
): Messages =>
  new Map(
    plan.offers.flatMap((offer) => {
      const newest = newestMessage(plan, offer, down === null ? null : onDay(down))
      const ways = (fates[offer.memberId] ?? []).map((fate) => ({ channel: 'mail' as const, fate }))
      return newest === null ? [] : [[offer.id, { ...newest, ways }] as const]
    }),
  )
const who = (offers: readonly OfferState[]) => offers.map((offer) => offer.memberId)
const waves = [{ number: 1, sentAt: onDay('12:00'), dueAt: onDay('12:15') }]

describe('whom no message reached', () => {
  const plan = planFor({ waves, offers: ['A', 'B', 'C', 'D', 'E'].map((one) => offerTo(one, 'peer')) })
  const asked = messages(plan, {
    A: [],
    B: ['trying'],
    C: ['failed', 'taken'],
    D: ['delivered'],
    E: ['failed', 'stopped'],
  })

  it('is everybody of whose messages nobody took one within two minutes', () => {
    expect(who(notReached(plan, asked, onDay('12:01')))).toEqual([])
    expect(who(notReached(plan, asked, onDay('12:02')))).toEqual(['A', 'B', 'E'])
  })
  it('is nobody who answered, or of whom nothing is asked any more', () => {
    const later = {
      ...plan,
      offers: plan.offers.map((one) => ({ ...one, answer: yes({ code: 'not_this_time' }) })),
    }
    expect(notReached(later, asked, onDay('12:30'))).toEqual([])
    expect(
      notReached({ ...plan, end: { code: 'cancelled', at: onDay('12:20') } }, asked, onDay('12:30')),
    ).toEqual([])
  })
  it('may be everybody of a wave', () => {
    expect(nobodyReached(plan, asked, onDay('12:30'))).toBe(false)
    const dead = messages(plan, { A: ['trying'] })
    expect(nobodyReached(plan, dead, onDay('12:30'))).toBe(true)
    expect(nobodyReached(plan, dead, onDay('12:01'))).toBe(false)
    expect(nobodyReached(planFor(), new Map(), onDay('12:30'))).toBe(false)
  })
})

describe('who said yes and is not told', () => {
  const offers = [
    offerTo('A', 'lead', { answer: yes() }),
    offerTo('B', 'peer', { answer: yes({ code: 'not_this_time' }) }),
    offerTo('C', 'peer'),
  ]
  const down = seated({ waves, offers, end: { code: 'cancelled', at: onDay('13:00') } })

  it('is whoever was on a team that is stood down, until a message is taken or the session would be over', () => {
    const nothing = messages(down, {}, '13:00')
    expect(who(notTold(down, nothing, onDay('13:01')))).toEqual([])
    expect(who(notTold(down, nothing, onDay('13:02')))).toEqual(['A'])
    expect(who(notTold(down, nothing, onDay('19:00')))).toEqual([])
    expect(notTold(down, messages(down, { A: ['taken'] }, '13:00'), onDay('13:02'))).toEqual([])
  })
  it('is whoever is on a team that moved', () => {
    const moved = seated({ waves, offers, moves: [move('12:30')] })
    expect(who(notTold(moved, messages(moved, {}), onDay('12:32')))).toEqual(['A'])
  })
})
