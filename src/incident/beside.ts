import type { AgencyId } from '../platform/ids.ts'
import type { Policy } from '../region/index.ts'
import type { BesideType } from './kinds.ts'
import type { BesideProposal, IncidentFacts } from './proposal.ts'
import type { ReasonCode } from './reason.ts'
import { because } from './sources.ts'
import { besideTeam } from './team.ts'
import { reachable, windowFrom } from './timing.ts'

/**
 * For the families of each agency concerned, and once, through the agency with most people in it, where somebody
 * wants one, for whoever wants a chaplain. Never in place of a plan.
 */
export function besidePlans(facts: IncidentFacts, policy: Policy, now: Temporal.Instant): BesideProposal[] {
  const plans: BesideProposal[] = []
  const plan = (type: BesideType, agencyId: AgencyId, reason: ReasonCode, against: readonly ReasonCode[]) =>
    plans.push({
      target: { agencyId, role: type === 'familySupport' ? 'families' : 'everyone' },
      type,
      timing: windowFrom(facts.overAt ?? now, policy.windows[type]),
      theme: facts.kind,
      team: besideTeam(type, facts.kind),
      reasons: [because(reason)],
      contraindications: against.map(because),
    })
  if (facts.further.familiesAffected === 'yes')
    for (const agencyId of new Set(facts.groups.map((group) => group.agencyId)))
      plan('familySupport', agencyId, 'families_apart', ['families_unprotected'])
  const [largest] = [...facts.groups].sort((one, other) => other.count - one.count)
  if (facts.further.chaplainWanted === 'yes' && largest !== undefined)
    plan('pastoralSupport', largest.agencyId, 'pastoral_offer', [])
  return plans.filter((one) => reachable(one.timing, now, policy.team.leadMinutes))
}
