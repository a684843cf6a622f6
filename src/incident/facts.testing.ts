import { type AgencyId, newId } from '../platform/ids.ts'
import { type FurtherFacts, nothingFurtherKnown } from './further.ts'
import type { IncidentKind } from './kinds.ts'
import type { AffectedGroup, IncidentFacts } from './proposal.ts'

export const agencyId = newId<AgencyId>()
/** When it was over, unless a test says otherwise. */
export const start = Temporal.Instant.from('2026-11-23T02:00:00Z')
export const hours = (count: number) => start.add({ minutes: Math.round(count * 60) })

/** An incident of one agency; six firefighters unless a group says otherwise. */
export function facts(
  kind: IncidentKind,
  groups: readonly Partial<AffectedGroup>[],
  overAt: Temporal.Instant | null = start,
  further: Partial<FurtherFacts> = {},
): IncidentFacts {
  return {
    kind,
    occurredAt: start.subtract({ hours: 1 }),
    overAt,
    groups: groups.map((group) => ({ agencyId, role: 'firefighters', count: 6, ...group })),
    further: { ...nothingFurtherKnown, ...further },
  }
}
