import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db.server.ts'
import { newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { type MessagingCode, problem } from './problems.ts'
import { endpointOf, type PushBrowser } from './push.ts'
import type { MessagingTables } from './tables.server.ts'
import { canSealFor } from './webPush.server.ts'

/** Newest win: an old phone in a drawer must not keep a new one out. */
const mostBrowsers = 5
const over = { endpoint: null, p256dh: null, auth: null } as const

export type KnownBrowser = PushBrowser & {
  readonly madeAt: Temporal.Instant
  readonly restsUntil: Temporal.Instant | null
}

/** Where somebody is notified, the newest first. */
export async function browsersOf(reader: Reader, person: string): Promise<readonly KnownBrowser[]> {
  const rows = await reader
    .tables<MessagingTables>()
    .selectFrom('messaging.push_subscription')
    .select(['id', 'endpoint', 'p256dh', 'auth', 'made_at', 'rests_until'])
    .where('region_id', '=', reader.regionId)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, endpoint, p256dh, auth, made_at, rests_until }) => ({
    ...{ id, endpoint: endpoint!, p256dh: p256dh!, auth: auth! },
    madeAt: made_at,
    restsUntil: rests_until,
  }))
}

/** A browser as its owner's page posts it. */
export type Agreed = { readonly endpoint: string; readonly p256dh: string; readonly auth: string }

/**
 * One more browser that agreed: all of its owner's persons are notified there, until they choose otherwise. Whoever
 * else was notified there is not any more.
 */
export async function keepBrowser(
  tx: Tx,
  owner: { readonly id: string; readonly persons: readonly string[] },
  agreed: Agreed,
  standIns: boolean,
): Promise<Outcome<null, MessagingCode>> {
  const { p256dh, auth } = agreed
  const endpoint = endpointOf(agreed.endpoint, standIns)
  if (endpoint === null || !canSealFor(p256dh, auth)) return problem('browser_unknown')
  await sql`select messaging.end_push_of_others(${endpoint}, ${owner.id})`.execute(tx.tables())
  for (const person of owner.persons) {
    // Its keys may have changed, and a rest is over once somebody agreed again.
    await endWhere(tx, person, (one) => one.endpoint === endpoint)
    await tx
      .tables<MessagingTables>()
      .insertInto('messaging.push_subscription')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        person_id: person,
        owner_id: owner.id,
        endpoint,
        p256dh,
        auth,
      })
      .execute()
    const kept = await browsersOf(tx, person)
    for (const { id } of kept.slice(mostBrowsers)) await endBrowser(tx, id)
    await chooseNotifications(tx, person)
  }
  return done(null)
}

/** Nothing goes there any more, for any of their persons. */
export async function forgetBrowser(tx: Tx, persons: readonly string[], id: string): Promise<void> {
  const [first] = persons
  const gone = (await browsersOf(tx, first!)).find((one) => one.id === id)
  if (gone === undefined) return
  for (const person of persons) await endWhere(tx, person, (one) => one.endpoint === gone.endpoint)
}

export async function endBrowser(tx: Tx, id: string): Promise<void> {
  await tx
    .tables<MessagingTables>()
    .updateTable('messaging.push_subscription')
    .set({ ...over, ended_at: tx.now })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Its push service asked to be left alone for a while. */
export async function restBrowser(tx: Tx, id: string, until: Temporal.Instant): Promise<void> {
  await tx
    .tables<MessagingTables>()
    .updateTable('messaging.push_subscription')
    .set({ rests_until: until })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
}

async function endWhere(tx: Tx, person: string, which: (one: KnownBrowser) => boolean): Promise<void> {
  for (const one of await browsersOf(tx, person)) if (which(one)) await endBrowser(tx, one.id)
}

async function chooseNotifications(tx: Tx, person: string): Promise<void> {
  await tx
    .tables<MessagingTables>()
    .insertInto('messaging.reach')
    .values({
      region_id: tx.regionId,
      person_id: person,
      ...({
        phone: null,
        phone_proven_at: null,
        by_mail: true,
        by_text: false,
        by_call: false,
        lang: 'en',
      } as const),
      by_push: true,
    })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'person_id']).doUpdateSet({ by_push: true, changed_at: tx.now }),
    )
    .execute()
}
