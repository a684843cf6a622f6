import type { Reason, ReasonCode } from './reason.ts'

/** What each reason rests on. General knowledge and inference are named as such, and can be changed by a region. */
const sources: Record<ReasonCode, string> = {
  still_going_on: 'Montgomery County CISM, on-scene support: during long events',
  command_apart: 'published scheduling guidance: command and supervisors meet separately',
  large_release: 'demobilization for large events, one published source: over 100 personnel',
  same_day:
    'US Coast Guard COMDTINST 1754.3: a defusing ideally within 8 h; Everly and Mitchell table: within 12 h',
  window_ahead: 'US Coast Guard COMDTINST 1754.3: a CISD ideally after 24–72 h',
  same_day_passed: 'general knowledge of the field: a missed defusing gives way to a CISD or one-to-one',
  rumours_and_facts: 'published guidance on crisis management briefings; numbers are general knowledge',
  cumulative: 'ICISF-type incident lists; inference, configurable',
  dispatchers_apart: 'inference from homogeneous groups: dispatchers were exposed differently',
  animal_partner: 'inference, configurable: the merged incident list counts the death of an animal partner',
  professional_leads:
    'US Coast Guard COMDTINST 1754.3: a mental health professional leads or co-leads a CISD',
  families_apart:
    'Everly and Mitchell table: family support at any time; apart from crews is general knowledge',
  pastoral_offer:
    'Everly and Mitchell table: pastoral support at any time; prayer only if asked is general knowledge',

  not_while_going_on: 'US Coast Guard COMDTINST 1754.3: no group process at the scene',
  straight_back: 'general knowledge of the field: no CISD for people who go straight back into it',
  statements_first:
    'IACP peer support guidelines: after a shooting individual sessions first; group work after statements',
  supervisors_among:
    'a county team’s card: no rank in the room; published scheduling guidance: supervisors meet apart',
  mixed_exposure: 'general knowledge of the field: one group, similar exposure',
  routine_only: 'county team guidance: a CISD is for events that overwhelm usual coping',
  facts_first: 'published guidance on crisis management briefings; before any circle is inference',
  rest_first: 'general knowledge of the field: exhausted people take part in no circle',
  too_few_for_cisd: 'general knowledge of the field: about 4–20 people in a CISD',
  too_many_circles: 'inference, configurable: each circle needs a team of its own',
  split_group: 'general knowledge of the field: 4–20 people in one session',
  small_group_one_to_one:
    'Cochrane review of single-session individual debriefing: use individual crisis intervention',

  sign_off_first: 'general knowledge of the field: a modified process, cleared by the clinical director',
  investigation_open:
    'inference from IACP guidance on shootings: what is said in a group may be asked for later',
  law_does_not_name: 'the state’s pack: whom the law that was read names as protected',
  law_mixed: 'the state’s pack; inference: one room, one protection',
  families_unprotected: 'inference: no statute read for this product names families',

  one_to_one_for_all: 'Everly and Mitchell table: individual support anytime, anywhere',
  individual_by_professional:
    'IACP peer support guidelines (2000): follow-up of a shooting in an individual session by a licensed professional',
  windows_missed: 'inference, configurable: offer one-to-one and follow-up',
  start_at_once: 'inference: the sign-off concerns group process and delays nothing else',
  postvention_plan: 'IAFF suicide postvention SOP for the fire service: prepare a course of action',
  postvention_facts: 'published fire-service guidance on postvention: verify the death, inform early',
  postvention_no_method: 'published fire-service guidance on postvention: do not discuss the method',
  postvention_closest:
    'IAFF suicide postvention SOP: individual, group and peer support; whom first is inference',
  postvention_dates: 'general knowledge of the field: follow-up up to the anniversary',
  families_ask: 'Everly and Mitchell table: family support at any time; asking is inference',
  chaplain_ask:
    'Everly and Mitchell table: pastoral support at any time; for anyone wanting it, so asking is inference',
  community_briefing: 'published guidance on crisis management briefings: communities and families too',
  media_one_voice: 'Massachusetts Department of Fire Services list: excessive media; the advice is inference',
  interpreter_needed: 'inference: nobody takes part in words they do not follow',
  other_team: 'inference: two teams at one agency agree first',
  shifts_differ: 'PASS representative’s call sheet: schedules of those involved, to find a common time',
  never_mandatory:
    'published scheduling guidance: a session is scheduled automatically and attended by choice',
  fit_to_take_part:
    'general knowledge of the field: nobody injured, sedated or intoxicated takes part in a group',
  no_peer_from_scene:
    'statutes of Washington, Louisiana and Colorado: protection may fail for a peer who was there',
  referral_open: 'SAFER-R model of individual crisis intervention: the last step is referral',
  follow_up: 'US Coast Guard COMDTINST 1754.3: follow-up whenever support was given',
  nothing_called_for: 'a county team’s card: overuse on routine calls dilutes what support can do',
}

export function because(code: ReasonCode): Reason {
  return { code, source: sources[code] }
}
