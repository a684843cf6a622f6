import { sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadPolicy, todayIn } from '../region/index.server.ts'
import { actOn, isAfter } from './actOn.server.ts'
import type { Evidence } from './memberFile.ts'
import { ownCourseKind } from './ownCourseKind.ts'
import { problem, type RosterCode } from './problems.ts'
import type { Credential } from './standing.ts'
import type { RosterTables } from './tables.server.ts'

/**
 * A certificate, licence or standing that somebody has seen. A renewal is another one beside it. What a course of the region gives
 * is no such paper: `papers.file` alone brings it.
 */
export async function addCredential(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  given: Credential & { readonly number: string; readonly evidence: Evidence | null },
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'keep_records', memberId, async (tx) => {
    if (ownCourseKind(given.kind)) return problem('own_course', 'kind')
    if (isAfter(given.issuedOn, await todayIn(tx))) return problem('in_future', 'issuedOn')
    await tx
      .tables<RosterTables>()
      .insertInto('roster.credential')
      .values(rowOf(tx, memberId, given))
      .execute()
    await audit(tx, { act: 'credential_recorded', subject: { member: memberId } })
    return done(null)
  })
}

type Paper = Credential & { readonly number: string; readonly evidence: Evidence | null }

/** Of a paper that was to be filed: it is now, was on this member's file already, or is on somebody else's. */
export type Filed = 'filed' | 'known' | 'other'

/**
 * A paper that another part of the system vouches for, in its transaction: somebody looked at it, or a course ended in it. One that
 * is on file already stays as it is; one that was taken back is in nobody's way.
 */
async function fileCredential(tx: Tx, memberId: MemberId, given: Paper): Promise<Filed> {
  const tables = tx.tables<RosterTables>()
  const filed = await tables
    .insertInto('roster.credential')
    .values(rowOf(tx, memberId, given))
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'kind', 'issuer', 'number', 'issued_on'])
        .where('ended_on', 'is', null)
        .doNothing(),
    )
    .executeTakeFirst()
  if ((filed.numInsertedOrUpdatedRows ?? 0n) > 0n) {
    await audit(tx, { act: 'credential_recorded', subject: { member: memberId } })
    return 'filed'
  }
  const own = await standing(tx, given)
    .where('issuer', '=', given.issuer)
    .where('issued_on', '=', given.issuedOn)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return own === undefined ? 'other' : 'known'
}

/** Taken back by whoever issued it: it counts until the day before, and stays on file. */
async function withdrawCredential(
  tx: Tx,
  paper: Pick<Paper, 'kind' | 'number'>,
  endedOn: Temporal.PlainDate,
  /** Where a number is only the issuer's own, and returns on renewal: this very one. */
  only?: Pick<Paper, 'issuer' | 'issuedOn'> & { readonly memberId: MemberId },
): Promise<void> {
  const rows = await standing(tx, paper)
    .$if(only !== undefined, (query) =>
      query
        .where('member_id', '=', only!.memberId)
        .where('issuer', '=', only!.issuer)
        .where('issued_on', '=', only!.issuedOn),
    )
    .forUpdate()
    .execute()
  for (const { id, member_id } of rows) {
    await tx
      .tables<RosterTables>()
      .updateTable('roster.credential')
      .set({ ended_on: endedOn, ended_by: accountOf(tx.actor) })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .execute()
    await audit(tx, { act: 'credential_withdrawn', subject: { member: member_id } })
  }
}

/** Papers of that name that nobody took back. */
const standing = (tx: Tx, paper: Pick<Paper, 'kind' | 'number'>) =>
  tx
    .tables<RosterTables>()
    .selectFrom('roster.credential')
    .select(['id', 'member_id'])
    .where('region_id', '=', tx.regionId)
    .where('kind', '=', paper.kind)
    .where('number', '=', paper.number)
    .where('ended_on', 'is', null)

/** Papers that another part of the system vouches for. */
export const papers = { file: fileCredential, withdraw: withdrawCredential }

/** The first day on which a paper no longer counts: its own, or the one on which it was taken back. */
export const lastsUntil = sql<Temporal.PlainDate>`least(expires_on, ended_on)`.as('lasts_until')

const rowOf = (tx: Tx, memberId: MemberId, given: Paper) => ({
  region_id: tx.regionId,
  id: newId<string>(),
  member_id: memberId,
  kind: given.kind,
  issuer: given.issuer,
  number: given.number,
  issued_on: given.issuedOn,
  expires_on: given.expiresOn,
  evidence_kind: given.evidence?.kind ?? null,
  evidence_kept: given.evidence?.kept ?? null,
  recorded_by: accountOf(tx.actor),
})

/** The confidentiality agreement, signed again. It holds for as many days as the policy says today. */
export async function renewAgreement(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  signedOn: Temporal.PlainDate,
): Promise<Outcome<{ renewBy: Temporal.PlainDate }, RosterCode>> {
  return await actOn(db, actor, 'keep_records', memberId, async (tx) => {
    if (isAfter(signedOn, await todayIn(tx))) return problem('in_future', 'signedOn')
    const { policy } = await loadPolicy(tx)
    const renewBy = signedOn.add({ days: policy.standing.agreementDays })
    await tx
      .tables<RosterTables>()
      .insertInto('roster.agreement')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        member_id: memberId,
        signed_on: signedOn,
        renew_by: renewBy,
        recorded_by: accountOf(tx.actor),
      })
      .execute()
    await audit(tx, { act: 'agreement_recorded', subject: { member: memberId } })
    return done({ renewBy })
  })
}
