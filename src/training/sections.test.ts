import { describe, expect, it } from 'vitest'
import { Citations } from './citations.ts'
import type { Source } from './course.ts'
import { readSections } from './sections.ts'

const source = (key: string, kind: Source['kind'] = 'published'): [string, Source] => [
  key,
  { key, kind, title: key, where: null, read: '', on: null },
]
const sources = new Map([source('one'), source('two'), source('practice', 'practice')])
const read = (body: string) => {
  const citations = new Citations(sources)
  return { ...readSections('l.md', body, 10, citations), keys: citations.keys }
}
const htmlOf = (body: string) =>
  read(body)
    .sections.flatMap(({ blocks }) => blocks)
    .map((block) => ('html' in block ? block.html : `[${block.kind}]`))
    .join('')

describe('the body of a lesson', () => {
  it('is sections with ids of their own, and words before the first are one too', () => {
    const { sections, problems } = read(
      'Before.\n\n## First *one* {#first}\n\nText.\n\n### Within\n\n## Second {#second-one}\n',
    )
    expect(problems).toEqual([])
    expect(sections.map(({ id, title, blocks }) => [id, title, blocks.length])).toEqual([
      ['start', '', 1],
      ['first', 'First one', 1],
      ['second-one', 'Second', 0],
    ])
  })

  it('numbers sources in the order of citation, at the word, several in one place', () => {
    expect(htmlOf('A fact. [@two] Another\n[@one]\n[@two]. A habit [@practice]\n')).toBe(
      '<p>A fact.<sup class="cite"><a href="source:1">1</a></sup> Another' +
        '<sup class="cite"><a href="source:2">2</a>, <a href="source:1">1</a></sup>. A habit' +
        '<sup class="cite"><a class="from-practice" href="source:3">practice</a></sup></p>\n',
    )
    expect(read('A [@two] b [@one] c [@two]').keys).toEqual(['two', 'one'])
  })

  it('keeps links inside by name, strikes through, draws tables, and writes HTML as it was typed', () => {
    const html = htmlOf(
      '[Next](lesson:02-next) ~~cures~~ <b onclick="x">b</b>\n\n| A | B |\n| - | - |\n| 1 | 2 |\n',
    )
    expect(html).toContain(
      '<a href="lesson:02-next">Next</a> <s>cures</s> &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;',
    )
    expect(html).toContain('<div class="prose-table"><table>')
    expect(html).toContain('<td>2</td>')
    // A corner that says nothing heads nothing.
    expect(htmlOf('|  | B |\n| - | - |\n| 1 | 2 |\n')).toMatch(/<td><\/td>\s*<th>B<\/th>/)
  })

  it('shows the words of a picture, and asks nobody outside for it', () => {
    expect(htmlOf('![Two *chairs*](https://a.example/x.png)')).toBe(
      '<p><em class="in-place">Two chairs</em></p>\n',
    )
    expect(read('a\n![](x.png)').pictures).toEqual([{ line: 11, words: false }])
  })

  it('makes blocks of fences', () => {
    const { sections, problems } = read(
      '```check\nid: a\nask: B\noptions:\n  - {text: C, say: D}\n  - {text: E, say: F, right: true}\n```\n' +
        '```pack\nshow: exceptions\n```\n```help-lines\n```\n```scene\nYou call.\n“No.”\n```\n',
    )
    expect(problems).toEqual([])
    expect(sections[0]!.blocks).toEqual([
      {
        kind: 'check',
        check: {
          id: 'a',
          ask: 'B',
          options: [
            { text: 'C', say: 'D', right: false },
            { text: 'E', say: 'F', right: true },
          ],
        },
      },
      { kind: 'pack', show: 'exceptions' },
      { kind: 'help-lines' },
      { kind: 'scene', html: '<p>You call.<br>\n“No.”</p>\n' },
    ])
  })

  it('keeps what somebody reads apart, with its lines and without what is struck through', () => {
    const { passages } = read(
      'One ~~prevents~~\ntwo [@one].\n\n```check\nid: a\nask: B\noptions:\n  - {text: C, say: D}\n  - {text: E, say: F, right: true}\n```\n',
    )
    expect(passages.map(({ line, text, of }) => [line, text, of])).toEqual([
      [10, 'One \ntwo.', 'prose'],
      [15, 'B', 'said'],
      [17, 'C', 'wrong'],
      [17, 'D', 'said'],
      [18, 'E', 'said'],
      [18, 'F', 'said'],
    ])
  })

  it.each([
    ['a source nobody listed', 'a\nb [@three]', '11: no source is called three'],
    ['a heading without an id', '## Title', '10: a heading ends with an id'],
    ['an id twice', '## A {#a}\n\n## B {#a}', '12: the id a stands here twice'],
    ['a heading of the first order', '# Title {#a}', '10: headings are ## and ###'],
    ['a heading that cites', '## A [@one] {#a}', '10: a heading cites nothing'],
    ['an address outside', 'a\n[b](https://a.example/)', '11: links lead to lesson:ID'],
    ['an address between angles', '<https://a.example/>', '10: links lead to lesson:ID'],
    ['a script for an address', '[b](javascript:alert)', null],
    ['a block nobody knows', 'a\n\n```video\nx\n```', '12: there is no block called "video"'],
    ['a block within a list', '- a\n\n  ```check\n  id: a\n  ```\n', '12: a block stands by itself'],
    ['text that became code', 'a\n\n    b\n', '12: text that is indented so far'],
    [
      'a check with two right answers',
      '```check\nid: a\nask: b\noptions:\n  - {text: c, say: d, right: true}\n  - {text: e, say: f, right: true}\n```',
      '13: options: exactly one option is right',
    ],
    ['a part of the pack that is none', '```pack\nshow: all\n```', '11: show: Invalid option'],
    ['help lines by hand', '```help-lines\n988\n```', '11: a block of help lines is empty'],
  ])('refuses %s', (_what, body, says) => {
    const { problems } = read(body)
    if (says === null) expect(htmlOf(body)).not.toContain('<a')
    else expect(problems.map(({ line, says }) => `${line}: ${says}`).join('\n')).toContain(says)
  })
})
