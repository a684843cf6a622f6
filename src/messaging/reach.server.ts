import { sql } from 'kysely'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { mailOnly, type Reach } from './reach.ts'
import { stoppedPhones } from './stop.server.ts'
import type { MessagingTables } from './tables.server.ts'

/** Of everybody who chose something; whoever is missing gets mail (`mailOnly`). */
export async function loadReach(
  reader: Reader,
  persons?: readonly string[],
): Promise<ReadonlyMap<string, Reach>> {
  if (persons?.length === 0) return new Map()
  let query = reader
    .tables<MessagingTables>()
    .selectFrom('messaging.reach')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('messaging.push_subscription as browser')
        .select((count) => count.fn.countAll<number>().as('browsers'))
        .whereRef('browser.region_id', '=', 'messaging.reach.region_id')
        .whereRef('browser.person_id', '=', 'messaging.reach.person_id')
        .where('browser.ended_at', 'is', null)
        .as('browsers'),
    )
    .where('region_id', '=', reader.regionId)
  if (persons !== undefined) query = query.where('person_id', 'in', persons)
  const rows = await query.execute()
  const stopped = rows.some((row) => row.phone !== null) ? await stoppedPhones(reader) : new Set<string>()
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        phone: row.phone,
        phoneProven: row.phone_proven_at !== null,
        stopped: row.phone !== null && stopped.has(row.phone),
        byMail: row.by_mail,
        byText: row.by_text,
        byCall: row.by_call,
        byPush: row.by_push,
        browsers: row.browsers ?? 0,
        lang: row.lang,
      },
    ]),
  )
}

export async function reachOf(reader: Reader, person: string): Promise<Reach> {
  return (await loadReach(reader, [person])).get(person) ?? mailOnly
}

/** What they choose; the number is kept apart, by the proof. `reach_needs_phone` refuses texts without one. */
export async function chooseWays(
  tx: Tx,
  person: string,
  ways: Pick<Reach, 'byMail' | 'byText' | 'byCall' | 'byPush' | 'lang'>,
): Promise<void> {
  const chosen = {
    by_mail: ways.byMail,
    by_text: ways.byText,
    by_call: ways.byCall,
    by_push: ways.byPush,
    lang: ways.lang,
  }
  const tables = tx.tables<MessagingTables>()
  // Not by the insert alone: its constraints look at the row that would be new, which has no number yet.
  const changed = await tables
    .updateTable('messaging.reach')
    .set({ ...chosen, changed_at: tx.now })
    .where('region_id', '=', tx.regionId)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n) return
  await tables
    .insertInto('messaging.reach')
    .values({ region_id: tx.regionId, person_id: person, phone: null, phone_proven_at: null, ...chosen })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'person_id']).doUpdateSet({ ...chosen, changed_at: tx.now }),
    )
    .execute()
}

/** A number that is theirs beyond doubt; with it they are texted, until they choose otherwise. */
export async function keepPhone(tx: Tx, person: string, phone: string): Promise<void> {
  const proven = { phone, phone_proven_at: tx.now }
  await tx
    .tables<MessagingTables>()
    .insertInto('messaging.reach')
    .values({
      region_id: tx.regionId,
      person_id: person,
      ...proven,
      by_mail: true,
      by_text: true,
      by_call: false,
      lang: 'en',
    })
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'person_id'])
        .doUpdateSet({ ...proven, by_text: true, changed_at: tx.now }),
    )
    .execute()
}

/** Nothing goes to a phone any more. */
export async function forgetPhone(tx: Tx, person: string): Promise<void> {
  await tx
    .tables<MessagingTables>()
    .updateTable('messaging.reach')
    .set({
      phone: null,
      phone_proven_at: null,
      by_text: false,
      by_call: false,
      by_mail: true,
      changed_at: tx.now,
    })
    .where('region_id', '=', tx.regionId)
    .where('person_id', '=', person)
    .execute()
}

/** Who has this number, in every region. A text names no region. */
export async function whosePhone(
  db: Db,
  phone: string,
): Promise<readonly { readonly regionId: RegionId; readonly personId: string }[]> {
  const { rows } = await db.outside((outside) =>
    sql<{ region_id: RegionId; person_id: string }>`select * from messaging.whose_phone(${phone})`.execute(
      outside,
    ),
  )
  return rows.map((row) => ({ regionId: row.region_id, personId: row.person_id }))
}
