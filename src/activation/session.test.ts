import { expect, it } from 'vitest'
import { offerTo, onDay, planFor, seatOf } from './plan.testing.ts'
import { askedFor } from './session.ts'

const ray = offerTo('ray', 'peer', { travelMinutes: 12 })

it('asks a supervisor for the way, the briefing, the session and the way home', () => {
  const span = askedFor(planFor(), ray, 30, onDay('12:00'))
  expect(span).toEqual({ from: onDay('17:18'), to: onDay('19:12'), briefed: true })
})

it('asks for no briefing where nobody leads a team', () => {
  const span = askedFor(planFor({ seats: [seatOf('chaplain')] }), ray, 30, onDay('12:00'))
  expect(span).toEqual({ from: onDay('17:48'), to: onDay('19:12'), briefed: false })
})

it('asks for no hour that has passed', () => {
  expect(askedFor(planFor(), ray, 30, onDay('17:40')).from).toEqual(onDay('17:40'))
})
