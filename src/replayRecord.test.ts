import { describe, expect, it } from 'vitest'
import type { DemoMember } from '../demo/cast.ts'
import { goes } from './replayRecord.server.ts'

const holding = (issuer: string, ...kinds: DemoMember['credentials'][number]['kind'][]) =>
  kinds.map((kind) => ({ kind, issuer, number: 'FICT-1', issuedDaysAgo: 400, validDays: 1826 }))
const someone = (given: Partial<DemoMember> = {}): DemoMember => ({
  key: 'kit-a',
  name: 'Kit A.',
  email: 'kit.a@peers.example',
  agency: 'Larkfield Fire',
  role: 'peer',
  rankBand: 'line',
  disciplines: ['fire'],
  languages: ['en'],
  town: 'Larkfield',
  latitude: null,
  longitude: null,
  phone: null,
  credentials: holding('ICISF', 'AIC', 'GCI'),
  agreementSignedDaysAgo: 10,
  designationDaysAgo: 10,
  onCall: null,
  unavailability: null,
  standing: 'active',
  ...given,
})

describe('the replay’s own check of who may sit', () => {
  it.each<[string, Partial<DemoMember>, string, boolean]>([
    ['a peer with everything', {}, 'harbor', true],
    ['a peer of another issuer', { credentials: holding('Elsewhere', 'AIC', 'GCI') }, 'harbor', false],
    ['the same in Pennsylvania', { credentials: holding('Elsewhere', 'AIC', 'GCI') }, 'montgomery', true],
    ['a peer with one course', { credentials: holding('ICISF', 'GCI') }, 'harbor', false],
    ['a suspended peer', { standing: 'suspended' }, 'harbor', false],
    ['a peer without agreement', { agreementSignedDaysAgo: null }, 'harbor', false],
    ['a peer nobody named', { designationDaysAgo: null }, 'montgomery', false],
    ['a clinician', { role: 'mhp', credentials: holding('Elsewhere', 'license', 'GCI') }, 'harbor', true],
    ['a clinician without licence', { role: 'mhp' }, 'harbor', false],
    ['a chaplain nobody vouches for', { role: 'chaplain' }, 'harbor', false],
  ])('%s', (_what, given, region, allowed) => {
    expect(goes(someone(given), region)).toBe(allowed)
  })
})
