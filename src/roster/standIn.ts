import type { Span } from './shiftHours.ts'

/** Why somebody may not take a shift over, the first that holds. */
export const standInBars = [
  'own_shift',
  'on_call_then',
  'away_then',
  'on_leave',
  'off_call',
  'not_deployable',
] as const
export type StandInBar = (typeof standInBars)[number]

/** What is known of somebody who might stand in. Of coordinators no certificate is asked. */
export type Colleague<Id extends string> = {
  readonly id: Id
  readonly name: string
  /** Shifts and times away around the one that is offered. */
  readonly onCall: readonly Span[]
  readonly away: readonly Span[]
  /** On every day of the shift. */
  readonly deployable: boolean
  readonly onLeave: boolean
  /** After the hardest kind of session, until the clinical director clears them. */
  readonly offCall: boolean
  /** Shifts in the last ninety days. */
  readonly lately: number
}

export type StandIns<Id extends string> = {
  /** In the order they should be thought of: fewest shifts lately, then by name. */
  readonly may: readonly Colleague<Id>[]
  readonly mayNot: readonly { readonly colleague: Colleague<Id>; readonly why: StandInBar }[]
}

/** Who may take a shift over from its holder, and for everybody else why not. */
export function standIns<Id extends string>(
  shift: Span & { readonly holder: Id },
  colleagues: readonly Colleague<Id>[],
): StandIns<Id> {
  const sorted = [...colleagues].sort(byTurn)
  return {
    may: sorted.filter((one) => barOf(shift, one) === null),
    mayNot: sorted.flatMap((colleague) => {
      const why = barOf(shift, colleague)
      return why === null ? [] : [{ colleague, why }]
    }),
  }
}

function barOf<Id extends string>(
  shift: Span & { readonly holder: Id },
  one: Colleague<Id>,
): StandInBar | null {
  const then = (span: Span) => overlap(shift, span)
  if (one.id === shift.holder) return 'own_shift'
  if (one.onCall.some(then)) return 'on_call_then'
  if (one.away.some(then)) return 'away_then'
  if (one.onLeave) return 'on_leave'
  if (one.offCall) return 'off_call'
  return one.deployable ? null : 'not_deployable'
}

function byTurn<Id extends string>(one: Colleague<Id>, other: Colleague<Id>): number {
  return one.lately - other.lately || one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1)
}

/** Touching spans do not overlap. */
function overlap(one: Span, other: Span): boolean {
  return (
    Temporal.Instant.compare(one.startsAt, other.endsAt) < 0 &&
    Temporal.Instant.compare(other.startsAt, one.endsAt) < 0
  )
}
