import type { Actor } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { OfferId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { releaseCommitment } from '../roster/index.server.ts'
import { sendSeated } from './jobs.ts'
import { lockedOffer, lookAtOnce } from './lockedOffer.server.ts'
import { hasBegun } from './planState.ts'
import { type ActivationCode, problem } from './problems.ts'
import { recordAnswer } from './recordAnswer.server.ts'
import { seatWaiting, thankWhoIsLeft } from './seat.server.ts'
import { sendQuietly } from './sendBy.server.ts'
import type { ActivationTables } from './tables.server.ts'

/** Said on the phone: it is kept as an answer, with who wrote it down. */
export type ToldTo = 'coordinator'

/** "My shift lets me go": the seat that was kept is theirs. Said twice, it stands once. */
export async function released(
  db: Db,
  actor: Actor,
  offerId: OfferId,
  told?: ToldTo,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    const found = await lockedOffer(tx, offerId)
    if (found === null) return problem('unknown_offer')
    if (found.plan.end !== null) return problem('ended_already')
    const seat = found.plan.seats.find((one) => one.taken?.offerId === offerId)
    if (seat === undefined) return problem('hold_over')
    if (seat.taken!.heldUntil === null) return done(null)
    await tx
      .tables<ActivationTables>()
      .updateTable('activation.acceptance')
      .set({ released_at: tx.now })
      .where('region_id', '=', tx.regionId)
      .where('offer_id', '=', offerId)
      .where('withdrawn_at', 'is', null)
      .execute()
    if (told !== undefined) {
      await recordAnswer(tx, found.offer, { ...onThePhone, code: 'if_released' })
      await sendQuietly(tx, sendSeated, [found.offer])
    }
    // Whoever was still asked, or waited for this seat, may rest now.
    await thankWhoIsLeft(tx, found.plan)
    await lookAtOnce(tx, found.plan.id)
    return done(null)
  })
}

/**
 * A member who said yes can't come after all. No reason is asked; the seat is filled again. Once the session has begun
 * nobody is asked in their place, and whether it was held stands in the close-out.
 */
export async function withdraw(
  db: Db,
  actor: Actor,
  offerId: OfferId,
  told?: ToldTo,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    const found = await lockedOffer(tx, offerId)
    if (found === null) return problem('unknown_offer')
    if (found.plan.end !== null) return problem('ended_already')
    if (hasBegun(found.plan, tx.now)) return problem('session_begun')
    if (!(await leaveSeat(tx, offerId))) return problem('not_on_the_team')
    if (told !== undefined) await recordAnswer(tx, found.offer, { ...onThePhone, code: 'not_this_time' })
    await seatWaiting(tx, found.plan.id)
    await lookAtOnce(tx, found.plan.id)
    return done(null)
  })
}

const onThePhone = { way: 'coordinator', mailed: false, fromAt: null } as const

/** Takes back the seat this offer holds, and frees the member; false where it holds none. */
export async function leaveSeat(tx: Tx, offerId: OfferId): Promise<boolean> {
  const held = await tx
    .tables<ActivationTables>()
    .updateTable('activation.acceptance')
    .set({ withdrawn_at: tx.now })
    .where('region_id', '=', tx.regionId)
    .where('offer_id', '=', offerId)
    .where('withdrawn_at', 'is', null)
    .returning('commitment_id')
    .executeTakeFirst()
  if (held === undefined) return false
  await releaseCommitment(tx, held.commitment_id)
  return true
}
