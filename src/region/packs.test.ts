import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { federalPack } from './pack.ts'
import { readPacks } from './packs.server.ts'
import { states } from './states.ts'

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

  it('hold federal law under a name no state has', () => {
    expect(packs.get(federalPack)?.writtenNotice).toBe('yes')
    expect(Object.keys(states)).not.toContain(federalPack)
  })

  it('are of states that there are, and call a bill a bill', () => {
    for (const state of packs.keys()) expect([...Object.keys(states), federalPack]).toContain(state)
    const bills = [...packs.values()].filter((pack) => pack.law.status === 'bill')
    expect(bills.map((pack) => pack.state).sort()).toEqual(['NY', 'RI', 'VT'])
    for (const bill of bills)
      expect([bill.protects, bill.covered.disciplines, bill.exceptions.known]).toEqual(['unknown', [], []])
  })

  it('claim nothing that Tailboard never says', () => {
    expect(JSON.stringify([...packs.values()])).not.toMatch(
      /prevents?\b|treats|proven|nobody can ever|no logs/i,
    )
  })

  it.each([
    ['a word nobody knows', { failsForPeersAtScene: 'perhaps' }, /xx\.json.*failsForPeersAtScene/s],
    ['another state in it', { state: 'VT' }, /xx\.json: it is the pack of VT/],
    [
      'a bill that gates somebody',
      { law: { ...packs.get('MA')!.law, status: 'bill' } },
      /xx\.json.*a bill gates nobody/s,
    ],
    [
      'a whole list of exceptions that no counsel read',
      { exceptions: { complete: true, mustTell: 'no', known: [] } },
      /xx\.json.*only counsel/s,
    ],
    ['counsel without a name', { reviewed: { on: '2026-11-01', counsel: ' ' } }, /xx\.json.*counsel/s],
  ])('refuse %s, naming the file', (_what, change, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'tailboard-packs-'))
    mkdirSync(join(folder, 'content/packs'), { recursive: true })
    const text = JSON.stringify({ ...packs.get('MA'), state: 'XX', ...change })
    writeFileSync(join(folder, 'content/packs/xx.json'), text)
    expect(() => readPacks(folder)).toThrow(message)
  })
})
