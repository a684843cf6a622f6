import { sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import { loadReach } from '../messaging/index.server.ts'
import { channelsOf, mailOnly } from '../messaging/index.ts'
import { accountOf } from '../platform/actor.ts'
import type { Tx } from '../platform/db.server.ts'
import { heardFrom, mailProven } from '../roster/index.server.ts'
import type { AnswerCode, AnswerWay, OfferState } from './planState.ts'
import type { ActivationTables } from './tables.server.ts'

/** What somebody said, with how they said it and who wrote it down. `mailed`: through a link sent to the address on file. */
export async function recordAnswer(
  tx: Tx,
  offer: OfferState,
  told: { code: AnswerCode; way: AnswerWay; mailed: boolean; fromAt: Temporal.Instant | null },
): Promise<void> {
  const given = {
    code: told.code,
    from_at: told.fromAt,
    way: told.way,
    recorded_by: told.way === 'coordinator' ? accountOf(tx.actor) : null,
  }
  await keepBefore(tx, offer)
  await tx
    .tables<ActivationTables>()
    .insertInto('activation.answer')
    .values({ region_id: tx.regionId, offer_id: offer.id, ...given })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'offer_id']).doUpdateSet({ ...given, answered_at: tx.now }),
    )
    .execute()
  // That somebody else entered it, and nothing of what they said.
  if (told.way === 'coordinator')
    await audit(tx, {
      act: 'answer_recorded',
      subject: { member: offer.memberId },
      detail: { offer: offer.id },
    })
  await heardFrom(tx, offer.memberId)
  if (!told.mailed) return
  // Where mail is the only way, the link went to the address on file: whoever answers has it.
  const reach = (await loadReach(tx, [offer.memberId])).get(offer.memberId) ?? mailOnly
  if (channelsOf(reach).every((channel) => channel === 'mail'))
    await mailProven(tx, offer.memberId, offer.madeAt)
}

/** What was said before stays on record. */
async function keepBefore(tx: Tx, offer: OfferState): Promise<void> {
  if (offer.answer === null) return
  await sql`
    insert into activation.answer_before (region_id, offer_id, number, code, from_at, answered_at, way, recorded_by)
    select a.region_id, a.offer_id, 1 + (select count(*) from activation.answer_before b
        where b.region_id = a.region_id and b.offer_id = a.offer_id),
      a.code, a.from_at, a.answered_at, a.way, a.recorded_by
      from activation.answer a where a.region_id = ${tx.regionId} and a.offer_id = ${offer.id}`.execute(
    tx.tables<ActivationTables>(),
  )
}
