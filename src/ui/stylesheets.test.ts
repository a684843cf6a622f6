import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bundled } from './stylesheet.server.ts'

// Unminified on purpose: what the build sends is smaller still.
test.each([
  ['public.css', 5],
  ['course.css', 5],
  ['team.css', 12],
] as const)('%s stays under %d kB compressed', (entry, kilobytes) => {
  const size = gzipSync(bundled(entry)).length
  expect(size).toBeGreaterThan(1000)
  expect(size).toBeLessThan(kilobytes * 1000)
})

test('every sheet is in a layer of the team stylesheet, and nothing else is fetched', () => {
  // Whoever looks for a peer is on a public page; of the team's none filters like that.
  const sheets = readdirSync(new URL('.', import.meta.url)).filter(
    (name) => name.endsWith('.css') && name !== 'peers.css',
  )
  expect(sheets.length).toBeGreaterThan(15)
  const css = bundled('team.css')
  expect(css).not.toMatch(/@import|url\(|!important/)
  const layers = css.match(/@layer \w+ \{/g)
  expect(layers?.length).toBe(sheets.length - 3)
})

test('directions are logical', () => {
  expect(bundled('team.css')).not.toMatch(
    /\b(margin|padding|border)-(left|right|top|bottom)\b|text-align: (left|right)|float: (left|right)/,
  )
})

test.each(['prefers-reduced-motion', 'prefers-contrast', 'forced-colors', 'print', '@container'])(
  'answers to %s',
  (setting) => {
    expect(bundled('team.css')).toContain(setting)
  },
)
