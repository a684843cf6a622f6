import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { certificatesOf } from './certificate.server.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { keepRegionsPapers, settleEnrolment } from './jobs.ts'

/** Something was done under an enrolment: a job looks whether its certificate is due. Several things at once are looked at once. */
export async function settleSoon(tx: Tx, enrolmentId: string): Promise<void> {
  const { regionId } = tx
  await enqueue(tx, settleEnrolment, { regionId, enrolmentId }, { key: `settle.${enrolmentId}` })
}

/** A region's papers are looked at in a job of their own: what fails there is tried again, and holds up no call-out. */
export async function keepPapersSoon(tx: Tx): Promise<void> {
  const { regionId } = tx
  await enqueue(tx, keepRegionsPapers, { regionId }, { key: `papers.${regionId}` })
}

/** Hours of somebody's were recorded: whatever they renew may have waited for just these, in time or after its last day. */
export async function settleRenewals(tx: Tx, accountId: AccountId): Promise<void> {
  const held = new Set((await certificatesOf(tx, accountId)).map(({ course }) => course))
  const enrolments = await loadEnrolments(tx, { accountId })
  for (const course of held) {
    const newest = enrolments.find((one) => one.course === course)
    if (newest?.state === 'open' || newest?.state === 'expired') await settleSoon(tx, newest.id)
  }
}
