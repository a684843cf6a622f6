import { loadActivation } from '../activation/index.server.ts'
import type { PlanState } from '../activation/index.ts'
import { reachOf } from '../messaging/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import { loadMembers } from '../roster/index.server.ts'
import { loadBriefing } from './briefing.server.ts'
import { hasLead } from './briefing.ts'
import type { BriefingFacts } from './briefingFacts.ts'

export async function loadBriefingFacts(reader: Reader, plan: PlanState): Promise<BriefingFacts> {
  const activation = (await loadActivation(reader, plan.activationId))!
  const { policy } = await loadPolicy(reader, activation.policyVersion)
  const names = new Map((await loadMembers(reader)).map((member) => [member.id, member.name]))
  const seated = plan.seats.filter((seat) => seat.taken !== null)
  const leading = hasLead(plan) ? seated.filter((seat) => seat.kind === 'lead') : seated
  const leadId = leading[0]?.taken?.memberId
  const reach = leadId === undefined ? null : await reachOf(reader, leadId)
  const { request } = activation
  const agency = (await loadAgencies(reader)).find((one) => one.id === (request ?? plan).agencyId)!
  return {
    region: await loadRegion(reader),
    now: reader.now,
    plan,
    briefing: await loadBriefing(reader, plan.id),
    minutesBefore: policy.team.briefingMinutes,
    lead:
      leadId === undefined
        ? null
        : { name: names.get(leadId) ?? '–', phone: reach?.phoneProven ? reach.phone : null },
    team: seated.map((seat) => names.get(seat.taken!.memberId) ?? '–'),
    agency: { name: agency.name, town: agency.town, phone: agency.phone },
    contact: request === null ? null : { name: request.requesterName, phone: request.callbackPhone },
  }
}
