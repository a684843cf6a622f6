import { describe, expect, it } from 'vitest'
import { deployableOn, type Standing } from './deployable.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const course = (kind: string, expires = '2027-01-01') => ({
  kind,
  issuedOn: date('2024-01-01'),
  expiresOn: date(expires),
})
const peer = (given: Partial<Standing> = {}): Standing => ({
  role: 'peer',
  credentials: [course('AIC'), course('GCI')],
  agreements: [{ signedOn: date('2025-06-01'), renewBy: date('2027-06-01') }],
  designations: [{ designatedOn: date('2025-06-01'), endedOn: null }],
  suspended: false,
  ...given,
})

describe('deployable on a day', () => {
  it.each([
    ['everything in order', peer(), []],
    ['one core course missing', peer({ credentials: [course('AIC')] }), ['certificate']],
    [
      'a course that lapses that very day',
      peer({ credentials: [course('AIC'), course('GCI', '2026-11-23')] }),
      ['certificate'],
    ],
    [
      'a course that lapses the day after',
      peer({ credentials: [course('AIC'), course('GCI', '2026-11-24')] }),
      [],
    ],
    ['no signed agreement', peer({ agreements: [] }), ['agreement']],
    ['a peer without designation', peer({ designations: [] }), ['designation']],
    [
      'a designation that was ended',
      peer({ designations: [{ designatedOn: date('2025-06-01'), endedOn: date('2026-01-01') }] }),
      ['designation'],
    ],
    ['suspended', peer({ suspended: true }), ['standing']],
    ['a professional without licence', peer({ role: 'mhp', designations: [] }), ['license']],
    ['a chaplain needs a chaplain’s standing', peer({ role: 'chaplain' }), ['chaplaincy']],
  ])('%s', (_what, standing, missing) => {
    expect(deployableOn(standing, date('2026-11-23')).missing).toEqual(missing)
  })

  it('says until when, by whatever lapses first', () => {
    expect(
      deployableOn(
        peer({ credentials: [course('AIC', '2026-12-01'), course('GCI')] }),
        date('2026-11-23'),
      ).until?.toString(),
    ).toBe('2026-11-30')
  })
})
