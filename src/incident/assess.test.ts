import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgencyId, newId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import { assess } from './assess.ts'
import { nothingFurtherKnown } from './further.ts'
import { affectedRoles, type IncidentKind, type InterventionType, incidentKinds } from './kinds.ts'
import { type AffectedGroup, type IncidentFacts, type ReasonCode, reasonCodes } from './proposal.ts'

const agencyId = newId<AgencyId>()
const neighbourId = newId<AgencyId>()
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
    further: nothingFurtherKnown,
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

  it.each<[string, IncidentFacts, Temporal.Instant, InterventionType[]]>([
    ['a crew, same day', facts('grotesque_scene', [{}]), hours(1), ['cisd', 'cmb']],
    ['three people: no CISD', facts('grotesque_scene', [{ count: 3 }]), hours(1), ['cmb']],
    ['an ordinary call: no CISD', facts('other', [{}]), hours(1), ['cmb']],
    ['a hundred and twenty people: no circle', facts('mass_casualty', [{ count: 120 }]), hours(1), ['cmb']],
    [
      'officers after a shooting: no defusing',
      facts('officer_involved_shooting', [{ role: 'officers' }]),
      hours(1),
      ['cmb'],
    ],
    ['after four days: no briefing any more', facts('grotesque_scene', [{}]), hours(96), []],
    ['while it goes on', facts('grotesque_scene', [{}], null), hours(1), []],
    [
      'command while it goes on',
      facts('grotesque_scene', [{ role: 'command' }], null),
      hours(1),
      ['orgConsultation'],
    ],
  ])('alternatives obey the same rules: %s', (_what, given, at, types) => {
    expect(assess(given, defaultPolicy, at).proposals[0]?.alternatives).toEqual(types)
  })

  it('follows the region’s numbers where it decided others', () => {
    const { groupSize, team } = defaultPolicy
    const given = facts('grotesque_scene', [{ count: 6 }])
    const plans = (policy: typeof defaultPolicy, at: Temporal.Instant) =>
      assess(given, policy, at).proposals[0]
    expect(plans(defaultPolicy, hours(20))?.type).toBe('cisd')
    const choosy = { ...defaultPolicy, groupSize: { ...groupSize, cisdSmallest: 7 } }
    expect(plans(choosy, hours(20))?.type).toBe('cmb')
    const closer = { ...defaultPolicy, team: { ...team, participantsPerMember: 2 } }
    expect(plans(closer, hours(20))?.team).toContainEqual({ kind: 'peer', count: 2 })
    const slow = { ...defaultPolicy, team: { ...team, leadMinutes: 12 * 60 } }
    expect(plans(defaultPolicy, hours(1))?.type).toBe('defusing')
    expect(plans(slow, hours(1))?.type).toBe('cisd')
  })

  it.each<[string, IncidentFacts, Temporal.Instant, string]>([
    ['on-scene support', facts('grotesque_scene', [{}], null), hours(1), 'lead 1, peer 1'],
    ['a demobilization', facts('mass_casualty', [{ count: 100 }]), hours(1), 'lead 1, peer 2, mhp 1'],
    ['a defusing for ten', facts('grotesque_scene', [{ count: 10 }]), hours(1), 'lead 1, peer 1'],
    ['a defusing for eleven', facts('grotesque_scene', [{ count: 11 }]), hours(1), 'lead 1, peer 2'],
    ['a CISD for four', facts('grotesque_scene', [{ count: 4 }]), hours(20), 'lead 1, peer 1, mhp 1'],
    ['a CISD for twenty', facts('grotesque_scene', [{ count: 20 }]), hours(20), 'lead 1, peer 3, mhp 1'],
    [
      'a CISD after the death of one of their own',
      facts('line_of_duty_death', [{}]),
      hours(20),
      'lead 1, peer 1, mhp 1, chaplain 1',
    ],
    ['a briefing', facts('excessive_media', [{}]), hours(1), 'lead 1, mhp 1'],
    ['a consultation', facts('grotesque_scene', [{ role: 'command' }]), hours(1), 'lead 1, mhp 1'],
  ])('the team of %s', (_what, given, at, team) => {
    const seats = assess(given, defaultPolicy, at).proposals[0]?.team
    expect(seats?.map((seat) => `${seat.kind} ${seat.count}`).join(', ')).toBe(team)
  })

  const shot = facts('officer_involved_shooting', [{ role: 'officers' }])
  const said: Record<
    ReasonCode,
    [IncidentFacts, Temporal.Instant, 'reasons' | 'contraindications' | 'advice']
  > = {
    still_going_on: [facts('grotesque_scene', [{}], null), hours(1), 'reasons'],
    not_while_going_on: [facts('grotesque_scene', [{}], null), hours(1), 'reasons'],
    command_apart: [facts('grotesque_scene', [{ role: 'command', count: 1 }]), hours(1), 'reasons'],
    large_release: [
      facts('mass_casualty', [{ count: 60 }, { role: 'medics', count: 40 }]),
      hours(1),
      'reasons',
    ],
    same_day: [facts('grotesque_scene', [{}]), hours(1), 'reasons'],
    window_ahead: [shot, hours(1), 'reasons'],
    same_day_passed: [facts('grotesque_scene', [{}]), hours(13), 'reasons'],
    rumours_and_facts: [facts('organizational_betrayal', [{}]), hours(1), 'reasons'],
    cumulative: [facts('multiple_cumulative', [{}]), hours(1), 'reasons'],
    dispatchers_apart: [facts('grotesque_scene', [{ role: 'dispatchers' }]), hours(1), 'reasons'],
    statements_first: [shot, hours(1), 'contraindications'],
    sign_off_first: [facts('colleague_suicide', [{}]), hours(1), 'contraindications'],
    routine_only: [facts('other', [{}]), hours(1), 'contraindications'],
    small_group_one_to_one: [facts('grotesque_scene', [{ count: 2 }]), hours(1), 'advice'],
    one_to_one_for_all: [facts('grotesque_scene', [{}]), hours(1), 'advice'],
    split_group: [facts('grotesque_scene', [{ count: 21 }]), hours(1), 'advice'],
    windows_missed: [facts('grotesque_scene', [{}]), hours(240), 'advice'],
    follow_up: [facts('grotesque_scene', [{}]), hours(1), 'advice'],
  }

  it.each(reasonCodes)('says %s where it applies, with its source', (code) => {
    const [given, at, where] = said[code]
    const { proposals, advice } = assess(given, defaultPolicy, at)
    const reasons = where === 'advice' ? advice : (proposals[0]?.[where] ?? [])
    expect(reasons.find((one) => one.code === code)?.source).toMatch(/.{20}/)
  })

  it.each([
    ['statements_first', facts('officer_involved_shooting', [{ role: 'dispatchers' }])],
    ['sign_off_first', facts('colleague_suicide_attempt', [{}])],
    ['routine_only', facts('grotesque_scene', [{}])],
  ])('does not say %s of others', (code, given) => {
    const [proposal] = assess(given, defaultPolicy, hours(1)).proposals
    expect(proposal?.contraindications.map((one) => one.code)).not.toContain(code)
  })

  const anyFacts = fc.record({
    kind: fc.constantFrom(...incidentKinds),
    over: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
    at: fc.integer({ min: 0, max: 700 }),
    groups: fc.uniqueArray(
      fc.record({
        agencyId: fc.constantFrom(agencyId, neighbourId),
        role: fc.constantFrom(...affectedRoles),
        count: fc.oneof(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 300 })),
      }),
      {
        selector: (group) => `${group.agencyId} ${group.role}`,
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
        expect(new Set(proposals.map((one) => `${one.target.agencyId} ${one.target.role}`)).size).toBe(
          proposals.length,
        )
        for (const one of proposals) {
          expect(Temporal.Instant.compare(one.timing.opens, one.timing.idealUntil)).toBeLessThanOrEqual(0)
          expect(Temporal.Instant.compare(one.timing.idealUntil, one.timing.closes)).toBeLessThanOrEqual(0)
          expect(Temporal.Instant.compare(hours(at), one.timing.closes)).toBeLessThan(0)
          expect(one.team.every((seat) => seat.count > 0)).toBe(true)
          expect(one.reasons.length).toBeGreaterThan(0)
          if (over === null) expect(one.type).toBe('onSceneSupport')
          if (one.target.role === 'command' && over !== null) expect(one.type).toBe('orgConsultation')
          expect(one.alternatives).not.toContain(one.type)
          for (const other of one.alternatives)
            if (over !== null) expect(at).toBeLessThan(over + defaultPolicy.windows[other].closes)
          if (one.type === 'cisd' || one.alternatives.includes('cisd')) {
            expect(kind).not.toBe('other')
            expect(over).not.toBeNull()
            expect(one.target.count).toBeGreaterThanOrEqual(4)
            expect(one.target.count).toBeLessThanOrEqual(20)
          }
          if (one.type === 'cisd') {
            expect(one.team.find((seat) => seat.kind === 'mhp')?.count).toBe(1)
            const peers = one.team.filter((seat) => seat.kind === 'lead' || seat.kind === 'peer')
            expect(peers.reduce((sum, seat) => sum + seat.count, 0)).toBeGreaterThanOrEqual(2)
          }
        }
      }),
    )
  })
})
