import { describe, expect, it } from 'vitest'
import { addressesIn, mostListed, readNameList } from './nameList.ts'

const read = (text: string, known: string[] = []) =>
  readNameList(text, { domains: ['fire.example'], known: new Set(known) })
const people = (text: string) => read(text).fresh.map(({ row, name, email }) => [row, name, email])

describe('a list of people', () => {
  it.each([
    ['with a header', 'name,email\nAnn B.,Ann@home.example', [[2, 'Ann B.', 'ann@home.example']]],
    ['without one', 'Ann B.,ann@home.example', [[1, 'Ann B.', 'ann@home.example']]],
    ['its columns turned', 'E-mail;Unit;Name\na@home.example;7;Ann B.', [[2, 'Ann B.', 'a@home.example']]],
    ['pasted from a spreadsheet', 'Ann B.\ta@home.example\n', [[1, 'Ann B.', 'a@home.example']]],
    ['with a comma in a name', '"B., Ann",a@home.example', [[1, 'B., Ann', 'a@home.example']]],
    ['as it was exported', "'=Ann,a@home.example", [[1, '=Ann', 'a@home.example']]],
    ['with blank rows', '\nAnn B.,a@home.example\n,\n', [[2, 'Ann B.', 'a@home.example']]],
  ])('is read %s', (_what, text, expected) => {
    expect(people(text)).toEqual(expected)
    expect(read(text).problems).toEqual([])
  })

  it('says everything that is wrong at once, at its row', () => {
    const { problems } = read(
      'name,email\n,ann@home.example\nBo C.,nobody\nCy D.,cy@pd.fire.example\nDee E.,d@home.example\nDee F.,D@home.example\n,\u202Ebad',
    )
    expect(problems.map(({ row, fault, given, other }) => [row, fault, given, other])).toEqual([
      [2, 'name_missing', '', undefined],
      [3, 'email_malformed', 'nobody', undefined],
      [4, 'email_of_agency', 'cy@pd.fire.example', undefined],
      [6, 'twice', 'D@home.example', 5],
      [7, 'name_missing', '', undefined],
      [7, 'email_malformed', '\uFFFDbad', undefined],
    ])
  })

  it('has its addresses asked for, each once, also beside a missing name; none of what is another file', () => {
    const text = 'name,email\n,ann@home.example\nBo C.,nobody\nDee E.,d@home.example\nDee F.,D@home.example'
    expect(addressesIn(text)).toEqual(['ann@home.example', 'd@home.example'])
    expect(addressesIn('Ann B.,a@home.example\n'.repeat(mostListed + 1))).toEqual([])
  })

  it('leaves whoever is known as they are', () => {
    const { known, fresh, problems } = read('Ann B.,a@home.example\nBo C.,b@home.example', ['a@home.example'])
    expect([known, fresh].map((of) => of.map(({ email }) => email))).toEqual([
      ['a@home.example'],
      ['b@home.example'],
    ])
    expect(problems).toEqual([])
  })

  it.each([
    ['nothing', '', 'empty'],
    ['a header alone', 'name,email\n', 'empty'],
    ['an open quotation mark', 'Ann B.,a@home.example\n"Bo,b@home.example', 'quote_open'],
    ['a name no certificate takes', `${'x'.repeat(81)},a@home.example`, 'name_missing'],
    ['another file', 'Ann B.,a@home.example\n'.repeat(mostListed + 1), 'too_many_rows'],
  ])('of %s is refused', (_what, text, fault) => {
    expect(read(text).problems.map((one) => one.fault)).toEqual([fault])
    expect(read(text).fresh.length === 0 || fault === 'quote_open').toBe(true)
  })
})
