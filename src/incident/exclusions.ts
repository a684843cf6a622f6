import type { GroupCase } from './groupCase.ts'
import type { InterventionType } from './kinds.ts'
import { isForce, looksRoutine, owesStatements, wantsFacts } from './nature.ts'
import type { ReasonCode } from './reason.ts'
import { isBeyondTeams, isCircle } from './sessions.ts'

/** Anything that brings the group together; on-scene support and consultation do not. */
export function isInGroup(type: InterventionType): boolean {
  return isCircle(type) || type === 'rits' || type === 'cmb'
}

export type Exclusion = {
  readonly says: ReasonCode
  /** Told with the plan that is made instead; the others speak for themselves. */
  readonly told: boolean
  readonly rulesOut: (type: InterventionType, at: GroupCase) => boolean
}

/** One person is no group whatever a region says, and a row about so few would point at them. */
export function isTooFew({ group, policy }: GroupCase): boolean {
  return group.count < Math.max(2, policy.groupSize.smallest)
}

const neverForOneOrTwo = (type: InterventionType, at: GroupCase) => isInGroup(type) && isTooFew(at)

const notWhileItGoesOn = (type: InterventionType, { facts }: GroupCase) =>
  isInGroup(type) && facts.overAt === null

const notStraightBackIntoIt = (type: InterventionType, { facts }: GroupCase) =>
  isCircle(type) && facts.further.goingStraightBack === 'yes'

/**
 * Those who fired or saw it. Sworn people count as such until somebody placed all of them elsewhere; of
 * others, those who were there.
 */
const notBeforeStatements = (type: InterventionType, at: GroupCase) =>
  isInGroup(type) && isForce(at.facts) && mayHaveSeenIt(at) && owesStatements(at.facts)

function mayHaveSeenIt({ group, exposures, unplaced }: GroupCase): boolean {
  const sworn =
    group.role === 'officers' || group.role === 'detectives' || group.role === 'corrections_officers'
  return exposures.includes('direct') || (sworn && unplaced > 0)
}

/** Supervisors who were counted as a group of their own meet apart already. */
const notAmongSupervisors = (type: InterventionType, { facts, group }: GroupCase) =>
  isCircle(type) &&
  facts.further.supervisorsInvolved === 'yes' &&
  group.role !== 'supervisors' &&
  !facts.groups.some((other) => other.agencyId === group.agencyId && other.role === 'supervisors')

const notOfMixedExposure = (type: InterventionType, { exposures }: GroupCase) =>
  isCircle(type) && exposures.length > 1

const notForRoutineCalls = (type: InterventionType, { facts }: GroupCase) =>
  type === 'cisd' && looksRoutine(facts)

const factsBeforeCircles = (type: InterventionType, { facts }: GroupCase) =>
  isCircle(type) && wantsFacts(facts)

/** A defusing is today; a CISD leaves a night to sleep. */
const restBeforeDefusing = (type: InterventionType, { facts }: GroupCase) =>
  type === 'defusing' && facts.further.restedEnough === 'no'

const notTooFewForCisd = (type: InterventionType, { group, policy }: GroupCase) =>
  type === 'cisd' && group.count < policy.groupSize.cisdSmallest

/** Why a type is not for a group, first reason first. */
export const exclusions = {
  neverForOneOrTwo: { says: 'small_group_one_to_one', told: false, rulesOut: neverForOneOrTwo },
  notWhileItGoesOn: { says: 'not_while_going_on', told: false, rulesOut: notWhileItGoesOn },
  notBeforeStatements: { says: 'statements_first', told: false, rulesOut: notBeforeStatements },
  notStraightBackIntoIt: { says: 'straight_back', told: true, rulesOut: notStraightBackIntoIt },
  notAmongSupervisors: { says: 'supervisors_among', told: true, rulesOut: notAmongSupervisors },
  notOfMixedExposure: { says: 'mixed_exposure', told: true, rulesOut: notOfMixedExposure },
  notForRoutineCalls: { says: 'routine_only', told: false, rulesOut: notForRoutineCalls },
  factsBeforeCircles: { says: 'facts_first', told: false, rulesOut: factsBeforeCircles },
  restBeforeDefusing: { says: 'rest_first', told: true, rulesOut: restBeforeDefusing },
  notTooFewForCisd: { says: 'too_few_for_cisd', told: false, rulesOut: notTooFewForCisd },
  notBeyondTeams: { says: 'too_many_circles', told: false, rulesOut: isBeyondTeams },
} as const satisfies Readonly<Record<string, Exclusion>>

/** The codes that rule this type out for this group; none: it may be held. */
export function ruledOutBy(type: InterventionType, at: GroupCase): ReasonCode[] {
  return Object.values(exclusions)
    .filter((rule) => rule.rulesOut(type, at))
    .map((rule) => rule.says)
}
