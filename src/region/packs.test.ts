import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPacks } from './packs.server.ts'

const root = join(import.meta.dirname, '../..')

describe('state packs', () => {
  const packs = readPacks(root)

  it('hold Massachusetts, which names who certifies, and Pennsylvania, which names nobody', () => {
    expect(packs.get('MA')?.supporter.certifiedBy).toEqual(['MPSN', 'ICISF'])
    expect(packs.get('PA')?.supporter.certifiedBy).toBeNull()
    expect(packs.get('PA')?.covered.participants).toBe('yes')
  })

  it('claim no review and no complete list of exceptions that nobody made', () => {
    for (const pack of packs.values())
      expect([pack.state, pack.reviewed, pack.exceptions.complete]).toEqual([pack.state, null, false])
  })

  it.each([
    ['a word nobody knows', { failsForPeersAtScene: 'perhaps' }, /xx\.json.*failsForPeersAtScene/s],
    ['another state in it', { state: 'VT' }, /xx\.json: it is the pack of VT/],
  ])('refuse %s, naming the file', (_what, change, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'tailboard-packs-'))
    mkdirSync(join(folder, 'content/packs'), { recursive: true })
    const text = JSON.stringify({ ...packs.get('MA'), state: 'XX', ...change })
    writeFileSync(join(folder, 'content/packs/xx.json'), text)
    expect(() => readPacks(folder)).toThrow(message)
  })
})
