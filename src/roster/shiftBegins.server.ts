import { deliver, deliverPush, reachOf } from '../messaging/index.server.ts'
import { channelsOf } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import type { HandlerDeps } from './jobs.server.ts'
import { shiftBegins } from './jobs.ts'
import { shiftBeginsMail, shiftBeginsPush } from './mails.ts'
import { rosterPaths } from './paths.ts'
import type { RosterTables } from './tables.server.ts'

/** Whoever's duty begins is told where the sheet is that works without us: kept before the night, not during it. */
export async function tellWhenItBegins(tx: Tx, shiftId: string, startsAt: Temporal.Instant): Promise<void> {
  await enqueue(
    tx,
    shiftBegins,
    { regionId: tx.regionId, shiftId },
    { key: `shift-begins:${shiftId}`, at: startsAt },
  )
}

/** A shift that was taken back or taken over meanwhile is another one's, and has a message of its own. */
export async function tellShiftBegins(deps: HandlerDeps, actor: Actor, shiftId: string): Promise<void> {
  const found = await deps.db.read(actor, (reader) => runningShift(reader, shiftId))
  if (found === null) return
  const email = await deps.emailOf(found)
  if (email === null) return
  const reach = await deps.db.read(actor, (reader) => reachOf(reader, found))
  const key = `shift-begins.${shiftId}`
  await deliver(deps, actor, key, async (reader) => {
    if ((await runningShift(reader, shiftId)) === null) return null
    const link = new URL(rosterPaths.shiftSheet((await loadRegion(reader)).slug), deps.teamUrl).href
    return { to: email, ...shiftBeginsMail(link, reach.lang) }
  })
  if (!channelsOf(reach).includes('push')) return
  await deliverPush(deps, actor, `${key}.push`, async (reader) => {
    if ((await runningShift(reader, shiftId)) === null) return null
    const path = rosterPaths.shiftSheet((await loadRegion(reader)).slug)
    return { person: found, path, lang: reach.lang, until: null, line: shiftBeginsPush[reach.lang] }
  })
}

/** Whose it is, while it runs; null: it ended, or is no more. */
async function runningShift(reader: Reader, id: string): Promise<AccountId | null> {
  const row = await reader
    .tables<RosterTables>()
    .selectFrom('roster.coordinator_shift')
    .select('account_id')
    .where('region_id', '=', reader.regionId)
    .where('id', '=', id)
    .where('starts_at', '<=', reader.now)
    .where('ends_at', '>', reader.now)
    .executeTakeFirst()
  return row?.account_id ?? null
}
