import type { SeatKind } from '../incident/index.ts'
import type { Candidate } from './candidate.ts'
import type { Call } from './compose.ts'

/**
 * The one cost of a team, in whole points; a point is about a minute of somebody's night. Every number here is
 * an assumption a region can argue with; none of them can seat a blocked person or leave a seat open.
 */
export const points = {
  notOnCall: 20,
  /** For each session in the last year, up to five: the load goes round. */
  eachSession: 6,
  /** Less than two weeks since the last session. */
  lessRested: 15,
  otherLanguage: 10,
  /** A lead in a peer's seat is a lead less for the next call. */
  leadAsPeer: 5,
  /** Only where the region has softened the rule to a warning. */
  affectedAgency: 1000,
  /** Nobody on the team from the affected people's own discipline. Counted once a team. */
  noMatchingDiscipline: 60,
  /** Everybody on the team is new, so nobody new sits beside somebody experienced. Counted once a team. */
  nobodyExperienced: 120,
  /** The agency wished for a woman or a man, and nobody on the team is. Counted once a team. */
  wishUnmet: 40,
} as const

/** Points for this person in this seat. */
export function costOf(candidate: Candidate, kind: SeatKind, call: Call): number {
  return (
    Math.min(600, Math.round(candidate.travelMinutes)) +
    (candidate.onCall ? 0 : points.notOnCall) +
    Math.min(5, candidate.sessionsThisYear) * points.eachSession +
    (candidate.restedDays < 14 ? points.lessRested : 0) +
    (call.language !== null && !candidate.languages.includes(call.language) ? points.otherLanguage : 0) +
    (kind === 'peer' && candidate.canLead ? points.leadAsPeer : 0) +
    (isAffected(candidate, call) ? points.affectedAgency : 0)
  )
}

/** Something happened to an agency of theirs, whichever of them. */
export function isAffected(candidate: Candidate, call: Call): boolean {
  const own = [candidate.agencyId, ...candidate.furtherAgencies]
  return call.affectedAgencies.some((agency) => own.includes(agency))
}

export function matchesDiscipline(candidate: Candidate, call: Call): boolean {
  return candidate.disciplines.includes(call.discipline)
}

/** Whether somebody has held enough sessions to take somebody new along. */
export function isExperienced(candidate: Candidate, { policy }: Call): boolean {
  return candidate.sessionsEver >= policy.newUntilSessions
}

const always = [
  { name: 'unmatched', points: points.noMatchingDiscipline, isMetBy: matchesDiscipline },
  { name: 'unpaired', points: points.nobodyExperienced, isMetBy: isExperienced },
] as const
const wished = {
  name: 'unwished',
  points: points.wishUnmet,
  isMetBy: (candidate: Candidate, { wish }: Call) => candidate.gender === wish,
} as const

/** What a team as a whole should have in somebody, whoever it is; without it, points are counted once. */
export function wishesOf({ wish }: Call) {
  return wish === null ? always : [...always, wished]
}
