import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { SeatKind } from '../incident/index.ts'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import { type Candidate, seatsOpenTo } from './candidate.ts'
import { type Call, compose, teamCost } from './compose.ts'
import { eligible, roomAt } from './eligibility.ts'
import { startSolver } from './solver.server.ts'
import { planWave } from './waves.ts'

const solver = startSolver()
afterAll(() => solver.stop())

const agency = (name: string) => `agency-${name}` as AgencyId
const affected = agency('hit')
const someone = (given: Partial<Candidate> & { id: string }): Candidate => ({
  memberId: given.id as MemberId,
  agencyId: agency('a'),
  furtherAgencies: [],
  role: 'peer',
  disciplines: ['law_enforcement'],
  languages: ['en'],
  gender: null,
  travelMinutes: 20,
  onCall: false,
  canLead: false,
  restedDays: 100,
  sessionsThisYear: 0,
  sessionsEver: 9,
  blocks: [],
  likelihood: 0.4,
  ...given,
})
const callFor = (seats: Call['seats'], candidates: Candidate[], given: Partial<Call> = {}): Call => ({
  seats,
  affectedAgencies: [affected],
  discipline: 'law_enforcement',
  language: null,
  policy: defaultPolicy,
  allowed: [],
  wish: null,
  kept: [],
  candidates,
  ...given,
})

const anyCandidates = fc
  .array(
    fc.record({
      role: fc.constantFrom('peer' as const, 'peer' as const, 'mhp' as const, 'chaplain' as const),
      agency: fc.constantFrom('a', 'b', 'c', 'hit'),
      canLead: fc.boolean(),
      travelMinutes: fc.integer({ min: 1, max: 30 }),
      onCall: fc.boolean(),
      fire: fc.boolean(),
      sessionsThisYear: fc.integer({ min: 0, max: 6 }),
      sessionsEver: fc.integer({ min: 0, max: 6 }),
      restedDays: fc.constantFrom(1, 365),
      blocked: fc.boolean().filter((value) => value || true),
    }),
    { maxLength: 8 },
  )
  .map((people) =>
    people.map((one, index) =>
      someone({
        ...one,
        id: `m${index}`,
        agencyId: one.role === 'peer' ? agency(one.agency) : null,
        disciplines: one.fire ? ['fire'] : ['law_enforcement'],
        blocks: one.blocked && index % 3 === 0 ? ['resting'] : [],
      }),
    ),
  )
const anySeats = fc
  .record({
    lead: fc.integer({ min: 0, max: 1 }),
    peer: fc.integer({ min: 0, max: 2 }),
    mhp: fc.integer({ min: 0, max: 1 }),
  })
  .map((counts) => Object.entries(counts).map(([kind, count]) => ({ kind: kind as SeatKind, count })))

/** Tries everything: most seats filled first, then fewest points. */
function bruteForce(call: Call): { filled: number; cost: number } {
  const kinds = call.seats.flatMap((seat) => Array.from({ length: seat.count }, () => seat.kind))
  const able = eligible(call)
  let best = { filled: -1, cost: 0 }
  const team: { candidate: Candidate; kind: SeatKind }[] = []
  const visit = (at: number) => {
    if (at === kinds.length) {
      const result = { filled: team.length, cost: teamCost(call, team) }
      if (result.filled > best.filled || (result.filled === best.filled && result.cost < best.cost))
        best = result
      return
    }
    visit(at + 1)
    const kind = kinds[at]!
    for (const candidate of able) {
      if (!seatsOpenTo(candidate).includes(kind) || team.some((one) => one.candidate === candidate)) continue
      if (
        team.filter((one) => one.candidate.agencyId === candidate.agencyId).length >=
        roomAt(candidate.agencyId, call)
      )
        continue
      team.push({ candidate, kind })
      visit(at + 1)
      team.pop()
    }
  }
  visit(0)
  return best
}

describe('composing a team', () => {
  it('is as good as trying everything, pruned or not', async () => {
    await fc.assert(
      fc.asyncProperty(anyCandidates, anySeats, async (candidates, seats) => {
        const call = callFor(seats, candidates)
        const best = bruteForce(call)
        for (const pruned of [true, false]) {
          const found = await compose(call, solver.solve, { pruned })
          expect({ filled: found.chosen.length, cost: found.cost }).toEqual(best)
        }
      }),
      { numRuns: process.env.TAILBOARD_LONG === '1' ? 2000 : 150 },
    )
  }, 120_000)

  it('never seats anybody who is blocked, affected, ineligible or seated twice, whatever the order', async () => {
    await fc.assert(
      fc.asyncProperty(anyCandidates, anySeats, async (candidates, seats) => {
        const call = callFor(seats, candidates)
        const found = await compose(call, solver.solve)
        const again = await compose({ ...call, candidates: candidates.toReversed() }, solver.solve)
        expect(again.chosen).toEqual(found.chosen)
        expect(new Set(found.chosen.map((one) => one.memberId)).size).toBe(found.chosen.length)
        for (const one of found.chosen) {
          const candidate = candidates.find((other) => other.memberId === one.memberId)!
          expect(candidate.blocks).toEqual([])
          expect(candidate.agencyId).not.toBe(affected)
          expect(seatsOpenTo(candidate)).toContain(one.kind)
        }
        const missing = found.shortfall.reduce((sum, seat) => sum + seat.count, 0)
        expect(found.chosen.length + missing).toBe(seats.reduce((sum, seat) => sum + seat.count, 0))
      }),
      { numRuns: process.env.TAILBOARD_LONG === '1' ? 1000 : 80 },
    )
  }, 120_000)

  it('says why each was chosen and the first reason for everybody else', async () => {
    const call = callFor(
      [{ kind: 'lead', count: 1 }],
      [
        someone({ id: 'm1', canLead: true, travelMinutes: 5, onCall: true, agencyId: agency('b') }),
        someone({ id: 'm2', canLead: true, agencyId: affected }),
        someone({ id: 'm3', canLead: true, blocks: ['resting', 'not_deployable'] }),
        someone({ id: 'm4' }),
        someone({ id: 'm5', canLead: true, travelMinutes: 50, agencyId: agency('c') }),
      ],
    )
    const found = await compose(call, solver.solve)
    expect(found.chosen).toEqual([
      {
        memberId: 'm1',
        kind: 'lead',
        reasons: ['another_agency', 'same_discipline', 'on_call', 'near', 'rested'],
      },
    ])
    expect(Object.fromEntries(found.notChosen.map((one) => [one.memberId, one.reason]))).toEqual({
      m2: 'affected_agency',
      m3: 'not_deployable',
      m4: 'no_seat_for_role',
      m5: 'others_fit_better',
    })
  })

  it('counts those who sit already toward the limit per agency', async () => {
    const people = [
      someone({ id: 'm1', travelMinutes: 1 }),
      someone({ id: 'm2', travelMinutes: 40, agencyId: agency('b') }),
    ]
    const kept = [1, 2].map((number) => ({
      memberId: `k${number}` as MemberId,
      agencyId: agency('a'),
      kind: 'peer' as const,
    }))
    const found = await compose(callFor([{ kind: 'peer', count: 1 }], people, { kept }), solver.solve)
    expect(found.chosen.map((one) => one.memberId)).toEqual(['m2'])
    expect(found.notChosen).toEqual([{ memberId: 'm1', reason: 'agency_at_limit' }])
  })
})

describe('a wave', () => {
  const people = Array.from({ length: 20 }, (_, index) =>
    someone({
      id: `m${String(index).padStart(2, '0')}`,
      canLead: index < 8,
      agencyId: agency(`x${index}`),
      travelMinutes: index + 1,
    }),
  )
  const seats = [
    { kind: 'lead' as const, count: 1 },
    { kind: 'peer' as const, count: 2 },
  ]

  it('asks the fewest who make it likely that the team is full', async () => {
    const wave = await planWave(callFor(seats, people), [], solver.solve)
    expect(wave.filter((one) => one.kind === 'lead')).toHaveLength(8)
    expect(wave.filter((one) => one.kind === 'peer')).toHaveLength(4)
    expect(new Set(wave.map((one) => one.memberId)).size).toBe(12)
  })

  it('counts on those who have not answered yet', async () => {
    const pending = people
      .slice(0, 5)
      .map((one) => ({ memberId: one.memberId, kind: 'lead' as const, likelihood: 0.4 }))
    const wave = await planWave(callFor(seats, people), pending, solver.solve)
    const asked = new Set(pending.map((one) => one.memberId))
    expect(wave.filter((one) => asked.has(one.memberId))).toEqual([])
    expect(wave).toHaveLength(7)
  })

  it('asks everybody there is when that is not enough, and nobody twice', async () => {
    const wave = await planWave(callFor(seats, people.slice(0, 3)), [], solver.solve)
    expect(wave).toHaveLength(3)
    expect(await planWave(callFor(seats, []), [], solver.solve)).toEqual([])
  })
})
