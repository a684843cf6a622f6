import { type PlanState, shownStage } from './planState.ts'
import type { ActivationView } from './view.ts'

/** Places on a board that are drawn anew while somebody looks. */
export const liveId = {
  said: 'live-said',
  stage: 'live-stage',
  timeline: 'live-timeline',
  asked: (plan: Pick<PlanState, 'id'>) => `asked-${plan.id}`,
  askedCount: (plan: Pick<PlanState, 'id'>) => `asked-count-${plan.id}`,
  team: (plan: Pick<PlanState, 'id'>) => `team-${plan.id}`,
} as const

/** Which forms a board has: one that came or went asks for a new look. */
export function shapeOf({ activation, plans, alert, now }: ActivationView): string {
  const stages = plans.map((plan) => `${plan.id.slice(-6)}${shownStage(plan, now)}`).join(' ')
  const holder = alert.takings.find((one) => one.handedOnAt === null)?.accountId ?? 'nobody'
  const contact = activation.contact === null ? 'uncalled' : ''
  return [stages, holder, contact, activation.outcome?.code ?? ''].join('|')
}
