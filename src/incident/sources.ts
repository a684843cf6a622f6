import type { Reason, ReasonCode } from './proposal.ts'

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
  statements_first:
    'IACP peer support guidelines: after a shooting individual sessions first; group work after statements',
  sign_off_first: 'general knowledge of the field: a modified process, cleared by the clinical director',
  routine_only: 'county team guidance: a CISD is for events that overwhelm usual coping',
  not_while_going_on: 'US Coast Guard COMDTINST 1754.3: no group process at the scene',
  small_group_one_to_one:
    'Cochrane review of single-session individual debriefing: use individual crisis intervention',
  one_to_one_for_all: 'Everly and Mitchell table: individual support anytime, anywhere',
  split_group: 'general knowledge of the field: 4–20 people in one session',
  windows_missed: 'inference, configurable: offer one-to-one and follow-up',
  follow_up: 'US Coast Guard COMDTINST 1754.3: follow-up whenever support was given',
  dispatchers_apart: 'inference from homogeneous groups: dispatchers were exposed differently',
}

export function because(code: ReasonCode): Reason {
  return { code, source: sources[code] }
}
