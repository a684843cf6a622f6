import { beforeAll, describe, expect, it } from 'vitest'
import { type Expected, expectedHeads } from './expected.server.ts'
import type { Kind } from './finding.ts'
import { fileHeads, type Heads, pageHeads } from './heads.ts'

const sent = (from: Heads, more: Readonly<Record<string, readonly string[] | null>> = {}): Heads => {
  const heads = new Map(from)
  for (const [name, values] of Object.entries(more))
    if (values === null) heads.delete(name)
    else heads.set(name, values)
  return heads
}

describe('the headers of a page', () => {
  let expected: Expected
  beforeAll(async () => {
    expected = await expectedHeads('https://peers.example')
  })
  const kinds = (more: Parameters<typeof sent>[1]) =>
    pageHeads(expected.plain, sent(expected.plain, more)).map((one) => one.kind)

  it('fit as this build sends them, each kind its own', () => {
    for (const kind of ['plain', 'check', 'talk'] as const)
      expect(pageHeads(expected[kind], expected[kind])).toEqual([])
    expect(pageHeads(expected.plain, expected.talk).map((one) => one.kind)).toEqual(['policy'])
    expect(pageHeads(expected.check, expected.talk)[0]?.found).toContain("connect-src 'self'")
  })

  it('may say the same twice, longer, or beside what a proxy adds', () => {
    expect(
      kinds({
        'referrer-policy': ['no-referrer', 'no-referrer'],
        'strict-transport-security': ['max-age=99999999'],
        'cache-control': ['private, no-store'],
        'content-type': ['text/html;charset=utf-8'],
        via: ['1.1 proxy'],
      }),
    ).toEqual([])
  })

  it.each<[Kind, Parameters<typeof sent>[1], number?]>([
    ['policy', { 'content-security-policy': null }],
    ['policy', { 'content-security-policy': ["default-src 'self'"] }],
    ['cookie', { 'set-cookie': ['visitor=1', 'b=2'] }, 2],
    ['kept', { 'cache-control': ['public, max-age=60'] }],
    ['kept', { 'cache-control': null }],
    ['referrer', { 'referrer-policy': ['no-referrer, unsafe-url'] }],
    ['referrer', { 'referrer-policy': null }],
    ['header', { 'x-content-type-options': null }],
    ['header', { 'cross-origin-opener-policy': ['unsafe-none'] }],
    ['header', { 'permissions-policy': ['camera=(self)'] }],
    ['header', { 'permissions-policy': null }],
    ['header', { 'strict-transport-security': ['max-age=0'] }],
    ['letters', { 'content-type': ['text/html'] }],
    ['letters', { 'content-type': ['text/html; charset=utf-16'] }],
    ['told', { link: ['<https://elsewhere.example/a.css>; rel=stylesheet'] }],
    ['told', { refresh: ['0;url=https://elsewhere.example/'] }],
    ['told', { nel: ['{"report_to":"a"}'] }],
    ['told', { 'content-security-policy-report-only': ['report-uri https://elsewhere.example/'] }],
  ])('that do not fit are told: %s %o', (kind, more, times = 1) => {
    expect(kinds(more)).toEqual(Array(times).fill(kind))
  })

  it('of a file are fewer; a worker keeps to its own policy', () => {
    const file = sent(expected.plain, { 'content-type': ['text/javascript'], 'cache-control': ['public'] })
    const worker = sent(expected.talkWorker, { 'content-type': ['text/javascript; charset=utf-8'] })
    const of = (got: Heads, asWorker = false) =>
      fileHeads('assets/a.js', asWorker ? expected.talkWorker : null, expected.plain, got).map(
        (one) => one.kind,
      )
    expect([of(file), of(worker, true)]).toEqual([[], []])
    expect(of(sent(worker, { 'content-security-policy': ["script-src 'self'"] }), true)).toEqual(['policy'])
    expect(of(sent(file, { 'content-type': ['text/plain'] }))).toEqual(['letters'])
    expect(of(sent(file, { 'set-cookie': ['a=1'], 'x-content-type-options': null }))).toEqual([
      'header',
      'cookie',
    ])
  })
})
