import { Ajv2019 } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { AccountId } from '../platform/ids.ts'
import { achievementOf, badgeOf, documentOf, type Issuing, issuerOf } from './badge.ts'
import { achievementSchema, badgeSchema, profileSchema } from './badgeSchema.testing.ts'
import type { Certificate } from './certificate.ts'
import { tinyCourse } from './course.testing.ts'
import { publishedSchema } from './publishedSchema.testing.ts'

const of: Issuing = {
  origin: 'https://peers.example',
  region: { slug: 'harbor', name: 'Harbor Region', timeZone: 'America/New_York' },
}
const certificate: Certificate = {
  id: '01890000-0000-7000-8000-000000000001',
  enrolmentId: '01890000-0000-7000-8000-000000000002',
  accountId: '01890000-0000-7000-8000-00000000aaaa' as AccountId,
  name: 'José Ñ.',
  course: 'tiny',
  title: 'A tiny course',
  onlineMinutes: 50,
  inPersonMinutes: 120,
  scorePercent: 87,
  issuedOn: Temporal.PlainDate.from('2026-11-29'),
  issuedAt: Temporal.Instant.from('2026-11-29T15:04:05.678Z'),
  expiresOn: Temporal.PlainDate.from('2027-07-29'),
  statusIndex: 70_000,
  revocation: null,
}
const subject = 'urn:uuid:01890000-0000-8000-8000-000000000002'
const badge = badgeOf(of, certificate, subject, tinyCourse)

const ajv = new Ajv2019({ allErrors: true })
formats.default(ajv)
const faults = (schema: object, value: unknown) => {
  const check = ajv.compile(schema)
  check(value)
  return (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

describe('a badge', () => {
  it('has what Open Badges 3.0 asks for, and nothing else', () => {
    expect(faults(badgeSchema, badge)).toEqual([])
    expect(faults(badgeSchema, { ...badge, evidence: [] })).toEqual([' must NOT have additional properties'])
    expect(faults(badgeSchema, { ...badge, validFrom: '2026-11-29' })).not.toEqual([])
  })

  it.each<[string, (of: typeof badge) => object, string]>([
    ['as it is made', (whole) => whole, ''],
    ['without its day', ({ validFrom: _, ...rest }) => rest, " must have required property 'validFrom'"],
    ['of another kind', (whole) => ({ ...whole, type: ['VerifiableCredential'] }), '/type must contain'],
    [
      'with its contexts the other way round',
      (whole) => ({ ...whole, '@context': [...whole['@context']].reverse() }),
      '/@context/0',
    ],
    [
      'for nothing',
      (whole) => ({ ...whole, credentialSubject: { type: ['AchievementSubject'] } }),
      "'achievement'",
    ],
    [
      'with an address in it',
      (whole) => {
        const { identifier, ...subject } = whole.credentialSubject
        return {
          ...whole,
          credentialSubject: { ...subject, identifier: [{ ...identifier[0]!, email: 'k@x.example' }] },
        }
      },
      '/credentialSubject/identifier/0 must NOT have additional properties',
    ],
  ])('%s is judged as the published schema has it', (_what, change, fault) => {
    const found = faults(publishedSchema, change(badge)).join('\n')
    if (fault === '') expect(found).toBe('')
    else expect(found).toContain(fault)
  })

  it('counts until the first day on which it doesn’t, by the region’s clock', () => {
    expect([badge.validFrom, badge.validUntil]).toEqual(['2026-11-29T15:04:05Z', '2027-07-29T04:00:00Z'])
    const winter = { ...certificate, expiresOn: Temporal.PlainDate.from('2027-11-29') }
    expect(badgeOf(of, winter, subject, tinyCourse).validUntil).toBe('2027-11-29T05:00:00Z')
  })

  it('says of its holder the name, and neither account, address, result nor date of anything else', () => {
    const whole = JSON.stringify(badge)
    expect(whole.split('José Ñ.')).toHaveLength(2)
    for (const never of [certificate.accountId, certificate.enrolmentId, '@peers', '87', 'mailto'])
      expect(whole).not.toContain(never)
  })

  it('says what was done for it, and what it is not', () => {
    const { narrative } = badge.credentialSubject.achievement.criteria
    expect(badge.credentialSubject.narrative).toBe('0.8 h online, 2 h in person.')
    expect(narrative).toContain('Passed a test of 4 questions')
    expect(narrative).toContain('- Opens a talk.\n- Ends a talk.')
    expect(narrative).toContain('not a course of ICISF')
    expect(narrative).toContain('no license')
  })

  it('still is one when its course is no longer offered', () => {
    const gone = badgeOf(of, certificate, subject, null)
    expect(faults(badgeSchema, gone)).toEqual([])
    expect(gone.credentialSubject.achievement.name).toBe('A tiny course')
    expect(gone.credentialSubject.achievement.criteria.narrative).not.toContain('0 h')
  })
})

describe('what it points to', () => {
  it('is the issuer’s profile and the achievement, as they stand in it', () => {
    const [profile, achievement] = [issuerOf(of), achievementOf(of, tinyCourse)]
    expect(faults(profileSchema, documentOf(profile))).toEqual([])
    expect(faults(achievementSchema, documentOf(achievement))).toEqual([])
    expect(badge.issuer).toEqual(profile)
    expect(badge.credentialSubject.achievement).toEqual(achievement)
    expect(achievement.id).toBe('https://peers.example/harbor/credentials/achievements/tiny')
  })
})
