import { describe, expect, it } from 'vitest'
import { weakerIn } from './policy.ts'

const own =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; trusted-types tailboard-worker; require-trusted-types-for 'script'"

describe('a policy', () => {
  it.each([
    ['the same', own],
    ['in another order', own.split('; ').reverse().join(' ;')],
    [
      'that allows less',
      own.replace("connect-src 'self'", "connect-src 'none'").replace(" 'wasm-unsafe-eval'", ''),
    ],
    ['that forbids further things', `${own}; font-src 'none'; upgrade-insecure-requests`],
    ['beside a weaker one, which a browser obeys as well', `default-src *, ${own}`],
    ['whose directives come twice, of which the first counts', `${own}; script-src *`],
  ])('%s fits', (_, given) => {
    expect(weakerIn(own, [given])).toEqual([])
  })

  it.each([
    ['no policy at all', ''],
    ["script-src 'unsafe-inline'", own.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-inline'")],
    [
      'script-src https://elsewhere.example',
      own.replace("script-src 'self'", "script-src 'self' https://elsewhere.example"),
    ],
    ['without connect-src', own.replace("connect-src 'self'; ", '')],
    ['connect-src *', own.replace("connect-src 'self'", 'connect-src *')],
    ['script-src-elem https://elsewhere.example', `${own}; script-src-elem https://elsewhere.example`],
    ['report-uri https://elsewhere.example/', `${own}; report-uri https://elsewhere.example/`],
    ['script-src *', `script-src *; ${own}`],
    ['without require-trusted-types-for', own.replace("; require-trusted-types-for 'script'", '')],
    ["require-trusted-types-for without 'script'", own.replace("-for 'script'", '-for')],
    [
      "trusted-types 'allow-duplicates'",
      own.replace('types tailboard-worker', "types tailboard-worker 'allow-duplicates'"),
    ],
    // A browser reads no directive here: this space is no space of the header.
    ['without default-src', own.replace('default-src ', 'default-src\u00a0')],
  ])('that is weaker is told: %s', (weaker, given) => {
    expect(weakerIn(own, [given])).toEqual([weaker])
  })

  it('that is missing is told', () => {
    expect(weakerIn(own, [])).toEqual(['no policy at all'])
  })
})
