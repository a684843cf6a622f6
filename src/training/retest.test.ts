import { describe, expect, it } from 'vitest'
import { defaultPolicy, type TrainingRule } from '../region/index.ts'
import { askedOf, finishBy } from './asked.ts'
import { type HandedIn, mayTest, passed, scorePercent } from './retest.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const nothing: TrainingRule = {
  for: null,
  source: 'A text',
  read: 'all',
  readOn: '2026-11-23',
  hours: null,
  inPersonHours: null,
  onlineTested: false,
  finishWithinMonths: null,
  passPercent: null,
  retestAfterDays: null,
  testsWithinMonths: null,
  yearly: null,
  says: { en: 'Says.', es: 'Dice.' },
}
const alabama = { ...nothing, passPercent: 70, retestAfterDays: 30, testsWithinMonths: 12 }
const minnesota = { ...nothing, hours: 30, inPersonHours: 16, onlineTested: true, finishWithinMonths: 12 }
const corrections: TrainingRule = {
  ...nothing,
  for: ['corrections'],
  hours: 24,
  finishWithinMonths: 3,
  yearly: { trainingHours: 8, onTheJobHours: 12 },
}
const lax = { training: { ...defaultPolicy.training, passShare: 0.6, retestAfterDays: 1 } }
const failed = (on: string): HandedIn => ({ on: day(on), right: 13, of: 20, passPercent: 70 })

describe('what is asked', () => {
  it('is the stricter of policy and the state’s text, number by number', () => {
    expect(askedOf(lax, [alabama], [])).toMatchObject({ passPercent: 70, retestAfterDays: 30 })
    expect(askedOf(defaultPolicy, [alabama], [])).toMatchObject({ passPercent: 80, retestAfterDays: 30 })
    expect(askedOf(defaultPolicy, [], [])).toMatchObject({ retestAfterDays: 7, testsWithinMonths: null })
  })

  it('counts hours in minutes, and those in a room apart', () => {
    expect(askedOf(defaultPolicy, [minnesota], []).minutes).toEqual({ all: 1800, inPerson: 960 })
    expect(askedOf(defaultPolicy, [], []).minutes).toEqual({ all: null, inPerson: null })
  })

  it('asks of a discipline only what its text asks', () => {
    expect(askedOf(defaultPolicy, [corrections], ['fire']).texts).toEqual([])
    expect(askedOf(defaultPolicy, [corrections], ['corrections']).yearly).toEqual({
      training: 480,
      onTheJob: 720,
    })
  })

  it('holds a renewal to hours of each year only where a text asks, and not to policy’s own number', () => {
    const strict = { training: { ...defaultPolicy.training, continuedHoursPerYear: 40 } }
    expect(askedOf(strict, [corrections], ['corrections'])).toMatchObject({
      yearly: { training: 2400, onTheJob: 720 },
      yearlyByText: { training: 480, onTheJob: 720 },
    })
    expect(askedOf(strict, [corrections], ['fire']).yearlyByText).toBeNull()
    expect(askedOf(strict, [minnesota], ['corrections']).yearlyByText).toBeNull()
  })

  it('ends a course by the calendar’s months, or by days where those are sooner', () => {
    const months = askedOf(defaultPolicy, [corrections], ['corrections'])
    expect(finishBy(day('2026-11-30'), months).toString()).toBe('2027-02-28')
    // A year from leap day ends on the last of February.
    const year = askedOf({ training: { ...defaultPolicy.training, finishWithinDays: 999 } }, [minnesota], [])
    expect(finishBy(day('2028-02-29'), year).toString()).toBe('2029-02-28')
    expect(finishBy(day('2026-01-01'), askedOf(defaultPolicy, [], [])).toString()).toBe('2027-01-01')
  })
})

describe('a test', () => {
  it('is passed with exactly the share that was asked, and not with one less', () => {
    expect(passed({ right: 14, of: 20, passPercent: 70 })).toBe(true)
    expect(passed({ right: 13, of: 20, passPercent: 70 })).toBe(false)
    expect(scorePercent({ right: 2, of: 3 })).toBe(66)
  })

  const asked = askedOf(lax, [alabama], [])
  it('is taken again on the thirtieth day after, not on the day before', () => {
    const before = [failed('2026-01-01')]
    expect(mayTest({ own: before, earlier: [] }, day('2026-01-30'), asked)).toEqual({
      may: false,
      why: 'early',
      from: day('2026-01-31'),
    })
    expect(mayTest({ own: before, earlier: [] }, day('2026-01-31'), asked)).toEqual({ may: true })
  })

  it('waits from the last one, and all of them lie within twelve months of the first', () => {
    const before = [failed('2026-01-01'), failed('2026-06-01')]
    expect(mayTest({ own: before, earlier: [] }, day('2026-06-15'), asked)).toMatchObject({ why: 'early' })
    expect(mayTest({ own: before, earlier: [] }, day('2026-12-31'), asked)).toEqual({ may: true })
    expect(mayTest({ own: before, earlier: [] }, day('2027-01-01'), asked)).toMatchObject({
      why: 'over',
      since: day('2027-01-01'),
    })
  })

  it('is over at once where the wait would end after the twelve months', () => {
    const before = [failed('2026-01-01'), failed('2026-12-15')]
    expect(mayTest({ own: before, earlier: [] }, day('2026-12-20'), asked)).toMatchObject({ why: 'over' })
  })

  it('is not taken twice by whoever passed, whatever order they were handed in', () => {
    const won = { ...failed('2026-02-01'), right: 14 }
    expect(mayTest({ own: [won, failed('2026-01-01')], earlier: [] }, day('2026-03-10'), asked)).toEqual({
      may: false,
      why: 'passed',
    })
  })

  it('waits for one that was failed under an earlier enrolment, whose months are over', () => {
    const before = { own: [], earlier: [failed('2026-01-01'), failed('2026-12-20')] }
    expect(mayTest(before, day('2027-01-18'), asked)).toMatchObject({ why: 'early', from: day('2027-01-19') })
    expect(mayTest(before, day('2027-01-19'), asked)).toEqual({ may: true })
  })

  it('counts its months from the first of its own enrolment', () => {
    const before = { own: [failed('2027-02-01')], earlier: [failed('2026-01-01')] }
    expect(mayTest(before, day('2028-01-31'), asked)).toEqual({ may: true })
    expect(mayTest(before, day('2028-02-01'), asked)).toMatchObject({ why: 'over', since: day('2028-02-01') })
  })
})
