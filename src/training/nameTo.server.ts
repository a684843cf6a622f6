import type { Reader, Tx } from '../platform/db.server.ts'
import { type AgencyId, newId } from '../platform/ids.ts'
import type { EnrolmentHow } from './enrolment.ts'
import { byOf } from './entry.server.ts'
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

/** Whether a mail is due: they are new to the course, or asked so long ago that it may have gone astray. */
export async function nameTo(tx: Tx, named: Named): Promise<boolean> {
  const row = {
    region_id: tx.regionId,
    course: named.course,
    email: named.email,
    name: named.name,
    how: named.how,
    agency_id: named.agencyId,
    code_id: named.codeId,
    asked_by: byOf(tx),
  }
  const tables = tx.tables<TrainingTables>()
  const added = await tables
    .insertInto('training.invited')
    .values({ ...row, id: newId<string>() })
    .onConflict((conflict) => conflict.columns(['region_id', 'course', 'email']).doNothing())
    .executeTakeFirst()
  if ((added.numInsertedOrUpdatedRows ?? 0n) > 0n) return true
  // A list names somebody once.
  if (named.how === 'list') return false
  const standing = tables
    .deleteFrom('training.invited')
    .where('region_id', '=', tx.regionId)
    .where('course', '=', named.course)
    .where('email', '=', named.email)
  // An agency's contact learns nothing of who asked by themselves: a seat takes the place of that, and is refused only to seats.
  const before =
    named.how === 'seat'
      ? await standing.where('how', '<>', 'seat').returningAll().executeTakeFirst()
      : await standing
          .where('asked_at', '<', tx.now.subtract({ minutes: quietMinutes }))
          .returningAll()
          .executeTakeFirst()
  if (before === undefined) return false
  // Whoever was named and asks for the mail again stays on their seat, or on their list; and nobody's code is taken by a form that
  // somebody else sent with their address.
  const kept =
    named.how !== 'seat' &&
    (before.how === 'seat' || before.how === 'list' || (before.how === 'code' && named.how === 'alone'))
  await tables
    .insertInto('training.invited')
    .values({ ...(kept ? { ...before, asked_at: tx.now } : row), id: newId<string>() })
    .execute()
  return true
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
