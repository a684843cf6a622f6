import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { actOn } from './actOn.server.ts'
import type { ReinstatementGround, SuspensionGround } from './grounds.ts'
import { problem, type RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

/** From now until a review ends it. Seats already taken stay taken until somebody decides about them. */
export async function suspend(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  ground: SuspensionGround,
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'suspend', memberId, async (tx) => {
    if ((await openSuspension(tx, memberId)) !== null) return problem('suspended_already')
    await tx
      .tables<RosterTables>()
      .insertInto('roster.suspension')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        member_id: memberId,
        ground,
        starts_at: tx.now,
        decided_by: accountOf(tx.actor),
      })
      .execute()
    await audit(tx, { act: 'member_suspended', subject: { member: memberId } })
    return done(null)
  })
}

/** The review is over and found for the member, who counts again from that day. */
export async function reinstate(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  ground: ReinstatementGround,
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'reinstate', memberId, async (tx) => {
    const suspensionId = await openSuspension(tx, memberId)
    if (suspensionId === null) return problem('not_suspended')
    await tx
      .tables<RosterTables>()
      .insertInto('roster.reinstatement')
      .values({
        region_id: tx.regionId,
        suspension_id: suspensionId,
        ground,
        decided_by: accountOf(tx.actor),
      })
      .execute()
    await audit(tx, { act: 'member_reinstated', subject: { member: memberId } })
    return done(null)
  })
}

async function openSuspension(tx: Tx, memberId: MemberId): Promise<string | null> {
  const row = await tx
    .tables<RosterTables>()
    .selectFrom('roster.suspension as one')
    .leftJoin('roster.reinstatement as end', (join) =>
      join.onRef('end.region_id', '=', 'one.region_id').onRef('end.suspension_id', '=', 'one.id'),
    )
    .select('one.id')
    .where('one.region_id', '=', tx.regionId)
    .where('one.member_id', '=', memberId)
    .where('end.suspension_id', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}
