import { hasRole } from '../platform/actor.ts'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { loadPolicy } from '../region/index.server.ts'
import { loadAwaiting } from './awaiting.server.ts'
import type { OwnDay, RosterDay } from './day.ts'
import { loadDetails } from './details.server.ts'
import { loadNotes } from './handOver.server.ts'
import { detailsDue } from './lapsing.ts'
import { may } from './may.ts'
import { coordinatorGaps } from './onCall.server.ts'
import { loadOwnTime } from './ownTime.server.ts'

/** What the roster has to say today, as far as the reader's roles open it. `memberId`: who they are on it. */
export async function loadRosterDay(reader: Reader, memberId: MemberId | null): Promise<RosterDay> {
  return {
    gaps: may(reader.actor, 'keep_shifts', null) ? (await coordinatorGaps(reader)).length : 0,
    notes: await loadNotes(reader),
    awaiting: await loadAwaiting(reader),
    own: memberId !== null && hasRole(reader.actor, 'peer') ? await ownDay(reader, memberId) : null,
  }
}

async function ownDay(reader: Reader, memberId: MemberId): Promise<OwnDay> {
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
