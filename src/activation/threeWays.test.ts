import { expect, it } from 'vitest'
import { mineField, stillBoth, threeWays } from './threeWays.ts'

const cases: [string, [string, string, string], string | 'both'][] = [
  ['nobody touched it', ['unknown', 'unknown', 'unknown'], 'unknown'],
  ['the first alone', ['unknown', 'yes', 'unknown'], 'yes'],
  ['the second alone', ['unknown', 'unknown', 'no'], 'no'],
  ['both, alike', ['unknown', 'yes', 'yes'], 'yes'],
  ['both, each otherwise', ['unknown', 'yes', 'no'], 'both'],
  ['the second took back what the first changed', ['yes', 'no', 'unknown'], 'both'],
  ['a count that only the first knew', ['', '4', ''], '4'],
  ['a count that the second took back', ['4', '4', ''], ''],
  ['two counts', ['', '4', '6'], 'both'],
]
it.each(cases)('%s', (_what, [base, kept, mine], outcome) => {
  const { typed, both } = threeWays({ one: base }, { one: kept }, { one: mine })
  if (outcome === 'both') expect([typed, both]).toEqual([{}, [{ field: 'one', kept, mine }]])
  else expect([typed, both]).toEqual([{ one: outcome }, []])
})

it('asks until one of the two is chosen', () => {
  expect(stillBoth({ seen: 'x', [mineField('one')]: 'no' }, { one: 'yes' })).toEqual([
    { field: 'one', kept: 'yes', mine: 'no' },
  ])
})
