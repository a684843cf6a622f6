import { createHash } from 'node:crypto'
import { audit } from '../audit/index.server.ts'
import { addIncident, loadIncident, screen } from '../incident/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { ActivationId, IncidentId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadAgencies, loadPolicy } from '../region/index.server.ts'
import { tellContacts } from './agencyAsked.server.ts'
import { ring, startAlert } from './alert.server.ts'
import { may } from './may.ts'
import { type ActivationCode, problem } from './problems.ts'
import type { Door } from './requestDoor.server.ts'
import type { RequestFacts } from './requestFacts.ts'
import { addActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'
import { standAside, take } from './take.server.ts'

/**
 * Who wrote it down while somebody was on the phone. They have it, and it rings nobody; unless they were involved: then it
 * rings, and they are left in peace.
 */
export type Entry = { readonly actor: Extract<Actor, { kind: 'account' }>; readonly involved: boolean }

/**
 * A visitor asks for a team. Saves incident, activation and request together and alerts every coordinator. `formKey`
 * is the form's own: sent twice as it is, it is one request, and the second answer is the first one's.
 */
export async function requestTeam(
  db: Db,
  regionId: RegionId,
  facts: RequestFacts,
  formKey: string | null = null,
  enteredBy: Entry | null = null,
  door: Door | null = null,
): Promise<Outcome<{ activationId: ActivationId }, ActivationCode>> {
  const visitor: Actor = enteredBy?.actor ?? { kind: 'visitor', regionId }
  if (!may(visitor, 'open') && enteredBy !== null) return problem('not_allowed')
  const digest =
    formKey === null
      ? null
      : createHash('sha256')
          .update(`${formKey} ${JSON.stringify(facts)}`)
          .digest('base64url')
  const saved = await refusedBy({ request_form_once: null }, () =>
    db.write(visitor, (tx) => save(tx, facts, digest, enteredBy, door)),
  )
  if (saved !== null) return saved
  return await db.read(visitor, async (reader) => {
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
  facts: RequestFacts,
  digest: string | null,
  entry: Entry | null,
  door: Door | null,
): Promise<Outcome<{ activationId: ActivationId }, ActivationCode>> {
  const agencies = await loadAgencies(tx)
  if (!agencies.some((agency) => agency.id === facts.agencyId)) return problem('unknown_agency', 'agency')
  const joins = (await door?.(tx)) ?? false
  const incidentId = await addIncident(tx, {
    kind: facts.kind,
    occurredAt: facts.occurredAt,
    overAt: facts.overAt,
    town: facts.town,
    number: null,
    source: 'form',
    groups: facts.groups.map((group) => ({ ...group, agencyId: facts.agencyId })),
  })
  const activationId = await open(tx, incidentId)
  await tx
    .tables<ActivationTables>()
    .insertInto('activation.request')
    .values({
      region_id: tx.regionId,
      activation_id: activationId,
      agency_id: facts.agencyId,
      requester_name: facts.requesterName,
      callback_phone: facts.callbackPhone,
      form_digest: digest,
      entered_by: entry?.actor.accountId ?? null,
    })
    .execute()
  await tellContacts(tx, activationId, facts.agencyId)
  await startAlert(tx, activationId, joins)
  if (entry !== null && !entry.involved) await take(tx, activationId, entry.actor.accountId)
  else {
    if (entry !== null) await standAside(tx, activationId, entry.actor.accountId)
    await ring(tx, activationId)
  }
  if (entry !== null) await audit(tx, { act: 'request_entered', subject: { activation: activationId } })
  return done({ activationId })
}

/** A coordinator confirms that an imported incident deserves a team; only a human ever does. */
export async function openFromIncident(
  db: Db,
  actor: Actor,
  incidentId: IncidentId,
): Promise<Outcome<{ activationId: ActivationId }, ActivationCode>> {
  // Outside of the transaction: one that a constraint refused can do nothing more, not even commit.
  return await refusedBy({ activation_one_per_incident: problem('changed_meanwhile') }, () =>
    db.write(actor, async (tx) => {
      if (!may(actor, 'open')) return problem('not_allowed')
      if ((await loadIncident(tx, incidentId)) === null) return problem('unknown_activation')
      await screen(tx, incidentId, 'confirmed')
      await audit(tx, { act: 'incident_confirmed', subject: { incident: incidentId } })
      return done({ activationId: await open(tx, incidentId) })
    }),
  )
}

/**
 * A coordinator decides that an imported incident asks for advice and no team. Saying it twice changes nothing;
 * once somebody confirmed it, its activation is where it ends.
 */
export async function leaveAtAdvice(
  db: Db,
  actor: Actor,
  incidentId: IncidentId,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    if (!may(actor, 'open')) return problem('not_allowed')
    if ((await loadIncident(tx, incidentId)) === null) return problem('unknown_activation')
    if (await isOpened(tx, incidentId)) return problem('changed_meanwhile')
    await screen(tx, incidentId, 'advice_only')
    await audit(tx, { act: 'incident_left_at_advice', subject: { incident: incidentId } })
    return done(null)
  })
}

async function isOpened(tx: Tx, incidentId: IncidentId): Promise<boolean> {
  const found = await tx
    .tables<ActivationTables>()
    .selectFrom('activation.activation')
    .select('id')
    .where('region_id', '=', tx.regionId)
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
  return found !== undefined
}

async function open(tx: Tx, incidentId: IncidentId): Promise<ActivationId> {
  const { version } = await loadPolicy(tx)
  return await addActivation(tx, { incidentId }, version)
}
