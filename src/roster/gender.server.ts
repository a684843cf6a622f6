import type { Db } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { actOn } from './actOn.server.ts'
import type { Gender } from './gender.ts'
import type { RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

/** What a member said of themselves, for their own page. */
export async function ownGender(db: Db, regionId: RegionId, memberId: MemberId): Promise<Gender | null> {
  return await db.read({ kind: 'member', memberId, regionId }, async (reader) => {
    const row = await reader
      .tables<RosterTables>()
      .selectFrom('roster.member')
      .select('gender')
      .where('region_id', '=', reader.regionId)
      .where('id', '=', memberId)
      .executeTakeFirst()
    return row?.gender ?? null
  })
}

/** Only they themselves say it, and take it back. */
export async function sayOwnGender(
  db: Db,
  regionId: RegionId,
  memberId: MemberId,
  gender: Gender | null,
): Promise<Outcome<null, RosterCode>> {
  const self = { kind: 'member', memberId, regionId } as const
  return await actOn(db, self, 'confirm_details', memberId, async (tx) => {
    await tx
      .tables<RosterTables>()
      .updateTable('roster.member')
      .set({ gender })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', memberId)
      .execute()
    return done(null)
  })
}
