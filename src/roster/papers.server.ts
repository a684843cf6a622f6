import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadPolicy } from '../region/index.server.ts'
import { actOn, isAfter, todayOf } from './actOn.server.ts'
import { enteredBy } from './entered.server.ts'
import type { Evidence } from './memberFile.ts'
import { problem, type RosterCode } from './problems.ts'
import type { Credential } from './standing.ts'
import type { RosterTables } from './tables.server.ts'

/** A certificate, licence or standing that somebody has seen. A renewal is another one beside it. */
export async function addCredential(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  given: Credential & { readonly number: string; readonly evidence: Evidence | null },
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'keep_records', memberId, async (tx) => {
    if (isAfter(given.issuedOn, await todayOf(tx))) return problem('in_future', 'issuedOn')
    await tx
      .tables<RosterTables>()
      .insertInto('roster.credential')
      .values({
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
        recorded_by: enteredBy(tx),
      })
      .execute()
    await audit(tx, { act: 'credential_recorded', subject: { member: memberId } })
    return done(null)
  })
}

/** The confidentiality agreement, signed again. It holds for as many days as the policy says today. */
export async function renewAgreement(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  signedOn: Temporal.PlainDate,
): Promise<Outcome<{ renewBy: Temporal.PlainDate }, RosterCode>> {
  return await actOn(db, actor, 'keep_records', memberId, async (tx) => {
    if (isAfter(signedOn, await todayOf(tx))) return problem('in_future', 'signedOn')
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
        recorded_by: enteredBy(tx),
      })
      .execute()
    await audit(tx, { act: 'agreement_recorded', subject: { member: memberId } })
    return done({ renewBy })
  })
}
