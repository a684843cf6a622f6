import { describe, expect, it } from 'vitest'
import { clock, duration, fieldValue, near, readField, span } from './moment.ts'

const boston = 'America/New_York'

describe('times as people read them', () => {
  it.each([
    ['a skipped hour in March is read as the earlier clock', '2026-03-08T02:30', '2026-03-08T06:30:00Z'],
    ['a repeated hour in November is read as the first one', '2026-11-01T01:30', '2026-11-01T05:30:00Z'],
    ['summer time', '2026-07-04T12:00', '2026-07-04T16:00:00Z'],
    ['winter time', '2026-12-24T12:00', '2026-12-24T17:00:00Z'],
    ['a leap day', '2028-02-29T12:00', '2028-02-29T17:00:00Z'],
  ])('%s', (_what, typed, instant) => {
    expect(readField(typed, boston)?.toString()).toBe(instant)
  })

  it.each(['2026-02-30T12:00', 'yesterday', '2026-11-23', '', '0000-01-01T00:00', '0202-11-23T15:20'])(
    'refuses %j',
    (typed) => {
      expect(readField(typed, boston)).toBeNull()
    },
  )

  it('shows what was typed again', () => {
    expect(fieldValue(readField('2026-11-23T15:20', boston)!, boston)).toBe('2026-11-23T15:20')
    // Also what stood in the second of the two hours, when it is sent back as it was.
    for (const at of ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'].map((one) =>
      Temporal.Instant.from(one),
    ))
      expect(readField(fieldValue(at, boston), boston, at)).toEqual(at)
  })

  it('never shows a clock time without its zone', () => {
    expect(clock(Temporal.Instant.from('2026-11-23T20:20:00Z'), boston, 'en')).toBe('15:20 EST')
    expect(clock(Temporal.Instant.from('2026-07-23T19:20:00Z'), boston, 'en')).toBe('15:20 EDT')
    expect(clock(Temporal.Instant.from('2026-11-24T05:05:00Z'), boston, 'en')).toBe('00:05 EST')
  })

  it('tells the day when it isn’t today, and the year when it isn’t this one', () => {
    const now = Temporal.Instant.from('2026-11-24T15:00:00Z')
    const said = (at: string) => near(Temporal.Instant.from(at), now, boston, 'en')
    expect(said('2026-11-24T20:20:00Z')).toBe('15:20 EST')
    expect(said('2026-11-23T20:20:00Z')).toBe('Mon, Nov 23, 15:20 EST')
    expect(said('2025-11-23T20:20:00Z')).toBe('Sun, Nov 23, 2025, 15:20 EST')
    // Still the old year in Boston.
    expect(said('2026-01-01T03:00:00Z')).toBe('Wed, Dec 31, 2025, 22:00 EST')
  })

  it.each([
    [0, '0 min'],
    [59.6, '1 h'],
    [220, '3 h 40 min'],
    [1440, '1 day'],
    [3120, '2 days 4 h'],
  ])('says %d minutes as %s', (minutes, said) => {
    expect(duration(minutes, 'en')).toBe(said)
  })
})

describe('from when to when', () => {
  const at = (text: string) => Temporal.Instant.from(text)
  it.each([
    ['one evening', '2026-11-29T02:00Z', '2026-11-29T03:00Z', 'en', 'Sat, Nov 28, 21:00–22:00 EST'],
    [
      'past midnight',
      '2026-11-29T04:30Z',
      '2026-11-29T05:30Z',
      'en',
      'Sat, Nov 28, 23:30–Sun, Nov 29, 00:30 EST',
    ],
    [
      'over the hour that comes twice',
      '2026-11-01T05:30Z',
      '2026-11-01T06:30Z',
      'en',
      'Sun, Nov 1, 01:30 EDT – 01:30 EST',
    ],
    ['in Spanish', '2026-11-29T02:00Z', '2026-11-29T03:00Z', 'es', 'sáb, 28 de nov, 21:00–22:00 EST'],
  ] as const)('says %s', (_, from, to, lang, said) => {
    expect(span(at(from), at(to), 'America/New_York', lang)).toBe(said)
  })
})
