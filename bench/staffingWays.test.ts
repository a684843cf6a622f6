import { describe, expect, it } from 'vitest'
import type { Candidate } from '../src/activation/candidate.ts'
import { modelAnswer } from '../src/activation/simulation.ts'
import type { AgencyId, MemberId } from '../src/platform/ids.ts'
import { callEverybody, phoneTree } from './staffingWays.ts'
import { type Case, readCases } from './staffingWorld.ts'

const root = `${import.meta.dirname}/..`
const [first] = readCases(root, 1)
const model = { seed: 'hand', accept: 0.4, medianMinutes: 8, conflict: 0 }

/** One peer's seat and these people, nobody of an affected agency, the window wide open. */
function oneSeat(...names: string[]): Case {
  const like = first!.call.candidates.find((one) => one.role === 'peer' && one.blocks.length === 0)!
  const candidates = names.map(
    (name, index): Candidate => ({
      ...like,
      memberId: name as MemberId,
      agencyId: `agency ${index}` as AgencyId,
      canLead: false,
      travelMinutes: 10,
    }),
  )
  const seat = first!.plan.seats.find((one) => one.kind === 'peer') ?? first!.plan.seats[0]!
  return {
    ...first!,
    incident: 'hand',
    plan: {
      ...first!.plan,
      seats: [{ ...seat, kind: 'peer' }],
      window: { ...first!.plan.window, closes: first!.approvedAt.add({ hours: 12 }) },
    },
    call: { ...first!.call, seats: [{ kind: 'peer', count: 1 }], affectedAgencies: [], candidates },
  }
}

describe('ways of calling people, by hand', () => {
  const names = Array.from({ length: 12 }, (_, index) => `m${String(index).padStart(2, '0')}`)
  const said = names.map((name) => ({ name, ...modelAnswer(model, name, 'hand') }))

  it('a phone tree goes down the list, ninety seconds a call, and round again', () => {
    // Worked out apart from the code: who is rung when, and whether they have come to their phone by then.
    let now = 0
    const rungAt = new Map<string, number>()
    const settled = new Set<string>()
    let full: number | null = null
    for (let round = 0; round < 50 && full === null; round++)
      for (const one of said) {
        if (settled.has(one.name)) continue
        if (!rungAt.has(one.name)) rungAt.set(one.name, now)
        now += 1.5
        if (now >= rungAt.get(one.name)! + one.minutes) {
          settled.add(one.name)
          if (one.comes) {
            full = now
            break
          }
        }
      }
    expect(full).not.toBeNull()
    expect(phoneTree(oneSeat(...names), model)).toEqual({ minutes: full, disturbed: rungAt.size })
  })

  it('calling everybody takes as long as the first yes, and disturbs them all', () => {
    const soonest = Math.min(...said.filter((one) => one.comes).map((one) => one.minutes))
    expect(callEverybody(oneSeat(...names), model)).toEqual({ minutes: soonest, disturbed: 12 })
  })

  it('nobody who says no fills a seat', () => {
    const noes = said.filter((one) => !one.comes).map((one) => one.name)
    expect(noes.length).toBeGreaterThan(0)
    expect(callEverybody(oneSeat(...noes), model).minutes).toBeNull()
    expect(phoneTree(oneSeat(...noes), model).minutes).toBeNull()
  })
})
