import type { Policy } from '../region/index.ts'
import type { GroupCase } from './groupCase.ts'
import type { InterventionType } from './kinds.ts'

/** Small groups that talk: the interactive ones. */
export function isCircle(type: InterventionType): boolean {
  return type === 'defusing' || type === 'cisd'
}

const largest = {
  defusing: (policy: Policy) => policy.groupSize.defusing,
  cisd: (policy: Policy) => policy.groupSize.cisd,
  cmb: (policy: Policy) => policy.groupSize.cmb,
}

/** Into how many sessions this group goes: more than one above the size of a circle, or of a briefing. */
export function sessionsFor(type: InterventionType, { group, policy }: GroupCase): number {
  if (type !== 'defusing' && type !== 'cisd' && type !== 'cmb') return 1
  return Math.ceil(group.count / largest[type](policy))
}

/** Circles meet side by side, each with a team of its own; a briefing is one team's, repeated as often as it takes. */
export function isBeyondTeams(type: InterventionType, at: GroupCase): boolean {
  return isCircle(type) && sessionsFor(type, at) > at.policy.groupSize.circlesAtOnce
}
