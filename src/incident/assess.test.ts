import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgencyId, newId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import { assess } from './assess.ts'
import { affectedRoles, type IncidentKind, incidentKinds } from './kinds.ts'
import type { AffectedGroup, IncidentFacts } from './proposal.ts'

const agencyId = newId<AgencyId>()
const start = Temporal.Instant.from('2026-11-23T02:00:00Z')
const hours = (count: number) => start.add({ minutes: Math.round(count * 60) })

function facts(
  kind: IncidentKind,
  groups: Partial<AffectedGroup>[],
  overAt: Temporal.Instant | null = start,
): IncidentFacts {
  return {
    kind,
    occurredAt: start.subtract({ hours: 1 }),
    overAt,
    groups: groups.map((group) => ({ agencyId, role: 'firefighters', count: 6, ...group })),
  }
}
const typesOf = (given: IncidentFacts, at: Temporal.Instant) =>
  assess(given, defaultPolicy, at).proposals.map((one) => one.type)
const adviceOf = (given: IncidentFacts, at: Temporal.Instant) =>
  assess(given, defaultPolicy, at).advice.map((one) => one.code)

describe('what an incident calls for', () => {
  it.each([
    ['a crew of six, same day: a defusing', facts('child_death_or_injury', [{}]), hours(1), ['defusing']],
    ['the same crew next day: a CISD', facts('child_death_or_injury', [{}]), hours(20), ['cisd']],
    [
      'three people next day: too few for a CISD, a briefing instead',
      facts('child_death_or_injury', [{ count: 3 }]),
      hours(20),
      ['cmb'],
    ],
    ['everything missed after eleven days', facts('child_death_or_injury', [{}]), hours(11 * 24), []],
    [
      'while it goes on: on-scene support only',
      facts('child_death_or_injury', [{}], null),
      hours(1),
      ['onSceneSupport'],
    ],
    ['one person: advice, never a row', facts('grotesque_scene', [{ count: 1 }]), hours(1), []],
    ['two people: advice, never a row', facts('grotesque_scene', [{ count: 2 }]), hours(1), []],
    [
      'command apart from the crew',
      facts('mass_casualty', [{}, { role: 'command', count: 2 }]),
      hours(1),
      ['defusing', 'orgConsultation'],
    ],
    ['a large release: demobilization', facts('disaster_or_terrorism', [{ count: 120 }]), hours(1), ['rits']],
    [
      'a large release hours later: a briefing',
      facts('disaster_or_terrorism', [{ count: 120 }]),
      hours(10),
      ['cmb'],
    ],
    [
      'officers after a shooting: not before statements',
      facts('officer_involved_shooting', [{ role: 'officers' }]),
      hours(1),
      ['cisd'],
    ],
    [
      'dispatchers after a shooting: a group of their own, same day',
      facts('officer_involved_shooting', [{ role: 'dispatchers' }]),
      hours(1),
      ['defusing'],
    ],
    ['publicity: facts from a credible source', facts('excessive_media', [{}]), hours(1), ['cmb']],
    ['an ordinary call: never a CISD', facts('other', [{}]), hours(20), ['cmb']],
  ])('%s', (_what, given, at, types) => {
    expect(typesOf(given, at)).toEqual(types)
  })

  it('advises one-to-one for a single person', () => {
    expect(adviceOf(facts('grotesque_scene', [{ count: 1 }]), hours(1))).toContain('small_group_one_to_one')
  })

  it('says when everything was missed', () => {
    expect(adviceOf(facts('grotesque_scene', [{}]), hours(300))).toContain('windows_missed')
  })

  it.each(['line_of_duty_death', 'colleague_suicide'] as const)(
    'asks for clinical sign-off after %s',
    (kind) => {
      const [proposal] = assess(facts(kind, [{}]), defaultPolicy, hours(1)).proposals
      expect(proposal?.needsClinicalSignOff).toBe(true)
      expect(proposal?.contraindications.map((one) => one.code)).toContain('sign_off_first')
    },
  )

  it('counts the window from when it was over', () => {
    const [proposal] = assess(facts('child_death_or_injury', [{}]), defaultPolicy, hours(1)).proposals
    expect(proposal?.timing.opens.equals(start)).toBe(true)
    expect(proposal?.timing.idealUntil.equals(hours(8))).toBe(true)
    expect(proposal?.timing.closes.equals(hours(12))).toBe(true)
  })

  const anyFacts = fc.record({
    kind: fc.constantFrom(...incidentKinds),
    over: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
    at: fc.integer({ min: 0, max: 700 }),
    groups: fc.uniqueArray(
      fc.record({ role: fc.constantFrom(...affectedRoles), count: fc.integer({ min: 1, max: 300 }) }),
      {
        selector: (group) => group.role,
        minLength: 1,
        maxLength: 5,
      },
    ),
  })

  it('keeps its promises for any incident', () => {
    fc.assert(
      fc.property(anyFacts, ({ kind, over, at, groups }) => {
        const given = facts(kind, groups, over === null ? null : hours(over))
        const { proposals } = assess(given, defaultPolicy, hours(at))
        expect(proposals.length).toBeLessThanOrEqual(groups.length)
        expect(new Set(proposals.map((one) => one.target.role)).size).toBe(proposals.length)
        for (const one of proposals) {
          expect(Temporal.Instant.compare(one.timing.opens, one.timing.idealUntil)).toBeLessThanOrEqual(0)
          expect(Temporal.Instant.compare(one.timing.idealUntil, one.timing.closes)).toBeLessThanOrEqual(0)
          expect(Temporal.Instant.compare(hours(at), one.timing.closes)).toBeLessThan(0)
          expect(one.team.every((seat) => seat.count > 0)).toBe(true)
          expect(one.reasons.length).toBeGreaterThan(0)
          if (over === null) expect(one.type).toBe('onSceneSupport')
          if (one.target.role === 'command' && over !== null) expect(one.type).toBe('orgConsultation')
          if (one.type === 'cisd') {
            expect(one.target.count).toBeGreaterThanOrEqual(4)
            expect(one.target.count).toBeLessThanOrEqual(20)
            expect(one.team.find((seat) => seat.kind === 'mhp')?.count).toBe(1)
            const peers = one.team.filter((seat) => seat.kind === 'lead' || seat.kind === 'peer')
            expect(peers.reduce((sum, seat) => sum + seat.count, 0)).toBeGreaterThanOrEqual(2)
          }
        }
      }),
    )
  })
})
