import { invitationLasts } from '../identity/index.ts'
import { accountOf } from '../platform/actor.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import { type AgencyId, newId } from '../platform/ids.ts'
import { type EnrolmentHow, strongest } from './enrolment.ts'
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
const quietTime = { minutes: 15 }

/** Whether naming somebody once more is due another mail: a form's may have gone astray, the link of a seat's or a list's is over. */
export function mailedLongAgo(how: EnrolmentHow, askedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return isOver(askedAt, how === 'seat' || how === 'list' ? invitationLasts : quietTime, now)
}

const isOver = (
  since: Temporal.Instant,
  lasts: { hours: number } | { minutes: number },
  now: Temporal.Instant,
) => Temporal.Instant.compare(since.add(lasts), now) <= 0

export type NamedNow = {
  /** They had no place by this way. */
  readonly added: boolean
  /** They had it, and the last mail went out so long ago that another one is due. */
  readonly again: boolean
  /** Unless one went to them about this course a moment ago. */
  readonly mailDue: boolean
}

/**
 * Keeps a place in a course for an address. Each way has its own, so that an agency learns nothing of who asked by themselves or was
 * named by another one, and takes back its own place alone; nobody's code is taken by a form that somebody else sent with their
 * address.
 */
export async function nameTo(tx: Tx, named: Named): Promise<NamedNow> {
  const { course, email, name, how, agencyId, codeId } = named
  const tables = tx.tables<TrainingTables>()
  const id = newId<string>()
  const row = { course, email, name, how, agency_id: agencyId, code_id: codeId }
  await tables
    .insertInto('training.invited')
    .values({ region_id: tx.regionId, id, ...row, asked_by: accountOf(tx.actor) })
    .onConflict((conflict) => conflict.constraint('invited_once').doNothing())
    .execute()
  const ways = await tables
    .selectFrom('training.invited')
    .select(['id', 'how', 'agency_id', 'asked_at', 'asked_by'])
    .where('region_id', '=', tx.regionId)
    .where('course', '=', course)
    .where('email', '=', email)
    .orderBy('id')
    .forUpdate()
    .execute()
  // Anybody may send a form with somebody's address: it keeps no mail from whoever an agency or a coordinator names.
  const byForm = accountOf(tx.actor) === null
  const quiet = ways.some(
    (one) => one.id !== id && (byForm || one.asked_by !== null) && !isOver(one.asked_at, quietTime, tx.now),
  )
  const own = ways.find((one) => one.how === how && one.agency_id === agencyId)
  const added = own?.id === id
  const again = own !== undefined && !added && mailedLongAgo(how, own.asked_at, tx.now)
  if (again)
    await tables
      .updateTable('training.invited')
      .set({ asked_at: tx.now })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', own.id)
      .execute()
  return { added, again, mailDue: (added || again) && !quiet }
}

/** Courses to which an address was named and which nobody began under it yet, each once, by the strongest way. */
export async function waitingFor(reader: Reader, email: string): Promise<Named[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.invited')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('email', '=', email.toLowerCase())
    .orderBy('id')
    .execute()
  const named = rows.map((row) => ({
    course: row.course,
    email: row.email,
    name: row.name,
    how: row.how,
    agencyId: row.agency_id,
    codeId: row.code_id,
  }))
  return [...Map.groupBy(named, (one) => one.course).values()].flatMap((ways) => strongest(ways) ?? [])
}
