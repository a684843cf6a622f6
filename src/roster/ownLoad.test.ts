import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../region/index.ts'
import { loadOf } from './ownLoad.ts'

const now = Temporal.Instant.from('2027-03-01T20:00:00Z')
const ago = (hours: number) => now.subtract({ hours })
const policy = { load: { sessionsPerMonth: 3, offAfterHardest: true }, restHours: 48 }
const load = (all: number[], inGroup = all, given = policy, off: Temporal.Instant | null = null) =>
  loadOf({ all: all.map(ago), inGroup: inGroup.map(ago) }, off, given, now)

describe('what policy counts of one member', () => {
  it('counts group sessions that ended in the thirty days before, and no others', () => {
    expect(load([24 * 31, 24 * 29, 24], [24 * 31, 24 * 29])).toMatchObject({ sessions: 1, limit: 3 })
    expect(load([24 * 30]).sessions).toBe(0)
  })
  it('rests after any session, until the hour', () => {
    expect(load([24 * 20, 10]).restUntil).toEqual(now.add({ hours: 38 }))
    expect(load([48]).restUntil).toBeNull()
    expect(load([]).restUntil).toBeNull()
    expect(load([10], [10], { ...policy, restHours: 8 }).restUntil).toBeNull()
  })
  it('is off call where the region says so', () => {
    expect(load([10], [10], policy, ago(10)).offSince).toEqual(ago(10))
    const never = { ...policy, load: { ...defaultPolicy.load, offAfterHardest: false } }
    expect(load([10], [10], never, ago(10)).offSince).toBeNull()
  })
  it('asks how heavy it was for a fortnight', () => {
    expect([load([24 * 13]).justWas, load([24 * 14]).justWas, load([]).justWas]).toEqual([true, false, false])
  })
})
