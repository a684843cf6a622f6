import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../region/index.ts'
import { checklist } from './checklist.ts'
import { canLeadOn, deployableOn } from './deployable.ts'
import { requirementsFor } from './requirements.ts'
import { anyDay, anyRequirements, anyStanding, course, date, law, peer } from './standing.testing.ts'

const day = date('2026-11-23')
const requirements = requirementsFor(defaultPolicy, null)

describe('deployable on a day', () => {
  it.each([
    ['everything in order', peer(), []],
    ['one core course missing', peer({ credentials: [course('AIC')] }), ['certificate']],
    ['both core courses missing', peer({ credentials: [] }), ['certificate']],
    ['no signed agreement', peer({ agreements: [] }), ['agreement']],
    ['a peer without designation', peer({ designations: [] }), ['designation']],
    [
      'suspended, without agreement',
      peer({ agreements: [], suspensions: [{ suspendedOn: day, reinstatedOn: null }] }),
      ['agreement', 'standing'],
    ],
    ['on leave', peer({ leaves: [{ startsOn: day, endsOn: day.add({ days: 1 }) }] }), ['leave']],
    ['a professional without licence', peer({ role: 'mhp', designations: [] }), ['license']],
    ['a chaplain needs a chaplain’s standing', peer({ role: 'chaplain' }), ['chaplaincy']],
  ])('%s', (_what, standing, missing) => {
    expect(deployableOn(standing, day, requirements).missing).toEqual(missing)
  })

  it('says until when, by whatever lapses first', () => {
    const standing = peer({ credentials: [course('AIC', '2026-12-01'), course('GCI')] })
    expect(deployableOn(standing, day, requirements).until?.toString()).toBe('2026-11-30')
  })

  it('does not end with a designation that is only advised', () => {
    const standing = peer({
      designations: [{ designatedOn: date('2025-01-01'), endedOn: date('2026-12-01') }],
    })
    const onlyAdvised = { standing: { ...defaultPolicy.standing, designation: 'advised' as const } }
    const until = (policy: typeof onlyAdvised | typeof defaultPolicy) =>
      deployableOn(standing, day, requirementsFor(policy, law(null))).until?.toString()
    expect([until(defaultPolicy), until(onlyAdvised)]).toEqual(['2026-11-30', '2027-05-31'])
  })

  it('means that every gate that is needed holds', () => {
    let deployable = 0
    fc.assert(
      fc.property(anyStanding, anyDay, anyRequirements, (standing, on, asked) => {
        const verdict = deployableOn(standing, on, asked)
        const closed = checklist(standing, on, asked).filter((gate) => gate.state === 'missing')
        if (verdict.deployable) deployable++
        expect(closed.length === 0).toBe(verdict.deployable)
        expect(verdict.missing.length === 0).toBe(verdict.deployable)
      }),
      { numRuns: 3000 },
    )
    expect(deployable).toBeGreaterThan(10)
  })

  it('holds up to the day it names, and not on the day after', () => {
    fc.assert(
      fc.property(anyStanding, anyDay, anyRequirements, (standing, on, asked) => {
        const { until } = deployableOn(standing, on, asked)
        if (until === null) return
        expect(deployableOn(standing, until, asked).deployable).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('is never reached by losing a credential', () => {
    fc.assert(
      fc.property(anyStanding, anyDay, anyRequirements, fc.nat(5), (standing, on, asked, lost) => {
        const fewer = { ...standing, credentials: standing.credentials.filter((_, index) => index !== lost) }
        if (deployableOn(fewer, on, asked).deployable)
          expect(deployableOn(standing, on, asked).deployable).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('is never reached by a law that asks for more', () => {
    fc.assert(
      fc.property(anyStanding, anyDay, (standing, on) => {
        const strict = requirementsFor(defaultPolicy, law(['ICISF'], 'yes'))
        if (deployableOn(standing, on, strict).deployable)
          expect(deployableOn(standing, on, requirements).deployable).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('leading', () => {
  it.each([
    ['a year after the group course', '2025-11-23', 365, true],
    ['a day short of it', '2025-11-24', 365, false],
    ['where the region asks for ninety days', '2026-08-25', 90, true],
  ])('%s', (_what, issued, leadAfterDays, leads) => {
    const standing = peer({ credentials: [{ ...course('GCI'), issuedOn: date(issued) }] })
    expect(canLeadOn(standing, day, { leadAfterDays })).toBe(leads)
  })

  it.each([
    ['ran out since', false, true],
    ['was taken back since', true, false],
  ])('after a group course that %s', (_what, takenBack, leads) => {
    const gci = { ...course('GCI'), issuedOn: date('2020-01-01'), expiresOn: date('2026-11-01'), takenBack }
    const standing = peer({ credentials: [gci] })
    expect(canLeadOn(standing, day, requirements)).toBe(leads)
    expect(canLeadOn(standing, date('2026-10-31'), requirements)).toBe(true)
  })

  it('is for peers', () => {
    expect(canLeadOn(peer({ role: 'mhp' }), day, requirements)).toBe(false)
  })
})
