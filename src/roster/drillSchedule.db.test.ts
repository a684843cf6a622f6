import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { doneWith } from '../platform/outcome.testing.ts'
import { openDrills } from './drill.testing.ts'
import { keepDrills } from './drillSchedule.server.ts'
import { zone } from './roster.testing.ts'

const now = Temporal.Instant.from('2061-02-01T15:00:00Z')
const later = (hours: number) => now.add({ hours })
const wall = (at: Temporal.Instant) =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

describe('the schedule of drills', () => {
  let at: Awaited<ReturnType<typeof openDrills>>
  beforeEach(async () => {
    at = await openDrills(now)
    await at.peer('Ann')
  })
  afterEach(() => at.stop())
  /** What a heartbeat does, and whatever is due then. */
  const look = async (hour: number) => {
    await at.base.setNow(later(hour))
    await keepDrills(at.base.db, at.here.regionId)
    await at.jobs()
  }
  const hours = async (from: number, to: number) => {
    for (let hour = from; hour <= to; hour++) await look(hour)
  }
  /** Three looks a day: nine or ten in the morning, ten or eleven, and in the night. */
  const days = async (from: number, to: number) => {
    for (let day = from; day <= to; day++) for (const hour of [-1, 0, 12]) await look(24 * day + hour)
  }
  const begun = async () => (await at.drills()).map((one) => wall(one.beganAt)).reverse()

  it('begins one every month at ten, across both changes of the clock, and none at the beginning', async () => {
    await days(0, 1)
    await days(28, 29)
    expect(await begun()).toEqual([])
    // The day before each, its own, and the day after.
    for (let month = 1; month <= 9; month++) await days(30 * month - 1, 30 * month + 1)
    expect(await begun()).toEqual([
      '2061-03-03T10:00',
      '2061-04-02T10:00',
      '2061-05-02T10:00',
      '2061-06-01T10:00',
      '2061-07-01T10:00',
      '2061-07-31T10:00',
      '2061-08-30T10:00',
      '2061-09-29T10:00',
      '2061-10-29T10:00',
    ])
    expect((await at.drills()).every((one) => one.beganBy === null)).toBe(true)
  }, 60_000)

  it('counts from one that was begun by hand, and follows a policy that was changed', async () => {
    await hours(0, 0)
    await at.base.setNow(later(24 * 20))
    doneWith(await at.begin())
    await days(21, 49)
    expect(await at.drills()).toHaveLength(1)
    await at.decide({ drill: { everyDays: 31, answerHours: 10 } })
    await days(50, 52)
    expect((await begun()).at(-1)).toBe('2061-03-24T10:00')
    expect((await at.drills())[0]!.beganAt.until((await at.drills())[0]!.dueAt).total('hours')).toBe(10)
  }, 60_000)

  it('orders a lost job again, and begins a missed drill by day, once', async () => {
    await hours(0, 0)
    await at.base.admin.query('delete from graphile_worker._private_jobs')
    // Two in the morning, three days late.
    await hours(24 * 33 - 8, 24 * 33 - 8)
    expect(await begun()).toEqual([])
    await hours(24 * 33 - 7, 24 * 33 + 5)
    expect(await begun()).toEqual(['2061-03-06T10:00'])
  }, 60_000)
})
