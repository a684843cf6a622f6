import type { IncidentFacts } from './proposal.ts'

/** Released together in numbers: one published source demobilizes over 100 personnel. Which kinds is inference. */
export function isLarge({ kind }: IncidentFacts): boolean {
  return kind === 'mass_casualty' || kind === 'disaster_or_terrorism' || kind === 'prolonged_failed_rescue'
}

/** Publicity and broken trust: people want facts from a credible source more than a circle. */
export function wantsFacts({ kind }: IncidentFacts): boolean {
  return kind === 'excessive_media' || kind === 'organizational_betrayal'
}

/** One of their own died: group process is modified and cleared first (general knowledge). */
export function isOwnDeath({ kind, further }: IncidentFacts): boolean {
  return kind === 'line_of_duty_death' || kind === 'colleague_suicide' || further.memberKilled === 'yes'
}

/** Force that somebody will have to account for. */
export function isForce({ kind, further }: IncidentFacts): boolean {
  return (
    kind === 'officer_involved_shooting' ||
    kind === 'deadly_force_other' ||
    further.firearmDischarged === 'yes'
  )
}

/** Statements are owed until somebody says they are complete; not known counts as not complete. */
export function owesStatements({ further }: IncidentFacts): boolean {
  return further.statementsCompleted !== 'yes' && further.counselAgreesToGroup !== 'yes'
}

/** Several hard calls weigh together (ICISF-type lists); from how many on is assumed. */
export function isCumulative({ kind, further }: IncidentFacts): boolean {
  return (
    kind === 'multiple_cumulative' ||
    further.earlierIncidents === 'two_or_three' ||
    further.earlierIncidents === 'four_or_more'
  )
}

/** Of no listed kind, and nothing said that lifts it above what a crew usually copes with. */
export function looksRoutine(facts: IncidentFacts): boolean {
  return facts.kind === 'other' && weighty(facts).every((answer) => answer !== 'yes') && !isCumulative(facts)
}

/** Somebody asked, and it is so: each question that could lift it was answered with no. */
export function isKnownRoutine(facts: IncidentFacts): boolean {
  const { earlierIncidents } = facts.further
  return (
    facts.kind === 'other' &&
    weighty(facts).every((answer) => answer === 'no') &&
    (earlierIncidents === 'none' || earlierIncidents === 'one')
  )
}

function weighty({ further }: IncidentFacts) {
  return [
    further.fatalities,
    further.childInvolved,
    further.memberInjured,
    further.memberKilled,
    further.firearmDischarged,
  ]
}
