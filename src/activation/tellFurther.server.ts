import { audit } from '../audit/index.server.ts'
import { loadFurther, loadIncident, recordFurther } from '../incident/index.server.ts'
import type { FurtherFacts } from '../incident/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import type { ActivationId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { FurtherView } from './furtherView.ts'
import { activationInHand } from './inHand.server.ts'
import { may } from './may.ts'
import { type ActivationCode, problem } from './problems.ts'
import { proposeAgain } from './propose.server.ts'
import { loadActivation } from './store.server.ts'

/**
 * What the agency told on the phone. `seen`: when what stood on the page had been kept (null: nothing had), so
 * that two coordinators can't overwrite each other unseen. Plans nobody approved yet are proposed anew from it.
 */
export async function tellFurther(
  db: Db,
  actor: Actor,
  activationId: ActivationId,
  facts: FurtherFacts,
  seen: string | null,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    if (!may(actor, 'record_contact')) return problem('not_allowed')
    const held = await activationInHand(tx, activationId)
    if (!held.ok) return held
    const activation = held.value
    // What happened can be told of an incident only.
    if (activation.booking !== null) return problem('unknown_activation')
    if (activation.outcome !== null) return problem('ended_already')
    const [last] = (await loadFurther(tx, [activation.incidentId])).get(activation.incidentId) ?? []
    if ((last?.recordedAt.toString() ?? null) !== seen) return problem('told_meanwhile')
    await recordFurther(tx, activation.incidentId, facts)
    await audit(tx, { act: 'facts_recorded', subject: { activation: activationId } })
    if (activation.contact !== null) await proposeAgain(tx, activation)
    return done(null)
  })
}

/** The second page of an activation, or null where there is none. */
export async function loadFurtherView(reader: Reader, id: ActivationId): Promise<FurtherView | null> {
  const activation = await loadActivation(reader, id)
  if (activation === null || activation.booking !== null) return null
  const { incidentId } = activation
  const agencies = await loadAgencies(reader)
  return {
    region: await loadRegion(reader),
    now: reader.now,
    activation,
    incident: (await loadIncident(reader, incidentId))!,
    agencies: new Map(agencies.map((agency) => [agency.id, agency])),
    versions: (await loadFurther(reader, [incidentId])).get(incidentId) ?? [],
  }
}
