import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPacks } from '../region/index.server.ts'
import { mayOpenConversations } from './limits.ts'

const law = { citation: 'X', status: 'law', read: 'x', readOn: '2026-11-23' } as const
const reviewed = { on: '2026-11-24', counsel: 'Ida M., Esq.' }

describe('a conversation may be opened', () => {
  it.each([
    ['nobody read the law', null, false],
    ['no counsel dated it', { law, reviewed: null }, false],
    ['counsel has no name', { law, reviewed: { ...reviewed, counsel: ' ' } }, false],
    ['it is a bill', { law: { ...law, status: 'bill' as const }, reviewed }, false],
    ['nobody knows whether it is law', { law: { ...law, status: 'unknown' as const }, reviewed }, false],
    ['counsel dated it, by name', { law, reviewed }, true],
  ])('where %s: only in the demonstration, or not', (_what, pack, outside) => {
    expect(mayOpenConversations(pack, false)).toBe(outside)
    expect(mayOpenConversations(pack, true)).toBe(true)
  })

  it('under no pack that ships, until counsel has dated it', () => {
    for (const pack of readPacks(join(import.meta.dirname, '../..')).values())
      expect([pack.state, mayOpenConversations(pack, false)]).toEqual([pack.state, false])
  })
})
