import { describe, expect, it } from 'vitest'
import { mailDomainsIn, standsAt } from './mailDomain.ts'

describe('an agency’s mail domains', () => {
  it.each<[string, readonly string[] | null]>([
    ['', []],
    [' Larkfield.example ', ['larkfield.example']],
    [
      '@larkfield.example, pd.larkfield.example;larkfield.example',
      ['larkfield.example', 'pd.larkfield.example'],
    ],
    ['chief@larkfield.example', ['larkfield.example']],
    ['larkfield', null],
    ['larkfield..example', null],
    ['-larkfield.example', null],
    ['larkfield.example/x', null],
    ['lárkfield.example', null],
    ['x'.repeat(260), null],
  ])('in %j are %j', (text, domains) => {
    expect(mailDomainsIn(text)).toEqual(domains)
  })

  it.each([
    ['sam.t@larkfield.example', true],
    ['sam.t@PD.Larkfield.example', true],
    ['sam.t@notlarkfield.example', false],
    ['sam.t@larkfield.example.org', false],
    ['larkfield.example@home.example', false],
  ])('hold %s: %s', (email, at) => {
    expect(standsAt(email, ['larkfield.example'])).toBe(at)
  })
})
