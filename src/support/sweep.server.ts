import type { RegionId } from '../platform/ids.ts'
import { sweepConsultations } from './consultation.server.ts'
import { closeNow } from './conversation.server.ts'
import { dayOf, type Stores } from './conversationRows.server.ts'
import type { SupportTables } from './tables.server.ts'
import { moveTallies } from './tallies.server.ts'

/** Days without a word, and days at most (contract: SECURITY.md). */
export const idleDays = 14
export const mostDays = 90

/**
 * What is done again and again: a conversation ends that was quiet for too long or is too old, what was closed but not yet removed
 * goes, and so does a key without a conversation. Of what a crash left between the two stores nothing can be opened meanwhile.
 */
export function sweeper({ db, keys }: Stores) {
  /** Keys without a row at the last look: one that was made just now is about to get its row. */
  let alone: ReadonlySet<string> = new Set()
  return async (regions: readonly RegionId[]): Promise<number> => {
    const kept = new Set(await keys.list())
    const known = new Set<string>()
    let closed = 0
    for (const regionId of regions) {
      const due = await db.read({ kind: 'system', regionId }, async (reader) => {
        const rows = await reader
          .tables<SupportTables>()
          .selectFrom('support.conversation')
          .select(['id', 'opened_on', 'last_on'])
          .where('region_id', '=', regionId)
          .execute()
        for (const row of rows) known.add(row.id)
        const today = dayOf(reader.now)
        return rows.filter(
          (row) =>
            !kept.has(row.id) ||
            isBefore(row.last_on, today.subtract({ days: idleDays })) ||
            isBefore(row.opened_on, today.subtract({ days: mostDays })),
        )
      })
      await moveTallies(db, regionId)
      await sweepConsultations({ db }, regionId)
      for (const { id } of due) {
        // Listed before the rows were read: a conversation that began in between has its key by now.
        if (!kept.has(id) && (await keys.read(id)) !== null) continue
        await closeNow({ db, keys }, regionId, id)
        closed++
      }
    }
    const without = [...kept].filter((id) => !known.has(id))
    for (const id of without) if (alone.has(id)) await keys.destroy(id)
    alone = new Set(without)
    return closed
  }
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}
