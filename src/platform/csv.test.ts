import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRecords, csvText, decodedCsv, withoutGuard } from './csv.ts'

const cellsOf = (text: string, delimiter = ',') => {
  const read = csvRecords(text, delimiter)
  return read.ok ? read.records.map(({ cells }) => cells) : read
}

describe('CSV', () => {
  it('comes back as it was written, whatever stands in a cell', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '=1+1',
        '+1',
        '-1',
        '@x',
        '\tx',
        '\rx',
        "'=x",
        "''",
        ' -2+3',
        '-2.5',
        '＝x',
        'a\nb',
        '"',
      ),
    )
    const row = fc.tuple(fc.constant('first'), cell, cell)
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const read = cellsOf(csvText(rows))
        expect(Array.isArray(read) && read.map((cells) => cells.map(withoutGuard))).toEqual(rows)
      }),
    )
  })

  it.each(['=HYPERLINK("x")', '+1-617', '-2+3', '@SUM(1)', '\tx', '\rx', ' =x', "'=x"])(
    'leaves nothing that a spreadsheet runs: %j',
    (cell) => {
      expect(cellsOf(csvText([[cell]]))).toEqual([[`'${cell}`]])
    },
  )

  it('leaves numbers with a sign as numbers', () => {
    expect(csvText([['-71.1565', '42']])).toBe('\uFEFF-71.1565,42\r\n')
  })

  it('numbers rows as a spreadsheet does: blank lines count, a cell of two lines does not', () => {
    const read = csvRecords('a,b\r\n\r\n"1\n2",x\r\nlast,y\r\n', ',')
    expect(read.ok && read.records.map(({ row, line }) => [row, line])).toEqual([
      [1, 1],
      [3, 4],
      [4, 5],
    ])
  })

  it('names the row in which a quotation mark is opened and never closed', () => {
    expect(csvRecords('a,b\n1,2\n\n"3,4\n5,6\n', ',')).toMatchObject({ ok: false, row: 4 })
  })

  it.each<[string, number[], string]>([
    ['UTF-16 with its mark', [0xff, 0xfe, 0x61, 0], 'utf16'],
    ['UTF-16 the other way round', [0xfe, 0xff, 0, 0x61], 'utf16'],
    ['UTF-16 without a mark', [0x61, 0, 0x2c, 0, 0x62, 0], 'utf16'],
    ['Windows-1252', [0x4a, 0x6f, 0x73, 0xe9], 'not_utf8'],
    ['a workbook', [0x50, 0x4b, 0x03, 0x04], 'workbook'],
  ])('is not %s', (_what, bytes, why) => {
    expect(decodedCsv(Uint8Array.from(bytes))).toEqual({ ok: false, why })
  })

  it('is UTF-8, with its mark or without', () => {
    const bytes = new TextEncoder().encode('\uFEFFJosé')
    expect(decodedCsv(bytes)).toEqual({ ok: true, text: 'José' })
    expect(decodedCsv(bytes.subarray(3))).toEqual({ ok: true, text: 'José' })
  })
})
