import { audit } from '../audit/index.server.ts'
import { loadIncident, recordOver } from '../incident/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { ActivationId } from '../platform/ids.ts'
import { done, type Outcome, type Problem } from '../platform/problem.ts'
import type { IncidentActivation } from './activationRecord.ts'
import { silence } from './alert.server.ts'
import { takenBy } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'
import { planBooking } from './booking.server.ts'
import { activationInHand } from './inHand.server.ts'
import { may } from './may.ts'
import { type ActivationCode, problem } from './problems.ts'
import { proposeAgain } from './propose.server.ts'
import type { ActivationTables } from './tables.server.ts'
import { take } from './take.server.ts'

export type Contact = {
  /** Whom the coordinator spoke to, by role: never a name. */
  readonly role: string
  readonly spokenAt: Temporal.Instant
  /** When it was over for the people concerned, if the call told. */
  readonly overAt: Temporal.Instant | null
}

/**
 * "I spoke to the agency." Nothing is called out before this. What the call told about the end of the
 * incident decides the windows, so the plans are proposed here, from the facts as they stand now.
 */
export async function recordContact(
  db: Db,
  actor: Actor,
  activationId: ActivationId,
  contact: Contact,
): Promise<Outcome<{ plans: number }, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    if (!may(actor, 'record_contact') || actor.kind !== 'account') return problem('not_allowed')
    // Taken first: an activation that ends meanwhile gets no plans.
    const held = await activationInHand(tx, activationId)
    if (!held.ok) return held
    const activation = held.value
    if (activation.outcome !== null) return problem('ended_already')
    if (activation.contact !== null) return problem('spoken_already')
    if (Temporal.Instant.compare(contact.spokenAt, tx.now.add({ minutes: 1 })) > 0)
      return problem('spoken_in_future', 'spokenAt')
    const against = activation.booking === null ? await speaksAgainst(tx, activation, contact) : null
    if (against !== null) return against
    return await refusedBy({ agency_contact_pkey: problem('spoken_already') }, async () => {
      await tx
        .tables<ActivationTables>()
        .insertInto('activation.agency_contact')
        .values({
          region_id: tx.regionId,
          activation_id: activationId,
          spoken_at: contact.spokenAt,
          role: contact.role,
          recorded_by: actor.accountId,
        })
        .execute()
      // Who has spoken to them has it, whoever was rung.
      if (takenBy(await loadAlert(tx, activationId)) === null) await take(tx, activationId, actor.accountId)
      else await silence(tx, activationId)
      await audit(tx, { act: 'contact_recorded', subject: { activation: activationId } })
      if (activation.booking !== null) {
        await planBooking(tx, activation)
        return done({ plans: 1 })
      }
      if (contact.overAt !== null) await recordOver(tx, activation.incidentId, contact.overAt)
      return done({ plans: await proposeAgain(tx, activation) })
    })
  })
}

/** Nobody speaks about it before it happened, and it isn't over before it began. */
async function speaksAgainst(
  tx: Tx,
  activation: IncidentActivation,
  contact: Contact,
): Promise<Problem<ActivationCode> | null> {
  const { occurredAt } = (await loadIncident(tx, activation.incidentId))!
  if (Temporal.Instant.compare(contact.spokenAt, occurredAt) < 0)
    return problem('before_it_happened', 'spokenAt')
  if (contact.overAt === null) return null
  if (Temporal.Instant.compare(contact.overAt, occurredAt) < 0) return problem('before_it_happened', 'overAt')
  return Temporal.Instant.compare(contact.overAt, tx.now.add({ minutes: 1 })) > 0
    ? problem('over_in_future', 'overAt')
    : null
}
