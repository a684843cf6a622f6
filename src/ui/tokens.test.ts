import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }] as const,
  ),
)

// WCAG 2.2, relative luminance and contrast ratio.
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

/** Every pair that a component puts together. 1.4.3: text 4.5; 1.4.11: borders and graphics 3. */
const pairs: readonly (readonly [string, readonly string[], number])[] = [
  ['text', ['bg', 'surface', 'raised', 'link-bg', 'amber-bg', 'ok-bg', 'bad-bg'], 7],
  ['muted', ['bg', 'surface', 'raised', 'amber-bg', 'ok-bg', 'link-bg'], 4.5],
  ['link', ['bg', 'surface', 'link-bg', 'amber-bg', 'ok-bg'], 4.5],
  ['on-link', ['link'], 4.5],
  ['amber', ['bg', 'surface', 'amber-bg'], 4.5],
  ['ok', ['bg', 'surface', 'ok-bg'], 4.5],
  ['bad', ['bg', 'surface', 'bad-bg'], 4.5],
  ['edge', ['bg', 'surface', 'raised'], 3],
  ['text', ['ideal-mark', 'late-mark'], 4.5],
  ['link', ['ideal-mark', 'late-mark'], 3],
]

test.each(['light', 'dark'] as const)('%s keeps WCAG 2.2 AA contrast', (scheme) => {
  expect(tokens.size).toBeGreaterThan(15)
  const weak = pairs.flatMap(([front, backs, least]) =>
    backs.flatMap((back) => {
      const ratio = contrast(tokens.get(front)![scheme], tokens.get(back)![scheme])
      return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)} < ${least}`] : []
    }),
  )
  expect(weak).toEqual([])
})

test('the measure is the published one', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
