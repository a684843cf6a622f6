import { sql } from 'kysely'
import { accountOf } from '../platform/actor.ts'
import type { Tx } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import type { RosterTables } from './tables.server.ts'

type Period = {
  readonly memberId: MemberId
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export async function addPeriods(
  tx: Tx,
  table: 'roster.on_call_shift' | 'roster.unavailability',
  periods: readonly Period[],
): Promise<void> {
  if (periods.length === 0) return
  await tx
    .tables<RosterTables>()
    .insertInto(table)
    .values(
      periods.map((one) => ({
        region_id: tx.regionId,
        id: newId<string>(),
        member_id: one.memberId,
        starts_at: one.startsAt,
        ends_at: one.endsAt,
        recorded_by: accountOf(tx.actor),
      })),
    )
    .execute()
}

/** Half-open span as PostgreSQL writes it. */
function spanText(startsAt: Temporal.Instant, endsAt: Temporal.Instant): string {
  return `[${startsAt.toString()},${endsAt.toString()})`
}

/**
 * Binds a member for a span. The exclusion constraint `commitment_nobody_in_two_places` refuses an overlap;
 * the caller maps that name to its own problem.
 */
export async function commit(
  tx: Tx,
  memberId: MemberId,
  span: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  kind: string,
  weight: number,
): Promise<string> {
  const id = newId<string>()
  await tx
    .tables<RosterTables>()
    .insertInto('roster.commitment')
    .values({
      region_id: tx.regionId,
      id,
      member_id: memberId,
      during: sql`${spanText(span.startsAt, span.endsAt)}::tstzrange`,
      kind,
      weight,
    })
    .execute()
  return id
}

/** The same people are bound for another span; the same constraint refuses an overlap. */
export async function moveCommitment(
  tx: Tx,
  id: string,
  span: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
): Promise<void> {
  await tx
    .tables<RosterTables>()
    .updateTable('roster.commitment')
    .set({ during: sql`${spanText(span.startsAt, span.endsAt)}::tstzrange` })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
}

export async function releaseCommitment(tx: Tx, id: string): Promise<void> {
  await tx
    .tables<RosterTables>()
    .deleteFrom('roster.commitment')
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
}
