import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { todayIn } from '../region/index.server.ts'
import { papers } from '../roster/index.server.ts'
import type { ClaimGround } from './claim.ts'
import { claimToJudge } from './claims.server.ts'
import { may } from './may.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

/**
 * A paper that was accepted in error, or turned out to be forged, counts no more from today on. Nobody takes back their own; sent
 * twice, it is taken back once.
 */
export async function withdrawClaim(
  db: Db,
  actor: Actor,
  id: string,
  why: ClaimGround,
): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'keep_training')) return problem('not_allowed')
  return await db.write(actor, async (tx) => {
    const judged = await claimToJudge(tx, id)
    if (!judged.ok) return judged
    const claim = judged.value
    if (claim.check?.verdict === 'withdrawn')
      return claim.check.why === why ? done(null) : problem('checked_already')
    if (claim.check?.verdict !== 'seen') return problem('checked_already')
    await tx
      .tables<TrainingTables>()
      .insertInto('training.claim_withdrawal')
      .values({ region_id: tx.regionId, claim_id: id, why, withdrawn_by: accountOf(tx.actor) })
      .execute()
    const { kind, issuer, number, issuedOn, filedFor } = claim
    if (filedFor !== null)
      await papers.withdraw(tx, { kind, number }, await todayIn(tx), { memberId: filedFor, issuer, issuedOn })
    await audit(tx, {
      act: 'paper_checked',
      subject: { account: claim.accountId },
      detail: { paper: id, verdict: 'withdrawn', reason: why },
    })
    return done(null)
  })
}
