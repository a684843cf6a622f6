import type { Tx } from '../platform/db.server.ts'
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
  lacks: boolean,
): Promise<void> {
  const stronger = isStronger(found.how, standing.how)
  const way = stronger ? found : standing
  const needsYes = entrance(way.how, await entryOf(tx, standing.course), lacks) !== 'at_once'
  await tx
    .tables<TrainingTables>()
    .updateTable('training.enrolment')
    .set({
      ...{ how: way.how, agency_id: way.agencyId, code_id: way.codeId, needs_approval: needsYes },
      finish_by: stronger ? await earlierEnd(tx, packs, standing, way) : standing.finishBy,
    })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', standing.id)
    .execute()
}

/** The last day that was theirs, or the one that is asked of whoever their new agency sends today, if that comes first. */
async function earlierEnd(
  tx: Tx,
  packs: Packs,
  { accountId, finishBy: had }: Enrolment,
  { agencyId }: Way,
): Promise<Temporal.PlainDate> {
  const asked = await loadAsked(tx, packs, await disciplinesOf(tx, { accountId, agencyId }))
  const anew = finishBy(await todayIn(tx), asked)
  return Temporal.PlainDate.compare(anew, had) < 0 ? anew : had
}
