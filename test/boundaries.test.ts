import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arrows, chanceTakers, clockReaders, ground, islands, rawMarkup } from './boundaries/arrows.ts'
import { migrationClockBreaches } from './boundaries/clock.ts'
import { breachesOf } from './boundaries/gate.ts'
import { moduleOf } from './boundaries/places.ts'
import { planted, sound } from './boundaries/planted.ts'
import { sourcesUnder } from './boundaries/sources.ts'

const root = join(import.meta.dirname, '..')
const sources = sourcesUnder(root, 'src', /\.tsx?$/)
const migrations = sourcesUnder(root, 'migrations', /\.sql$/)
const line = (breach: { rule: string; where: string; what: string }) =>
  `${breach.rule} ${breach.where} ${breach.what}`

describe('the boundaries', () => {
  it('are checked over files that are there', () => {
    expect(sources.length).toBeGreaterThan(60)
    expect(migrations.length).toBeGreaterThan(7)
  })

  it('are kept by every file of src', () => {
    expect(sources.flatMap(breachesOf).map(line)).toEqual([])
  })

  it('leave one clock in the migrations', () => {
    expect(migrations.flatMap(migrationClockBreaches).map(line)).toEqual([])
  })

  it('know every folder of src', () => {
    const folders = new Set(sources.map((source) => moduleOf(source.path)).filter((name) => name !== null))
    const known = new Set([...Object.keys(arrows), ...Object.keys(ground), islands])
    expect([...folders].filter((name) => !known.has(name))).toEqual([])
  })

  it('have no circle among the modules', () => {
    const reaches = (from: string, seen: Set<string>): Set<string> => {
      for (const next of arrows[from] ?? []) if (!seen.has(next)) reaches(next, seen.add(next))
      return seen
    }
    expect(Object.keys(arrows).filter((name) => reaches(name, new Set()).has(name))).toEqual([])
  })

  it('excuse no file that is gone', () => {
    const paths = new Set(sources.map((source) => source.path))
    expect(
      Object.keys({ ...clockReaders, ...chanceTakers, ...rawMarkup }).filter((path) => !paths.has(path)),
    ).toEqual([])
  })
})

describe('a planted breach', () => {
  it.each(planted)('of %s in %s is caught', (rule, path, text) => {
    expect(breachesOf({ path, text }).map((breach) => breach.rule)).toContain(rule)
  })

  it('of the clock in a migration is caught, its definition is not', () => {
    const text = `create function tailboard.now() returns timestamptz
      language sql stable as 'select transaction_timestamp()';
      create table a (at timestamptz default now(), b timestamptz default tailboard.now()); -- now()`
    expect(migrationClockBreaches({ path: 'migrations/0001_a.sql', text })).toEqual([
      { rule: 'clock', where: 'migrations/0001_a.sql:3', what: 'SQL now()' },
    ])
  })

  it('that cannot be parsed is no pass', () => {
    expect(() => breachesOf({ path: 'src/roster/broken.ts', text: 'const = 1' })).toThrow(
      /src\/roster\/broken/,
    )
  })

  it.each(sound)('is not seen in %s', (path, text) => {
    expect(breachesOf({ path, text })).toEqual([])
  })
})
