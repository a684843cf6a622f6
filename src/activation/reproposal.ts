import type { Assessment, BesideProposal, Proposal, Reason } from '../incident/index.ts'
import type { PlanId } from '../platform/ids.ts'
import { type PlanState, stageOf } from './planState.ts'

/**
 * What changes when the rules are asked again. One plan per group: where a human approved or ended one, it
 * stands, and nothing is proposed beside it. What says the same stays, so its address keeps working.
 */
export function reproposal(
  plans: readonly PlanState[],
  proposals: readonly (Proposal | BesideProposal)[],
): { readonly remove: readonly PlanId[]; readonly add: readonly (Proposal | BesideProposal)[] } {
  const wanted = new Map(proposals.map((one) => [groupOf(one.target), one]))
  const remove = plans.filter((plan) => {
    const now = wanted.get(groupOf(plan))
    return stageOf(plan) === 'proposed' && (now === undefined || !saysTheSame(plan, now))
  })
  const left = new Set(plans.filter((plan) => !remove.includes(plan)).map(groupOf))
  return {
    remove: remove.map((plan) => plan.id),
    add: proposals.filter((one) => !left.has(groupOf(one.target))),
  }
}

/**
 * Why a plan that a human approved would not be proposed any more; null when nothing speaks against it. Its window
 * running out is no reason: that it shows itself.
 */
export function speaksAgainst(plan: PlanState, { proposals, withheld }: Assessment): Reason | null {
  if (plan.approval === null || plan.end !== null) return null
  const same = ({ target }: { readonly target: { readonly agencyId: string; readonly role: string } }) =>
    groupOf(target) === groupOf(plan)
  const ruled = proposals.find(same)?.ruledOut.find(({ type }) => type === plan.type)
  const none = withheld.find(same)?.because.find(({ code }) => code !== 'windows_missed')
  return ruled?.because ?? none ?? null
}

/** Groups without a session, and why. Where one was planned its card tells, also after its window has closed. */
export function stillWithheld(plans: readonly PlanState[], { withheld }: Assessment): Assessment['withheld'] {
  const planned = new Set(plans.map(groupOf))
  return withheld.filter(({ target }) => !planned.has(groupOf(target)))
}

function groupOf({ agencyId, role }: { readonly agencyId: string; readonly role: string }): string {
  return `${agencyId} ${role}`
}

function saysTheSame(plan: PlanState, proposal: Proposal | BesideProposal): boolean {
  const codes = (reasons: readonly { readonly code: string }[]) => reasons.map((one) => one.code).join(' ')
  const seats = (kinds: readonly string[]) => [...kinds].sort().join(' ')
  return (
    plan.type === proposal.type &&
    plan.count === ('count' in proposal.target ? proposal.target.count : null) &&
    plan.window.opens.equals(proposal.timing.opens) &&
    plan.window.closes.equals(proposal.timing.closes) &&
    plan.needsClinicalSignOff === ('needsClinicalSignOff' in proposal && proposal.needsClinicalSignOff) &&
    codes(plan.reasons) === codes(proposal.reasons) &&
    codes(plan.contraindications) === codes(proposal.contraindications) &&
    seats(plan.seats.map((seat) => seat.kind)) ===
      seats(proposal.team.flatMap((seat) => Array.from({ length: seat.count }, () => seat.kind)))
  )
}
