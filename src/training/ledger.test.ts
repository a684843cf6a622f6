import { describe, expect, it } from 'vitest'
import { type Counted, ledgerOf, ledgerStart, twelveMonthsTo, yearsSince } from './ledger.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const spans = (start: string, today: string) =>
  yearsSince(day(start), day(today)).map(({ from, until }) => `${from} ${until}`)

describe('years of continued training', () => {
  it.each([
    ['2027-03-01', '2027-02-28', []],
    ['2027-03-01', '2027-03-01', ['2027-03-01 2028-03-01']],
    ['2027-03-01', '2028-02-29', ['2027-03-01 2028-03-01']],
    ['2027-03-01', '2028-03-01', ['2027-03-01 2028-03-01', '2028-03-01 2029-03-01']],
    // From a leap day on: no day falls between two years or into both.
    [
      '2024-02-29',
      '2028-03-01',
      [
        '2024-02-29 2025-02-28',
        '2025-02-28 2026-02-28',
        '2026-02-28 2027-02-28',
        '2027-02-28 2028-02-29',
        '2028-02-29 2029-02-28',
      ],
    ],
  ])('from %s, on %s', (start, today, years) => {
    expect(spans(start, today)).toEqual(years)
  })

  it('begin the day after whatever was first', () => {
    expect(ledgerStart([day('2027-05-01'), day('2026-12-31')])?.toString()).toBe('2027-01-01')
    expect(ledgerStart([])).toBeNull()
  })
})

describe('the twelve months up to a day', () => {
  const counted = (kind: Counted['kind'], minutes: number, on: string) => ({ kind, minutes, doneOn: day(on) })

  it.each([
    // That day and the one a year after it never count together.
    ['2028-03-01', ['2027-03-01'], 0],
    ['2028-03-01', ['2027-03-02', '2028-03-01'], 200],
    ['2028-03-01', ['2028-03-02'], 0],
    ['2028-02-29', ['2027-02-28', '2027-03-01'], 100],
    ['2029-02-28', ['2028-02-28', '2028-02-29'], 100],
  ])('%s, with %j', (today, days, training) => {
    const done = days.map((on) => counted('training', 100, on))
    expect(twelveMonthsTo(day(today), done)).toEqual({ training, onTheJob: 0 })
  })

  it('take meetings as time on the job', () => {
    const done = [counted('meeting', 60, '2028-01-01'), counted('on_the_job', 30, '2028-01-02')]
    expect(twelveMonthsTo(day('2028-03-01'), done)).toEqual({ training: 0, onTheJob: 90 })
  })
})

describe('what counts in a year', () => {
  const entry = (kind: Counted['kind'], minutes: number, doneOn: string) => ({
    ...{ kind, minutes, doneOn: day(doneOn) },
  })
  const of = (counted: Counted[], asked = { training: 480, onTheJob: 0 }, today = '2028-06-01') =>
    ledgerOf(day('2027-03-01'), day(today), counted, asked)

  it('is summed by kind, on its days: the first day belongs to it, the last to the next', () => {
    const [first, second] = of([
      entry('training', 1000, '2027-02-28'),
      entry('training', 240, '2027-03-01'),
      entry('training', 240, '2028-02-29'),
      entry('training', 30, '2028-03-01'),
      entry('meeting', 60, '2027-10-05'),
      entry('on_the_job', 90, '2027-10-05'),
    ])
    expect(first!.minutes).toEqual({ training: 480, meeting: 60, on_the_job: 90 })
    expect(second!.minutes).toEqual({ training: 30, meeting: 0, on_the_job: 0 })
    expect([first!.enough, second!.enough]).toEqual([true, false])
  })

  it('is enough only where training and time on the job both are; a meeting is no training', () => {
    const asked = { training: 480, onTheJob: 720 }
    const done = (more: Counted[]) => of([...more], asked, '2027-12-01')[0]!.enough
    const training = entry('training', 480, '2027-06-01')
    expect(done([training, entry('on_the_job', 600, '2027-06-02')])).toBe(false)
    expect(
      done([training, entry('on_the_job', 600, '2027-06-02'), entry('meeting', 120, '2027-07-01')]),
    ).toBe(true)
    expect(done([entry('training', 479, '2027-06-01'), entry('meeting', 1000, '2027-06-02')])).toBe(false)
  })
})
