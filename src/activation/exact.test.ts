import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { SeatKind } from '../incident/index.ts'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import { allowables } from './allowance.ts'
import { bruteForce } from './bruteForce.ts'
import type { Candidate } from './candidate.ts'
import { type Call, type Composition, compose } from './compose.ts'
import { eligible } from './eligibility.ts'
import { prune } from './prune.ts'
import { startSolver } from './solver.server.ts'

const solver = startSolver()
afterAll(() => solver.stop())
const rounds = (short: number) => ({ numRuns: process.env.TAILBOARD_LONG === '1' ? short * 20 : short })

const anyAgency = fc.constantFrom('a', 'b', 'c', 'hit', null)
const anyPerson = fc.record({
  role: fc.constantFrom<Candidate['role'][]>('peer', 'peer', 'peer', 'mhp', 'chaplain'),
  agencyId: anyAgency as fc.Arbitrary<AgencyId | null>,
  furtherAgencies: fc.constantFrom<AgencyId[]>([], [], ['b' as AgencyId], ['hit' as AgencyId]),
  canLead: fc.boolean(),
  // Few distinct values, so that ties are common.
  travelMinutes: fc.constantFrom(5, 10, 25, 60, 900),
  onCall: fc.boolean(),
  disciplines: fc.constantFrom<Candidate['disciplines'][]>(['fire'], ['law_enforcement'], []),
  languages: fc.constantFrom(['en'], ['en', 'es']),
  gender: fc.constantFrom<Candidate['gender'][]>(null, 'woman', 'man'),
  sessionsThisYear: fc.constantFrom(0, 1, 9),
  sessionsEver: fc.constantFrom(0, 2, 3, 9),
  restedDays: fc.constantFrom(2, 13, 14, 365),
  blocks: fc.constantFrom<Candidate['blocks'][]>([], [], [], [], ['resting'], ['conflict', 'committed']),
})
const seatCounts = (most: number) =>
  fc.record({
    lead: fc.integer({ min: 0, max: 1 }),
    peer: fc.integer({ min: 0, max: most }),
    mhp: fc.integer({ min: 0, max: 1 }),
    chaplain: fc.integer({ min: 0, max: 1 }),
  })

/** Calls of every shape: people kept, either severity of the affected-agency rule, a language or none. */
function anyCall(people: { minLength: number; maxLength: number }, mostPeers: number): fc.Arbitrary<Call> {
  return fc
    .record({
      people: fc.array(anyPerson, people),
      seats: seatCounts(mostPeers),
      keptIndexes: fc.uniqueArray(fc.integer({ min: 0, max: people.maxLength - 1 }), { maxLength: 2 }),
      affectedAgency: fc.constantFrom<Call['policy']['affectedAgency'][]>('block', 'warn'),
      perAgencyAtMost: fc.integer({ min: 1, max: 3 }),
      allowed: fc.subarray([...allowables]),
      language: fc.constantFrom(null, 'es'),
      wish: fc.constantFrom<Call['wish'][]>(null, 'woman', 'man'),
      discipline: fc.constantFrom<Call['discipline'][]>('law_enforcement', 'ems'),
    })
    .map((given) => {
      const candidates = given.people.map(
        (one, index): Candidate => ({
          ...one,
          memberId: `m${String(index).padStart(3, '0')}` as MemberId,
          likelihood: 0.4,
        }),
      )
      return {
        seats: Object.entries(given.seats).map(([kind, count]) => ({ kind: kind as SeatKind, count })),
        affectedAgencies: ['hit' as AgencyId],
        discipline: given.discipline,
        language: given.language,
        allowed: given.allowed,
        wish: given.wish,
        policy: {
          ...defaultPolicy,
          affectedAgency: given.affectedAgency,
          perAgencyAtMost: given.perAgencyAtMost,
        },
        kept: given.keptIndexes.flatMap((index) => {
          const one = candidates[index]
          return one === undefined
            ? []
            : [{ memberId: one.memberId, agencyId: one.agencyId, kind: 'peer' as const }]
        }),
        candidates,
      }
    })
}

const size = (found: Composition) => ({ filled: found.chosen.length, cost: found.cost })

describe('the team found', () => {
  it('is as good as the best of all teams', async () => {
    await fc.assert(
      fc.asyncProperty(anyCall({ minLength: 0, maxLength: 8 }, 2), async (call) => {
        expect(size(await compose(call, solver.solve))).toEqual(bruteForce(call))
      }),
      rounds(250),
    )
  }, 600_000)

  it('costs the same whether people no best team needs are left out or not', async () => {
    let leftOut = 0
    await fc.assert(
      fc.asyncProperty(anyCall({ minLength: 20, maxLength: 90 }, 5), async (call) => {
        const able = eligible(call)
        leftOut += able.length - prune(able, call).length
        const all = await compose(call, solver.solve, { pruned: false })
        expect(size(await compose(call, solver.solve))).toEqual(size(all))
      }),
      rounds(40),
    )
    expect(leftOut).toBeGreaterThan(0)
  }, 600_000)

  it('keeps every hard rule, counts the kept, and says what is missing', async () => {
    await fc.assert(
      fc.asyncProperty(anyCall({ minLength: 0, maxLength: 30 }, 4), async (call) => {
        const { chosen, notChosen, shortfall } = await compose(call, solver.solve)
        const of = new Map(call.candidates.map((one) => [one.memberId, one]))
        const team = chosen.map((one) => of.get(one.memberId)!)
        for (const agencyId of new Set(team.map((one) => one.agencyId))) {
          if (agencyId === null) continue
          const seated = [...team, ...call.kept].filter((one) => one.agencyId === agencyId)
          const more = call.allowed.includes('one_more_of_an_agency') ? 1 : 0
          expect(seated.length).toBeLessThanOrEqual(call.policy.perAgencyAtMost + more)
          const warned = call.policy.affectedAgency === 'warn' && call.allowed.includes('affected_agency')
          if (!warned) expect(agencyId).not.toBe('hit')
        }
        const warned = call.policy.affectedAgency === 'warn' && call.allowed.includes('affected_agency')
        for (const one of team) {
          expect(one.blocks).toEqual([])
          if (!warned) expect(one.furtherAgencies).not.toContain('hit')
        }
        for (const one of chosen) {
          const { role, canLead } = of.get(one.memberId)!
          expect(one.kind === 'lead' ? role === 'peer' && canLead : role === one.kind).toBe(true)
        }
        for (const seat of call.seats) {
          const filled = chosen.filter((one) => one.kind === seat.kind).length
          const missing = shortfall.find((one) => one.kind === seat.kind)?.count ?? 0
          expect(filled + missing).toBe(seat.count)
        }
        // Everybody is spoken for exactly once: chosen, not chosen with a reason, or kept.
        const spoken = [...chosen, ...notChosen, ...call.kept].map((one) => one.memberId)
        expect(spoken.toSorted()).toEqual(call.candidates.map((one) => one.memberId).toSorted())
      }),
      rounds(100),
    )
  }, 600_000)

  it('is the same in whatever order people come', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCall({ minLength: 0, maxLength: 25 }, 4).chain((call) =>
          fc.tuple(
            fc.constant(call),
            fc.shuffledSubarray([...call.candidates], { minLength: call.candidates.length }),
          ),
        ),
        async ([call, shuffled]) => {
          const found = await compose(call, solver.solve)
          const again = await compose({ ...call, candidates: shuffled }, solver.solve)
          expect(again.chosen).toEqual(found.chosen)
          expect(again.cost).toBe(found.cost)
        },
      ),
      rounds(60),
    )
  }, 600_000)

  it('of equal people takes the first by id, and the first of them leads', async () => {
    await fc.assert(
      fc.asyncProperty(anyPerson, fc.integer({ min: 4, max: 9 }), async (person, count) => {
        const candidates = Array.from({ length: count }, (_, index) => ({
          ...person,
          role: 'peer' as const,
          canLead: true,
          agencyId: null,
          blocks: [],
          memberId: `m${index}` as MemberId,
          likelihood: 0.4,
        }))
        const call: Call = {
          seats: [
            { kind: 'lead', count: 1 },
            { kind: 'peer', count: 2 },
          ],
          affectedAgencies: [],
          discipline: 'fire',
          language: null,
          policy: defaultPolicy,
          allowed: ['farther'],
          wish: null,
          kept: [],
          candidates: candidates.toReversed(),
        }
        const { chosen } = await compose(call, solver.solve)
        expect(chosen.map((one) => `${one.kind} ${one.memberId}`)).toEqual(['lead m0', 'peer m1', 'peer m2'])
      }),
      rounds(30),
    )
  }, 600_000)
})
