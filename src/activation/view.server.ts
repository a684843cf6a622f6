import { loadIncident } from '../incident/index.server.ts'
import { assess } from '../incident/index.ts'
import { loadReach } from '../messaging/index.server.ts'
import type { Reach } from '../messaging/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { ActivationId, MemberId, PlanId } from '../platform/ids.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import { lawNames, loadMembers } from '../roster/index.server.ts'
import { loadAlert } from './alertStore.server.ts'
import { loadAsked } from './asked.server.ts'
import { policyFor } from './bookedPolicy.ts'
import { loadCandidates } from './candidates.server.ts'
import { type NotChosen, notChosen } from './explain.ts'
import { loadMessages } from './messages.server.ts'
import { type Messages, notReached, notTold } from './newestMessage.ts'
import { type Outlook, outlookOf } from './outlook.ts'
import { callOf } from './planCall.ts'
import { openCounts, type PlanState, stageOf } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { loadPostvention } from './postvention.server.ts'
import { loadActivation } from './store.server.ts'
import { toldOf } from './told.server.ts'
import { loadTwins } from './twins.server.ts'
import type { ActivationView } from './view.ts'

export async function loadActivationView(reader: Reader, id: ActivationId): Promise<ActivationView | null> {
  const activation = await loadActivation(reader, id)
  if (activation === null) return null
  const region = await loadRegion(reader)
  const agencies = await loadAgencies(reader)
  const { policy } = await loadPolicy(reader, activation.policyVersion)
  const plans = await loadPlans(reader, { activationId: id })
  const further = await toldOf(reader, activation)
  const reasons = new Map<PlanId, readonly NotChosen[]>()
  const outlooks = new Map<PlanId, Outlook>()
  const doubts = new Map<MemberId, 'not_deployable' | 'awaits_clearance'>()
  const messages = await loadMessages(reader, plans)
  for (const plan of plans) {
    if (stageOf(plan) !== 'filling' && stageOf(plan) !== 'filled') continue
    const itsPolicy = policyFor(plan, policy)
    const candidates = await loadCandidates(
      reader,
      plan,
      plan.approval!,
      itsPolicy,
      agencies,
      region.timeZone,
    )
    const seated = new Set(plan.seats.map((seat) => seat.taken?.memberId))
    for (const one of candidates.filter(({ memberId }) => seated.has(memberId)))
      for (const block of ['awaits_clearance', 'not_deployable'] as const)
        if (one.blocks.includes(block)) doubts.set(one.memberId, block)
    const open = openCounts(plan)
    const call = callOf(
      plan,
      { policy: itsPolicy, agencies, siblings: plans, further, candidates },
      open.length > 0 ? open : plan.seats.map((seat) => ({ kind: seat.kind, count: 1 })),
    )
    const unreached = new Set(notReached(plan, messages, reader.now).map((offer) => offer.id))
    const outlook = outlookOf(plan, call, reader.now, unreached)
    if (outlook !== null) outlooks.set(plan.id, outlook)
    const asked = new Set(plan.offers.map((offer) => offer.memberId))
    reasons.set(
      plan.id,
      notChosen(call, []).filter((one) => !asked.has(one.memberId)),
    )
  }
  const reach = await loadReach(
    reader,
    plans.flatMap((plan) => plan.offers.map((offer) => offer.memberId)),
  )
  const common = {
    region,
    now: reader.now,
    agencies: new Map(agencies.map((agency) => [agency.id, agency])),
    members: new Map((await loadMembers(reader)).map((member) => [member.id, member])),
    plans,
    policy,
    accounts: new Map(),
    alert: await loadAlert(reader, id),
    phones: phonesOf(plans, reach, messages, reader.now),
    messages,
    asked: await loadAsked(reader, plans, reach),
    notChosen: reasons,
    outlooks,
    doubts,
  }
  if (activation.booking !== null) return { ...common, activation, incident: null, assessment: null }
  const incident = (await loadIncident(reader, activation.incidentId))!
  return {
    ...common,
    activation,
    incident,
    assessment: assess(incident, policy, reader.now, await lawNames(reader)),
    postvention: await loadPostvention(reader, id),
    twins: activation.outcome === null ? await loadTwins(reader, id, incident) : [],
  }
}

/** Of those who may still answer, are on the team, or are not told: whoever gave the team a number can be dialled. */
function phonesOf(
  plans: readonly PlanState[],
  reach: ReadonlyMap<string, Reach>,
  messages: Messages,
  now: Temporal.Instant,
): Map<MemberId, string> {
  const asked = plans
    .flatMap((plan) =>
      stageOf(plan) === 'filling' || stageOf(plan) === 'filled' ? plan.offers : notTold(plan, messages, now),
    )
    .map((offer) => offer.memberId)
  return new Map(asked.flatMap((id) => (reach.get(id)?.phone ? [[id, reach.get(id)!.phone!] as const] : [])))
}
