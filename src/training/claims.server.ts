import { audit } from '../audit/index.server.ts'
import { memberAccounts } from '../identity/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { wholly } from '../platform/wholly.server.ts'
import { todayIn } from '../region/index.server.ts'
import { papers } from '../roster/index.server.ts'
import { ownCourseKind } from '../roster/index.ts'
import {
  type Claim,
  type ClaimCheck,
  type ClaimGiven,
  type ClaimGround,
  type ClaimVerdict,
  samePaper,
} from './claim.ts'
import type { Library } from './course.ts'
import { may } from './may.ts'
import { nameLearner } from './nameLearner.server.ts'
import { ownAffair } from './ownAffair.server.ts'
import { heldByOthers } from './paperHolders.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

/** So many of one person wait at once: whoever enters more has a hand's reach to a coordinator. */
const mostWaiting = 20

/**
 * Somebody enters a paper of theirs that another body issued. It counts once a person has looked at it. A course of ours is no
 * such paper: its certificate comes by itself, and nobody can type one.
 */
export async function enterClaim(
  { db, library }: { readonly db: Db; readonly library: Library },
  actor: Extract<Actor, { kind: 'account' }>,
  given: ClaimGiven,
): Promise<Outcome<null, TrainingCode>> {
  const { accountId } = actor
  const ours = library.courses.some(({ id }) => id.toLowerCase() === given.kind.toLowerCase())
  if (ours) return problem('own_course', 'kind')
  // It may be a course that was taken out of the library, or can't be read today.
  if (ownCourseKind(given.kind)) return problem('like_own_course', 'kind')
  return await wholly(db, actor, async (tx) => {
    // Holds the learner's row: what one person enters comes one after the other.
    const named = await nameLearner(tx, accountId, given.name)
    if (!named.ok) return named
    if (Temporal.PlainDate.compare(given.issuedOn, await todayIn(tx)) > 0)
      return problem('in_future', 'issuedOn')
    const own = await loadClaims(tx, { accountId })
    if (own.some((one) => one.id === given.id)) return done(null)
    // What was not accepted may be entered again, with better evidence.
    const stands = own.filter((one) => one.check === null || one.check.verdict === 'seen')
    if (stands.some((one) => samePaper(one, given))) return problem('claim_known', 'number')
    if (own.filter((one) => one.check === null).length >= mostWaiting) return problem('too_many')
    await tx
      .tables<TrainingTables>()
      .insertInto('training.claim')
      .values({
        region_id: tx.regionId,
        id: given.id,
        account_id: accountId,
        kind: given.kind,
        issuer: given.issuer,
        number: given.number,
        issued_on: given.issuedOn,
        expires_on: given.expiresOn,
        evidence_kind: given.evidence.kind,
        evidence_kept: given.evidence.kept,
      })
      // An id that somebody else's paper has was no form's: nothing is kept, and nothing is told of it.
      .onConflict((conflict) => conflict.columns(['region_id', 'id']).doNothing())
      .execute()
    return done(null)
  })
}

/**
 * A coordinator looked at a paper. Seen: it goes on file of whoever is a member, now; of whoever becomes one, then. Nobody looks at
 * their own.
 */
export async function checkClaim(
  db: Db,
  actor: Actor,
  id: string,
  found: ClaimVerdict,
): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'keep_training')) return problem('not_allowed')
  return await db.write(actor, async (tx) => {
    const judged = await claimToJudge(tx, id)
    if (!judged.ok) return judged
    const claim = judged.value
    if (claim.check !== null)
      return claim.check.verdict === found.verdict ? done(null) : problem('checked_already')
    const memberId = (await memberAccounts(tx)).get(claim.accountId)
    if (found.verdict === 'seen') {
      const held = await heldByOthers(tx, [claim], await loadClaims(tx, {}))
      if (held.anywhere.has(id)) return problem('paper_of_other')
    }
    if (found.verdict === 'seen' && memberId !== undefined && !(await fileClaim(tx, memberId, claim)))
      return problem('paper_of_other')
    await tx
      .tables<TrainingTables>()
      .insertInto('training.claim_check')
      .values({
        region_id: tx.regionId,
        claim_id: id,
        verdict: found.verdict,
        why: found.verdict === 'seen' ? null : found.why,
        checked_by: accountOf(tx.actor),
      })
      .execute()
    await audit(tx, {
      act: 'paper_checked',
      subject: { account: claim.accountId },
      detail: {
        paper: id,
        verdict: found.verdict,
        ...(found.verdict === 'seen' ? {} : { reason: found.why }),
      },
    })
    return done(null)
  })
}

/**
 * Papers that were seen before their holder was a member go on file when they are one. One that is on somebody else's file is tried
 * once a day: a coordinator sees it meanwhile, and settles whose it is.
 */
export async function fileClaims(tx: Tx): Promise<void> {
  const today = await todayIn(tx)
  const members = await memberAccounts(tx)
  const due = (await loadClaims(tx, { unfiled: true })).filter(
    (one) =>
      one.check?.verdict === 'seen' && members.has(one.accountId) && one.collidedOn?.equals(today) !== true,
  )
  if (due.length === 0) return
  const { onFile } = await heldByOthers(tx, due, await loadClaims(tx, {}))
  for (const { id } of due) {
    // Taken back meanwhile, or filed by another process: what was read above is no longer true.
    const claim = await holdClaim(tx, id)
    if (claim?.check?.verdict !== 'seen' || claim.filedFor !== null) continue
    const filed = !onFile.has(claim.id) && (await fileClaim(tx, members.get(claim.accountId)!, claim))
    if (!filed)
      await tx
        .tables<TrainingTables>()
        .updateTable('training.claim')
        .set({ collided_on: today })
        .where('region_id', '=', tx.regionId)
        .where('id', '=', claim.id)
        .execute()
  }
}

/** False: this very paper is on somebody else's file. */
async function fileClaim(tx: Tx, memberId: MemberId, claim: Claim): Promise<boolean> {
  const { kind, issuer, number, issuedOn, expiresOn, evidence } = claim
  const paper = { kind, issuer, number, issuedOn, expiresOn, evidence }
  if ((await papers.file(tx, memberId, paper)) === 'other') return false
  await tx
    .tables<TrainingTables>()
    .updateTable('training.claim')
    .set({ filed_for: memberId })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', claim.id)
    .execute()
  return true
}

/** A paper as it stands, and stays for the rest of the transaction: of two who decide, the second sees what the first did. */
export async function holdClaim(tx: Tx, id: string): Promise<Claim | null> {
  await tx
    .tables<TrainingTables>()
    .selectFrom('training.claim')
    .select('id')
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return (await loadClaims(tx, { id }))[0] ?? null
}

/** A paper that whoever acts may decide about: it is held, and not their own. */
export async function claimToJudge(tx: Tx, id: string): Promise<Outcome<Claim, TrainingCode>> {
  const claim = await holdClaim(tx, id)
  if (claim === null) return problem('unknown_paper')
  return (await ownAffair(tx, claim.accountId)) ? problem('own_paper') : done(claim)
}

type Of = {
  readonly id?: string
  readonly accountId?: AccountId
  /** Those on nobody's file. */
  readonly unfiled?: boolean
}

/** Papers that people entered, oldest first. */
export async function loadClaims(reader: Reader, of: Of): Promise<Claim[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.claim as c')
    .innerJoin('training.learner as l', (join) =>
      join.onRef('l.region_id', '=', 'c.region_id').onRef('l.account_id', '=', 'c.account_id'),
    )
    .leftJoin('training.claim_check as k', (join) =>
      join.onRef('k.region_id', '=', 'c.region_id').onRef('k.claim_id', '=', 'c.id'),
    )
    .leftJoin('training.claim_withdrawal as w', (join) =>
      join.onRef('w.region_id', '=', 'c.region_id').onRef('w.claim_id', '=', 'c.id'),
    )
    .selectAll('c')
    .select(['l.name', 'k.verdict', 'k.why', 'w.why as withdrawn'])
    .where('c.region_id', '=', reader.regionId)
    .$if(of.id !== undefined, (query) => query.where('c.id', '=', of.id!))
    .$if(of.accountId !== undefined, (query) => query.where('c.account_id', '=', of.accountId!))
    .$if(of.unfiled === true, (query) => query.where('c.filed_for', 'is', null))
    .orderBy('c.claimed_at')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    kind: row.kind,
    issuer: row.issuer,
    number: row.number,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    evidence: { kind: row.evidence_kind, kept: row.evidence_kept },
    check: checkOf(row),
    filedFor: row.filed_for,
    collidedOn: row.collided_on,
  }))
}

function checkOf({
  verdict,
  why,
  withdrawn,
}: {
  verdict: ClaimVerdict['verdict'] | null
  why: ClaimGround | null
  withdrawn: ClaimGround | null
}): ClaimCheck | null {
  if (withdrawn !== null) return { verdict: 'withdrawn', why: withdrawn }
  if (verdict === 'not_accepted' && why !== null) return { verdict, why }
  return verdict === 'seen' ? { verdict } : null
}
