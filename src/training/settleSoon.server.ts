import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { settleEnrolment } from './jobs.ts'

/** Something was done under an enrolment: a job looks whether its certificate is due. Several things at once are looked at once. */
export async function settleSoon(tx: Tx, enrolmentId: string): Promise<void> {
  const { regionId } = tx
  await enqueue(tx, settleEnrolment, { regionId, enrolmentId }, { key: `settle.${enrolmentId}` })
}
