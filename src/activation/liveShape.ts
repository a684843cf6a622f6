import { notReached } from './newestMessage.ts'
import { type PlanState, shownStage } from './planState.ts'
import type { ActivationView } from './view.ts'

/** Places on a board that are drawn anew while somebody looks. */
export const liveId = {
  said: 'live-said',
  stage: 'live-stage',
  timeline: 'live-timeline',
  asked: (plan: Pick<PlanState, 'id'>) => `asked-${plan.id}`,
  askedCount: (plan: Pick<PlanState, 'id'>) => `asked-count-${plan.id}`,
  spoken: (plan: Pick<PlanState, 'id'>) => `spoken-${plan.id}`,
  team: (plan: Pick<PlanState, 'id'>) => `team-${plan.id}`,
} as const

/** Which forms a board has: one that came or went asks for a new look. */
export function shapeOf({ activation, plans, alert, messages, now }: ActivationView): string {
  // The form for what is said on the phone stands open once somebody has to be telephoned.
  const silent = (plan: PlanState) => (notReached(plan, messages, now).length > 0 ? 'silent' : '')
  const stages = plans.map((plan) => `${plan.id.slice(-6)}${shownStage(plan, now)}${silent(plan)}`).join(' ')
  const holder = alert.takings.find((one) => one.handedOnAt === null)?.accountId ?? 'nobody'
  const contact = activation.contact === null ? 'uncalled' : ''
  return [stages, holder, contact, activation.outcome?.code ?? ''].join('|')
}
