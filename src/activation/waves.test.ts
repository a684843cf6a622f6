import { afterAll, describe, expect, it } from 'vitest'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import type { Candidate } from './candidate.ts'
import type { Call } from './compose.ts'
import { startSolver } from './solver.server.ts'
import { planWave } from './waves.ts'

const solver = startSolver()
afterAll(() => solver.stop())

const peer = (id: string, given: Partial<Candidate> = {}): Candidate => ({
  memberId: id as MemberId,
  agencyId: `agency of ${id}` as AgencyId,
  role: 'peer',
  disciplines: ['fire'],
  languages: ['en'],
  gender: null,
  travelMinutes: 20,
  onCall: true,
  canLead: false,
  restedDays: 99,
  sessionsThisYear: 0,
  sessionsEver: 9,
  blocks: [],
  likelihood: 0.4,
  ...given,
})
const peers = (count: number, prefix: string, minutes: (index: number) => number, given = {}) =>
  Array.from({ length: count }, (_, index) =>
    peer(`${prefix}${String(index).padStart(2, '0')}`, { travelMinutes: minutes(index), ...given }),
  )
const callFor = (seats: Call['seats'], candidates: Candidate[]): Call => ({
  seats,
  affectedAgencies: [],
  discipline: 'fire',
  language: null,
  policy: defaultPolicy,
  allowed: [],
  wish: null,
  kept: [],
  candidates,
})
const leadAndPeers: Call['seats'] = [
  { kind: 'lead', count: 1 },
  { kind: 'peer', count: 2 },
]
const namesOf = (wave: Awaited<ReturnType<typeof planWave>>, kind: string) =>
  wave
    .filter((one) => one.kind === kind)
    .map((one) => one.memberId as string)
    .toSorted()

describe('a wave', () => {
  it('keeps those few who can lead for the lead, though they are the nearest peers too', async () => {
    const people = [
      ...peers(3, 'lead', (index) => index + 1, { canLead: true }),
      ...peers(12, 'peer', (index) => 30 + index),
    ]
    const wave = await planWave(callFor(leadAndPeers, people), [], solver.solve)
    expect(namesOf(wave, 'lead')).toEqual(['lead00', 'lead01', 'lead02'])
    expect(namesOf(wave, 'peer')).toEqual(['peer00', 'peer01', 'peer02', 'peer03', 'peer04'])
  })

  it('asks somebody who can lead once, for one seat', async () => {
    const people = peers(20, 'lead', (index) => index + 1, { canLead: true })
    const wave = await planWave(callFor(leadAndPeers, people), [], solver.solve)
    expect(new Set(wave.map((one) => one.memberId)).size).toBe(8)
    expect(namesOf(wave, 'lead')).toHaveLength(3)
  })

  it('asks the best of those left when only a part of a team is still needed', async () => {
    const people = peers(8, 'peer', (index) => 40 - index)
    const wave = await planWave(callFor([{ kind: 'peer', count: 2 }], people), [], solver.solve)
    expect(namesOf(wave, 'peer')).toEqual(['peer03', 'peer04', 'peer05', 'peer06', 'peer07'])
  })

  it('is the same in whatever order people come', async () => {
    const people = [...peers(5, 'lead', () => 10, { canLead: true }), ...peers(12, 'peer', () => 10)]
    const wave = await planWave(callFor(leadAndPeers, people), [], solver.solve)
    expect(await planWave(callFor(leadAndPeers, people.toReversed()), [], solver.solve)).toEqual(wave)
  })

  it('asks nobody while those still to answer are expected to be enough', async () => {
    const people = peers(8, 'peer', (index) => index)
    const pending = people
      .slice(0, 3)
      .map((one) => ({ memberId: one.memberId, kind: 'peer' as const, likelihood: 0.4 }))
    const call = callFor([{ kind: 'peer', count: 1 }], people)
    expect(await planWave(call, pending, solver.solve)).toEqual([])
    expect(await planWave(call, pending.slice(0, 2), solver.solve)).toHaveLength(1)
  })

  it.each([
    [0.2, 5],
    [0.4, 3],
    [0.5, 2],
    [1, 1],
  ])('at a share of %d makes %d offers for one seat', async (likelihood, offers) => {
    const people = peers(9, 'peer', (index) => index, { likelihood })
    const wave = await planWave(callFor([{ kind: 'peer', count: 1 }], people), [], solver.solve)
    expect(wave).toHaveLength(offers)
  })
})
