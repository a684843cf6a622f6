import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import type { StandIn } from './dutyShift.ts'
import { loadMember } from './members.server.ts'
import type { OwnTimeView } from './ownTimeView.ts'
import { memberMayTake } from './standInFacts.server.ts'
import { loadStandInsAsked } from './standInStore.server.ts'
import type { RosterTables } from './tables.server.ts'

/** A member's own shifts and times away that are not over, soonest first. */
export async function loadOwnTime(reader: Reader, memberId: MemberId): Promise<OwnTimeView> {
  const periods = async (table: 'roster.on_call_shift' | 'roster.unavailability') =>
    (
      await reader
        .tables<RosterTables>()
        .selectFrom(table)
        .select(['id', 'starts_at', 'ends_at'])
        .where('region_id', '=', reader.regionId)
        .where('member_id', '=', memberId)
        .where('ends_at', '>', reader.now)
        .orderBy('starts_at')
        .orderBy('id')
        .execute()
    ).map((row) => ({ id: row.id, startsAt: row.starts_at, endsAt: row.ends_at }))
  const asked = await loadStandInsAsked(reader)
  const mine = asked.filter(({ whose }) => whose.kind === 'member' && whose.memberId === memberId)
  const offered: StandIn[] = []
  for (const one of asked) if (one.open && (await memberMayTake(reader, one, memberId))) offered.push(one)
  return {
    region: await loadRegion(reader),
    now: reader.now,
    shifts: await periods('roster.on_call_shift'),
    away: await periods('roster.unavailability'),
    asked: new Map(mine.filter((one) => one.open).map((one) => [one.shiftId, one])),
    taken: await takenOf(reader, mine),
    offered: offered.map(({ id, startsAt, endsAt }) => ({ requestId: id, startsAt, endsAt })),
  }
}

async function takenOf(reader: Reader, mine: readonly StandIn[]): Promise<OwnTimeView['taken']> {
  const taken: OwnTimeView['taken'][number][] = []
  for (const { end, startsAt, endsAt } of mine) {
    if (end === null || end === 'withdrawn') continue
    const by = (await loadMember(reader, end.takenBy as MemberId))?.name ?? '–'
    taken.push({ startsAt, endsAt, by })
  }
  return taken
}
