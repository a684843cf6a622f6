import { loadReach } from '../messaging/index.server.ts'
import { canCall, channelsOf, mailOnly } from '../messaging/index.ts'
import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { newId, type OfferId, type PlanId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import { bookedAs } from './booking.ts'
import { byDay, notAfter } from './bookingHours.ts'
import { lookWhoIsReached, sendOffer, telephoneSilent } from './jobs.ts'
import { leavesWithin } from './newestMessage.ts'
import type { Prepared } from './prepare.server.ts'
import { sendBy, sendQuietly } from './sendBy.server.ts'
import type { ActivationTables } from './tables.server.ts'
import type { WaveOffer } from './waves.ts'

/** Writes one wave's offers and sends each every way its member chose. Answers when it has to be looked at again. */
export async function sendWave(
  tx: Tx,
  prepared: Prepared,
  offers: readonly WaveOffer[],
): Promise<Temporal.Instant> {
  const { plan, policy, call, session } = prepared
  const booked = bookedAs(plan) !== null
  const later = tx.now.add({ minutes: policy.wave.minutes })
  // Days ahead: by mail, which wakes nobody, and by text once it is day; nobody is called.
  const textsAt = booked ? byDay(tx.now, (await loadRegion(tx)).timeZone) : null
  const dueAt = booked ? notAfter(later, session.startsAt) : later
  const number = (plan.waves.at(-1)?.number ?? 0) + 1
  await tx
    .tables<ActivationTables>()
    .insertInto('activation.wave')
    .values({ region_id: tx.regionId, plan_id: plan.id, number, due_at: dueAt })
    .execute()
  const reach = await loadReach(
    tx,
    offers.map((offer) => offer.memberId),
  )
  const known = new Map(call.candidates.map((one) => [one.memberId, one]))
  const telephoneAt = tx.now.add({ minutes: policy.callOut.telephoneAfterMinutes })
  let telephone = false
  for (const offer of offers) {
    const candidate = known.get(offer.memberId)!
    const ways = reach.get(offer.memberId) ?? mailOnly
    const rings = !booked && candidate.onCall && canCall(ways) && !channelsOf(ways).includes('call')
    telephone ||= rings
    const id = newId<OfferId>()
    await tx
      .tables<ActivationTables>()
      .insertInto('activation.offer')
      .values({
        region_id: tx.regionId,
        id,
        plan_id: plan.id,
        member_id: offer.memberId,
        wave: number,
        kind: offer.kind,
        reasons: JSON.stringify(offer.reasons),
        travel_minutes: candidate.travelMinutes,
        answer_by: dueAt,
        telephone_at: rings ? telephoneAt : null,
      })
      .execute()
    if (textsAt !== null) await sendQuietly(tx, sendOffer, [{ id, memberId: offer.memberId }], textsAt)
    else for (const channel of channelsOf(ways)) await sendBy(tx, sendOffer, id, channel)
  }
  if (!booked)
    await enqueue(
      tx,
      lookWhoIsReached,
      { regionId: tx.regionId, planId: plan.id },
      { key: `reached:${plan.id}`, at: tx.now.add(leavesWithin) },
    )
  if (telephone)
    await enqueue(
      tx,
      telephoneSilent,
      { regionId: tx.regionId, planId: plan.id },
      // One for each wave: a later one must not put off the call that an earlier one was promised.
      { key: `telephone:${plan.id}:${number}`, at: telephoneAt },
    )
  return dueAt
}

/** Whoever is on call and has not answered in time is telephoned, once an offer. */
export async function telephoneDue(tx: Tx, which: { readonly planId?: PlanId } = {}): Promise<void> {
  const tables = tx.tables<ActivationTables>()
  let due = tables
    .updateTable('activation.offer')
    .set({ telephone_at: null })
    .where('region_id', '=', tx.regionId)
    .where('telephone_at', '<=', tx.now)
  if (which.planId !== undefined) due = due.where('plan_id', '=', which.planId)
  for (const offer of await due.returning('id').execute()) await sendBy(tx, sendOffer, offer.id, 'call')
}
