import { reachOf } from '../messaging/index.server.ts'
import type { Db } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { loadMember } from '../roster/index.server.ts'
import type { Known } from './professionalAsked.ts'

export async function knownAs(app: Db, regionId: RegionId, memberId: MemberId): Promise<Known | null> {
  return await app.read({ kind: 'system', regionId }, async (reader) => {
    const member = await loadMember(reader, memberId)
    const { phone, phoneProven } = await reachOf(reader, memberId)
    return member && { name: member.name, email: member.email, phone: phoneProven ? phone : null }
  })
}
