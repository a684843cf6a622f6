import { describe, expect, it } from 'vitest'
import type { SeatKind } from '../incident/index.ts'
import type { ActivationId, AgencyId, MemberId, OfferId, PlanId, SeatId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import type { Candidate } from './candidate.ts'
import type { Call } from './compose.ts'
import { outlookOf } from './outlook.ts'
import { openCounts, type PlanState } from './planState.ts'

const at = (time: string) => Temporal.Instant.from(`2027-01-11T${time}:00Z`)
const policy = { ...defaultPolicy, wave: { ...defaultPolicy.wave, sureness: 0.9, minutes: 10 } }

function someone(id: string, given: Partial<Candidate> = {}): Candidate {
  return {
    ...{
      memberId: id as MemberId,
      agencyId: `agency of ${id}` as AgencyId,
      furtherAgencies: [],
      role: 'peer',
      disciplines: ['fire'],
    },
    ...{ languages: ['en'], gender: null, travelMinutes: 20, onCall: false, canLead: false, restedDays: 99 },
    ...{ sessionsThisYear: 0, sessionsEver: 9, blocks: [], likelihood: 0.5 },
    ...given,
  }
}
const people = (count: number, prefix: string, given: Partial<Candidate> = {}) =>
  Array.from({ length: count }, (_, index) => someone(`${prefix}${index}`, given))

/** A lead's and a peer's seat, to be filled by 14:00; these were asked at noon and have until 12:10. */
function plan(asked: readonly (readonly [string, SeatKind])[], given: Partial<PlanState> = {}): PlanState {
  const seat = (kind: SeatKind) => ({ id: kind as SeatId, kind, ordinal: 1, taken: null, guest: null })
  return {
    ...{ id: 'plan' as PlanId, activationId: 'a' as ActivationId, agencyId: 'agency' as AgencyId },
    ...{ role: 'firefighters', count: 6, type: 'defusing', theme: 'child_death_or_injury' },
    window: { opens: at('08:00'), idealUntil: at('16:00'), closes: at('20:00') },
    ...{
      reasons: [],
      alternatives: [],
      contraindications: [],
      refused: [],
      allowed: [],
      needsClinicalSignOff: false,
    },
    approval: { at: at('12:00'), startsAt: at('14:00'), endsAt: at('15:00'), place: 'Room' },
    moves: [],
    seats: [seat('lead'), seat('peer')],
    waves: [{ number: 1, sentAt: at('12:00'), dueAt: at('12:10') }],
    offers: asked.map(([id, kind]) => ({
      ...{ id: id as OfferId, memberId: id as MemberId, kind, wave: 1, madeAt: at('12:00') },
      ...{
        answerBy: at('12:10'),
        travelMinutes: 20,
        reasons: [],
        answer: null,
        before: [],
        stoodDown: false,
        leftTeam: false,
      },
    })),
    end: null,
    ...given,
  }
}
const look = (
  of: PlanState,
  candidates: readonly Candidate[],
  now = at('12:05'),
  notReached: readonly string[] = [],
) => {
  const call: Call = {
    ...{ seats: openCounts(of), affectedAgencies: [], discipline: 'fire', language: null, wish: null },
    ...{ policy, allowed: [], kept: [], candidates },
  }
  return outlookOf(of, call, now, new Set(notReached as OfferId[]))
}
const risks = (...given: Parameters<typeof look>) => look(...given)?.seats.map((seat) => seat.risk)
const leaders = people(12, 'lead', { canLead: true })

describe('how a team that fills is likely to end up', () => {
  it('says of each kind of seat how likely those who are asked fill it', () => {
    const asked = [
      ['lead0', 'lead'],
      ['lead1', 'lead'],
      ['peer0', 'peer'],
    ] as const
    const seats = look(plan(asked), [...leaders, ...people(3, 'peer')])!.seats
    // One of two leads: 1 - 0.5²; two of three for both seats: 4 of 8 ways.
    expect(seats.map(({ kind, chance, left }) => [kind, chance, left])).toEqual([
      ['lead', 0.75, 10],
      ['peer', 0.5, 12],
    ])
  })

  it('counts on nobody whose time to answer is over', () => {
    const asked = leaders.slice(0, 4).map((one) => [one.memberId, 'lead'] as const)
    expect(look(plan(asked), leaders, at('12:09'))!.seats[0]!.chance).toBeGreaterThan(0.9)
    expect(look(plan(asked), leaders, at('12:10'))!.seats[0]!.chance).toBe(0)
  })

  it('counts on nobody whom no message reached, and says that this is why', () => {
    const asked = leaders.slice(0, 4).map((one) => [one.memberId, 'lead'] as const)
    const all = leaders.slice(0, 4)
    const seat = (notReached: string[], candidates = all) =>
      look(plan(asked), candidates, at('12:05'), notReached)!.seats[0]!
    expect(seat([])).toMatchObject({ asked: 4, notReached: 0, chance: 0.9375, tenths: 9, risk: null })
    expect(seat(['lead0', 'lead1'])).toMatchObject({
      asked: 4,
      notReached: 2,
      chance: 0.75,
      risk: 'not_reached',
    })
    expect(seat(asked.map(([id]) => id))).toMatchObject({ chance: 0, risk: 'not_reached' })
    // Whoever else is left changes nothing while nothing goes out.
    expect(seat(['lead0', 'lead1', 'lead2', 'lead3'], leaders)).toMatchObject({
      left: 8,
      risk: 'not_reached',
    })
    const down = look(
      plan(asked),
      leaders,
      at('12:05'),
      asked.map(([id]) => id),
    )!
    expect(down.helps).toEqual(['dial'])
  })

  it('rounds a chance that is not enough down, so that words and rule agree', () => {
    const sure = (likelihood: number) =>
      look(plan([['lead0', 'lead']]), [someone('lead0', { canLead: true, likelihood })])!.seats[0]!
    expect(sure(0.89)).toMatchObject({ tenths: 8, risk: 'nobody_left' })
    expect(sure(0.9)).toMatchObject({ tenths: 9, risk: null })
    expect(sure(0.97)).toMatchObject({ tenths: 10, risk: null })
  })

  it('counts for a peer’s seat whoever is asked to lead', () => {
    const asked = leaders.slice(0, 3).map((one) => [one.memberId, 'lead'] as const)
    expect(look(plan(asked), leaders)!.seats.map(({ kind, asked }) => [kind, asked])).toEqual([
      ['lead', 3],
      ['peer', 3],
    ])
  })

  it('has nothing to say of a plan that does not fill', () => {
    const calm = plan([])
    for (const still of [
      { ...calm, approval: null },
      { ...calm, end: { code: 'cancelled' as const, at: at('12:00') } },
    ])
      expect(look(still, leaders)).toBeNull()
  })

  it.each([
    ['nobody is left for either', plan([]), [], ['nobody_left', 'nobody_left']],
    ['nobody is left to lead', plan([]), people(12, 'peer'), ['nobody_left', null]],
    [
      'all who are left make it too unlikely',
      plan([]),
      people(2, 'lead', { canLead: true }),
      ['few_left', 'few_left'],
    ],
    ['enough are left', plan([]), leaders, [null, null]],
    [
      'those who are asked are enough, and nobody else is there',
      plan(leaders.map((one) => [one.memberId, 'lead'] as const)),
      leaders,
      [null, null],
    ],
  ] as const)('says what is at risk: %s', (_, of, candidates, expected) => {
    expect(risks(of, candidates)).toEqual(expected)
  })

  it('says when one more wave and the way there take too long', () => {
    // Ten minutes for the wave, twenty for the way.
    expect(risks(plan([]), leaders, at('13:30'))).toEqual([null, null])
    expect(risks(plan([]), leaders, at('13:31'))).toEqual(['hour_close', 'hour_close'])
  })

  it('names what would help, and nothing that would not', () => {
    const near = { opens: at('08:00'), idealUntil: at('14:00'), closes: at('14:15') }
    const asked = [['lead0', 'lead']] as const
    expect(look(plan(asked), leaders.slice(0, 3))!.helps).toEqual(['dial', 'ask_more', 'give_way', 'later'])
    expect(look(plan(asked, { window: near }), leaders.slice(0, 1))!.helps).toEqual(['dial', 'give_way'])
    expect(look(plan([]), leaders)!.helps).toEqual([])
  })
})
