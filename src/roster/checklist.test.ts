import { describe, expect, it } from 'vitest'
import { defaultPolicy, type Policy } from '../region/index.ts'
import { checklist } from './checklist.ts'
import { type Missing, requirementsFor, type StateLaw } from './requirements.ts'
import { course, date, law, peer } from './standing.testing.ts'
import type { Standing } from './standing.ts'

const day = date('2026-11-23')
const advised: Pick<Policy, 'standing'> = { standing: { ...defaultPolicy.standing, designation: 'advised' } }
const massachusetts: StateLaw = {
  law: { citation: 'M.G.L. c. 233, § 20O' },
  supporter: { certifiedBy: ['MPSN', 'ICISF'], designatedBefore: 'unknown' },
  covered: { disciplines: ['law_enforcement'] },
}
const icisf = [course('AIC', '2028-01-01', 'ICISF'), course('GCI')]
const told = (
  code: Missing,
  standing: Standing,
  state: StateLaw | null = null,
  policy: Pick<Policy, 'standing'> = defaultPolicy,
) =>
  checklist(standing, day, requirementsFor(policy, state))
    .filter((gate) => gate.code === code)
    .map(
      (gate) => `${[...gate.of, gate.state].join(' ')}${gate.until === null ? '' : ` until ${gate.until}`}`,
    )

type Row = [string, Missing, Standing, string[], StateLaw?, Pick<Policy, 'standing'>?]
const rows: Row[] = [
  ['both core courses', 'certificate', peer(), ['AIC ok until 2027-12-31', 'GCI ok until 2027-12-31']],
  [
    'one core course',
    'certificate',
    peer({ credentials: [course('AIC')] }),
    ['AIC ok until 2027-12-31', 'GCI missing'],
  ],
  [
    'a course that expires that day',
    'certificate',
    peer({ credentials: [course('AIC', '2026-11-23'), course('GCI', '2026-11-24')] }),
    ['AIC missing', 'GCI lapses_soon until 2026-11-23'],
  ],
  [
    'courses sixty and sixty-one days before they expire',
    'certificate',
    peer({ credentials: [course('AIC', '2027-01-22'), course('GCI', '2027-01-23')] }),
    ['AIC lapses_soon until 2027-01-21', 'GCI ok until 2027-01-22'],
  ],
  [
    'a course beside its renewal',
    'certificate',
    peer({ credentials: [course('AIC', '2026-12-01'), course('AIC'), course('GCI')] }),
    ['AIC ok until 2027-12-31', 'GCI ok until 2027-12-31'],
  ],
  [
    'a course issued tomorrow',
    'certificate',
    peer({ credentials: [{ ...course('AIC'), issuedOn: date('2026-11-24') }, course('GCI')] }),
    ['AIC missing', 'GCI ok until 2027-12-31'],
  ],
  ['a professional without licence', 'license', peer({ role: 'mhp' }), ['license missing']],
  ['a chaplain nobody vouches for', 'chaplaincy', peer({ role: 'chaplain' }), ['chaplain missing']],
  ['a state that names no issuer', 'state_certificate', peer(), ['not_needed'], law(null)],
  ['a state whose issuers gave nothing', 'state_certificate', peer(), ['MPSN ICISF missing'], massachusetts],
  [
    'one certificate of an issuer the state names',
    'state_certificate',
    peer({ credentials: icisf }),
    ['MPSN ICISF ok until 2027-12-31'],
    massachusetts,
  ],
  [
    'an issuer typed in other letters',
    'state_certificate',
    peer({ credentials: [course('AIC', '2028-01-01', ' icisf ')] }),
    ['MPSN ICISF ok until 2027-12-31'],
    massachusetts,
  ],
  [
    'a certificate of theirs that expired',
    'state_certificate',
    peer({ credentials: [course('AIC', '2026-11-23', 'MPSN')] }),
    ['MPSN ICISF missing'],
    massachusetts,
  ],
  ['a professional there', 'state_certificate', peer({ role: 'mhp' }), ['not_needed'], massachusetts],
  ['a signed agreement', 'agreement', peer(), ['ok until 2027-05-31']],
  [
    'an agreement to renew by that day',
    'agreement',
    peer({ agreements: [{ signedOn: date('2024-11-23'), renewBy: day }] }),
    ['missing'],
  ],
  ['a named peer', 'designation', peer(), ['ok']],
  ['a peer nobody named', 'designation', peer({ designations: [] }), ['missing']],
  [
    'one where it is only advised',
    'designation',
    peer({ designations: [] }),
    ['advised'],
    law(null, 'no'),
    advised,
  ],
  [
    'one where policy only advises it but the state needs it',
    'designation',
    peer({ designations: [] }),
    ['missing'],
    law(null, 'yes'),
    advised,
  ],
  [
    'notice given',
    'designation',
    peer({ designations: [{ designatedOn: date('2025-06-01'), endedOn: date('2026-12-01') }] }),
    ['ok until 2026-11-30'],
  ],
  ['a chaplain', 'designation', peer({ role: 'chaplain', designations: [] }), ['not_needed']],
  ['nobody selected', 'selection', peer({ selections: [] }), ['missing']],
  [
    'deselected that day',
    'selection',
    peer({ selections: [{ selectedOn: date('2023-05-01'), deselectedOn: day }] }),
    ['missing'],
  ],
  [
    'selected again',
    'selection',
    peer({
      selections: [
        { selectedOn: date('2023-05-01'), deselectedOn: date('2024-05-01') },
        { selectedOn: date('2026-11-23'), deselectedOn: null },
      ],
    }),
    ['ok'],
  ],
  ['suspended', 'standing', peer({ suspensions: [{ suspendedOn: day, reinstatedOn: null }] }), ['missing']],
  [
    'reinstated that day',
    'standing',
    peer({ suspensions: [{ suspendedOn: date('2026-10-01'), reinstatedOn: day }] }),
    ['ok'],
  ],
  [
    'on leave',
    'leave',
    peer({ leaves: [{ startsOn: date('2026-11-01'), endsOn: date('2026-12-01') }] }),
    ['missing'],
  ],
  [
    'back that day, and away again later',
    'leave',
    peer({
      leaves: [
        { startsOn: date('2026-11-01'), endsOn: day },
        { startsOn: date('2026-12-24'), endsOn: date('2027-01-02') },
      ],
    }),
    ['ok until 2026-12-23'],
  ],
]

describe('the checklist', () => {
  it.each(rows)('%s: %s', (_what, code, standing, expected, state, policy) => {
    expect(told(code, standing, state ?? null, policy)).toEqual(expected)
  })

  it.each([
    ['certificate', null, /^ICISF team membership terms/],
    ['state_certificate', massachusetts, /^M\.G\.L\. c\. 233, § 20O$/],
    ['designation', null, /RCW 5\.60\.060, Louisiana CE 518/],
    ['designation', law(null, 'yes'), /^the text of the state$/],
    ['standing', null, /Montgomery County \(PA\)/],
    ['leave', null, /IACP/],
  ] as const)('names the source of %s', (code, state, source) => {
    const gates = checklist(peer(), day, requirementsFor(defaultPolicy, state))
    expect(gates.find((gate) => gate.code === code)?.source).toMatch(source)
  })

  it('tells its gates in the order they should be put right', () => {
    expect(checklist(peer(), day, requirementsFor(defaultPolicy, null)).map((gate) => gate.code)).toEqual([
      'selection',
      'certificate',
      'certificate',
      'state_certificate',
      'agreement',
      'designation',
      'standing',
      'leave',
    ])
  })
})
