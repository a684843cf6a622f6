import { describe, expect, it } from 'vitest'
import { healthOf } from './heartbeat.ts'

const now = Temporal.Instant.from('2026-11-24T07:10:00Z')
const beat = (secondsAgo: number, givenUp = 0) => ({
  at: now.subtract({ seconds: secondsAgo }),
  mended: 0,
  givenUp,
})

describe('the heartbeat', () => {
  it.each([
    ['nobody ever looked', null, 'no worker'],
    ['somebody looked a minute ago', beat(60), 'ok'],
    ['at the last moment', beat(180), 'ok'],
    ['a moment too long ago', beat(181), 'no worker'],
    ['jobs were given up', beat(10, 2), 'jobs given up'],
    ['both', beat(600, 2), 'no worker'],
  ] as const)('%s: %s', (_what, last, health) => {
    expect(healthOf(last, now)).toBe(health)
  })
})
