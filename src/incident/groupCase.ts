import type { Discipline, Policy } from '../region/index.ts'
import type { Exposure } from './further.ts'
import type { AffectedRole } from './kinds.ts'
import type { AffectedGroup, IncidentFacts } from './proposal.ts'

/** Whom the state's law on peer support names, as far as somebody read it; null: nobody read it. */
export type NamedByLaw = readonly Discipline[] | null

/** What a rule is asked about: one group, at one moment. */
export type GroupCase = {
  readonly facts: IncidentFacts
  readonly group: AffectedGroup
  /** How close some of the group were, each once; empty: not known. */
  readonly exposures: readonly Exposure[]
  /** How many of the group nobody placed. */
  readonly unplaced: number
  /** People of all groups together. */
  readonly released: number
  readonly policy: Policy
  readonly now: Temporal.Instant
  /** Whether the law that was read names these people; null where nobody can tell. */
  readonly named: boolean | null
  /** The law names people of some affected groups and not of others. */
  readonly mixedByLaw: boolean
}

/** One case per group. Where exposure counts more people than the request did, there are more people. */
export function groupCases(
  facts: IncidentFacts,
  policy: Policy,
  now: Temporal.Instant,
  law: NamedByLaw,
): GroupCase[] {
  const cases = facts.groups.map((given) => {
    const placed = facts.further.exposed.filter(
      (one) => one.agencyId === given.agencyId && one.role === given.role && one.count > 0,
    )
    const counted = placed.reduce((sum, one) => sum + one.count, 0)
    const group = { ...given, count: Math.max(given.count, counted) }
    const exposures = [...new Set(placed.map((one) => one.exposure))]
    return { group, exposures, unplaced: group.count - counted, named: isNamed(given.role, law) }
  })
  const released = cases.reduce((sum, one) => sum + one.group.count, 0)
  const mixedByLaw = cases.some((one) => one.named === true) && cases.some((one) => one.named === false)
  return cases.map((one) => ({ ...one, facts, released, policy, now, mixedByLaw }))
}

const disciplineOf: Readonly<Record<AffectedRole, Discipline | null>> = {
  officers: 'law_enforcement',
  detectives: 'law_enforcement',
  firefighters: 'fire',
  medics: 'ems',
  dispatchers: 'dispatch',
  corrections_officers: 'corrections',
  civilian_staff: 'civilian_staff',
  // Of whatever their agency is; the request does not tell.
  supervisors: null,
  command: null,
}

function isNamed(role: AffectedRole, law: NamedByLaw): boolean | null {
  const discipline = disciplineOf[role]
  return law === null || discipline === null ? null : law.includes(discipline)
}
