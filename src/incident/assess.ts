import type { Policy } from '../region/index.ts'
import { adviceFor, adviceForNothing } from './advice.ts'
import { besidePlans } from './beside.ts'
import { exclusions, isTooFew, ruledOutBy } from './exclusions.ts'
import { type GroupCase, groupCases, type NamedByLaw } from './groupCase.ts'
import { type InterventionType, interventionTypes } from './kinds.ts'
import { isKnownRoutine, isOwnDeath, looksRoutine } from './nature.ts'
import { type Choice, fitting } from './options.ts'
import type { Assessment, IncidentFacts, Proposal } from './proposal.ts'
import type { Reason, ReasonCode } from './reason.ts'
import { isCircle } from './sessions.ts'
import { because } from './sources.ts'
import { teamFor } from './team.ts'

/**
 * What an incident calls for, and by when: at most one plan per homogeneous group, in the five T's, and what is
 * held beside them. `law`: whom the state's law names. A proposal for a human to approve, change or leave;
 * one-to-one is advice and never a row.
 */
export function assess(
  facts: IncidentFacts,
  policy: Policy,
  now: Temporal.Instant,
  law: NamedByLaw = null,
): Assessment {
  if (isKnownRoutine(facts))
    return { outcome: 'nothing', proposals: [], beside: [], withheld: [], advice: adviceForNothing() }
  const proposals: Proposal[] = []
  const withheld: Assessment['withheld'][number][] = []
  for (const at of groupCases(facts, policy, now, law)) {
    const [choice, ...others] = isTooSmall(at) ? [] : fitting(at)
    if (choice === undefined) withheld.push({ target: at.group, because: whyNone(at) })
    else proposals.push(propose(at, choice, others))
  }
  const beside = besidePlans(facts, policy, now)
  const outcome = proposals.length + beside.length > 0 ? 'plans' : 'advice_only'
  const found = { proposals, beside, withheld }
  return { outcome, ...found, advice: adviceFor(facts, found) }
}

/** Command is an office, and is advised apart however few they are. */
function isTooSmall(at: GroupCase): boolean {
  return at.group.role !== 'command' && isTooFew(at)
}

function propose(at: GroupCase, choice: Choice, others: readonly Choice[]): Proposal {
  const { facts, group, policy } = at
  const circle = isCircle(choice.type)
  return {
    target: group,
    type: choice.type,
    timing: choice.timing,
    theme: facts.kind,
    team: teamFor(choice.type, group.count, facts.kind, policy.team.participantsPerMember, choice.sessions),
    reasons: unique([...choice.reasons, ...told(at, choice.type)]),
    alternatives: others.map((other) => other.type),
    contraindications: against(at, circle).map(because),
    needsClinicalSignOff: circle && isOwnDeath(facts),
    sessions: choice.sessions,
    ruledOut: interventionTypes.flatMap((type) => {
      const [code] = ruledOutBy(type, at)
      const offered = type === choice.type || others.some((other) => other.type === type)
      return code === undefined || offered ? [] : [{ type, because: because(code) }]
    }),
  }
}

/** Rules that put something else in the place of a circle are said with what is proposed. */
function told(at: GroupCase, chosen: InterventionType): Reason[] {
  if (isCircle(chosen)) return []
  return Object.values(exclusions)
    .filter((rule) => rule.told && (rule.rulesOut('defusing', at) || rule.rulesOut('cisd', at)))
    .map((rule) => because(rule.says))
}

/** What to see to, or to say, before this is held. */
function against(at: GroupCase, circle: boolean): ReasonCode[] {
  const { facts, named, mixedByLaw } = at
  const said: ReasonCode[] = []
  if (circle && isOwnDeath(facts)) said.push('sign_off_first')
  const { investigation } = facts.further
  if (circle && (investigation === 'criminal' || investigation === 'administrative'))
    said.push('investigation_open')
  if (circle && named === false) said.push('law_does_not_name')
  if (circle && mixedByLaw) said.push('law_mixed')
  if (looksRoutine(facts)) said.push('routine_only')
  return said
}

/** Why this group has no plan: a rule that leaves nothing, or time. */
function whyNone(at: GroupCase): Reason[] {
  if (isTooSmall(at)) return [because('small_group_one_to_one')]
  const codes = (['rits', 'defusing', 'cisd', 'cmb'] as const).map((type) => ruledOutBy(type, at)[0])
  const always = codes.every((code) => code !== undefined)
  return always ? unique(codes.map((code) => because(code))) : [because('windows_missed')]
}

function unique(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [reason.code, reason])).values()]
}
