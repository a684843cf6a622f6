import { describe, expect, it } from 'vitest'
import { readTextAnswer } from './textAnswer.ts'

const zone = 'America/New_York'
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${zone}]`, { offset: 'use' })
const night = at('2026-11-24T22:10')

describe('a reply by text', () => {
  it.each([
    ['1', 'coming'],
    [' YES. ', 'coming'],
    ['sí', 'coming'],
    ['2', 'not_this_time'],
    ['No!', 'not_this_time'],
    ['3', 'if_released'],
  ] as const)('%j means %s', (typed, choice) => {
    expect(readTextAnswer(typed, night.toInstant(), zone)).toEqual({ choice, fromAt: null })
  })

  it.each([
    ['1 22:30', '2026-11-24T22:30'],
    ['1 2230', '2026-11-24T22:30'],
    ['1 22.30', '2026-11-24T22:30'],
    ['1 10:30pm', '2026-11-24T22:30'],
    ['1 11pm', '2026-11-24T23:00'],
    ['1 12am', '2026-11-25T00:00'],
    ['1 12:15 p', '2026-11-25T12:15'],
    // What has just gone by is now; whatever is longer past is tomorrow's.
    ['1 22:10', '2026-11-24T22:10'],
    ['1 21:56', '2026-11-24T22:10'],
    ['1 21:54', '2026-11-25T21:54'],
    // Whichever of the two comes first, unless a nought says the morning.
    ['1 6:30', '2026-11-25T06:30'],
    ['1 10:30', '2026-11-24T22:30'],
    ['1 1030', '2026-11-24T22:30'],
    ['1 12:05', '2026-11-25T00:05'],
    ['1 09:30', '2026-11-25T09:30'],
  ])('%j is yes from %s', (typed, from) => {
    expect(readTextAnswer(typed, night.toInstant(), zone)).toEqual({
      choice: 'coming_from',
      fromAt: at(from).toInstant(),
    })
  })

  it.each([
    ['the night the clocks go back', '2026-10-31T23:00', '1 1:30', '2026-11-01T01:30:00-04:00'],
    ['the second of that night’s hours', '2026-11-01T01:40-04:00', '1 01:20', '2026-11-01T01:20:00-05:00'],
    [
      'the night the clocks go forward, at an hour that is not',
      '2026-03-07T23:00',
      '1 2:30',
      '2026-03-08T03:30:00-04:00',
    ],
    [
      'tomorrow of the same clock, an hour longer away',
      '2026-10-31T18:00',
      '1 17:00',
      '2026-11-01T17:00:00-05:00',
    ],
  ])('knows %s', (_, told, typed, from) => {
    expect(readTextAnswer(typed, at(told).toInstant(), zone)).toEqual({
      choice: 'coming_from',
      fromAt: Temporal.Instant.from(from),
    })
  })

  it.each([
    '',
    '12',
    '1 6',
    '1 24:00',
    '1 18:60',
    '1 13pm',
    '1 0am',
    '1830',
    '1 or 2',
    'ok',
    '1 18:30 tomorrow',
  ])('leaves %j unread', (typed) => {
    expect(readTextAnswer(typed, night.toInstant(), zone)).toBe('unread')
  })
})
