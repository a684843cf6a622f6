import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const text = (path: string) => readFileSync(join(root, path), 'utf8')

type Row = {
  readonly heading: string
  readonly line: string
  readonly tests: readonly (readonly [string, string])[]
}

/** A test is named as `path` “part of what it says”. */
function rowsOf(page: string): Row[] {
  let heading = ''
  return page.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) heading = line.slice(3)
    if (!line.startsWith('|') || /^\| (What could happen|---)/.test(line)) return []
    const last = line.split('|').at(-2)!
    const tests = [...last.matchAll(/`([^`]+)` “([^”]+)”/g)].map((match) => [match[1]!, match[2]!] as const)
    return [{ heading, line, tests }]
  })
}

/** What is wrong with a threat model, a line each. */
function wrongIn(page: string): string[] {
  const rows = rowsOf(page)
  const promised = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]!)
  const named = (page.match(/`[^`]+\.test\.tsx?`/g) ?? []).filter((path) => !path.includes('threatModel'))
  return [
    ...promised
      .filter((one) => !/^(What does not exist yet|Out of scope)/.test(one))
      .filter((one) => rows.every((row) => row.heading !== one))
      .map((one) => `nothing under ${one}`),
    ...rows.filter(({ tests }) => tests.length === 0).map(({ line }) => `no test: ${line}`),
    ...rows
      .filter(({ line, tests }) => (line.match(/\.test\.tsx?/g) ?? []).length !== tests.length)
      .map(({ line }) => `a test without its words: ${line}`),
    ...rows
      .flatMap(({ tests }) => tests)
      .filter(([path, said]) => !existsSync(join(root, path)) || !isSaid(text(path), said))
      .map(([path, said]) => `${path} has no test that says “${said}”`),
    ...(named.length < rows.length ? ['fewer tests than lines'] : []),
  ]
}

/** In a line that names a test: the `it`’s own, or of the table it walks. */
function isSaid(file: string, said: string): boolean {
  return file
    .split('\n')
    .some((line) => line.includes(said) && /\b(it|it\.each|describe)\(|^\s*['`]|\]\)\(|\)\(/.test(line))
}

describe('the threat model', () => {
  const page = text('docs/threat-model.md')

  it('names for each line a test that is there', () => {
    expect(rowsOf(page).length).toBeGreaterThan(50)
    expect(wrongIn(page)).toEqual([])
  })

  it('would miss a heading, a test and its words', () => {
    const [path, said] = rowsOf(page)[0]!.tests[0]!
    const planted = page
      .replace(said, 'is said in no file')
      .replace(/^## The trail$/m, '## A promise\n\n## The trail')
    expect(wrongIn(planted)).toEqual([
      'nothing under A promise',
      `${path} has no test that says “is said in no file”`,
    ])
    expect(wrongIn(page.replaceAll('test/forms.test.ts', 'test/gone.test.ts'))).toHaveLength(1)
  })
})
