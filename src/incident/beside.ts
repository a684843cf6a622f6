import type { Policy } from '../region/index.ts'
import type { BesideType } from './kinds.ts'
import { isLarge, isOwnDeath } from './nature.ts'
import type { BesideProposal, IncidentFacts } from './proposal.ts'
import { because } from './sources.ts'
import { besideTeam } from './team.ts'
import { reachable, windowFrom } from './timing.ts'

/** For families, and for whoever wants a chaplain: once for each agency concerned, never in place of a plan. */
export function besidePlans(facts: IncidentFacts, policy: Policy, now: Temporal.Instant): BesideProposal[] {
  const agencies = [...new Set(facts.groups.map((group) => group.agencyId))]
  const wanted: BesideType[] = []
  if (facts.further.familiesAffected === 'yes') wanted.push('familySupport')
  if (isOwnDeath(facts) || isLarge(facts)) wanted.push('pastoralSupport')
  return agencies
    .flatMap((agencyId) =>
      wanted.map((type): BesideProposal => {
        const forFamilies = type === 'familySupport'
        return {
          target: { agencyId, role: forFamilies ? 'families' : 'everyone' },
          type,
          timing: windowFrom(facts.overAt ?? now, policy.windows[type]),
          theme: facts.kind,
          team: besideTeam(type, facts.kind),
          reasons: [because(forFamilies ? 'families_apart' : 'pastoral_offer')],
          contraindications: forFamilies ? [because('families_unprotected')] : [],
        }
      }),
    )
    .filter((plan) => reachable(plan.timing, now, policy.team.leadMinutes))
}
