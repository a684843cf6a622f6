import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { type Agency, type Policy, travelMinutes } from '../region/index.ts'
import { type Availability, loadAvailability } from '../roster/index.server.ts'
import { bookedAs } from './booking.ts'
import type { BlockReason, Candidate } from './candidate.ts'
import { likelihoodOf } from './likelihood.ts'
import type { PlanState } from './planState.ts'
import { loadPlans } from './planStore.server.ts'

export type Session = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }

/** Everybody on the roster, with the facts composing needs; blocked people stay in, so that the reason can be shown. */
export async function loadCandidates(
  reader: Reader,
  plan: PlanState,
  session: Session,
  policy: Policy,
  agencies: readonly Agency[],
  timeZone: string,
): Promise<Candidate[]> {
  const place = agencies.find((agency) => agency.id === plan.agencyId)?.place ?? null
  const siblings = await loadPlans(reader, { activationId: plan.activationId })
  const busy = busyElsewhere(siblings, plan)
  const asked = new Set(plan.offers.map((offer) => offer.memberId))
  const everybody = await loadAvailability(reader, session, timeZone, policy, {
    agencyId: plan.agencyId,
    what: bookedAs(plan) === null ? 'call_outs' : 'talks',
  })
  const { hour } = reader.now.toZonedDateTimeISO(timeZone)
  return everybody.map((one) => {
    const way = travelMinutes(one.member.place, place, policy.travel)
    const blocks = blocksOf(one, policy, {
      asked: asked.has(one.member.id),
      busy: busy.has(one.member.id),
      refused: plan.refused.includes(one.member.id),
    })
    return {
      memberId: one.member.id,
      agencyId: one.member.agencyId,
      furtherAgencies: one.member.furtherAgencies,
      role: one.member.role,
      disciplines: one.member.disciplines,
      languages: one.member.languages,
      gender: one.gender,
      travelMinutes: way,
      // On call now says nothing of the day of a talk.
      onCall: one.onCall && bookedAs(plan) === null,
      canLead: one.canLead,
      restedDays: one.restedHours === null ? 365 : Math.min(365, Math.floor(one.restedHours / 24)),
      sessionsThisYear: one.sessionsThisYear,
      sessionsEver: one.sessionsEver,
      blocks,
      likelihood: likelihoodOf(
        { onCall: one.onCall && bookedAs(plan) === null, travelMinutes: way, reachable: one.reachable },
        hour,
        policy.wave,
      ),
    }
  })
}

/** What keeps somebody at home, whoever asks; `now` is what this very call-out knows of them. */
export function blocksOf(
  one: Availability,
  policy: Policy,
  now = { asked: false, busy: false, refused: false },
): BlockReason[] {
  const blocks: BlockReason[] = []
  if (!one.deployability.deployable) blocks.push('not_deployable')
  if (now.asked) blocks.push('already_answered')
  if (one.committed || now.busy) blocks.push('committed')
  if (one.unavailable) blocks.push('unavailable')
  if (one.notAskedFor) blocks.push('not_asked_for')
  if (now.refused) blocks.push('refused_by_agency')
  if (one.sessionsThisMonth >= policy.load.sessionsPerMonth) blocks.push('at_load_limit')
  if (policy.load.offAfterHardest && one.awaitsClearance) blocks.push('awaits_clearance')
  if (one.restedHours !== null && one.restedHours < policy.restHours) blocks.push('resting')
  return blocks
}

/** Members asked for, or seated in, another plan of the same activation: nobody gets two questions at once. */
function busyElsewhere(siblings: readonly PlanState[], plan: PlanState): ReadonlySet<MemberId> {
  const others = siblings.filter((sibling) => sibling.id !== plan.id && sibling.end === null)
  return new Set(
    others.flatMap((sibling) => [
      ...sibling.offers
        .filter((offer) => offer.answer === null && !offer.stoodDown)
        .map((offer) => offer.memberId),
      ...sibling.seats.flatMap((seat) => (seat.taken === null ? [] : [seat.taken.memberId])),
    ]),
  )
}
