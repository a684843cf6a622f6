import type { PlanState } from '../activation/index.ts'

export const dressCodes = ['plain', 'team_shirt', 'uniform'] as const
export const weaponRules = ['none', 'secured', 'as_host_says'] as const

/** What a team needs to know before it goes in; short, and about the place alone. */
export type Briefing = {
  readonly meetingPoint: string
  readonly parking: string
  readonly dress: (typeof dressCodes)[number]
  readonly weapons: (typeof weaponRules)[number]
}

/** As it stands, with when it was written and whether it replaced another one. */
export type BriefingNow = Briefing & { readonly at: Temporal.Instant; readonly changed: boolean }

/** Who is on the team for good: a seat that is only kept for somebody is not theirs yet. */
export function briefed(plan: PlanState) {
  return plan.seats.flatMap(({ kind, taken }) =>
    taken === null || taken.heldUntil !== null
      ? []
      : [{ offerId: taken.offerId, memberId: taken.memberId, leads: kind === 'lead' }],
  )
}

/** Approved, not over, not begun. */
export function isAhead(
  { approval, end }: Pick<PlanState, 'approval' | 'end'>,
  now: Temporal.Instant,
): boolean {
  return end === null && approval !== null && Temporal.Instant.compare(now, approval.startsAt) < 0
}

/** Whether somebody leads this team; whoever goes alone, a professional or a chaplain, is briefed by nobody. */
export function hasLead({ seats }: Pick<PlanState, 'seats'>): boolean {
  return seats.some((seat) => seat.kind === 'lead')
}

/** When the lead gathers everybody; null: nobody leads, or that moment has passed, and it is done once they are there. */
export function briefedAt(
  plan: Pick<PlanState, 'approval' | 'seats'>,
  minutesBefore: number,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (plan.approval === null || !hasLead(plan)) return null
  const at = plan.approval.startsAt.subtract({ minutes: minutesBefore })
  return Temporal.Instant.compare(at, now) > 0 ? at : null
}
