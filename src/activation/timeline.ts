import type { MemberId } from '../platform/ids.ts'
import type { Language } from '../ui/language.ts'
import type { ActivationRecord } from './activationRecord.ts'
import { takenOffForAgency } from './answerStanding.ts'
import type { AnswerCode, AnswerKept, OfferState, PlanState } from './planState.ts'
import { spokenRole } from './teamWords.ts'
import { endWords, planEndWords, timelineWords } from './timelineWords.ts'

/** `key` tells entries apart that happened in the same moment. */
export type Entry = { readonly key: string; readonly at: Temporal.Instant; readonly what: string }

/** What happened, newest first, in one line each. A member who can't is never given a reason here. */
export function timelineOf(
  activation: Pick<ActivationRecord, 'openedAt' | 'request' | 'contact' | 'outcome'>,
  plans: readonly PlanState[],
  name: (memberId: MemberId) => string,
  lang: Language,
  clock: (at: Temporal.Instant) => string,
): Entry[] {
  const say = timelineWords[lang]
  const { openedAt, contact, outcome } = activation
  const entries: Entry[] = [
    { key: 'opened', at: openedAt, what: activation.request === null ? say.imported : say.requested },
  ]
  if (contact !== null)
    entries.push({ key: 'contact', at: contact.recordedAt, what: say.spoke(spokenRole(contact.role, lang)) })
  for (const plan of plans) {
    if (plan.approval !== null)
      entries.push({ key: `approved ${plan.id}`, at: plan.approval.at, what: say.approved })
    for (const [index, move] of plan.moves.entries())
      entries.push({ key: `move ${index} ${plan.id}`, at: move.at, what: say.moved[move.reason] })
    for (const wave of plan.waves) {
      const asked = plan.offers.filter((offer) => offer.wave === wave.number).length
      entries.push({
        key: `wave ${wave.number} ${plan.id}`,
        at: wave.sentAt,
        what: say.wave(wave.number, asked),
      })
    }
    for (const offer of plan.offers) {
      const from = (answer: AnswerKept) => (answer.fromAt === null ? '' : clock(answer.fromAt))
      for (const [index, before] of offer.before.entries())
        entries.push({
          key: `before ${index} ${offer.id}`,
          at: before.at,
          what: say.before[before.code](name(offer.memberId), from(before)),
        })
      if (offer.answer === null) continue
      const what = say[said(plan, offer, offer.answer.code)](name(offer.memberId), from(offer.answer))
      entries.push({ key: `answer ${offer.id}`, at: offer.answer.at, what })
    }
    for (const { id, guest } of plan.seats)
      if (guest !== null)
        entries.push({ key: `guest ${id}`, at: guest.at, what: say.guest(guest.name, guest.from) })
    if (plan.end !== null)
      entries.push({ key: `end ${plan.id}`, at: plan.end.at, what: planEndWords[lang][plan.end.code] })
  }
  if (outcome !== null) entries.push({ key: 'outcome', at: outcome.at, what: endWords[lang][outcome.code] })
  // Of what happened in the same moment, what came later stands higher too.
  return entries.reverse().sort((one, other) => Temporal.Instant.compare(other.at, one.at))
}

function said(plan: PlanState, offer: OfferState, code: AnswerCode) {
  const seat = plan.seats.find((one) => one.taken?.offerId === offer.id)
  const seated = seat !== undefined
  if (!seated && takenOffForAgency(plan, offer)) return 'forAgency'
  if (!seated && offer.leftTeam) return 'leftTeam'
  if (code === 'if_released')
    return seat === undefined ? 'comingNoSeat' : seat.taken!.heldUntil === null ? 'released' : 'ifReleased'
  if (code === 'coming') return seated ? 'coming' : 'comingNoSeat'
  if (code === 'coming_from') return seated ? 'comingLater' : 'couldComeLater'
  return 'notThisTime'
}
