import { sql } from 'kysely'
import type { BesideProposal, Proposal } from '../incident/index.ts'
import type { Tx } from '../platform/db.server.ts'
import { type ActivationId, newId, type PlanId, type SeatId } from '../platform/ids.ts'
import type { BookedProposal } from './bookingPlan.ts'
import type { ActivationTables } from './tables.server.ts'

export async function addPlan(
  tx: Tx,
  activationId: ActivationId,
  proposal: Proposal | BesideProposal | BookedProposal,
): Promise<PlanId> {
  const forGroup = 'alternatives' in proposal ? proposal : null
  const tables = tx.tables<ActivationTables>()
  const id = newId<PlanId>()
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await tables
    .insertInto('activation.plan')
    .values({
      region_id: tx.regionId,
      id,
      activation_id: activationId,
      agency_id: proposal.target.agencyId,
      role: proposal.target.role,
      count: 'count' in proposal.target ? proposal.target.count : null,
      type: proposal.type,
      theme: proposal.theme,
      opens_at: proposal.timing.opens,
      ideal_until: proposal.timing.idealUntil,
      closes_at: proposal.timing.closes,
      reasons: json(proposal.reasons),
      alternatives: json(forGroup?.alternatives ?? []),
      contraindications: json(proposal.contraindications),
      needs_clinical_sign_off: forGroup?.needsClinicalSignOff ?? false,
    })
    .execute()
  const seats = proposal.team.flatMap(({ kind, count }) =>
    Array.from({ length: count }, (_, index) => ({
      region_id: tx.regionId,
      id: newId<SeatId>(),
      plan_id: id,
      kind,
      ordinal: index + 1,
    })),
  )
  await tables.insertInto('activation.seat').values(seats).execute()
  return id
}

/** Takes back a proposal with its seats. Throws on `approval_plan` or `plan_end_plan` when somebody decided on it. */
export async function removePlan(tx: Tx, id: PlanId): Promise<void> {
  const tables = tx.tables<ActivationTables>()
  for (const table of ['activation.refusal', 'activation.allowance', 'activation.seat'] as const)
    await tables.deleteFrom(table).where('region_id', '=', tx.regionId).where('plan_id', '=', id).execute()
  await tables
    .deleteFrom('activation.plan')
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
}
