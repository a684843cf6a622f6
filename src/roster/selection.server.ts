import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { todayIn } from '../region/index.server.ts'
import { actOn, isAfter } from './actOn.server.ts'
import type { DeselectionGround } from './grounds.ts'
import { problem, type RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

/** The team chose them, on that day. Somebody deselected may be selected again. */
export async function select(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  selectedOn: Temporal.PlainDate,
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'select', memberId, async (tx) => {
    if (isAfter(selectedOn, await todayIn(tx))) return problem('in_future', 'selectedOn')
    if ((await openSelection(tx, memberId)) !== null) return problem('selected_already')
    await tx
      .tables<RosterTables>()
      .insertInto('roster.selection')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        member_id: memberId,
        selected_on: selectedOn,
        decided_by: accountOf(tx.actor),
      })
      .execute()
    await audit(tx, { act: 'member_selected', subject: { member: memberId } })
    return done(null)
  })
}

/** From today no longer of the team. Seats already taken stay taken until somebody decides about them. */
export async function deselect(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  ground: DeselectionGround,
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'deselect', memberId, async (tx) => {
    const selectionId = await openSelection(tx, memberId)
    if (selectionId === null) return problem('not_selected')
    await tx
      .tables<RosterTables>()
      .insertInto('roster.deselection')
      .values({
        region_id: tx.regionId,
        selection_id: selectionId,
        ground,
        deselected_on: await todayIn(tx),
        decided_by: accountOf(tx.actor),
      })
      .execute()
    await audit(tx, { act: 'member_deselected', subject: { member: memberId } })
    return done(null)
  })
}

async function openSelection(tx: Tx, memberId: MemberId): Promise<string | null> {
  const row = await tx
    .tables<RosterTables>()
    .selectFrom('roster.selection as one')
    .leftJoin('roster.deselection as end', (join) =>
      join.onRef('end.region_id', '=', 'one.region_id').onRef('end.selection_id', '=', 'one.id'),
    )
    .select('one.id')
    .where('one.region_id', '=', tx.regionId)
    .where('one.member_id', '=', memberId)
    .where('end.selection_id', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}
