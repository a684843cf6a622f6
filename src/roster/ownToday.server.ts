import { hasRole } from '../platform/actor.ts'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { loadPolicy } from '../region/index.server.ts'
import { loadDetails } from './details.server.ts'
import { detailsDue } from './lapsing.ts'
import { loadOwnTime } from './ownTime.server.ts'
import type { OwnToday } from './ownToday.ts'

/** What a member's day begins with; null for whoever holds no member's role. */
export async function loadOwnToday(reader: Reader, memberId: MemberId): Promise<OwnToday | null> {
  if (!hasRole(reader.actor, 'peer')) return null
  const { region, now, shifts, offered } = await loadOwnTime(reader, memberId)
  const { policy } = await loadPolicy(reader)
  const confirmedAt = (await loadDetails(reader)).get(memberId)?.confirmedAt ?? null
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return {
    shift: shifts[0] ?? null,
    standIns: offered.length,
    confirmDue: detailsDue(confirmedAt === null ? null : dayOf(confirmedAt), dayOf(now), policy),
  }
}
