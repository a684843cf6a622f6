import { describe, expect, it } from 'vitest'
import type { MemberId } from '../platform/ids.ts'
import { standingOf } from './answerStanding.ts'
import { offerTo, onDay, planFor, seatOf } from './plan.testing.ts'
import type { AnswerCode, OfferState, PlanState } from './planState.ts'
import { timelineOf } from './timeline.ts'

const said = (code: AnswerCode, from: string | null = null): Partial<OfferState> => ({
  answer: { code, fromAt: from === null ? null : onDay(from), at: onDay('12:04'), way: 'page' },
})
const gone = { stoodDown: true, leftTeam: true }
const refused = ['ray' as MemberId]
const lead = seatOf('lead', 'ray')

/** What somebody was asked and said; how the plan stands; what their page says; what the timeline says. */
const cases: [string, Partial<OfferState>, Partial<PlanState>, string, string | null][] = [
  ['nothing yet', {}, {}, 'asked', null],
  ['nothing, and is not needed', { stoodDown: true }, {}, 'complete', null],
  ['no', said('not_this_time'), {}, 'noted', 'Ray: this time no'],
  ['a later hour', said('coming_from', '21:30'), {}, 'from', 'Ray could come from 21:30'],
  [
    'a later hour that is in time',
    said('coming_from', '13:00'),
    { seats: [lead] },
    'seated',
    'Ray is coming, from 13:00',
  ],
  [
    'yes, while the seat is kept',
    said('coming'),
    { seats: [seatOf('lead', 'tom', '13:00')] },
    'next',
    'Ray said yes; no seat taken',
  ],
  [
    'if released',
    said('if_released'),
    { seats: [seatOf('lead', 'ray', '13:00')] },
    'held',
    'Ray comes if their shift releases them',
  ],
  [
    'if released, and was',
    said('if_released'),
    { seats: [lead] },
    'seated',
    'Ray is coming: their shift let them go',
  ],
  [
    'if released, and was not',
    { ...said('if_released'), ...gone },
    {},
    'hold_over',
    'Ray said yes and left the team since',
  ],
  [
    'yes, and stepped back',
    { ...said('coming'), leftTeam: true },
    {},
    'left',
    'Ray said yes and left the team since',
  ],
  [
    'yes, and the agency asks for another',
    { ...said('coming'), ...gone },
    { refused },
    'refused',
    'Ray said yes; the agency asked for somebody else',
  ],
  ['nothing, and the agency asks for another', { stoodDown: true }, { refused }, 'refused', null],
]

describe('how an offer stands', () => {
  it.each(cases)('%s', (_what, offer, plan, standing, line) => {
    const ray = offerTo('ray', 'lead', offer)
    const stands = planFor({ offers: [ray, offerTo('tom', 'lead')], ...plan })
    expect(standingOf(stands, ray).kind).toBe(standing)
    const told = timelineOf(
      { openedAt: onDay('11:00'), request: null, contact: null, outcome: null },
      [stands],
      () => 'Ray',
      'en',
      (at) => at.toString().slice(11, 16),
    ).map((entry) => entry.what)
    const lines = told.filter((what) => what.startsWith('Ray'))
    expect(lines).toEqual(line === null ? [] : [line.replace('Ray: this time no', 'Ray not this time')])
  })
})
