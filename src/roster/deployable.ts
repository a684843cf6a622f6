import { checklist, type Gate } from './checklist.ts'
import type { Missing, Requirements } from './requirements.ts'
import type { Standing } from './standing.ts'

export type Deployability = {
  readonly deployable: boolean
  /** What is missing, in the order it should be put right. */
  readonly missing: readonly Missing[]
  /** Last day on which everything is still there; null while something is missing, or when nothing ends it. */
  readonly until: Temporal.PlainDate | null
}

/** All gates green on that day, in the region's calendar. Expiry days themselves are no longer covered. */
export function deployableOn(
  standing: Standing,
  day: Temporal.PlainDate,
  requirements: Requirements,
): Deployability {
  return deployabilityFrom(checklist(standing, day, requirements))
}

/** What a checklist comes to. */
export function deployabilityFrom(gates: readonly Gate[]): Deployability {
  const needed = gates.filter((gate) => gate.needed)
  const missing = [...new Set(needed.filter((gate) => gate.state === 'missing').map((gate) => gate.code))]
  const ends = needed.flatMap((gate) => (gate.until === null ? [] : [gate.until]))
  const soonest = ends.reduce<Temporal.PlainDate | null>(
    (soon, end) => (soon === null || Temporal.PlainDate.compare(end, soon) < 0 ? end : soon),
    null,
  )
  return missing.length > 0
    ? { deployable: false, missing, until: null }
    : { deployable: true, missing, until: soonest }
}

/**
 * Leading needs the group course, held for the region's number of days; one that ran out since was still taken, one that was taken
 * back was not. Source: general knowledge, assumed number.
 */
export function canLeadOn(
  standing: Standing,
  day: Temporal.PlainDate,
  requirements: Pick<Requirements, 'leadAfterDays'>,
): boolean {
  if (standing.role !== 'peer') return false
  return standing.credentials.some(
    (one) =>
      one.kind === 'GCI' &&
      (one.takenBack !== true || Temporal.PlainDate.compare(day, one.expiresOn) < 0) &&
      Temporal.PlainDate.compare(one.issuedOn.add({ days: requirements.leadAfterDays }), day) <= 0,
  )
}
