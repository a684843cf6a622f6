import { describe, expect, it } from 'vitest'
import { newId, type PlanId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import { checkAfter, followUpsAfter, lateFirst } from './followUp.ts'

const boston = 'America/New_York'
const due = (endsAt: string, occurredAt: string, zone = boston) =>
  Object.fromEntries(
    followUpsAfter(
      { endsAt: Temporal.Instant.from(endsAt), occurredAt: Temporal.Instant.from(occurredAt) },
      zone,
      defaultPolicy,
    ).map((one) => [one.kind, [one.dueAt.toString(), one.lateAt.toString()]]),
  )

describe('what follows a session', () => {
  it('has hours for the first call and days for the rest', () => {
    expect(due('2026-11-23T21:00:00Z', '2026-11-23T18:00:00Z')).toEqual({
      team_debrief: ['2026-11-23T21:00:00Z', '2026-11-24T21:00:00Z'],
      first: ['2026-11-24T21:00:00Z', '2026-11-26T21:00:00Z'],
      week: ['2026-11-30T14:00:00Z', '2026-12-03T14:00:00Z'],
      month: ['2026-12-23T14:00:00Z', '2026-12-26T14:00:00Z'],
      anniversary: ['2027-11-23T14:00:00Z', '2027-11-26T14:00:00Z'],
    })
  })

  it.each([
    // Nine in the morning is nine in the morning, whatever the season does.
    ['week', '2026-03-04T20:00:00Z', '2026-03-04T12:00:00Z', boston, '2026-03-11T13:00:00Z'],
    ['week', '2026-10-28T20:00:00Z', '2026-10-28T12:00:00Z', boston, '2026-11-04T14:00:00Z'],
    // The day a session ended is the region's own.
    ['week', '2026-06-02T01:00:00Z', '2026-06-01T12:00:00Z', boston, '2026-06-08T13:00:00Z'],
    ['week', '2026-06-02T01:00:00Z', '2026-06-01T12:00:00Z', 'America/Los_Angeles', '2026-06-08T16:00:00Z'],
    ['month', '2027-01-31T20:00:00Z', '2027-01-31T12:00:00Z', boston, '2027-02-28T14:00:00Z'],
    ['anniversary', '2028-03-01T20:00:00Z', '2028-02-29T15:00:00Z', boston, '2029-02-28T14:00:00Z'],
    // Near midnight the incident's day is the region's too.
    ['anniversary', '2026-07-02T20:00:00Z', '2026-07-02T03:00:00Z', boston, '2027-07-01T13:00:00Z'],
  ] as const)('%s after %s of %s in %s is due %s', (kind, endsAt, occurredAt, zone, at) => {
    expect(due(endsAt, occurredAt, zone)[kind]![0]).toBe(at)
  })

  it('looks after each member in the hours of the first call', () => {
    const check = checkAfter(Temporal.Instant.from('2026-11-23T21:00:00Z'), defaultPolicy)
    expect([check.dueAt, check.lateAt].map(String)).toEqual(['2026-11-24T21:00:00Z', '2026-11-26T21:00:00Z'])
  })
})

describe('the coordinators’ list', () => {
  const at = (text: string) => Temporal.Instant.from(text)
  const row = (id: string, lateAt: string, doneAt: string | null = null) => ({
    ...{ id, planId: newId<PlanId>(), kind: 'week' as const, ownerId: null, aboutId: null },
    ...{ dueAt: at('2026-11-23T14:00:00Z'), lateAt: at(lateAt), doneAt: doneAt === null ? null : at(doneAt) },
  })
  it('begins with what is late, and keeps the order of the rest', () => {
    const rows = [
      row('ahead', '2026-12-09T14:00:00Z'),
      row('done', '2026-11-25T14:00:00Z', '2026-11-24T14:00:00Z'),
      row('late', '2026-12-01T14:00:00Z'),
      row('later', '2026-11-30T14:00:00Z'),
    ]
    const listed = lateFirst(rows, at('2026-12-01T14:00:00Z')).map((one) => one.id)
    expect(listed).toEqual(['late', 'later', 'ahead', 'done'])
  })
})
