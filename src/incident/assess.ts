import type { Policy } from '../region/index.ts'
import type { InterventionType } from './kinds.ts'
import type { AffectedGroup, Assessment, IncidentFacts, Proposal, Reason, Window } from './proposal.ts'
import { because } from './sources.ts'
import { teamFor } from './team.ts'
import { reachable, windowFrom } from './timing.ts'

type Choice = {
  readonly type: InterventionType
  readonly timing: Window
  readonly reasons: readonly Reason[]
}

/**
 * What an incident calls for, and by when: at most one plan per homogeneous group, in the five T's. A proposal
 * for a human to approve, change or leave; one-to-one is advice and never a row.
 */
export function assess(facts: IncidentFacts, policy: Policy, now: Temporal.Instant): Assessment {
  const advice: Reason[] = [because('one_to_one_for_all')]
  const proposals: Proposal[] = []
  const released = facts.groups.reduce((sum, group) => sum + group.count, 0)

  for (const group of facts.groups) {
    if (group.role !== 'command' && group.count < policy.groupSize.smallest) {
      advice.push(because('small_group_one_to_one'))
      continue
    }
    const [choice, ...others] = fitting(facts, group, released, policy, now)
    if (choice === undefined) {
      advice.push(because('windows_missed'))
      continue
    }
    if (overSize(choice.type, group, policy)) advice.push(because('split_group'))
    proposals.push(propose(facts, group, choice, others, policy))
  }
  advice.push(because('follow_up'))
  return { proposals, advice: unique(advice) }
}

/** What suits this group and can still be held, best first. The rest are alternatives, under the same rules. */
function fitting(
  facts: IncidentFacts,
  group: AffectedGroup,
  released: number,
  policy: Policy,
  now: Temporal.Instant,
): Choice[] {
  const isCommand = group.role === 'command'
  if (facts.overAt === null) {
    const support = whileItGoesOn(now, policy)
    const advising = isCommand ? consultation(facts, now, group, released, policy) : null
    return advising === null ? [support] : [support, advising]
  }
  const options = isCommand ? [consultation] : [demobilization, defusing, debriefing, briefing]
  const { overAt } = facts
  return options
    .map((option) => option(facts, overAt, group, released, policy))
    .filter((choice) => choice !== null)
    .filter((choice) => reachable(choice.timing, now, policy.team.leadMinutes))
}

/** Until it is over for them: someone near the scene and advice to command, nothing in a group. */
function whileItGoesOn(now: Temporal.Instant, policy: Policy): Choice {
  const timing = windowFrom(now, policy.windows.onSceneSupport)
  return {
    type: 'onSceneSupport',
    timing,
    reasons: [because('still_going_on'), because('not_while_going_on')],
  }
}

type Option = (
  facts: IncidentFacts,
  overAt: Temporal.Instant,
  group: AffectedGroup,
  released: number,
  policy: Policy,
) => Choice | null

const consultation: Option = (_facts, overAt, _group, _released, policy) => ({
  type: 'orgConsultation',
  timing: windowFrom(overAt, policy.windows.orgConsultation),
  reasons: [because('command_apart')],
})

const demobilization: Option = (facts, overAt, _group, released, policy) =>
  isLarge(facts) && released >= policy.groupSize.ritsFrom
    ? { type: 'rits', timing: windowFrom(overAt, policy.windows.rits), reasons: [because('large_release')] }
    : null

const defusing: Option = (facts, overAt, group, _released, policy) =>
  !statementsFirst(facts, group) && group.count <= policy.groupSize.defusing && !wantsFacts(facts)
    ? {
        type: 'defusing',
        timing: windowFrom(overAt, policy.windows.defusing),
        reasons: [
          because('same_day'),
          ...setApart(group),
          ...(facts.kind === 'multiple_cumulative' ? [because('cumulative')] : []),
        ],
      }
    : null

const debriefing: Option = (facts, overAt, group, _released, policy) =>
  facts.kind !== 'other' &&
  group.count >= policy.groupSize.cisdSmallest &&
  group.count <= policy.groupSize.cisd &&
  !wantsFacts(facts)
    ? {
        type: 'cisd',
        timing: windowFrom(overAt, policy.windows.cisd),
        reasons: [
          because(statementsFirst(facts, group) ? 'window_ahead' : 'same_day_passed'),
          ...setApart(group),
        ],
      }
    : null

const briefing: Option = (_facts, overAt, _group, _released, policy) => ({
  type: 'cmb',
  timing: windowFrom(overAt, policy.windows.cmb),
  reasons: [because('rumours_and_facts')],
})

function propose(
  facts: IncidentFacts,
  group: AffectedGroup,
  choice: Choice,
  others: readonly Choice[],
  policy: Policy,
): Proposal {
  const contraindications: Reason[] = []
  const isGroupProcess = choice.type === 'defusing' || choice.type === 'cisd'
  const needsClinicalSignOff =
    isGroupProcess && (facts.kind === 'line_of_duty_death' || facts.kind === 'colleague_suicide')
  if (needsClinicalSignOff) contraindications.push(because('sign_off_first'))
  if (isGroupProcess && statementsFirst(facts, group)) contraindications.push(because('statements_first'))
  if (facts.kind === 'other') contraindications.push(because('routine_only'))
  return {
    target: group,
    type: choice.type,
    timing: choice.timing,
    theme: facts.kind,
    team: teamFor(choice.type, group.count, facts.kind, policy.team.participantsPerMember),
    reasons: choice.reasons,
    alternatives: others.map((other) => other.type),
    contraindications,
    needsClinicalSignOff,
  }
}

function isLarge(facts: IncidentFacts): boolean {
  return (
    facts.kind === 'mass_casualty' ||
    facts.kind === 'disaster_or_terrorism' ||
    facts.kind === 'prolonged_failed_rescue'
  )
}

/** Publicity and trust: people want facts from a credible source more than a circle. */
function wantsFacts(facts: IncidentFacts): boolean {
  return facts.kind === 'excessive_media' || facts.kind === 'organizational_betrayal'
}

/** Those who fired or saw it have statements to give; a session next day leaves time for them. */
function statementsFirst(facts: IncidentFacts, group: AffectedGroup): boolean {
  const force = facts.kind === 'officer_involved_shooting' || facts.kind === 'deadly_force_other'
  return (
    force &&
    (group.role === 'officers' || group.role === 'detectives' || group.role === 'corrections_officers')
  )
}

function setApart(group: AffectedGroup): Reason[] {
  return group.role === 'dispatchers' ? [because('dispatchers_apart')] : []
}

function overSize(type: InterventionType, group: AffectedGroup, policy: Policy): boolean {
  return type === 'cmb' && group.count > policy.groupSize.cisd
}

function unique(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [reason.code, reason])).values()]
}
