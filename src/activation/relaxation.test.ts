import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import type { Candidate } from './candidate.ts'
import type { Call } from './compose.ts'
import { laterStarts, relaxations, type Trial } from './relaxation.ts'
import { startSolver } from './solver.server.ts'

const solver = startSolver()
afterAll(() => solver.stop())

const hit = 'hit' as AgencyId
const start = Temporal.Instant.from('2026-11-24T18:00:00Z')
const at = (hours: number, candidates: readonly Candidate[]): Trial => ({
  startsAt: start.add({ hours }),
  candidates,
})
const someone = (id: string, given: Partial<Candidate> = {}): Candidate => ({
  memberId: id as MemberId,
  agencyId: `of ${id}` as AgencyId,
  furtherAgencies: [],
  role: 'peer',
  disciplines: ['fire'],
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
const call = (given: Partial<Call> = {}): Call => ({
  seats: [{ kind: 'peer', count: 3 }],
  affectedAgencies: [hit],
  discipline: 'fire',
  language: null,
  policy: defaultPolicy,
  allowed: [],
  wish: null,
  kept: [],
  candidates: [],
  ...given,
})
/** "2 h later, farther: 0 missing". */
const told = async (asked: Trial, later: Trial[] = [], given: Partial<Call> = {}) =>
  (await relaxations(call(given), asked, later, solver.solve)).map(
    (one) =>
      `${[one.laterHours > 0 ? `${one.laterHours} h later` : [], ...one.allowing].flat().join(', ')}: ${one.missing} missing`,
  )

describe('what could be given up so that a team exists', () => {
  const near = [someone('a'), someone('b')]

  it('is nothing while there is a team', async () => {
    expect(await told(at(0, [...near, someone('c')]), [at(1, near)])).toEqual([])
  })

  it('is the hour somebody becomes free', async () => {
    const resting = someone('c', { blocks: ['resting'] })
    const later = [at(1, [...near, resting]), at(2, [...near, someone('c')]), at(4, [...near, someone('c')])]
    expect(await told(at(0, [...near, resting]), later)).toEqual(['2 h later: 0 missing'])
  })

  it('is a longer way', async () => {
    expect(await told(at(0, [...near, someone('c', { travelMinutes: 150 })]))).toEqual(['farther: 0 missing'])
  })

  it('is one more of an agency', async () => {
    const [one, two, three] = ['a', 'b', 'c'].map((id) => someone(id, { agencyId: 'same' as AgencyId }))
    expect(await told(at(0, [one!, two!, three!]))).toEqual(['one_more_of_an_agency: 0 missing'])
    expect(await told(at(0, [one!, two!, three!]), [], { allowed: ['one_more_of_an_agency'] })).toEqual([])
  })

  it('is the cheapest that fills most, and what costs less and fills less beside it', async () => {
    const far = someone('c', { travelMinutes: 150 })
    const asked = at(0, [someone('a'), far])
    expect(await told(asked, [at(1, [someone('a'), far, someone('d')])])).toEqual([
      '1 h later, farther: 0 missing',
      '1 h later: 1 missing',
    ])
  })

  it('is never somebody who is blocked', async () => {
    const blocked = [
      someone('c', { blocks: ['not_deployable'] }),
      someone('d', { blocks: ['refused_by_agency'] }),
      someone('e', { agencyId: hit }),
    ]
    expect(await told(at(0, [...near, ...blocked]), [at(1, [...near, ...blocked])])).toEqual([])
  })

  it('never seats anybody blocked, affected or already asked, at any start and whatever gives way', async () => {
    const person = fc.record({
      agency: fc.constantFrom('x', 'y', 'hit'),
      travelMinutes: fc.constantFrom(10, 119, 121, 300),
      canLead: fc.boolean(),
      mhp: fc.boolean(),
      blocks: fc.array(fc.constantFrom('not_deployable', 'committed', 'resting', 'conflict' as const), {
        maxLength: 1,
      }),
      later: fc.array(fc.constantFrom('not_deployable', 'resting', 'awaits_clearance' as const), {
        maxLength: 1,
      }),
    })
    let gaveWay = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { maxLength: 9 }),
        fc.integer({ min: 0, max: 3 }),
        async (people, count) => {
          const then = (which: 'blocks' | 'later') =>
            people.map((one, index) =>
              someone(`m${index}`, {
                agencyId: one.agency as AgencyId,
                travelMinutes: one.travelMinutes,
                canLead: one.canLead,
                role: one.mhp ? 'mhp' : 'peer',
                blocks: one[which],
              }),
            )
          const trials = [at(0, then('blocks')), at(2, then('later'))]
          const seats = [
            { kind: 'lead' as const, count: 1 },
            { kind: 'peer' as const, count },
            { kind: 'mhp' as const, count: 1 },
          ]
          const found = await relaxations(call({ seats }), trials[0]!, trials.slice(1), solver.solve)
          gaveWay += found.length
          for (const one of found) {
            const there = trials.find((trial) => trial.startsAt.equals(one.startsAt))!
            for (const { memberId } of one.composition.chosen) {
              const candidate = there.candidates.find((other) => other.memberId === memberId)!
              expect([candidate.blocks, candidate.agencyId === hit]).toEqual([[], false])
              if (!one.allowing.includes('farther'))
                expect(candidate.travelMinutes).toBeLessThanOrEqual(defaultPolicy.furthestMinutes)
            }
          }
        },
      ),
      { numRuns: process.env.TAILBOARD_LONG === '1' ? 1000 : 80 },
    )
    expect(gaveWay).toBeGreaterThan(0)
  }, 120_000)
})

describe('later starts', () => {
  it('lie inside the window', () => {
    const hours = (closesAfter: number) =>
      laterStarts(start, start.add({ hours: closesAfter })).map((one) => one.since(start).total('hours'))
    expect(hours(5)).toEqual([1, 2, 4])
    expect(hours(1)).toEqual([])
    expect(hours(1000)).toEqual([1, 2, 4, 8, 12, 24, 36, 48])
  })
})
