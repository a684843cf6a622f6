import type { PlanState } from '../activation/index.ts'
import type { MemberId, PlanId } from '../platform/ids.ts'
import type { Policy } from '../region/index.ts'

export const followUpKinds = [
  'first',
  'week',
  'month',
  'anniversary',
  'trial',
  'inquest',
  'team_debrief',
  'member_check',
] as const
export type FollowUpKind = (typeof followUpKinds)[number]
/** Dates nobody can work out: somebody enters them. */
export const enteredKinds = ['trial', 'inquest'] as const satisfies readonly FollowUpKind[]

export type FollowUp = {
  readonly id: string
  readonly planId: PlanId
  readonly kind: FollowUpKind
  readonly ownerId: MemberId | null
  readonly aboutId: MemberId | null
  readonly dueAt: Temporal.Instant
  readonly lateAt: Temporal.Instant
  readonly doneAt: Temporal.Instant | null
}

export type Due = {
  readonly kind: FollowUpKind
  readonly dueAt: Temporal.Instant
  readonly lateAt: Temporal.Instant
}

/**
 * What follows a session that was held. The first call and the checks within the team have hours; what comes later has
 * a day, at nine in the morning where the region is. An anniversary of a leap day falls on the day before.
 * Sources: first contact within 24 to 72 hours, then about a week, a month, the anniversary (general knowledge);
 * US Coast Guard COMDTINST 1754.3 makes follow-up part of every response.
 */
export function followUpsAfter(
  session: { readonly endsAt: Temporal.Instant; readonly occurredAt: Temporal.Instant },
  timeZone: string,
  { followUp }: Pick<Policy, 'followUp'>,
): Due[] {
  const { endsAt, occurredAt } = session
  const soon = (kind: FollowUpKind): Due => ({
    kind,
    dueAt: endsAt.add({ hours: followUp.firstFromHours }),
    lateAt: endsAt.add({ hours: followUp.firstUntilHours }),
  })
  const ended = endsAt.toZonedDateTimeISO(timeZone).toPlainDate()
  const year = occurredAt.toZonedDateTimeISO(timeZone).toPlainDate().add({ years: 1 })
  return [
    { kind: 'team_debrief', dueAt: endsAt, lateAt: endsAt.add({ hours: followUp.firstFromHours }) },
    soon('first'),
    onDay('week', ended.add({ days: 7 }), timeZone, followUp.graceDays),
    onDay('month', ended.add({ months: 1 }), timeZone, followUp.graceDays),
    onDay('anniversary', year, timeZone, followUp.graceDays),
  ]
}

/** A check of each member of the team, in the same hours as the first call. */
export function checkAfter(endsAt: Temporal.Instant, { followUp }: Pick<Policy, 'followUp'>): Due {
  return {
    kind: 'member_check',
    dueAt: endsAt.add({ hours: followUp.firstFromHours }),
    lateAt: endsAt.add({ hours: followUp.firstUntilHours }),
  }
}

export function onDay(kind: FollowUpKind, day: Temporal.PlainDate, timeZone: string, graceDays: number): Due {
  const nine = (on: Temporal.PlainDate) =>
    on.toZonedDateTime({ timeZone, plainTime: { hour: 9 } }).toInstant()
  return { kind, dueAt: nine(day), lateAt: nine(day.add({ days: graceDays })) }
}

/** Who was in the room, by the seats that were kept to the end, and may be given this: nobody checks on themselves. */
export function couldBeGiven(
  plan: PlanState,
  followUp: Pick<FollowUp, 'aboutId'>,
  left: ReadonlySet<MemberId>,
): MemberId[] {
  return plan.seats
    .flatMap((seat) => (seat.taken === null ? [] : [seat.taken.memberId]))
    .filter((id) => !left.has(id) && id !== followUp.aboutId)
}

export function isLate(followUp: FollowUp, now: Temporal.Instant): boolean {
  return followUp.doneAt === null && Temporal.Instant.compare(followUp.lateAt, now) <= 0
}

/** What is late is the coordinators' own, so they see it first; the rest stays in its order. */
export function lateFirst(rows: readonly FollowUp[], now: Temporal.Instant): readonly FollowUp[] {
  return [...rows.filter((row) => isLate(row, now)), ...rows.filter((row) => !isLate(row, now))]
}
