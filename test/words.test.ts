import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourcesUnder } from './boundaries/sources.ts'

const root = join(import.meta.dirname, '..')
type Leaf = { readonly path: string; readonly en: unknown; readonly es: unknown }

/** Everything that a module exports in both languages, down to its single words. */
const leaves: Leaf[] = []
for (const { path } of sourcesUnder(root, 'src', /[wW]ords\.ts$/)) {
  const exported: Record<string, unknown> = await import(join(root, path))
  for (const [name, value] of Object.entries(exported)) {
    if (!isRecord(value) || !isRecord(value.en) || !isRecord(value.es)) continue
    collect(`${path} ${name}`, value.en, value.es)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function collect(path: string, en: Record<string, unknown>, es: Record<string, unknown>): void {
  for (const key of new Set([...Object.keys(en), ...Object.keys(es)])) {
    const [one, other] = [en[key], es[key]]
    if (isRecord(one) && isRecord(other)) collect(`${path}.${key}`, one, other)
    else leaves.push({ path: `${path}.${key}`, en: one, es: other })
  }
}

/** Said the same in both: abbreviations, numbers, and what only puts other words together. */
const alike = /^(No|CISD|Defusing|Detectives|\d.*)$/
const said = (value: unknown) =>
  typeof value === 'function' ? String(value('one', 'two', 'three', 'four')) : value

describe('words', () => {
  it('are found', () => {
    expect(leaves.length).toBeGreaterThan(300)
  })

  it('are whole in both languages', () => {
    for (const leaf of leaves) {
      expect(typeof leaf.es, leaf.path).toBe(typeof leaf.en)
      expect(said(leaf.en), leaf.path).not.toBe('')
      expect(said(leaf.es), leaf.path).not.toBe('')
    }
  })

  it('are not left in English', () => {
    const left = leaves
      .filter((leaf) => /\p{L}/u.test(String(said(leaf.en)).replace(/\b(one|two|three|four)\b/g, '')))
      .filter((leaf) => said(leaf.en) === said(leaf.es) && !alike.test(String(said(leaf.en))))
    expect(left.map((leaf) => leaf.path)).toEqual([])
  })
})
