import fc from 'fast-check'
import { defaultPolicy } from '../region/index.ts'
import { requirementsFor, type StateLaw } from './requirements.ts'
import { memberRoles } from './role.ts'
import type { Standing } from './standing.ts'

export const date = (text: string) => Temporal.PlainDate.from(text)

/** A law that names who certifies, and says what is asked of the agency. */
export const law = (
  certifiedBy: readonly string[] | null,
  designatedBefore: StateLaw['supporter']['designatedBefore'] = 'unknown',
): StateLaw => ({
  law: { citation: 'the text of the state' },
  supporter: { certifiedBy: certifiedBy === null ? null : [...certifiedBy], designatedBefore },
  covered: { disciplines: ['law_enforcement'] },
})

export const course = (kind: string, expires = '2028-01-01', issuer = 'Fictional Institute') => ({
  kind,
  issuer,
  issuedOn: date('2024-01-01'),
  expiresOn: date(expires),
})

/** A peer with everything in order in November 2026. */
export const peer = (given: Partial<Standing> = {}): Standing => ({
  role: 'peer',
  selections: [{ selectedOn: date('2023-05-01'), deselectedOn: null }],
  credentials: [course('AIC'), course('GCI')],
  agreements: [{ signedOn: date('2025-06-01'), renewBy: date('2027-06-01') }],
  designations: [{ designatedOn: date('2025-06-01'), endedOn: null }],
  suspensions: [],
  leaves: [],
  ...given,
})

const first = date('2026-01-01')
/** Days of one year, so that spans and days asked about meet often. */
export const anyDay = fc.integer({ min: 0, max: 365 }).map((days) => first.add({ days }))
const span = fc
  .tuple(anyDay, fc.integer({ min: 1, max: 400 }))
  .map(([from, days]) => [from, from.add({ days })] as const)
const many = <One>(one: fc.Arbitrary<One>) => fc.array(one, { maxLength: 3 })
const endless = fc.boolean()

export const anyStanding: fc.Arbitrary<Standing> = fc.record({
  role: fc.constantFrom(...memberRoles),
  selections: many(fc.tuple(span, endless)).map((all) =>
    all.map(([[from, to], open]) => ({ selectedOn: from, deselectedOn: open ? null : to })),
  ),
  credentials: fc.array(
    fc
      .tuple(
        fc.constantFrom('AIC', 'GCI', 'license', 'chaplain'),
        fc.constantFrom('ICISF', 'icisf ', 'Elsewhere'),
        span,
      )
      .map(([kind, issuer, [from, to]]) => ({ kind, issuer, issuedOn: from, expiresOn: to })),
    { maxLength: 6 },
  ),
  agreements: many(span).map((all) => all.map(([from, to]) => ({ signedOn: from, renewBy: to }))),
  designations: many(fc.tuple(span, endless)).map((all) =>
    all.map(([[from, to], open]) => ({ designatedOn: from, endedOn: open ? null : to })),
  ),
  suspensions: fc
    .array(fc.tuple(span, endless), { maxLength: 1 })
    .map((all) => all.map(([[from, to], open]) => ({ suspendedOn: from, reinstatedOn: open ? null : to }))),
  leaves: fc
    .array(span, { maxLength: 1 })
    .map((all) => all.map(([from, to]) => ({ startsOn: from, endsOn: to }))),
})

export const anyRequirements = fc
  .record({
    designation: fc.constantFrom('required' as const, 'advised' as const),
    certifiedBy: fc.constantFrom(null, ['MPSN', 'ICISF']),
    designatedBefore: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
  })
  .map(({ designation, certifiedBy, designatedBefore }) =>
    requirementsFor(
      { standing: { ...defaultPolicy.standing, designation } },
      law(certifiedBy, designatedBefore),
    ),
  )
