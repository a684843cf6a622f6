import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContentOf, readBanned } from './contentCheck.server.ts'
import { findingLine } from './finding.ts'

const root = join(import.meta.dirname, '../..')

describe('the banned claims of this repository', () => {
  const { claims, problems } = readBanned(root)
  it('can be read', () => {
    expect(problems).toEqual([])
    expect(claims.length).toBeGreaterThan(20)
  })
  it.each(claims.map((claim) => [claim.hits[0]!, claim] as const))(
    'find “%s” and spare what is honest',
    (_hit, { pattern, hits, spares }) => {
      for (const hit of hits) expect(hit).toMatch(pattern)
      for (const spared of spares) expect(spared).not.toMatch(pattern)
    },
  )
})

describe('the content of this repository', () => {
  it('has no errors', () => {
    const { findings, summaries } = checkContentOf(root)
    expect(findings.filter(({ severity }) => severity === 'error').map(findingLine)).toEqual([])
    expect(summaries.length).toBeGreaterThan(5)
  })
})
