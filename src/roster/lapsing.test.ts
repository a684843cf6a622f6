import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../region/index.ts'
import { detailsDue, lapsingSoon } from './lapsing.ts'
import { requirementsFor } from './requirements.ts'
import { course, date, peer } from './standing.testing.ts'

const day = date('2026-11-23')

describe('what lapses soon', () => {
  it('is told soonest first: papers only, none that lapsed, none that is renewed', () => {
    const members = [
      { key: 'in order', standing: peer() },
      {
        key: 'agreement',
        standing: peer({ agreements: [{ signedOn: date('2025-01-01'), renewBy: date('2026-12-10') }] }),
      },
      { key: 'lapsed', standing: peer({ credentials: [course('AIC', '2026-11-01'), course('GCI')] }) },
      { key: 'course', standing: peer({ credentials: [course('AIC', '2026-12-01'), course('GCI')] }) },
      {
        key: 'renewed',
        standing: peer({ credentials: [course('AIC', '2026-12-01'), course('AIC'), course('GCI')] }),
      },
      {
        key: 'leave',
        standing: peer({ leaves: [{ startsOn: date('2026-12-01'), endsOn: date('2027-01-01') }] }),
      },
    ]
    const found = lapsingSoon(members, day, requirementsFor(defaultPolicy, null))
    expect(found.map(({ member, gate, until }) => `${member.key} ${gate.code} ${until}`)).toEqual([
      'course certificate 2026-11-30',
      'agreement agreement 2026-12-09',
    ])
  })
})

describe('details to confirm', () => {
  it.each([
    ['never confirmed', null, true],
    ['ninety days ago', '2026-08-25', true],
    ['eighty-nine days ago', '2026-08-26', false],
  ])('%s', (_what, confirmed, due) => {
    expect(detailsDue(confirmed === null ? null : date(confirmed), day, defaultPolicy)).toBe(due)
  })
})
