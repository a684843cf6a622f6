import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../region/index.ts'
import { checklist, deployableOn, requirementsFor, type Standing } from '../roster/index.ts'
import { type CourseFacts, dutyWay, type WayFacts } from './dutyWay.ts'
import { renewalRefused } from './renewal.ts'
import type { Step } from './way.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2027-03-01')
const law = {
  law: { citation: 'M.G.L. c. 233, § 20O' },
  supporter: { certifiedBy: ['MPSN', 'ICISF'], designatedBefore: 'unknown' as const },
  covered: { disciplines: [] },
}
const asking = (...peer: string[]) => ({
  standing: { ...defaultPolicy.standing, certificates: { ...defaultPolicy.standing.certificates, peer } },
})
const paper = (kind: string, issuer: string, until = '2029-01-01') => ({
  ...{ kind, issuer, issuedOn: day('2026-01-01'), expiresOn: day(until) },
})
const whole: Standing = {
  role: 'peer',
  selections: [{ selectedOn: day('2026-01-01'), deselectedOn: null }],
  credentials: [paper('AIC', 'ICISF'), paper('tiny', 'here (own course)')],
  agreements: [{ signedOn: day('2026-06-01'), renewBy: day('2028-06-01') }],
  designations: [{ designatedOn: day('2026-01-01'), endedOn: null }],
  suspensions: [],
  leaves: [],
}
const step = (code: Step['code'], done: boolean): Step => ({ code, done, have: done ? 2 : 1, of: 2 })
const steps = (done: boolean) =>
  (['lessons', 'practice', 'test', 'room', 'skills'] as const).map((code) => step(code, done))
const course = (more: Partial<CourseFacts> = {}): CourseFacts => ({
  ...{ id: 'tiny', asked: true, enrolment: null, steps: steps(false), certificate: null, ...more },
})
const held = { id: 'c', lastDay: day('2028-12-31'), state: 'valid' as const }
const facts = (
  standing: Standing,
  more: Partial<WayFacts> = {},
  policy = asking('AIC', 'tiny'),
): WayFacts => ({
  ...{ today, member: true, offSince: null, waiting: [], courses: [course()] },
  gates: checklist(standing, today, requirementsFor(policy, law)),
  ...more,
})
const lines = (given: WayFacts) => {
  const way = dutyWay(given)
  return [...way.courses.flatMap((one) => one.lines), ...way.papers, ...way.team]
}
const line = (given: WayFacts, code: string) => lines(given).find((one) => one.code === code)!
const open = { id: 'e', state: 'open' as const }

describe('the way to duty', () => {
  it('is walked from the first lesson to leave', () => {
    expect(lines(facts(whole)).map((one) => one.code)).toEqual([
      ...['lessons', 'practice', 'test', 'room', 'skills', 'course_certificate', 'state_certificate'],
      ...['certificate', 'designation', 'agreement', 'selection', 'standing', 'leave'],
    ])
  })

  const without = (...kinds: string[]): Standing => ({
    ...whole,
    credentials: whole.credentials.filter((one) => !kinds.includes(one.kind)),
  })
  it.each<[string, Standing]>([
    ['everything in order', whole],
    ['nothing at all', { ...whole, credentials: [], selections: [], agreements: [], designations: [] }],
    ['our certificate missing', without('tiny')],
    [
      'the law’s paper missing',
      { ...without('AIC'), credentials: [paper('AIC', 'ACME'), paper('tiny', 'x')] },
    ],
    [
      'a paper that ran out',
      { ...whole, credentials: [paper('AIC', 'ICISF', '2027-03-01'), paper('tiny', 'x')] },
    ],
    ['suspended', { ...whole, suspensions: [{ suspendedOn: day('2027-02-01'), reinstatedOn: null }] }],
    ['on leave', { ...whole, leaves: [{ startsOn: day('2027-02-01'), endsOn: day('2027-04-01') }] }],
    ['a chaplain', { ...whole, role: 'chaplain' }],
  ])('lets somebody go exactly where the roster does: %s', (_what, standing) => {
    const given = facts(standing)
    const way = dutyWay(given)
    const roster = deployableOn(standing, today, requirementsFor(asking('AIC', 'tiny'), law))
    expect([way.goes, way.until]).toEqual([roster.deployable, roster.until])
    expect(way.open === 0).toBe(roster.deployable)
    expect(lines(given).filter((one) => one.bars)).toHaveLength(way.open)
  })

  it('never takes a certificate of ours for what the law names', () => {
    const given = facts(
      { ...whole, credentials: [paper('tiny', 'here (own course)')] },
      { courses: [course({ certificate: held, steps: steps(true), enrolment: { id: 'e', state: 'over' } })] },
      asking('tiny'),
    )
    expect(line(given, 'course_certificate').state).toBe('done')
    expect(line(given, 'state_certificate')).toMatchObject({ state: 'open', bars: true, next: 'enter_paper' })
    expect(line(given, 'state_certificate').source).toBe('M.G.L. c. 233, § 20O')
    expect(dutyWay(given).goes).toBe(false)
  })

  it('bars nobody by a course that is only offered', () => {
    const given = facts(whole, { courses: [course({ asked: false, enrolment: open })] }, asking('AIC'))
    expect(dutyWay(given)).toMatchObject({ goes: true, open: 0 })
    expect(line(given, 'lessons')).toMatchObject({ state: 'not_needed', next: 'go_on' })
  })

  it('asks whoever is no member for their papers and for a place on the team, and for nothing else', () => {
    const given = facts(whole, { member: false, courses: [] })
    const way = dutyWay(given)
    expect(way.team).toMatchObject([{ code: 'member', bars: true, next: 'ask' }])
    expect([way.goes, way.until]).toEqual([false, null])
  })

  it('bars who is off call until they are cleared', () => {
    expect(dutyWay(facts(whole, { offSince: day('2027-02-20') }))).toMatchObject({ goes: false, open: 1 })
  })

  it('says that a paper waits, where one was entered that could be it', () => {
    const none = { ...whole, credentials: [] }
    const waits = (kind: string, issuer: string) => {
      const given = facts(none, { waiting: [{ kind, issuer }] })
      return [line(given, 'state_certificate').next, line(given, 'certificate').next]
    }
    expect(waits('AIC', ' icisf ')).toEqual(['paper_waits', 'paper_waits'])
    expect(waits('other', 'ICISF')).toEqual(['paper_waits', 'enter_paper'])
    expect(waits('AIC', 'ACME')).toEqual(['enter_paper', 'paper_waits'])
  })

  describe('of a course that is asked for', () => {
    const none = { ...whole, credentials: whole.credentials.filter((one) => one.kind !== 'tiny') }
    const next = (more: Partial<CourseFacts>, standing: Standing = none) => {
      const given = facts(standing, { courses: [course(more)] })
      return lines(given)
        .slice(0, 6)
        .map((one) => one.next)
    }
    it.each<[string, Partial<CourseFacts>, (string | null)[]]>([
      ['not begun', {}, Array(6).fill('enrol')],
      ['waiting for a yes', { enrolment: { id: 'e', state: 'asked' } }, Array(6).fill('wait_yes')],
      ['under way', { enrolment: open }, ['go_on', 'go_on', 'go_on', 'classes', 'classes', 'go_on']],
      ['all done', { enrolment: open, steps: steps(true) }, [null, null, null, null, null, 'made_soon']],
      [
        'lapsed',
        {
          enrolment: { id: 'e', state: 'over' },
          certificate: { ...held, state: 'lapsed' },
          steps: steps(true),
        },
        [null, null, null, null, null, 'renew'],
      ],
      [
        'lapsed and begun anew',
        { enrolment: open, certificate: { ...held, state: 'lapsed' } },
        ['go_on', 'go_on', 'go_on', 'classes', 'classes', 'go_on'],
      ],
      [
        'revoked',
        {
          enrolment: { id: 'e', state: 'over' },
          certificate: { ...held, state: 'revoked' },
          steps: steps(true),
        },
        [null, null, null, null, null, 'enrol'],
      ],
    ])('%s', (_what, more, wanted) => {
      expect(next(more)).toEqual(wanted)
    })

    it('that runs out soon can be renewed, and what is open in the renewal bars nobody yet', () => {
      const soon = { ...whole, credentials: [paper('AIC', 'ICISF'), paper('tiny', 'x', '2027-05-30')] }
      const ending = { ...held, lastDay: day('2027-05-29') }
      const given = facts(soon, { courses: [course({ certificate: ending })] })
      expect(line(given, 'course_certificate')).toMatchObject({ state: 'ends', next: 'renew', bars: false })
      expect(line(given, 'lessons').state).toBe('done')
      const renewing = facts(soon, { courses: [course({ certificate: ending, enrolment: open })] })
      expect(line(renewing, 'lessons')).toMatchObject({ state: 'open', bars: false, next: 'go_on' })
      expect(dutyWay(renewing)).toMatchObject({ goes: true, open: 0 })
    })
  })
})

describe('a renewal', () => {
  const refused = (lastDay: string, revoked = false) =>
    renewalRefused(
      {
        expiresOn: day(lastDay).add({ days: 1 }),
        revocation: revoked ? { ground: 'own_wish', at: Temporal.Instant.from('2027-01-01T00:00Z') } : null,
      },
      today,
    )
  it.each([
    ['2027-05-31', 'renewal_early'],
    ['2027-05-30', null],
    ['2027-03-01', null],
    ['2026-03-01', null],
  ])('of what holds until %s: %s', (lastDay, wanted) => {
    expect(refused(lastDay)).toBe(wanted)
  })
  it('is never of one that was revoked', () => {
    expect(refused('2027-03-15', true)).toBe('certificate_revoked')
  })
})
