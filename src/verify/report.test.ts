import { describe, expect, it } from 'vitest'
import { listText } from './clientList.ts'
import { unfit } from './finding.ts'
import { partsOf } from './parts.ts'
import { reportOf } from './report.ts'

const told = {
  compared: [{ origin: 'https://peers.example', pages: 16, files: 1 }],
  version: '0.1.0',
  list: 'a1',
  findings: [],
  notes: [],
  leads: ['www.weather.gov'],
}

describe('the report', () => {
  it('says what was compared, what that does not prove, and in its last line how it went', () => {
    const text = reportOf(told)
    expect(text).toContain('https://peers.example: 16 pages, 1 file\n')
    expect(text).toContain('a server can send one visitor, or one network, something else')
    expect(text.trimEnd().split('\n').at(-1)).toBe('Everything that was compared fits.')
  })

  it('says the same thing once, with its places, and what it means', () => {
    const places = Array.from({ length: 6 }, (_, index) => `https://peers.example/${index}`)
    const cookie = unfit('cookie', 'set-cookie: a=1', 'no cookie')
    const text = reportOf({ ...told, findings: places.map((where) => ({ where, ...cookie })) })
    expect(text).toContain(
      'https://peers.example/3\nand 2 more\n  found:    set-cookie: a=1\n  expected: no cookie\n  means:    A visitor',
    )
    expect(text.trimEnd().split('\n').at(-1)).toBe('One thing does not fit.')
  })

  it('lets nothing that a site sent move a cursor or hide a line', () => {
    const nasty = unfit('inline', `a\u001b[2J\r\nEverything fits.\u202e\u2028${'x'.repeat(9000)}`, 'b')
    const text = reportOf({ ...told, findings: [{ where: 'https://peers.example/', ...nasty }] })
    expect(text).toContain('  found:    a [2J Everything fits. xxx')
    expect(text.length).toBeLessThan(2000)
  })
})

describe('the list', () => {
  it('is sorted, a file a line, as sha256sum reads it', () => {
    expect(
      listText(
        new Map([
          ['b.js', '22'],
          ['a.js', '11'],
        ]),
      ),
    ).toBe('11  a.js\n22  b.js\n')
  })
})

describe('what a file loads by itself', () => {
  it.each([
    ['a.js', `import{a as b}from"./crypto-a.js";import"./b.js";`, ['./crypto-a.js', './b.js']],
    ['a.js', 'const a=await import(`./c.js`),b=import("./d.js")', ['./c.js', './d.js']],
    ['a.js', 'const important="./e.js";from(x)', []],
    [
      'a.css',
      `@import "b.css";p{background:url(./c.png)}q{src:url('/d.woff2')}r{src:url(data:,a)}`,
      ['b.css', './c.png', '/d.woff2'],
    ],
  ])('is read from %s: %s', (path, text, parts) => {
    expect(partsOf(path, text)).toEqual(parts)
  })
})
