import { accountOf } from '../platform/actor.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import { type AgencyId, newId } from '../platform/ids.ts'
import { type EnrolmentHow, isStronger } from './enrolment.ts'
import type { TrainingTables } from './tables.server.ts'

export type Named = {
  readonly course: string
  readonly email: string
  readonly name: string
  readonly how: EnrolmentHow
  readonly agencyId: AgencyId | null
  readonly codeId: string | null
}

/** Whoever asks again within this is answered the same and mailed nothing more: nobody's mailbox is filled by a form. */
const quietMinutes = 15

export type NamedNow = {
  /** They are new to the course, or come by a stronger way than before. */
  readonly changed: boolean
  /** They are new, or the last mail went out so long ago that it may have gone astray. */
  readonly mailDue: boolean
}
const asItWas: NamedNow = { changed: false, mailDue: false }

/**
 * Keeps a place in a course for an address. A stronger way takes the place of a weaker one at once, so that an agency's contact
 * learns nothing of who asked by themselves; whoever has one as strong stays on it, and nobody's code is taken by a form that
 * somebody else sent with their address.
 */
export async function nameTo(tx: Tx, named: Named): Promise<NamedNow> {
  const { course, email } = named
  const way = {
    ...{ name: named.name, how: named.how, agency_id: named.agencyId, code_id: named.codeId },
    asked_by: accountOf(tx.actor),
  }
  const tables = tx.tables<TrainingTables>()
  const added = await tables
    .insertInto('training.invited')
    .values({ region_id: tx.regionId, id: newId<string>(), course, email, ...way })
    .onConflict((conflict) => conflict.columns(['region_id', 'course', 'email']).doNothing())
    .executeTakeFirst()
  if ((added.numInsertedOrUpdatedRows ?? 0n) > 0n) return { changed: true, mailDue: true }
  const before = await tables
    .selectFrom('training.invited')
    .select(['id', 'how', 'asked_at'])
    .where('region_id', '=', tx.regionId)
    .where('course', '=', course)
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirst()
  if (before === undefined) return asItWas
  const changed = isStronger(named.how, before.how)
  // A form may be sent again for its mail; a seat and a list name somebody once.
  const once = named.how === 'seat' || named.how === 'list'
  const quiet = Temporal.Instant.compare(before.asked_at, tx.now.subtract({ minutes: quietMinutes })) >= 0
  if (!changed && (once || quiet)) return asItWas
  await tables
    .updateTable('training.invited')
    .set({ ...(changed ? way : {}), ...(quiet ? {} : { asked_at: tx.now }) })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', before.id)
    .execute()
  return { changed, mailDue: !quiet }
}

/** Courses to which an address was named and which nobody began under it yet. */
export async function waitingFor(reader: Reader, email: string): Promise<Named[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.invited')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('email', '=', email.toLowerCase())
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    course: row.course,
    email: row.email,
    name: row.name,
    how: row.how,
    agencyId: row.agency_id,
    codeId: row.code_id,
  }))
}
