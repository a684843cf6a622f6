import { bruteForce } from '../src/activation/bruteForce.ts'
import { type Candidate, seatsOpenTo } from '../src/activation/candidate.ts'
import { type Call, compose as composeTeam, teamCost } from '../src/activation/compose.ts'
import { costOf } from '../src/activation/cost.ts'
import { eligible, roomAt } from '../src/activation/eligibility.ts'
import { prune } from '../src/activation/prune.ts'
import { startSolver } from '../src/activation/solver.server.ts'
import type { SeatKind } from '../src/incident/index.ts'
import type { AgencyId, MemberId } from '../src/platform/ids.ts'
import { type Discipline, defaultPolicy } from '../src/region/index.ts'

/** One lead, two peers and a mental health professional, as a CISD asks for. */
const seats: Call['seats'] = [
  { kind: 'lead', count: 1 },
  { kind: 'peer', count: 2 },
  { kind: 'mhp', count: 1 },
]
const seeds = 10

/**
 * The exact best team among 50, 500 and 5,000 invented candidates, from the call to the explained team, the way
 * to the solver's thread and back included. Medians in milliseconds, the first, warming run left out.
 */
export async function compose(): Promise<Record<string, number | string | boolean>> {
  const solver = startSolver()
  try {
    const result: Record<string, number | string | boolean> = {}
    for (const size of [50, 500, 5000]) {
      const large = size === 5000
      const call = callOf(size, 1)
      const able = eligible(call)
      await composeTeam(call, solver.solve)
      const pruned = await timed(large ? 9 : 15, () => composeTeam(call, solver.solve))
      const whole = await timed(large ? 2 : 7, () => composeTeam(call, solver.solve, { pruned: false }))
      result[`candidates${size}`] = able.length
      result[`kept${size}`] = prune(able, call).length
      result[`milliseconds${size}`] = pruned.milliseconds
      result[`unprunedMilliseconds${size}`] = whole.milliseconds
      result[`samePointsUnpruned${size}`] = same(pruned.value, whole.value)

      let optimum = 0
      let greedy = 0
      let agrees = true
      for (let seed = 1; seed <= seeds; seed++) {
        const other = callOf(size, seed)
        const found = await composeTeam(other, solver.solve)
        const quick = greedyTeam(other)
        // Points compare only between teams that fill as many seats.
        if (quick.filled === found.chosen.length) {
          optimum += found.cost
          greedy += quick.cost
        }
        if (size === 50 && seed <= 3) {
          const best = bruteForce(other)
          agrees &&= best.filled === found.chosen.length && best.cost === found.cost
        }
      }
      if (size === 50) result.equalsBruteForce50 = agrees
      result[`greedyLossPercent${size}`] = round((100 * (greedy - optimum)) / optimum)
    }
    result.goalAt500 = Number(result.milliseconds500) <= 100
    result.goalAt5000 = Number(result.milliseconds5000) <= 400
    return result
  } finally {
    await solver.stop()
  }
}

type Found = Awaited<ReturnType<typeof composeTeam>>

function same(one: Found, other: Found): boolean {
  return one.chosen.length === other.chosen.length && one.cost === other.cost
}

async function timed(runs: number, run: () => Promise<Found>) {
  const took: number[] = []
  let value = null as Found | null
  for (let left = runs; left > 0; left--) {
    const start = performance.now()
    value = await run()
    took.push(performance.now() - start)
  }
  took.sort((one, other) => one - other)
  const middle = (took[Math.floor((runs - 1) / 2)]! + took[Math.ceil((runs - 1) / 2)]!) / 2
  return { milliseconds: round(middle), value: value! }
}

const round = (number: number) => Math.round(number * 10) / 10

/** What a hurried person does: seat after seat, the cheapest who still may come. */
function greedyTeam(call: Call): { filled: number; cost: number } {
  const able = eligible(call)
  const team: { candidate: Candidate; kind: SeatKind }[] = []
  for (const kind of call.seats.flatMap((seat) => Array<SeatKind>(seat.count).fill(seat.kind))) {
    const [next] = able
      .filter(
        (one) =>
          seatsOpenTo(one).includes(kind) &&
          !team.some((other) => other.candidate === one) &&
          team.filter((other) => other.candidate.agencyId === one.agencyId).length <
            roomAt(one.agencyId, call),
      )
      .sort((one, other) => costOf(one, kind, call) - costOf(other, kind, call))
    if (next !== undefined) team.push({ candidate: next, kind })
  }
  return { filled: team.length, cost: teamCost(call, team) }
}

const mostly: readonly Discipline[] = ['fire', 'fire', 'ems', 'ems', 'dispatch', 'law_enforcement']

/** An invented roster: about eight members an agency, every eighth a clinician, every third peer able to lead. */
function callOf(size: number, seed: number): Call {
  const draw = random(size * 1000 + seed)
  const whole = (below: number) => Math.floor(draw() * below)
  const agencies = Math.ceil(size / 8)
  const candidates = Array.from({ length: size }, (_, index): Candidate => {
    const clinician = whole(8) === 0
    return {
      memberId: `member-${String(index).padStart(5, '0')}` as MemberId,
      agencyId: clinician && whole(2) === 0 ? null : (`agency-${whole(agencies)}` as AgencyId),
      furtherAgencies: [],
      role: clinician ? 'mhp' : 'peer',
      disciplines: [mostly[whole(mostly.length)]!],
      languages: whole(5) === 0 ? ['en', 'es'] : ['en'],
      gender: null,
      travelMinutes: 5 + whole(85),
      onCall: whole(4) === 0,
      canLead: !clinician && whole(3) === 0,
      restedDays: whole(120),
      sessionsThisYear: whole(8),
      sessionsEver: whole(12),
      blocks: whole(5) === 0 ? ['unavailable'] : [],
      likelihood: 0.4,
    }
  })
  return {
    seats,
    affectedAgencies: ['agency-0' as AgencyId],
    discipline: 'law_enforcement',
    language: 'es',
    policy: defaultPolicy,
    allowed: [],
    wish: null,
    kept: [],
    candidates,
  }
}

/** Numbers in [0, 1), the same for the same seed (the published "mulberry32" step). */
function random(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
