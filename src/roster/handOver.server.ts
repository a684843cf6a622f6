import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { act } from './actOn.server.ts'
import { type HandOverNote, noteDays, readNote } from './handOver.ts'
import { deleteHandOver } from './jobs.ts'
import { may } from './may.ts'
import { problem, type RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

const hours = noteDays * 24

/** Leaves the next coordinator a note, and orders its deletion. */
export async function leaveNote(db: Db, actor: Actor, typed: string): Promise<Outcome<null, RosterCode>> {
  return await act(db, actor, 'hand_over', null, async (tx) => {
    const note = readNote(typed)
    if (!note.ok) return note
    if (actor.kind !== 'account') return problem('not_allowed')
    await tx
      .tables<RosterTables>()
      .insertInto('roster.hand_over_note')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        note: note.value,
        written_at: tx.now,
        written_by: actor.accountId,
      })
      .execute()
    await enqueue(tx, deleteHandOver, { regionId: tx.regionId }, { at: tx.now.add({ hours }) })
    return done(null)
  })
}

/** Any coordinator may take a note away at once: a name slips in easily. */
export async function removeNote(db: Db, actor: Actor, id: string): Promise<Outcome<null, RosterCode>> {
  return await act(db, actor, 'hand_over', null, async (tx) => {
    await tx
      .tables<RosterTables>()
      .deleteFrom('roster.hand_over_note')
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .execute()
    return done(null)
  })
}

/** The notes of the last fortnight, newest first; none for whoever does not coordinate. */
export async function loadNotes(
  reader: Reader,
): Promise<(HandOverNote & { readonly writtenBy: AccountId })[]> {
  if (!may(reader.actor, 'hand_over', null)) return []
  const rows = await reader
    .tables<RosterTables>()
    .selectFrom('roster.hand_over_note')
    .select(['id', 'note', 'written_at', 'written_by'])
    .where('region_id', '=', reader.regionId)
    .where('written_at', '>', reader.now.subtract({ hours }))
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    note: row.note,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
  }))
}

/** The job of a note that is due: it goes, and so does everything else that is as old. */
export async function deleteOldNotes(db: Db, regionId: RegionId): Promise<void> {
  await db.write({ kind: 'system', regionId }, (tx) =>
    tx
      .tables<RosterTables>()
      .deleteFrom('roster.hand_over_note')
      .where('region_id', '=', tx.regionId)
      .where('written_at', '<=', tx.now.subtract({ hours }))
      .execute(),
  )
}
