import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../region/index.ts'
import { assess } from './assess.ts'
import { facts, hours, start } from './facts.testing.ts'
import type { InterventionType } from './kinds.ts'
import type { IncidentFacts } from './proposal.ts'

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
      'officers after a shooting: no group before statements',
      facts('officer_involved_shooting', [{ role: 'officers' }]),
      hours(1),
      [],
    ],
    [
      'officers after a shooting whose statements are complete: a later session',
      facts('officer_involved_shooting', [{ role: 'officers' }], start, { statementsCompleted: 'yes' }),
      hours(20),
      ['cisd'],
    ],
    [
      'dispatchers after a shooting: a group of their own, same day',
      facts('officer_involved_shooting', [{ role: 'dispatchers' }]),
      hours(1),
      ['defusing'],
    ],
    [
      'twenty-five people: two circles side by side, not one',
      facts('grotesque_scene', [{ count: 25 }]),
      hours(1),
      ['defusing'],
    ],
    [
      'sixty-one people: more circles than teams',
      facts('grotesque_scene', [{ count: 61 }]),
      hours(1),
      ['cmb'],
    ],
    [
      'over, and back into it: support near them',
      facts('grotesque_scene', [{}], start, { goingStraightBack: 'yes' }),
      hours(1),
      ['onSceneSupport'],
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
    ['two defusings side by side', facts('grotesque_scene', [{ count: 25 }]), hours(1), 'lead 2, peer 4'],
    [
      'three CISD side by side',
      facts('grotesque_scene', [{ count: 41 }]),
      hours(20),
      'lead 3, peer 6, mhp 3',
    ],
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
})
