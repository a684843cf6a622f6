import { isForce, isLarge, isOwnDeath, owesStatements } from './nature.ts'
import type { Assessment, IncidentFacts } from './proposal.ts'
import type { Reason, ReasonCode } from './reason.ts'
import { isCircle } from './sessions.ts'
import { because } from './sources.ts'

type Found = Pick<Assessment, 'proposals' | 'beside' | 'withheld'>
type Advice = readonly [ReasonCode, (facts: IncidentFacts, found: Found) => boolean]

const meets = (_facts: IncidentFacts, { proposals }: Found) => proposals.length > 0
const inCircle = (_facts: IncidentFacts, { proposals }: Found) => proposals.some(({ type }) => isCircle(type))
const ofSuicide = ({ kind }: IncidentFacts) => kind === 'colleague_suicide'
const withholds =
  (code: ReasonCode) =>
  (_facts: IncidentFacts, { withheld }: Found) =>
    withheld.some(({ because: reasons }) => reasons.some((reason) => reason.code === code))

/** What a coordinator says on the phone beside the plans, in this order. Never a row. */
const advice: readonly Advice[] = [
  ['one_to_one_for_all', () => true],
  ['small_group_one_to_one', withholds('small_group_one_to_one')],
  ['individual_by_professional', (facts) => isForce(facts) && owesStatements(facts)],
  ['windows_missed', withholds('windows_missed')],
  ['start_at_once', (_facts, { proposals }) => proposals.some((one) => one.needsClinicalSignOff)],
  ['postvention_plan', ofSuicide],
  ['postvention_facts', ofSuicide],
  ['postvention_no_method', ofSuicide],
  ['postvention_closest', ofSuicide],
  ['postvention_dates', ofSuicide],
  [
    'families_ask',
    (facts) =>
      facts.further.familiesAffected === 'unknown' &&
      (isOwnDeath(facts) ||
        facts.kind === 'serious_duty_injury' ||
        facts.kind === 'colleague_suicide_attempt' ||
        facts.further.memberInjured === 'yes'),
  ],
  [
    'chaplain_ask',
    (facts) => facts.further.chaplainWanted === 'unknown' && (isOwnDeath(facts) || isLarge(facts)),
  ],
  ['community_briefing', ({ further }) => further.communityAffected === 'yes'],
  ['media_one_voice', ({ kind, further }) => kind === 'excessive_media' || further.mediaAttention === 'yes'],
  ['interpreter_needed', ({ further }) => further.interpreterLanguage !== null],
  ['other_team', ({ further }) => further.otherTeamContacted === 'yes'],
  ['shifts_differ', (facts, found) => facts.further.shiftPattern === 'mixed' && meets(facts, found)],
  ['never_mandatory', meets],
  ['fit_to_take_part', inCircle],
  ['no_peer_from_scene', meets],
  ['referral_open', () => true],
  ['follow_up', () => true],
]

export function adviceFor(facts: IncidentFacts, found: Found): Reason[] {
  return advice.filter(([, applies]) => applies(facts, found)).map(([code]) => because(code))
}

/** A routine call, known to be one: nobody is sent, and everybody may still talk to somebody. */
export function adviceForNothing(): Reason[] {
  return [because('nothing_called_for'), because('one_to_one_for_all'), because('referral_open')]
}
