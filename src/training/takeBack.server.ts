import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { AgencyId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { may } from './may.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

export type SeatNaming = { readonly id: string; readonly course: string; readonly agencyId: AgencyId }

/**
 * Takes back that somebody was named to a seat, while they have not begun: an address with a wrong letter would hold it until the
 * night's removal. An agency's contact for their own agencies, whoever keeps training for any.
 */
export async function takeBackSeat(
  db: Db,
  actor: Actor,
  agencies: readonly AgencyId[],
  { id, course, agencyId }: SeatNaming,
): Promise<Outcome<null, TrainingCode>> {
  const own = may(actor, 'fill_seats') && agencies.includes(agencyId)
  if (!own && !may(actor, 'keep_training')) return problem('not_allowed')
  return await db.write(actor, async (tx) => {
    const gone = await tx
      .tables<TrainingTables>()
      .deleteFrom('training.invited')
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .where('course', '=', course)
      .where('how', '=', 'seat')
      .where('agency_id', '=', agencyId)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) return problem('seat_not_waiting')
    await audit(tx, { act: 'seat_taken_back', subject: { agency: agencyId } })
    return done(null)
  })
}
