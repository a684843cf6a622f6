import { accountsWith } from '../identity/index.server.ts'
import { deliver, deliverPhone, deliverPush, reachOf } from '../messaging/index.server.ts'
import { canText, channelsOf } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import type { HandlerDeps } from './jobs.server.ts'
import { shiftBegins } from './jobs.ts'
import { shiftBeginsMail, shiftBeginsPush, shiftBeginsText } from './mails.ts'
import { rosterPaths } from './paths.ts'
import { perMinute } from './sendDrill.server.ts'
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
  /** What it opens; null: the shift is not one any more. */
  const sheet = async (reader: Reader) => {
    if ((await runningShift(reader, shiftId)) === null) return null
    const path = rosterPaths.shiftSheet((await loadRegion(reader)).slug)
    return { path, link: new URL(path, deps.teamUrl).href }
  }
  await deliver(deps, actor, key, async (reader) => {
    const opened = await sheet(reader)
    return opened === null ? null : { to: email, ...shiftBeginsMail(opened.link, reach.lang) }
  })
  const ways = channelsOf(reach)
  if (ways.includes('push'))
    await deliverPush(deps, actor, `${key}.push`, async (reader) => {
      const opened = await sheet(reader)
      if (opened === null) return null
      const { path } = opened
      return { person: found, path, lang: reach.lang, until: null, line: shiftBeginsPush[reach.lang] }
    })
  if (!ways.includes('text')) return
  const text = { key: `${key}.text`, channel: 'text' as const, perMinute: await perMinute(deps, actor) }
  await deliverPhone(deps, actor, text, async (reader) => {
    const opened = await sheet(reader)
    const now = await reachOf(reader, found)
    if (opened === null) return null
    return canText(now) ? { to: now.phone!, text: shiftBeginsText(opened.link, now.lang) } : 'unable'
  })
}

/** Whose it is, while it runs; null: it ended, is no more, or they coordinate no more. */
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
  const found = row?.account_id ?? null
  return found !== null && (await accountsWith(reader, 'duty_coordinator')).includes(found) ? found : null
}
