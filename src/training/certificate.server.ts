import { randomInt } from 'node:crypto'
import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { todayIn } from '../region/index.server.ts'
import { papers } from '../roster/index.server.ts'
import type { Certificate, RevocationGround } from './certificate.ts'
import { may } from './may.ts'
import { paperOf } from './paper.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

/** As many as one status list has places, which is the least the standard allows (W3C Bitstring Status List v1.0). */
export const statusPlaces = 131_072

/** What a certificate says; days are the region's, minutes are those that were read and attended. */
export type IssueFacts = {
  readonly enrolmentId: string
  readonly accountId: AccountId
  readonly name: string
  readonly course: string
  readonly title: string
  readonly fingerprint: string
  readonly onlineMinutes: number
  readonly inPersonMinutes: number
  readonly scorePercent: number
  readonly issuedOn: Temporal.PlainDate
  /** The first day on which it no longer counts. */
  readonly expiresOn: Temporal.PlainDate
}

/**
 * Issues the certificate of an enrolment, or answers with the one it has. Its place in the status list is drawn, so that
 * neither its age nor its neighbours can be read from it.
 */
export async function issueCertificate(tx: Tx, facts: IssueFacts): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const made = await tx
      .tables<TrainingTables>()
      .insertInto('training.certificate')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        enrolment_id: facts.enrolmentId,
        account_id: facts.accountId,
        name: facts.name,
        course: facts.course,
        title: facts.title,
        fingerprint: facts.fingerprint,
        online_minutes: facts.onlineMinutes,
        in_person_minutes: facts.inPersonMinutes,
        score_percent: facts.scorePercent,
        issued_on: facts.issuedOn,
        expires_on: facts.expiresOn,
        status_index: randomInt(statusPlaces),
      })
      // Either the place is taken, and another is drawn; or the enrolment has its certificate.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made !== undefined) return made.id
    const known = await tx
      .tables<TrainingTables>()
      .selectFrom('training.certificate')
      .select('id')
      .where('region_id', '=', tx.regionId)
      .where('enrolment_id', '=', facts.enrolmentId)
      .executeTakeFirst()
    if (known !== undefined) return known.id
  }
  throw new Error('the status list of a region is full')
}

/** Whoever's it is. */
export async function loadCertificate(reader: Reader, id: string): Promise<Certificate | null> {
  const row = await certificates(reader).where('c.id', '=', id).executeTakeFirst()
  return row === undefined ? null : certificateFrom(row)
}

/** A certificate as it stands, and stays for the rest of the transaction: none is filed while it is revoked. */
export async function holdCertificate(tx: Tx, id: string): Promise<Certificate | null> {
  await tx
    .tables<TrainingTables>()
    .selectFrom('training.certificate')
    .select('id')
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return await loadCertificate(tx, id)
}

/** All of one account, newest first. */
export async function certificatesOf(reader: Reader, account: AccountId): Promise<Certificate[]> {
  const rows = await certificates(reader)
    .where('c.account_id', '=', account)
    .orderBy('c.issued_on', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map(certificateFrom)
}

/** Of one course or of all, by the enrolment that earned them, each with the text it stands for. */
export async function certificateOfEach(
  reader: Reader,
  { course }: { readonly course?: string },
): Promise<Map<string, Certificate & { readonly fingerprint: string }>> {
  const rows = await certificates(reader)
    .select('c.fingerprint')
    .$if(course !== undefined, (query) => query.where('c.course', '=', course!))
    .execute()
  return new Map(
    rows.map((row) => [row.enrolment_id, { ...certificateFrom(row), fingerprint: row.fingerprint }]),
  )
}

/** All of everybody in the region. */
export async function certificatesByAccount(reader: Reader): Promise<Map<AccountId, Certificate[]>> {
  const rows = await certificates(reader).orderBy('c.id').execute()
  return Map.groupBy(rows.map(certificateFrom), (one) => one.accountId)
}

/** Says for good that a certificate no longer holds; the first ground stays. */
export async function revoke(
  db: Db,
  actor: Actor,
  id: string,
  ground: RevocationGround,
): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'keep_training')) return problem('not_allowed')
  return await db.write(actor, async (tx) => {
    const certificate = await holdCertificate(tx, id)
    if (certificate === null) return problem('unknown_certificate')
    const made = await tx
      .tables<TrainingTables>()
      .insertInto('training.revocation')
      .values({
        region_id: tx.regionId,
        certificate_id: id,
        ground,
        revoked_by: accountOf(actor),
      })
      .onConflict((conflict) => conflict.constraint('revocation_once').doNothing())
      .returning('certificate_id')
      .executeTakeFirst()
    if (made !== undefined) {
      await papers.withdraw(tx, paperOf(certificate, ''), await todayIn(tx))
      await audit(tx, {
        act: 'certificate_revoked',
        subject: { account: certificate.accountId },
        detail: { certificate: id, reason: ground },
      })
    }
    return done(null)
  })
}

function certificates(reader: Reader) {
  return reader
    .tables<TrainingTables>()
    .selectFrom('training.certificate as c')
    .leftJoin('training.revocation as r', (join) =>
      join.onRef('r.region_id', '=', 'c.region_id').onRef('r.certificate_id', '=', 'c.id'),
    )
    .where('c.region_id', '=', reader.regionId)
    .select([
      ...([
        'c.id',
        'c.enrolment_id',
        'c.account_id',
        'c.name',
        'c.course',
        'c.title',
        'c.online_minutes',
      ] as const),
      ...(['c.in_person_minutes', 'c.score_percent', 'c.issued_on', 'c.issued_at', 'c.expires_on'] as const),
      ...(['c.status_index', 'r.ground', 'r.revoked_at'] as const),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof certificates>['executeTakeFirstOrThrow']>>

const certificateFrom = (row: Row): Certificate => ({
  id: row.id,
  enrolmentId: row.enrolment_id,
  accountId: row.account_id,
  name: row.name,
  course: row.course,
  title: row.title,
  onlineMinutes: row.online_minutes,
  inPersonMinutes: row.in_person_minutes,
  scorePercent: row.score_percent,
  issuedOn: row.issued_on,
  issuedAt: row.issued_at,
  expiresOn: row.expires_on,
  statusIndex: row.status_index,
  revocation:
    row.ground === null || row.revoked_at === null ? null : { ground: row.ground, at: row.revoked_at },
})
