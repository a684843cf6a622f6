/** Why a region's data must be kept: a code, so that no name slips in. */
export const holdReasons = ['litigation', 'public_records', 'investigation', 'other'] as const
export type HoldReason = (typeof holdReasons)[number]

export type Hold = {
  readonly reason: HoldReason
  readonly setAt: Temporal.Instant
  readonly liftedAt: Temporal.Instant | null
}

export function isHoldReason(typed: string | undefined): typed is HoldReason {
  return (holdReasons as readonly (string | undefined)[]).includes(typed)
}

/** One line each, newest last. */
export function holdsSaid(holds: readonly Hold[]): string {
  if (holds.length === 0) return 'No hold was ever set.\n'
  return holds
    .map(
      ({ reason, setAt, liftedAt }) =>
        `${reason.padEnd(15)} since ${setAt.toString()}${liftedAt === null ? ', stands' : `, lifted ${liftedAt.toString()}`}\n`,
    )
    .join('')
}
