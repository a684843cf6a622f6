import type { Policy } from '../region/index.ts'
import { checklist, type Gate } from './checklist.ts'
import type { Requirements } from './requirements.ts'
import type { Standing } from './standing.ts'

/** Papers that run out within the region's number of days, soonest first; ties as the members came. */
export function lapsingSoon<Member extends { readonly standing: Standing }>(
  members: readonly Member[],
  day: Temporal.PlainDate,
  requirements: Requirements,
): { readonly member: Member; readonly gate: Gate; readonly until: Temporal.PlainDate }[] {
  return members
    .flatMap((member) =>
      checklist(member.standing, day, requirements).flatMap((gate) =>
        gate.state === 'lapses_soon' && gate.until !== null ? [{ member, gate, until: gate.until }] : [],
      ),
    )
    .sort((one, other) => Temporal.PlainDate.compare(one.until, other.until))
}

/** Whether a member's details are to be confirmed again. Never a gate: nobody is kept at home over it. */
export function detailsDue(
  confirmedOn: Temporal.PlainDate | null,
  day: Temporal.PlainDate,
  policy: Pick<Policy, 'standing'>,
): boolean {
  if (confirmedOn === null) return true
  const due = confirmedOn.add({ days: policy.standing.confirmDetailsDays })
  return Temporal.PlainDate.compare(due, day) <= 0
}
