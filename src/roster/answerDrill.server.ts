import type { Texter } from '../messaging/index.server.ts'
import { reachOf } from '../messaging/index.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { RegionId } from '../platform/ids.ts'
import type { Language } from '../ui/language.ts'
import { mailProven } from './details.server.ts'
import { type DrillAnswer, isDrillWord } from './drill.ts'
import { drillMessages } from './drillMessages.ts'
import { type DrillLine, loadDrillLines, loadDrills } from './drillStore.server.ts'
import { heardFrom } from './heardFrom.server.ts'
import type { RosterTables } from './tables.server.ts'

/** "Yes, this reached me": of one line, at any time; said twice, it stands once. False where there is no such line. */
export async function answerDrill(
  db: Db,
  regionId: RegionId,
  lineId: string,
  by: DrillAnswer,
): Promise<boolean> {
  return await db.write({ kind: 'system', regionId }, async (tx) => {
    const [line] = await loadDrillLines(tx, { id: lineId })
    if (line === undefined) return false
    await keepAnswer(tx, line, by)
    return true
  })
}

/**
 * A text from somebody's number: "OK" answers the newest drill's text to it, and nothing else. Answers null where it is
 * another word or no such text waits, so that whoever else waits for an answer may read it.
 */
export async function answerDrillByText(
  db: Db,
  texters: readonly Texter[],
  text: string,
): Promise<string | null> {
  if (!isDrillWord(text)) return null
  const langs: Language[] = []
  for (const { regionId, personId } of texters)
    await db.write({ kind: 'system', regionId }, async (tx) => {
      const [newest] = await loadDrills(tx, 1)
      if (newest === undefined) return
      const mine = (await loadDrillLines(tx, { drillId: newest.id, channel: 'text' })).find(
        (line) => line.whom.id === personId && line.answeredAt === null,
      )
      if (mine === undefined) return
      await keepAnswer(tx, mine, 'text')
      langs.push((await reachOf(tx, personId)).lang)
    })
  return langs[0] === undefined ? null : drillMessages[langs[0]].replyOk
}

async function keepAnswer(tx: Tx, line: DrillLine, by: DrillAnswer): Promise<void> {
  await tx
    .tables<RosterTables>()
    .updateTable('roster.drill_line')
    .set({ answered_at: tx.now, answered_by: by })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', line.id)
    .where('answered_at', 'is', null)
    .execute()
  await heardFrom(tx, line.whom.id)
  if (line.whom.kind !== 'member' || line.channel !== 'mail' || line.answeredAt !== null) return
  const drill = (await loadDrills(tx)).find((one) => one.id === line.drillId)
  if (drill !== undefined) await mailProven(tx, line.whom.id, drill.beganAt)
}
