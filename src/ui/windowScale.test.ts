import { expect, test } from 'vitest'
import { placeLabels, windowScale } from './windowScale.ts'

const at = (text: string) => Temporal.Instant.from(`2026-11-23T${text}:00Z`)
const defusing = { opens: at('06:00'), idealUntil: at('14:00'), closes: at('18:00') }

test('a window lies between its margins, its parts in proportion', () => {
  const scale = windowScale({ ...defusing, now: at('09:00') })
  expect(scale).toEqual({ opens: 6, idealUntil: 64.7, closes: 94, now: 28, session: null })
})

test('a session after the window closed, and a now before it opened, are still on the bar', () => {
  const scale = windowScale({
    ...defusing,
    now: at('05:00'),
    session: { starts: at('18:30'), ends: at('19:30') },
  })
  expect(scale.now).toBe(6)
  expect(scale.opens).toBeGreaterThan(6)
  expect(scale.session!.from).toBeGreaterThan(scale.closes)
  expect(scale.session!.from + scale.session!.width).toBeLessThanOrEqual(94.1)
})

test('a short session in a long window stays visible; an empty window does not divide by zero', () => {
  const long = {
    opens: at('00:00'),
    idealUntil: at('01:00').add({ hours: 71 }),
    closes: at('00:00').add({ hours: 240 }),
  }
  const scale = windowScale({
    ...long,
    now: at('02:00'),
    session: { starts: at('10:00'), ends: at('11:00') },
  })
  expect(scale.session!.width).toBe(1.2)
  const none = windowScale({
    opens: at('01:00'),
    idealUntil: at('01:00'),
    closes: at('01:00'),
    now: at('01:00'),
  })
  expect(none.now).toBe(6)
})

test('labels that would touch go to another lane and stay inside the bar', () => {
  const placed = placeLabels([
    { text: 'closes Fri 02:20', at: 97 },
    { text: 'now 15:20', at: 6 },
    { text: 'session 15:30–16:30', at: 9 },
    { text: 'ideal until 22:20', at: 60 },
  ])
  expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 0, 0])
  for (const { text, at } of placed) {
    expect(at - text.length * 0.475).toBeGreaterThanOrEqual(-0.1)
    expect(at + text.length * 0.475).toBeLessThanOrEqual(100.1)
  }
  const close = placeLabels([
    { text: 'eighteen letters..', at: 40 },
    { text: 'eighteen letters..', at: 50 },
  ])
  expect(close.map(({ lane }) => lane)).toEqual([0, 1])
})
