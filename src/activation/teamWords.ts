import type { NotChosenReason, SeatReason } from './explain.ts'
import type { PlanStage } from './planState.ts'
import type { ActivationCode } from './problems.ts'

/** Why somebody fits, in a few quiet words. */
export const seatReasonWords: Record<SeatReason, string> = {
  another_agency: 'another agency',
  same_discipline: 'same discipline',
  on_call: 'on call',
  near: 'near',
  rested: 'rested',
  speaks_language: 'speaks the language',
}

export const notChosenWords: Record<NotChosenReason, string> = {
  not_deployable: 'not deployable on that day',
  affected_agency: 'affected agency',
  conflict: 'not available',
  already_answered: 'asked already',
  committed: 'bound elsewhere',
  unavailable: 'not available',
  resting: 'resting',
  no_seat_for_role: 'no seat for this role',
  agency_at_limit: 'enough from this agency',
  others_fit_better: 'others fit better',
}

export const stageWords: Record<PlanStage, string> = {
  proposed: 'Proposed',
  filling: 'Filling',
  filled: 'Filled',
  closed: 'Closed',
  cancelled: 'Stood down',
  window_closed: 'Window closed',
}

/** What a person reads when something can't be done, and what to do next. */
export const problemWords: Record<ActivationCode, string> = {
  unknown_region: 'There is no such region.',
  unknown_activation: 'There is no such activation. Open the list and choose one.',
  unknown_plan: 'There is no such plan in this activation.',
  unknown_offer: 'This link has nothing to answer any more.',
  not_allowed: 'Your role doesn’t allow this. Ask a coordinator.',
  not_spoken_yet: 'Speak to the agency first and record it. Then a plan can be approved.',
  spoken_already: 'Somebody recorded the call already. Reload to see it.',
  spoken_in_future: 'This lies in the future. Give the time at which you spoke.',
  approved_already: 'This plan is approved already. Reload to see the team filling.',
  not_approved_yet: 'This plan is not approved yet, so there is nothing to close.',
  needs_sign_off:
    'After this kind of loss the clinical director or a named deputy must agree. Record who did.',
  session_outside_window: 'The session must start inside the window. Choose another time.',
  session_in_past: 'The session would start in the past. Choose a later time.',
  ended_already: 'This has ended already. Nothing was changed.',
  changed_meanwhile: 'Somebody changed this meanwhile. Reload and look again.',
  answered_already: 'This offer is answered already. Thank you.',
  stood_down: 'You are not needed this time. Thank you for being ready.',
  seat_taken: 'The seat was filled a moment ago. Thank you for being ready.',
  bound_elsewhere: 'You are bound elsewhere at that time. Step back there first.',
  agency_at_limit: 'Enough people of your agency are on this team. Thank you for being ready.',
  conflict_unanswered: 'Please answer this question with yes or no first.',
  from_time_missing: 'Give the time from which you can.',
  from_time_past: 'This lies before you were asked. Check the day and the time from which you can.',
  not_on_the_team: 'You are not on this team, so there is nothing to step back from.',
  unknown_agency: 'Choose an agency of this region.',
}
