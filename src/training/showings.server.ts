import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadCertificate } from './certificate.server.ts'
import type { Certificate } from './certificate.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { Shows } from './showing.ts'
import type { TrainingTables } from './tables.server.ts'

/** A link its holder made. Its code was shown once. */
export type Showing = {
  readonly id: string
  readonly shows: readonly Shows[]
  readonly madeOn: Temporal.PlainDate
}

/** Links of one certificate that are open at once (assumed): papers make one each. */
const mostOpen = 50

/** The certificate, where it is this account's: to everybody else it is not there. */
export async function ownCertificate(reader: Reader, id: string): Promise<Certificate | null> {
  const { actor } = reader
  const certificate = await loadCertificate(reader, id)
  return actor.kind === 'account' && certificate?.accountId === actor.accountId ? certificate : null
}

/** Makes a link that shows the course, whether it is valid, and what was chosen. The code is random and kept only as its hash. */
export async function makeShowing(
  db: Db,
  actor: Actor,
  certificateId: string,
  shows: readonly Shows[],
): Promise<Outcome<string, TrainingCode>> {
  return await db.write(actor, async (tx) => {
    const certificate = await ownCertificate(tx, certificateId)
    if (certificate === null) return problem('unknown_certificate')
    if (certificate.revocation !== null) return problem('certificate_revoked')
    if ((await showingsOf(tx, certificateId)).length >= mostOpen) return problem('too_many')
    const code = randomBytes(16).toString('base64url')
    await tx
      .tables<TrainingTables>()
      .insertInto('training.showing')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        certificate_id: certificateId,
        code_hash: hashOf(code),
        shows: [...shows],
        made_on: await today(tx),
      })
      .execute()
    return done(code)
  })
}

/** Those that are open, newest first. */
export async function showingsOf(reader: Reader, certificateId: string): Promise<Showing[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.showing')
    .select(['id', 'shows', 'made_on'])
    .where('region_id', '=', reader.regionId)
    .where('certificate_id', '=', certificateId)
    .where('ended_on', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, shows: row.shows, madeOn: row.made_on }))
}

/** What has ended already stays ended. */
export async function endShowing(
  db: Db,
  actor: Actor,
  certificateId: string,
  showing: string,
): Promise<Outcome<null, TrainingCode>> {
  return await db.write(actor, async (tx) => {
    if ((await ownCertificate(tx, certificateId)) === null) return problem('unknown_certificate')
    await tx
      .tables<TrainingTables>()
      .updateTable('training.showing')
      .set({ ended_on: await today(tx) })
      .where('region_id', '=', tx.regionId)
      .where('certificate_id', '=', certificateId)
      .where('id', '=', showing)
      .where('ended_on', 'is', null)
      .execute()
    return done(null)
  })
}

/** What a code opens; null when it opens nothing, or no more. */
export async function openShowing(
  reader: Reader,
  code: string,
): Promise<{ certificate: Certificate; shows: readonly Shows[] } | null> {
  if (!/^[\w-]{22}$/.test(code)) return null
  const row = await reader
    .tables<TrainingTables>()
    .selectFrom('training.showing')
    .select(['certificate_id', 'shows'])
    .where('region_id', '=', reader.regionId)
    .where('code_hash', '=', hashOf(code))
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  const certificate = row === undefined ? null : await loadCertificate(reader, row.certificate_id)
  return row === undefined || certificate === null ? null : { certificate, shows: row.shows }
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest()
}

async function today(tx: Tx): Promise<Temporal.PlainDate> {
  const { timeZone } = await loadRegion(tx)
  return tx.now.toZonedDateTimeISO(timeZone).toPlainDate()
}
