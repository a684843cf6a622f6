import { ruledOutBy } from './exclusions.ts'
import type { GroupCase } from './groupCase.ts'
import type { InterventionType } from './kinds.ts'
import { isCumulative, isForce, isLarge } from './nature.ts'
import type { Window } from './proposal.ts'
import type { Reason, ReasonCode } from './reason.ts'
import { sessionsFor } from './sessions.ts'
import { because } from './sources.ts'
import { reachable, windowFrom } from './timing.ts'

/** One way to help this group that can still be held. */
export type Choice = {
  readonly type: InterventionType
  readonly timing: Window
  readonly reasons: readonly Reason[]
  /** How many sessions a group above the size becomes; 1: it stays together. */
  readonly sessions: number
}

/** What suits this group and can still be held, best first: the first is proposed, the rest are alternatives. */
export function fitting(at: GroupCase): Choice[] {
  return thoughtOf(at).flatMap(({ type, from, says }) => {
    const timing = windowFrom(from, at.policy.windows[type])
    if (ruledOutBy(type, at).length > 0 || !inTime(type, timing, at)) return []
    const sessions = sessionsFor(type, at)
    const split = sessions > 1 ? (['split_group'] as const) : []
    return [{ type, timing, sessions, reasons: [...says, ...split].map(because) }]
  })
}

type Thought = {
  readonly type: InterventionType
  /** What its window is counted from. */
  readonly from: Temporal.Instant
  readonly says: readonly ReasonCode[]
}

/** In the order of the field: near the scene, on release, same day, days later, and facts at any time. */
function thoughtOf(at: GroupCase): Thought[] {
  const { facts, group, now, released, policy } = at
  const onScene = { type: 'onSceneSupport', from: now } as const
  const apart: Thought = { type: 'orgConsultation', from: facts.overAt ?? now, says: ['command_apart'] }
  if (facts.overAt === null) {
    const support: Thought = { ...onScene, says: ['still_going_on', 'not_while_going_on'] }
    return group.role === 'command' ? [support, apart] : [support]
  }
  const from = facts.overAt
  if (group.role === 'command') return [apart]
  const own = weighing(at)
  const later: ReasonCode = isForce(facts) ? 'window_ahead' : 'same_day_passed'
  const thoughts: Thought[] = []
  if (isLarge(facts) && released >= policy.groupSize.ritsFrom)
    thoughts.push({ type: 'rits', from, says: ['large_release'] })
  if (facts.further.goingStraightBack === 'yes') thoughts.push({ ...onScene, says: ['straight_back'] })
  thoughts.push(
    { type: 'defusing', from, says: ['same_day', ...own] },
    { type: 'cisd', from, says: [later, ...own, 'professional_leads'] },
    { type: 'cmb', from, says: ['rumours_and_facts'] },
  )
  return thoughts
}

/** What is special about these people, said with a circle. */
function weighing({ facts, group }: GroupCase): ReasonCode[] {
  const said: ReasonCode[] = []
  if (group.role === 'dispatchers') said.push('dispatchers_apart')
  if (facts.kind === 'animal_partner_death') said.push('animal_partner')
  if (isCumulative(facts)) said.push('cumulative')
  return said
}

/** On-scene support is counted from now, so only its own lead time could ever miss it. */
function inTime(type: InterventionType, timing: Window, { now, policy }: GroupCase): boolean {
  return type === 'onSceneSupport' || reachable(timing, now, policy.team.leadMinutes)
}
