import { sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { actOn } from './actOn.server.ts'
import { hardest } from './commitment.ts'
import { problem, type RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

/**
 * Who is off call after a session of the hardest kind that ended by then, with the end of the last one. Source:
 * general knowledge of the field, off call after a line-of-duty death or a colleague's suicide until cleared.
 */
export async function awaitingClearance(
  reader: Reader,
  by: Temporal.Instant,
): Promise<Map<MemberId, Temporal.Instant>> {
  const { regionId } = reader
  const found = await sql<{ id: MemberId; since: Temporal.Instant }>`
    select m.member_id as id, m.since
      from (select member_id, max(upper(during)) as since from roster.commitment
             where region_id = ${regionId} and weight >= ${hardest} and upper(during) <= ${by}
             group by member_id) m
     where not exists (select from roster.clearance c
                        where c.region_id = ${regionId} and c.member_id = m.member_id and c.cleared_at >= m.since)
     order by m.member_id`.execute(reader.tables<RosterTables>())
  return new Map(found.rows.map((row) => [row.id, row.since]))
}

/** The clinical director has spoken to them: they may be asked again. */
export async function clear(db: Db, actor: Actor, memberId: MemberId): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'clear', memberId, async (tx) => {
    if (!(await awaitingClearance(tx, tx.now)).has(memberId)) return problem('not_awaiting')
    await tx
      .tables<RosterTables>()
      .insertInto('roster.clearance')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        member_id: memberId,
        cleared_by: accountOf(tx.actor),
      })
      .execute()
    await audit(tx, { act: 'member_cleared', subject: { member: memberId } })
    return done(null)
  })
}
