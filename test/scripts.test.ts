import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
  .map((entry) => join(entry.parentPath, entry.name))

/** Draws what our own Markdown made, in which HTML is off: training/sections.test.ts. */
const prose = join(src, 'training/Prose.tsx')

/** Script in an attribute would need what no page of ours allows. */
const banned = /\bhx-on\b|["'`]js:|\bonclick=|dangerouslySetInnerHTML/

it('no page carries script in an attribute', () => {
  expect(files.length).toBeGreaterThan(400)
  expect(files).toContain(prose)
  expect(files.filter((file) => banned.test(readFileSync(file, 'utf8')))).toEqual([prose])
  expect(readFileSync(prose, 'utf8')).toContain('__html: linked(headed(html, level), linkFor)')
})

it('would find one', () => {
  for (const planted of ['<p hx-on:click="x">', `hx-vals='js:{a:1}'`, '<a onclick="x">'])
    expect(planted).toMatch(banned)
})
