import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { courseSchema, practiceSchema, sourcesSchema } from './contentSchemas.ts'
import { readFrontMatter, readYaml } from './frontMatter.ts'

const facts = z.strictObject({
  title: z.string(),
  minutes: z.int(),
  of: z.array(z.strictObject({ id: z.string() })),
})
const text = '---\ntitle: A title\nminutes: 3\nof:\n  - id: one\n---\n\nWords.\n'
const placed = ({ problems }: ReturnType<typeof readYaml>) =>
  problems.map(({ file, line, says }) => `${file}:${line}: ${says}`)

describe('front matter', () => {
  it('is read by its schema, and the body begins on a line of its own', () => {
    const { value, body, bodyLine, problems } = readFrontMatter({ name: 'a.md', text }, facts)
    expect({ value, body, bodyLine, problems }).toEqual({
      value: { title: 'A title', minutes: 3, of: [{ id: 'one' }] },
      body: '\nWords.\n',
      bodyLine: 7,
      problems: [],
    })
  })

  it.each([
    ['a number that is none', text.replace('3', 'three'), 'a.md:3: minutes: Invalid input'],
    ['a key nobody knows', text.replace('- id', '- idd'), 'a.md:5: of.0'],
    ['a missing key', text.replace('title: A title\n', ''), 'a.md:2: title: Invalid input'],
    [
      'the same key twice',
      text.replace('minutes', 'title'),
      'a.md:3: this is no YAML: Map keys must be unique',
    ],
    [
      'a colon in bare words',
      text.replace('A title', 'A: title'),
      'a.md:2: this is no YAML: Nested mappings',
    ],
    ['no front matter', 'Words.\n', 'a.md:1: a file begins with front matter'],
  ])('is refused for %s, with the line', (_what, wrong, says) => {
    const read = readFrontMatter({ name: 'a.md', text: wrong }, facts)
    expect(read.value).toBeNull()
    expect(placed(read).join('\n')).toContain(says)
  })

  it('takes windows line ends', () => {
    const read = readFrontMatter({ name: 'a.md', text: text.replaceAll('\n', '\r\n') }, facts)
    expect([read.value?.title, read.bodyLine]).toEqual(['A title', 7])
  })
})

describe('the schemas of content', () => {
  const course = `depth: full
title: A
summary: B
version: 1
hours: {online: 1, inPerson: 0.5}
crisis: false
reviewed: none
audience: C
objectives: [{id: a, text: A}]
skills: []
test: {questions: 5}
`
  it.each([
    ['a whole course', course, ''],
    ['a review that the file claims', course.replace('none', 'yes'), 'c:7: reviewed: only a region says'],
    ['a full course without a test', course.replace(/test.*\n/, ''), 'c:1: test: Invalid input'],
    ['an outline with a test', course.replace('full', 'outline'), 'c:1: Unrecognized key: "test"'],
    ['an id with capitals', course.replace('id: a', 'id: A'), 'c:9: objectives.0.id: an id is small letters'],
  ])('say of %s', (_what, text, says) => {
    const read = readYaml(text, courseSchema, 'c')
    if (says === '') expect(placed(read)).toEqual([])
    else expect(placed(read)).toEqual([expect.stringContaining(says)])
  })

  it('name the key of a choice that is wrong, and not the whole turn', () => {
    const text = `title: A
minutes: 5
objectives: [a]
scene: B
start: one
turns:
  one:
    they: C
    choices:
      - {say: D, effect: opens, why: E, to: two}
      - {say: F, effect: closes, to: two}
  two: {ends: G}
`
    expect(placed(readYaml(text, practiceSchema, 'p'))).toEqual([
      expect.stringContaining('p:11: turns.one.choices.1.why'),
    ])
    expect(
      placed(readYaml(text.replace('to: two}\n  two', 'why: H, to: two}\n  two'), practiceSchema, 'p')),
    ).toEqual([])
  })

  it('take a source with an address or common practice, and no script for an address', () => {
    const source = (where: string) => `a:\n  title: T\n  where: ${where}\n  read: all\n  on: 2026-11-23\n`
    expect(placed(readYaml(source('https://a.example/'), sourcesSchema, 's'))).toEqual([])
    expect(placed(readYaml(source('"javascript:alert(1)"'), sourcesSchema, 's'))).toEqual([
      expect.stringContaining('s:3: a.where'),
    ])
  })
})
