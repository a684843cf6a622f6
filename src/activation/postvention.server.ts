import { audit } from '../audit/index.server.ts'
import { loadIncident } from '../incident/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import type { ActivationId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { activationInHand } from './inHand.server.ts'
import { may } from './may.ts'
import type { PostventionStep } from './postvention.ts'
import { type ActivationCode, problem } from './problems.ts'
import type { ActivationTables } from './tables.server.ts'

/**
 * One step of the plan after a colleague's suicide was seen to. Saying it twice changes nothing: the first who
 * said it stands. It stays open after the activation ended, since its last step is a year away.
 */
export async function seeToStep(
  db: Db,
  actor: Actor,
  activationId: ActivationId,
  step: PostventionStep,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    if (!may(actor, 'record_contact') || actor.kind !== 'account') return problem('not_allowed')
    const held = await activationInHand(tx, activationId)
    if (!held.ok) return held
    const { incidentId } = held.value
    const incident = incidentId === null ? null : await loadIncident(tx, incidentId)
    if (incident?.kind !== 'colleague_suicide') return problem('unknown_activation')
    await tx
      .tables<ActivationTables>()
      .insertInto('activation.postvention_step')
      .values({ region_id: tx.regionId, activation_id: activationId, step, done_by: actor.accountId })
      .onConflict((conflict) => conflict.constraint('postvention_step_once').doNothing())
      .execute()
    await audit(tx, {
      act: 'postvention_step_done',
      subject: { activation: activationId },
      detail: { step },
    })
    return done(null)
  })
}

export async function loadPostvention(
  reader: Reader,
  activationId: ActivationId,
): Promise<Map<PostventionStep, Temporal.Instant>> {
  const rows = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.postvention_step')
    .select(['step', 'done_at'])
    .where('region_id', '=', reader.regionId)
    .where('activation_id', '=', activationId)
    .execute()
  return new Map(rows.map((row) => [row.step, row.done_at]))
}
