import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../region/index.ts'
import { assess } from './assess.ts'
import { agencyId, facts, hours, start } from './facts.testing.ts'
import type { FurtherFacts } from './further.ts'
import type { NamedByLaw } from './groupCase.ts'
import type { IncidentFacts } from './proposal.ts'
import { type ReasonCode, reasonGroups } from './reason.ts'
import { reasonWords } from './reasonWords.ts'
import { rulesTable } from './rulesTable.ts'

const scene = (further: Partial<FurtherFacts> = {}, overAt: Temporal.Instant | null = start) =>
  facts('grotesque_scene', [{}], overAt, further)
const shot = (further: Partial<FurtherFacts> = {}, role: 'officers' | 'dispatchers' = 'officers') =>
  facts('officer_involved_shooting', [{ role }], start, further)
const suicide = facts('colleague_suicide', [{}])
const withDispatch = facts('grotesque_scene', [{}, { role: 'dispatchers' }])
const exposed = (...counts: [FurtherFacts['exposed'][number]['exposure'], number][]) =>
  counts.map(([exposure, count]) => ({ agencyId, role: 'firefighters' as const, exposure, count }))
const law: NamedByLaw = ['law_enforcement', 'fire', 'ems']

type Place = 'reasons' | 'contraindications' | 'ruledOut' | 'withheld' | 'beside' | 'advice'
type Line = readonly [
  code: ReasonCode,
  saidOf: IncidentFacts,
  at: number,
  where: Place,
  notOf: IncidentFacts,
  notAt?: number,
]

/** Each rule: facts of which it speaks, hours after, where it is said, and facts close by of which it does not. */
const table: readonly Line[] = [
  ['still_going_on', scene({}, null), 1, 'reasons', scene()],
  ['not_while_going_on', scene({}, null), 1, 'reasons', scene()],
  ['command_apart', facts('grotesque_scene', [{ role: 'command', count: 1 }]), 1, 'reasons', scene()],
  [
    'large_release',
    facts('mass_casualty', [{ count: 60 }, { role: 'medics', count: 40 }]),
    1,
    'reasons',
    facts('mass_casualty', [{ count: 60 }, { role: 'medics', count: 39 }]),
  ],
  ['same_day', scene(), 1, 'reasons', scene(), 20],
  ['window_ahead', shot({ statementsCompleted: 'yes' }), 20, 'reasons', scene(), 20],
  ['same_day_passed', scene(), 13, 'reasons', scene(), 1],
  ['rumours_and_facts', facts('organizational_betrayal', [{}]), 1, 'reasons', scene()],
  ['cumulative', facts('multiple_cumulative', [{}]), 1, 'reasons', scene()],
  [
    'cumulative',
    scene({ earlierIncidents: 'two_or_three' }),
    1,
    'reasons',
    scene({ earlierIncidents: 'one' }),
  ],
  [
    'cumulative',
    scene({ earlierIncidents: 'four_or_more' }),
    1,
    'reasons',
    scene({ earlierIncidents: 'none' }),
  ],
  ['dispatchers_apart', facts('dispatch_traumatic_call', [{ role: 'dispatchers' }]), 1, 'reasons', scene()],
  ['animal_partner', facts('animal_partner_death', [{ role: 'officers' }]), 1, 'reasons', scene()],
  ['professional_leads', scene(), 20, 'reasons', scene(), 1],
  ['families_apart', scene({ familiesAffected: 'yes' }), 1, 'beside', scene()],
  ['families_unprotected', scene({ familiesAffected: 'yes' }), 1, 'beside', scene()],
  ['pastoral_offer', scene({ chaplainWanted: 'yes' }), 1, 'beside', facts('line_of_duty_death', [{}])],

  ['straight_back', scene({ goingStraightBack: 'yes' }), 1, 'reasons', scene({ goingStraightBack: 'no' })],
  [
    'straight_back',
    scene({ goingStraightBack: 'yes' }),
    1,
    'ruledOut',
    scene({ goingStraightBack: 'unknown' }),
  ],
  ['statements_first', shot(), 1, 'withheld', shot({ statementsCompleted: 'yes' })],
  [
    'statements_first',
    shot({ statementsCompleted: 'no' }),
    1,
    'withheld',
    shot({ counselAgreesToGroup: 'yes' }),
  ],
  ['statements_first', shot({ counselAgreesToGroup: 'no' }), 1, 'withheld', shot({}, 'dispatchers')],
  [
    'statements_first',
    scene({ firearmDischarged: 'yes', exposed: exposed(['direct', 6]) }),
    1,
    'withheld',
    scene({ firearmDischarged: 'yes', exposed: exposed(['remote', 6]) }),
  ],
  [
    'supervisors_among',
    scene({ supervisorsInvolved: 'yes' }),
    1,
    'reasons',
    facts('grotesque_scene', [{}, { role: 'supervisors', count: 3 }], start, { supervisorsInvolved: 'yes' }),
  ],
  [
    'mixed_exposure',
    scene({ exposed: exposed(['direct', 4], ['remote', 2]) }),
    1,
    'reasons',
    scene({ exposed: exposed(['direct', 6]) }),
  ],
  ['facts_first', facts('excessive_media', [{}]), 1, 'ruledOut', scene()],
  ['rest_first', scene({ restedEnough: 'no' }), 20, 'ruledOut', scene({ restedEnough: 'unknown' }), 20],
  ['too_few_for_cisd', facts('grotesque_scene', [{ count: 3 }]), 20, 'ruledOut', scene(), 20],
  [
    'split_group',
    facts('grotesque_scene', [{ count: 21 }]),
    1,
    'reasons',
    facts('grotesque_scene', [{ count: 20 }]),
  ],
  ['split_group', facts('grotesque_scene', [{ count: 301 }]), 1, 'reasons', scene()],
  [
    'too_many_circles',
    facts('grotesque_scene', [{ count: 61 }]),
    1,
    'ruledOut',
    facts('grotesque_scene', [{ count: 60 }]),
  ],
  [
    'small_group_one_to_one',
    facts('grotesque_scene', [{ count: 2 }]),
    1,
    'withheld',
    facts('grotesque_scene', [{ count: 3 }]),
  ],

  ['sign_off_first', suicide, 1, 'contraindications', facts('colleague_suicide_attempt', [{}])],
  ['sign_off_first', scene({ memberKilled: 'yes' }), 1, 'contraindications', scene({ memberInjured: 'yes' })],
  ['investigation_open', scene({ investigation: 'criminal' }), 1, 'contraindications', scene()],
  [
    'investigation_open',
    scene({ investigation: 'administrative' }),
    1,
    'contraindications',
    scene({ investigation: 'none' }),
  ],
  ['law_does_not_name', facts('grotesque_scene', [{ role: 'dispatchers' }]), 1, 'contraindications', scene()],
  ['law_mixed', withDispatch, 1, 'contraindications', facts('grotesque_scene', [{}, { role: 'medics' }])],
  ['routine_only', facts('other', [{}]), 1, 'contraindications', scene()],
  [
    'routine_only',
    facts('other', [{}]),
    20,
    'ruledOut',
    facts('other', [{}], start, { childInvolved: 'yes' }),
    20,
  ],

  ['one_to_one_for_all', scene(), 1, 'advice', scene()],
  ['individual_by_professional', shot(), 1, 'advice', shot({ statementsCompleted: 'yes' })],
  ['windows_missed', scene(), 241, 'advice', scene(), 1],
  ['start_at_once', suicide, 1, 'advice', scene()],
  ['postvention_plan', suicide, 1, 'advice', facts('line_of_duty_death', [{}])],
  ['postvention_facts', suicide, 1, 'advice', scene()],
  ['postvention_no_method', suicide, 1, 'advice', scene()],
  ['postvention_closest', suicide, 1, 'advice', scene()],
  ['postvention_dates', suicide, 1, 'advice', scene()],
  ['families_ask', suicide, 1, 'advice', facts('colleague_suicide', [{}], start, { familiesAffected: 'no' })],
  ['families_ask', scene({ memberInjured: 'yes' }), 1, 'advice', scene()],
  ['chaplain_ask', suicide, 1, 'advice', facts('colleague_suicide', [{}], start, { chaplainWanted: 'no' })],
  ['chaplain_ask', scene({ memberKilled: 'yes' }), 1, 'advice', scene()],
  ['community_briefing', scene({ communityAffected: 'yes' }), 1, 'advice', scene()],
  ['media_one_voice', scene({ mediaAttention: 'yes' }), 1, 'advice', scene()],
  ['interpreter_needed', scene({ interpreterLanguage: 'es' }), 1, 'advice', scene()],
  ['other_team', scene({ otherTeamContacted: 'yes' }), 1, 'advice', scene({ otherTeamContacted: 'no' })],
  ['shifts_differ', scene({ shiftPattern: 'mixed' }), 1, 'advice', scene({ shiftPattern: 'same_shift' })],
  ['never_mandatory', scene(), 1, 'advice', facts('grotesque_scene', [{ count: 1 }])],
  ['fit_to_take_part', scene(), 1, 'advice', facts('excessive_media', [{}])],
  ['no_peer_from_scene', scene(), 1, 'advice', scene(), 241],
  ['referral_open', scene(), 1, 'advice', scene()],
  ['follow_up', scene(), 1, 'advice', scene()],
  [
    'nothing_called_for',
    facts('other', [{}], start, {
      fatalities: 'no',
      childInvolved: 'no',
      memberInjured: 'no',
      memberKilled: 'no',
      firearmDischarged: 'no',
      earlierIncidents: 'one',
    }),
    1,
    'advice',
    facts('other', [{}]),
  ],
]

/** Where it is said, of every group and of what is held beside them. */
function saidAt(given: IncidentFacts, at: number, where: Place): readonly { code: string; source: string }[] {
  const found = assess(given, defaultPolicy, hours(at), law)
  if (where === 'advice') return found.advice
  if (where === 'withheld') return found.withheld.flatMap((one) => one.because)
  if (where === 'ruledOut') return found.proposals.flatMap((one) => one.ruledOut.map((rule) => rule.because))
  if (where === 'beside') return found.beside.flatMap((one) => [...one.reasons, ...one.contraindications])
  return found.proposals.flatMap((one) => one[where])
}

const codes: readonly ReasonCode[] = Object.values(reasonGroups).flat()
/** Said of everything, so there are no facts of which they are not. */
const always: readonly ReasonCode[] = ['one_to_one_for_all', 'referral_open', 'follow_up']

describe('the rules', () => {
  for (const [code, given, at, where, other, otherAt = at] of table) {
    it(`${code} is said where it applies, with its source`, () => {
      const said = saidAt(given, at, where).find((one) => one.code === code)
      expect(said?.source).toMatch(/.{20}/)
    })
    if (always.includes(code)) continue
    it(`${code} is not said of what is close by`, () => {
      expect(saidAt(other, otherAt, where).map((one) => one.code)).not.toContain(code)
    })
  }

  it('are all in the table', () => {
    expect(codes.filter((code) => !table.some((line) => line[0] === code))).toEqual([])
  })

  it('say nothing about law nobody read', () => {
    const { proposals } = assess(withDispatch, defaultPolicy, hours(1), null)
    expect(proposals.flatMap((one) => one.contraindications)).toEqual([])
  })

  it('print each with its words and its source', () => {
    const printed = rulesTable()
    for (const code of codes) expect(printed).toContain(`${code}\n  ${reasonWords.en[code]}\n  Source: `)
  })
})
