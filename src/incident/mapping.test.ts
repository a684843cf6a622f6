import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { columnsOf, readMapping } from './mapping.ts'

const file = (name: string) =>
  readFileSync(new URL(`../../demo/${name}/mapping.json`, import.meta.url), 'utf8')
const group = JSON.parse(file('harbor')) as Record<string, unknown>
const call = JSON.parse(file('montgomery')) as Record<string, unknown>
const problemsOf = (given: unknown) => {
  const read = readMapping(JSON.stringify(given))
  return read.ok ? [] : read.problems
}

describe('a mapping file', () => {
  test.each(['harbor', 'montgomery'])('%s: reads, and names columns its file has', (name) => {
    const read = readMapping(file(name))
    if (!read.ok) throw new Error(read.problems.join('\n'))
    const csv = name === 'harbor' ? 'harbor/incidents.csv' : 'montgomery-county.csv'
    const header = readFileSync(new URL(`../../demo/${csv}`, import.meta.url), 'utf8').split('\n')[0]!
    expect(columnsOf(read.mapping).toSorted()).toEqual(header.trim().split(',').toSorted())
  })

  test.each<[string, unknown, RegExp]>([
    ['of no known shape', { ...group, rows: 'person' }, /^rows: "rows" must be "group".* or "call"/],
    ['that is a list', [], /^(mapping|rows): /],
    ['with a key nobody reads', { ...group, colour: 'red' }, /^mapping: .*colour/],
    ['without a number column', { ...group, number: undefined }, /^number: /],
    ['in a zone that is none', { ...group, zone: 'Boston' }, /^zone: is no IANA time zone/],
    ['with a column and a constant', { ...group, town: { column: 'a', always: 'b' } }, /^town: .*either/],
    ['with neither', { ...group, role: {} }, /^role: .*either/],
    [
      'translating nothing',
      { ...group, town: { always: 'b', values: { c: 'd' } } },
      /^town: "values" translates/,
    ],
    [
      'with a kind nobody knows',
      { ...group, kind: { always: 'flood' } },
      /^kind: "flood" is no incident kind/,
    ],
    [
      'translating to no role',
      { ...group, role: { column: 'r', values: { A: 'cops' } } },
      /^role: "cops" is no role/,
    ],
    ['with two ends', { ...call, overAt: { column: 'x', assumedMinutes: 5 } }, /^overAt: give either/],
    [
      'with a crew of none',
      { ...call, services: [{ startsWith: '', name: 'EMS', role: 'medics', assumedCrew: 0 }] },
      /^services\.0\.assumedCrew: /,
    ],
    ['with an unknown brace', { ...call, agencyName: '{county} EMS' }, /^agencyName: may hold/],
  ])('%s is refused, and the message says where', (_name, given, message) => {
    const problems = problemsOf(given)
    expect(
      problems.some((problem) => message.test(problem)),
      problems.join('\n'),
    ).toBe(true)
  })

  test.each(['', '{', 'number,kind', 'null'])('%j is refused without throwing', (text) => {
    expect(readMapping(text).ok).toBe(false)
  })
})
