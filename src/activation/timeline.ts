import type { MemberId } from '../platform/ids.ts'
import type { ActivationRecord } from './activationRecord.ts'
import type { PlanState } from './planState.ts'

export type Entry = { readonly at: Temporal.Instant; readonly what: string }

/** What happened, newest first, in one line each. A member who can't is never given a reason here. */
export function timelineOf(
  activation: Pick<ActivationRecord, 'openedAt' | 'request' | 'contact' | 'outcome'>,
  plans: readonly PlanState[],
  name: (memberId: MemberId) => string,
): Entry[] {
  const entries: Entry[] = [
    {
      at: activation.openedAt,
      what: activation.request === null ? 'Opened from an import' : 'Request received',
    },
  ]
  if (activation.contact !== null)
    entries.push({
      at: activation.contact.recordedAt,
      what: `Spoke to the agency: ${activation.contact.role}`,
    })
  for (const plan of plans) {
    if (plan.approval !== null) entries.push({ at: plan.approval.at, what: 'Plan approved' })
    for (const wave of plan.waves) {
      const asked = plan.offers.filter((offer) => offer.wave === wave.number).length
      entries.push({ at: wave.sentAt, what: `Wave ${wave.number}: ${asked} asked` })
    }
    for (const offer of plan.offers) {
      if (offer.answer === null) continue
      const seated = plan.seats.some((seat) => seat.taken?.offerId === offer.id)
      entries.push({
        at: offer.answer.at,
        what: `${name(offer.memberId)} ${said(offer.answer.code, seated)}`,
      })
    }
    if (plan.end !== null) entries.push({ at: plan.end.at, what: ended[plan.end.code] })
  }
  if (activation.outcome !== null)
    entries.push({ at: activation.outcome.at, what: outcomes[activation.outcome.code] })
  return entries.sort((one, other) => Temporal.Instant.compare(other.at, one.at))
}

function said(code: 'coming' | 'coming_from' | 'not_this_time' | 'not_available', seated: boolean): string {
  if (code === 'coming') return seated ? 'is coming' : 'said yes; no seat taken'
  if (code === 'coming_from') return seated ? 'is coming, later' : 'could come later'
  return code === 'not_available' ? 'is not available' : 'not this time'
}

const ended = {
  closed: 'Plan closed out',
  cancelled: 'Plan stood down',
  window_closed: 'Window closed, call-out ended',
}
const outcomes = {
  closed: 'Activation closed',
  advice_only: 'Closed with advice only',
  declined: 'Declined',
  referred_elsewhere: 'Referred elsewhere',
}
