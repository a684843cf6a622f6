import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { actOn } from './actOn.server.ts'
import type { RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

/** Where else a member serves, as whoever keeps the roster knows it: the whole list, each time. */
export async function recordFurtherAgencies(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  agencies: readonly AgencyId[],
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'keep_records', memberId, async (tx, member) => {
    const others = agencies.filter((agency) => agency !== member.agencyId)
    if (new Set(others).symmetricDifference(new Set(member.furtherAgencies)).size === 0) return done(null)
    await keepFurtherAgencies(tx, memberId, others)
    await audit(tx, { act: 'further_agencies_changed', subject: { member: memberId } })
    return done(null)
  })
}

/** In the caller's transaction, with the member's row held. Who entered those that stay is still known. */
export async function keepFurtherAgencies(
  tx: Tx,
  memberId: MemberId,
  agencies: readonly AgencyId[],
): Promise<void> {
  const tables = tx.tables<RosterTables>()
  const gone = tables
    .deleteFrom('roster.further_agency')
    .where('region_id', '=', tx.regionId)
    .where('member_id', '=', memberId)
  await (agencies.length === 0 ? gone : gone.where('agency_id', 'not in', agencies)).execute()
  await addFurtherAgencies(tx, [{ memberId, agencies }])
}

export async function addFurtherAgencies(
  tx: Tx,
  members: readonly { readonly memberId: MemberId; readonly agencies: readonly AgencyId[] }[],
): Promise<void> {
  const rows = members.flatMap(({ memberId, agencies }) =>
    [...new Set(agencies)].map((agency_id) => ({
      ...{ region_id: tx.regionId, member_id: memberId, agency_id },
      recorded_by: accountOf(tx.actor),
    })),
  )
  if (rows.length === 0) return
  await tx
    .tables<RosterTables>()
    .insertInto('roster.further_agency')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['region_id', 'member_id', 'agency_id']).doNothing())
    .execute()
}
