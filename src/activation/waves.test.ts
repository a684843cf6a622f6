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
  furtherAgencies: [],
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
/** At a share of 0.4, nine in ten take five for one seat, nine for two, twelve for three. */
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
    expect(namesOf(wave, 'peer')).toEqual(Array.from({ length: 9 }, (_, index) => `peer0${index}`))
  })

  it('asks somebody who can lead once, for one seat', async () => {
    const people = peers(20, 'lead', (index) => index + 1, { canLead: true })
    const wave = await planWave(callFor(leadAndPeers, people), [], solver.solve)
    expect(new Set(wave.map((one) => one.memberId)).size).toBe(wave.length)
    expect(namesOf(wave, 'lead').length).toBeGreaterThanOrEqual(5)
    expect(wave).toHaveLength(12)
  })

  it('asks whoever can lead to lead while they are few, so that nobody is spent as a peer', async () => {
    const people = [
      ...peers(7, 'lead', (index) => index + 1, { canLead: true }),
      ...peers(2, 'peer', () => 50),
    ]
    const wave = await planWave(callFor(leadAndPeers, people), [], solver.solve)
    expect(wave).toHaveLength(9)
    expect(namesOf(wave, 'lead')).toHaveLength(7)
    // Once somebody leads, the rest of them are peers like any others.
    const led = callFor([{ kind: 'peer', count: 2 }], people)
    expect(namesOf(await planWave(led, [], solver.solve), 'lead')).toEqual([])
  })

  it('counts those asked to lead for the peers too: whoever does not lead sits beside', async () => {
    const people = peers(20, 'peer', (index) => index)
    const pending = peers(12, 'lead', () => 1, { canLead: true }).map((one) => ({
      memberId: one.memberId,
      kind: 'lead' as const,
      likelihood: 0.4,
    }))
    expect(await planWave(callFor(leadAndPeers, people), pending, solver.solve)).toEqual([])
    expect(await planWave(callFor(leadAndPeers, people), pending.slice(1), solver.solve)).toHaveLength(1)
  })

  it('waits no more for those whose time to answer is over', async () => {
    const people = peers(20, 'peer', (index) => index)
    const silent = (likelihood: number) =>
      people.slice(0, 5).map((one) => ({ memberId: one.memberId, kind: 'peer' as const, likelihood }))
    const call = callFor([{ kind: 'peer', count: 1 }], people)
    expect(await planWave(call, silent(0.4), solver.solve)).toEqual([])
    const next = await planWave(call, silent(0), solver.solve)
    expect(namesOf(next, 'peer')).toEqual(['peer05', 'peer06', 'peer07', 'peer08', 'peer09'])
  })

  it('asks the best of those left when only a part of a team is still needed', async () => {
    const people = peers(12, 'peer', (index) => 40 - index)
    const wave = await planWave(callFor([{ kind: 'peer', count: 2 }], people), [], solver.solve)
    expect(namesOf(wave, 'peer')).toEqual(people.slice(3).map((one) => one.memberId))
  })

  it('asks those whom no message reaches, and as many others as if they were not there', async () => {
    const unreachable = peers(3, 'near', (index) => index, { likelihood: 0 })
    const others = peers(8, 'peer', (index) => 30 + index)
    const call = (people: Candidate[]) => callFor([{ kind: 'peer', count: 1 }], people)
    const alone = await planWave(call(others), [], solver.solve)
    const together = await planWave(call([...unreachable, ...others]), [], solver.solve)
    expect(namesOf(together, 'peer')).toEqual([
      ...unreachable.map((one) => one.memberId),
      ...namesOf(alone, 'peer'),
    ])
  })

  it('is the same in whatever order people come', async () => {
    const people = [...peers(5, 'lead', () => 10, { canLead: true }), ...peers(12, 'peer', () => 10)]
    const wave = await planWave(callFor(leadAndPeers, people), [], solver.solve)
    expect(await planWave(callFor(leadAndPeers, people.toReversed()), [], solver.solve)).toEqual(wave)
  })

  it('asks nobody while those still to answer are likely to be enough', async () => {
    const people = peers(8, 'peer', (index) => index)
    const pending = people
      .slice(0, 5)
      .map((one) => ({ memberId: one.memberId, kind: 'peer' as const, likelihood: 0.4 }))
    const call = callFor([{ kind: 'peer', count: 1 }], people)
    expect(await planWave(call, pending, solver.solve)).toEqual([])
    expect(await planWave(call, pending.slice(0, 4), solver.solve)).toHaveLength(1)
  })

  it.each([
    [0.2, 11],
    [0.4, 5],
    [0.5, 4],
    [0.9, 1],
    [1, 1],
  ])('at a share of %d makes %d offers for one seat', async (likelihood, offers) => {
    const people = peers(15, 'peer', (index) => index, { likelihood })
    const wave = await planWave(callFor([{ kind: 'peer', count: 1 }], people), [], solver.solve)
    expect(wave).toHaveLength(offers)
  })
})
