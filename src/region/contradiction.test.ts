import { describe, expect, it } from 'vitest'
import { contradictionsIn } from './contradiction.ts'
import { defaultPolicy } from './policy.ts'
import { withChanges } from './policyChange.ts'
import type { PolicyPath, SettingValue } from './settings.ts'

type Values = Partial<Record<PolicyPath, SettingValue>>
const told = (values: Values) =>
  contradictionsIn(
    withChanges(
      defaultPolicy,
      Object.entries(values).map(([path, value]) => ({ path: path as PolicyPath, new: value })),
    ),
  ).map((one) => `${one.code} ${one.fields.join(' ')}`)

describe('a policy that contradicts itself', () => {
  it('is not the default one', () => {
    expect(contradictionsIn(defaultPolicy)).toEqual([])
  })

  it.each<[string, Values, string[]]>([
    [
      'an ideal time past the end',
      { 'windows.defusing.idealUntil': 13 },
      ['more_than windows.defusing.idealUntil windows.defusing.closes'],
    ],
    [
      'a window that opens past its ideal time',
      { 'windows.cisd.opens': 73 },
      ['more_than windows.cisd.opens windows.cisd.idealUntil'],
    ],
    [
      'a window without length',
      { 'windows.rits.opens': 6, 'windows.rits.idealUntil': 6 },
      ['not_less_than windows.rits.opens windows.rits.closes'],
    ],
    [
      'a smallest CISD above the largest',
      { 'groupSize.cisdSmallest': 21 },
      ['more_than groupSize.cisdSmallest groupSize.cisd'],
    ],
    [
      'a smallest group above every session',
      { 'groupSize.smallest': 21 },
      [
        'more_than groupSize.smallest groupSize.defusing',
        'more_than groupSize.smallest groupSize.cisdSmallest',
      ],
    ],
    [
      'a briefing for fewer than a conversation',
      { 'groupSize.cmb': 19 },
      ['more_than groupSize.defusing groupSize.cmb', 'more_than groupSize.cisd groupSize.cmb'],
    ],
    [
      'an agreement that always lapses soon',
      { 'standing.lapsesSoonDays': 730 },
      ['not_less_than standing.lapsesSoonDays standing.agreementDays'],
    ],
    [
      'a wave as long as a window',
      { 'wave.minutes': 360 },
      ['fills_window wave.minutes windows.rits.opens windows.rits.closes'],
    ],
    [
      'a team that needs longer than a short window',
      { 'team.leadMinutes': 60, 'windows.defusing.idealUntil': 1, 'windows.defusing.closes': 1 },
      ['fills_window team.leadMinutes windows.defusing.opens windows.defusing.closes'],
    ],
    [
      'a call back later than a window',
      { callBackMinutes: 400 },
      ['fills_window callBackMinutes windows.rits.opens windows.rits.closes'],
    ],
    ['both ends of a window, as they may be', { 'windows.cisd.opens': 72, 'windows.cisd.closes': 73 }, []],
    ['a wave just shorter than a window', { 'wave.minutes': 359 }, []],
  ])('%s', (_what, values, expected) => {
    expect(told(values)).toEqual(expected)
  })
})
