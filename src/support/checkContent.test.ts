import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readChecks } from './checkContent.server.ts'
import { parseCheck } from './checkContent.ts'

const root = join(import.meta.dirname, '../..')
const file = (code: string) =>
  JSON.parse(readFileSync(join(root, `content/self-check/${code}.json`), 'utf8')) as Record<string, unknown>

describe('the self-check', () => {
  const checks = readChecks(root)
  const asked = checks.flatMap((one) =>
    one.kind === 'scored' ? one.items : one.zones.flatMap((zone) => [zone.label, zone.line]),
  )

  it('begins with the continuum and holds the three screens', () => {
    expect(checks.map((one) => one.code)).toEqual(['continuum', 'pc-ptsd-5', 'phq-2', 'gad-2'])
  })

  it('asks nobody about suicide or self-harm: nobody is there to answer', () => {
    expect(asked.length).toBe(17)
    const about =
      /suicid|kill|die\b|dying|dead|hurt(ing)? (yourself|myself)|matar|morir|muert|hacer(se|me) daño/i
    expect(asked.flatMap(({ en, es }) => [en, es]).filter((text) => about.test(text))).toEqual([])
    // It would find the item that the longer questionnaire has.
    expect('Thoughts that you would be better off dead, or of hurting yourself').toMatch(about)
  })

  it('claims no clinician and no cure', () => {
    expect(checks.map((one) => one.reviewed)).toEqual([null, null, null, null])
    expect(JSON.stringify(checks)).not.toMatch(
      /prevents?\b|treats|proven|you have (ptsd|depression)|usted tiene/i,
    )
  })

  it.each([
    ['bands out of order', 'gad-2', { bands: [...(file('gad-2').bands as object[])].reverse() }, /ascending/],
    [
      'a high band that leads to nobody',
      'gad-2',
      { bands: (file('gad-2').bands as object[]).map((one) => ({ ...one, people: false })) },
      /people/,
    ],
    [
      'a band no sum reaches',
      'phq-2',
      { bands: (file('phq-2').bands as { from: number }[]).map((one) => ({ ...one, from: one.from * 4 })) },
      /at most 6/,
    ],
    [
      'a continuum without red',
      'continuum',
      { zones: (file('continuum').zones as object[]).slice(0, 3) },
      /green to red/,
    ],
    ['a missing language', 'gad-2', { stem: { en: 'Only' } }, /stem/],
  ])('refuses %s', (_what, code, change, message) => {
    expect(() => parseCheck(JSON.stringify(file(code)))).not.toThrow()
    expect(() => parseCheck(JSON.stringify({ ...file(code), ...change }))).toThrow(message)
  })
})
