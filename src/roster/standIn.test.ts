import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Colleague, standIns } from './standIn.ts'

const start = Temporal.Instant.from('2027-03-01T20:00:00Z')
const span = (from: number, to: number) => ({
  startsAt: start.add({ hours: from }),
  endsAt: start.add({ hours: to }),
})
const shift = { ...span(0, 12), holder: 'holder' }
const somebody = (id: string, given: Partial<Colleague<string>> = {}): Colleague<string> => ({
  id,
  name: `${id} A.`,
  onCall: [],
  away: [],
  deployable: true,
  onLeave: false,
  offCall: false,
  lately: 0,
  ...given,
})

describe('who may stand in', () => {
  it.each([
    ['nothing in the way', {}, null],
    ['a shift that touches', { onCall: [span(-12, 0), span(12, 24)] }, null],
    ['a shift in the first hour', { onCall: [span(-12, 1)] }, 'on_call_then'],
    ['away in the last hour', { away: [span(11, 40)] }, 'away_then'],
    ['away after it', { away: [span(12, 40)] }, null],
    ['a leave', { onLeave: true, deployable: false }, 'on_leave'],
    ['off call after the hardest', { offCall: true }, 'off_call'],
    ['a paper that lapsed', { deployable: false }, 'not_deployable'],
  ] as const)('%s', (_what, given, why) => {
    const { may, mayNot } = standIns(shift, [somebody('kit', given)])
    expect([may.map(({ id }) => id), mayNot.map((one) => one.why)]).toEqual(
      why === null ? [['kit'], []] : [[], [why]],
    )
  })

  it('nobody for themselves', () => {
    expect(standIns(shift, [somebody('holder')]).mayNot[0]?.why).toBe('own_shift')
  })

  it('first whoever was on call least, then by name', () => {
    const { may } = standIns(shift, [
      somebody('sam', { lately: 2 }),
      somebody('noa', { lately: 1 }),
      somebody('ada', { lately: 2 }),
      somebody('ed', { lately: 2, name: 'Ébano R.' }),
    ])
    expect(may.map(({ id }) => id)).toEqual(['noa', 'ada', 'ed', 'sam'])
  })

  it('everybody is on one of both lists, once, whatever the order they came in', () => {
    const anybody = fc.record({
      name: fc.constantFrom('Ada B.', 'Sam T.'),
      deployable: fc.boolean(),
      offCall: fc.boolean(),
      lately: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 8 }), (all) => {
        const colleagues = all.map((given, index) => somebody(String(index), given))
        const { may, mayNot } = standIns(shift, colleagues)
        const listed = [...may, ...mayNot.map(({ colleague }) => colleague)].map(({ id }) => id)
        expect(listed.toSorted()).toEqual(colleagues.map(({ id }) => id).toSorted())
        expect(standIns(shift, colleagues.toReversed())).toEqual({ may, mayNot })
      }),
    )
  })
})
