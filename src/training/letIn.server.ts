import type { Reader, Tx } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { todayIn } from '../region/index.server.ts'
import { disciplinesOf, loadAsked, type Packs } from './asked.server.ts'
import { finishBy } from './asked.ts'
import { type Enrolment, isStronger, stands } from './enrolment.ts'
import { holdEnrolment, loadEnrolments } from './enrolments.server.ts'
import { entryOf } from './entry.server.ts'
import { entrance } from './entry.ts'
import type { Named } from './nameTo.server.ts'
import type { TrainingTables } from './tables.server.ts'

export type Way = Pick<Named, 'how' | 'agencyId' | 'codeId'>

/** Somebody's enrolment that stands. One that waits for a yes is held and read again: it may have been decided meanwhile. */
export async function standingIn(
  tx: Tx,
  accountId: AccountId,
  course: string,
): Promise<Enrolment | undefined> {
  const standing = (await loadEnrolments(tx, { accountId, course })).find((one) => stands(one.state))
  if (standing?.state !== 'asked') return standing
  await holdEnrolment(tx, standing.id)
  return (await loadEnrolments(tx, { id: standing.id }))[0]
}

/**
 * Whoever waits for a yes comes by a way once more. The stronger of the two is kept, also while something that comes before is
 * missing, so that a seat is not lost on them; they are let in as soon as theirs needs no yes. `standing`: held, and not decided.
 */
export async function goOn(
  tx: Tx,
  packs: Packs,
  standing: Enrolment,
  found: Way,
  { lacks, declined }: { readonly lacks: boolean; readonly declined: boolean },
): Promise<void> {
  const way = isStronger(found.how, standing.how) ? found : standing
  const needsYes = declined || entrance(way.how, await entryOf(tx, standing.course), lacks) !== 'at_once'
  await tx
    .tables<TrainingTables>()
    .updateTable('training.enrolment')
    .set({
      ...{ how: way.how, agency_id: way.agencyId, code_id: way.codeId, needs_approval: needsYes },
      // Their time begins when they may learn, by what is asked of whoever their agency sends.
      finish_by: needsYes ? standing.finishBy : await endOf(tx, packs, standing.accountId, way),
    })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', standing.id)
    .execute()
}

async function endOf(
  tx: Tx,
  packs: Packs,
  accountId: AccountId,
  { agencyId }: Way,
): Promise<Temporal.PlainDate> {
  const asked = await loadAsked(tx, packs, await disciplinesOf(tx, { accountId, agencyId }))
  return finishBy(await todayIn(tx), asked)
}

/** Whether the last thing said to somebody about a course was no: then a coordinator decides again, by whatever way they come. */
export async function wasDeclined(reader: Reader, accountId: AccountId, course: string): Promise<boolean> {
  const decided = (await loadEnrolments(reader, { accountId, course })).filter(
    ({ state }) => state !== 'asked',
  )
  return decided[0]?.state === 'declined'
}
