/** Every rule by what it does. */
export const reasonGroups = {
  /** What speaks for a session. */
  proposes: [
    'still_going_on',
    'command_apart',
    'large_release',
    'same_day',
    'window_ahead',
    'same_day_passed',
    'split_group',
    'rumours_and_facts',
    'cumulative',
    'dispatchers_apart',
    'animal_partner',
    'professional_leads',
    'families_apart',
    'pastoral_offer',
  ],
  /** What a rule keeps a group from. */
  rulesOut: [
    'not_while_going_on',
    'straight_back',
    'statements_first',
    'supervisors_among',
    'mixed_exposure',
    'routine_only',
    'facts_first',
    'rest_first',
    'too_few_for_cisd',
    'too_many_circles',
    'small_group_one_to_one',
  ],
  /** What to see to, or to say, before it is held. */
  seeTo: ['sign_off_first', 'investigation_open', 'law_does_not_name', 'law_mixed', 'families_unprotected'],
  /** What to say on the phone beside the plans. */
  advises: [
    'one_to_one_for_all',
    'individual_by_professional',
    'windows_missed',
    'start_at_once',
    'postvention_plan',
    'postvention_facts',
    'postvention_no_method',
    'postvention_closest',
    'postvention_dates',
    'families_ask',
    'chaplain_ask',
    'community_briefing',
    'media_one_voice',
    'interpreter_needed',
    'other_team',
    'shifts_differ',
    'never_mandatory',
    'fit_to_take_part',
    'no_peer_from_scene',
    'referral_open',
    'follow_up',
    'nothing_called_for',
  ],
} as const
export type ReasonGroup = keyof typeof reasonGroups
export type ReasonCode = (typeof reasonGroups)[ReasonGroup][number]

/** A code with the public source it rests on; the words live in reasonWords.ts. */
export type Reason = { readonly code: ReasonCode; readonly source: string }
