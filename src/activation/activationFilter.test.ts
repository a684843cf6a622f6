import { describe, expect, it } from 'vitest'
import { type ActivationRow, activationStates, filtered, readActivationFilter } from './activationFilter.ts'

const row = (number: number, agency: string, given: object = {}) =>
  ({
    activation: { number, outcome: null, contact: null, ...given },
    incident: { groups: [{ agencyId: agency }] },
  }) as unknown as ActivationRow
const booked = (number: number, agency: string) =>
  ({
    activation: { number, outcome: null, contact: {}, booking: { agencyId: agency } },
    incident: null,
  }) as unknown as ActivationRow
const rows = [
  booked(6, 'b'),
  row(5, 'a'),
  row(4, 'b', { contact: {} }),
  row(3, 'a'),
  row(2, 'b', { contact: {}, outcome: {} }),
  row(1, 'a', { outcome: {} }),
]
const agencies = [{ id: 'a' }, { id: 'b' }]
const numbers = (query: Record<string, string>) =>
  filtered(rows, readActivationFilter(query, agencies)).map((one) => one.activation.number)

describe('the list of activations', () => {
  it.each([
    ['everything, newest first', {}, [6, 5, 4, 3, 2, 1]],
    ['who waits for a call back, longest first', { state: 'call_back' }, [3, 5]],
    ['what runs', { state: 'running' }, [6, 4]],
    ['what ended, however far it came', { state: 'ended' }, [2, 1]],
    ['one agency', { agency: 'b' }, [6, 4, 2]],
    ['bookings alone', { about: 'booking' }, [6]],
    ['incidents alone', { about: 'incident', agency: 'b' }, [4, 2]],
    ['both', { agency: 'a', state: 'ended' }, [1]],
    [
      'everything where the address means nothing',
      { agency: 'x', state: 'y', about: 'z' },
      [6, 5, 4, 3, 2, 1],
    ],
  ])('%s', (_what, query, wanted) => {
    expect(numbers(query as Record<string, string>)).toEqual(wanted)
  })

  it('leaves nothing out: every activation is in one state', () => {
    const all = activationStates.flatMap((state) => numbers({ state }))
    expect(all.toSorted()).toEqual([1, 2, 3, 4, 5, 6])
  })
})
