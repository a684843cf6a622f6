import { describe, expect, it } from 'vitest'
import { continuedWay } from './continuedWay.ts'
import { type Counted, ledgerOf } from './ledger.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const corrections = { training: 480, onTheJob: 720 }
const done = (kind: Counted['kind'], minutes: number, on: string) => ({ kind, minutes, doneOn: day(on) })
const way = (counted: Counted[], asked = corrections, today = '2028-06-01') =>
  continuedWay(ledgerOf(day('2027-03-01'), day(today), counted, asked), asked)

describe('continued training on the way to duty', () => {
  it('is the year that runs, by kind, and keeps nobody from being called out', () => {
    const found = way([done('training', 480, '2028-03-01'), done('meeting', 60, '2028-04-01')])!
    expect([found.year.from, found.year.until].map(String)).toEqual(['2028-03-01', '2029-03-01'])
    expect(found.lines.map(({ code, state, bars, amount }) => [code, state, bars, amount])).toEqual([
      ['continued_training', 'done', false, { have: 480, of: 480 }],
      ['continued_on_the_job', 'open', false, { have: 60, of: 720 }],
    ])
  })

  it('names the last whole year only where it fell short', () => {
    const whole = [done('training', 480, '2027-05-01'), done('on_the_job', 720, '2027-06-01')]
    expect(way(whole)!.short).toBeNull()
    expect(way(whole.slice(1))!.short?.from.toString()).toBe('2027-03-01')
    // In the first year there is none to name.
    expect(way([], corrections, '2027-04-01')!.short).toBeNull()
  })

  it('has no line for what nobody asks, and is not there before the first day that counts', () => {
    expect(way([], { training: 480, onTheJob: 0 })!.lines.map(({ code }) => code)).toEqual([
      'continued_training',
    ])
    expect(way([], { training: 0, onTheJob: 0 })).toBeNull()
    expect(way([], corrections, '2027-02-28')).toBeNull()
  })
})
