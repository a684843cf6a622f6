import { createHash } from 'node:crypto'
import { audit } from '../audit/index.server.ts'
import { accountsWith } from '../identity/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { type ActivationId, type BookingId, newId, type RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadAgencies, loadPolicy } from '../region/index.server.ts'
import type { BookedActivation } from './activationRecord.ts'
import { tellContacts } from './agencyAsked.server.ts'
import type { BookingFacts } from './booking.ts'
import { planFor } from './bookingPlan.ts'
import { bookingWaits } from './jobs.ts'
import { may } from './may.ts'
import { type ActivationCode, problem } from './problems.ts'
import { addPlan } from './proposedPlan.server.ts'
import { addActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'

/**
 * Somebody books a talk, a class or an evening. Nothing rings: every coordinator hears of it by one mail. `formKey` is
 * the form's own: sent twice as it is, it is one booking, and the second answer is the first one's.
 */
export async function bookEducation(
  db: Db,
  regionId: RegionId,
  facts: BookingFacts,
  formKey: string | null = null,
  /** Who wrote it down while somebody was on the phone; nobody needs a mail about it. */
  enteredBy: Extract<Actor, { kind: 'account' }> | null = null,
): Promise<Outcome<{ activationId: ActivationId }, ActivationCode>> {
  const actor: Actor = enteredBy ?? { kind: 'visitor', regionId }
  if (enteredBy !== null && !may(enteredBy, 'open')) return problem('not_allowed')
  const digest =
    formKey === null
      ? null
      : createHash('sha256')
          .update(`booking ${formKey} ${JSON.stringify(facts)}`)
          .digest('base64url')
  const saved = await refusedBy({ request_form_once: null }, () =>
    db.write(actor, (tx) => save(tx, facts, digest)),
  )
  if (saved !== null) return saved
  return await db.read(actor, async (reader) => {
    const first = await reader
      .tables<ActivationTables>()
      .selectFrom('activation.request')
      .select('activation_id')
      .where('region_id', '=', regionId)
      .where('form_digest', '=', digest)
      .executeTakeFirstOrThrow()
    return done({ activationId: first.activation_id })
  })
}

async function save(
  tx: Tx,
  facts: BookingFacts,
  digest: string | null,
): Promise<Outcome<{ activationId: ActivationId }, ActivationCode>> {
  const agencies = await loadAgencies(tx)
  if (!agencies.some((agency) => agency.id === facts.agencyId)) return problem('unknown_agency', 'agency')
  const tables = tx.tables<ActivationTables>()
  const bookingId = newId<BookingId>()
  await tables
    .insertInto('activation.booking')
    .values({
      region_id: tx.regionId,
      id: bookingId,
      agency_id: facts.agencyId,
      kind: facts.kind,
      people: facts.people,
      wished_at: facts.wishedAt,
      wished_else: facts.wishedElse,
      place: facts.place,
    })
    .execute()
  const { version } = await loadPolicy(tx)
  const activationId = await addActivation(tx, { bookingId }, version)
  const enteredBy = accountOf(tx.actor)
  await tables
    .insertInto('activation.request')
    .values({
      region_id: tx.regionId,
      activation_id: activationId,
      agency_id: facts.agencyId,
      requester_name: facts.requesterName,
      callback_phone: facts.callbackPhone,
      form_digest: digest,
      entered_by: enteredBy,
    })
    .execute()
  await tellContacts(tx, activationId, facts.agencyId)
  if (enteredBy === null) await tellCoordinators(tx, activationId)
  else await audit(tx, { act: 'booking_entered', subject: { activation: activationId } })
  return done({ activationId })
}

async function tellCoordinators(tx: Tx, activationId: ActivationId): Promise<void> {
  for (const accountId of await accountsWith(tx, 'duty_coordinator'))
    await enqueue(
      tx,
      bookingWaits,
      { regionId: tx.regionId, activationId, accountId },
      { key: `booking:${activationId}:${accountId}` },
    )
}

/** Once a coordinator has spoken to the agency: the one plan of a booking, for somebody to approve time and place. */
export async function planBooking(tx: Tx, activation: BookedActivation): Promise<void> {
  const { policy } = await loadPolicy(tx, activation.policyVersion)
  await addPlan(tx, activation.id, planFor(activation.booking, policy, tx.now))
}
