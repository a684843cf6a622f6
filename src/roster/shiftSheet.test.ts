import { describe, expect, it } from 'vitest'
import type { MemberId } from '../platform/ids.ts'
import { inOrder, type SheetLine } from './shiftSheet.ts'
import { shiftSheetFile } from './shiftSheetFile.ts'

const line = (name: string, given: Partial<SheetLine> = {}): SheetLine => ({
  memberId: name as MemberId,
  name,
  phone: null,
  agency: null,
  role: 'peer',
  leads: false,
  languages: ['en'],
  until: null,
  onCall: false,
  away: false,
  reached: true,
  noTexts: false,
  ...given,
})

describe('the shift sheet', () => {
  it('has whom to ring first at its top, and whoever can’t now at its end', () => {
    const lines = [
      line('Zoe A.'),
      line('Abe B.', { away: true, onCall: true, leads: true }),
      line('Cleo D.', { leads: true }),
      line('Eve F.', { onCall: true }),
      line('Gus H.', { onCall: true, leads: true }),
      line('Ivy J.'),
      line('Kit L.', { onCall: true, leads: true, reached: false }),
    ]
    expect(inOrder(lines).map((one) => one.name)).toEqual([
      'Gus H.',
      'Eve F.',
      'Cleo D.',
      'Ivy J.',
      'Zoe A.',
      'Kit L.',
      'Abe B.',
    ])
  })

  it('as a file fits a phone, prints, and fetches nothing', () => {
    const file = shiftSheetFile('es', 'Hoja de turno', '<h1>Hoja de turno</h1>')
    expect(file).toContain('name="viewport"')
    expect(file).toContain('@media print')
    expect(file).not.toMatch(/url\(|import|https?:/)
  })
})
