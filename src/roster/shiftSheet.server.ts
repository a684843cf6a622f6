import { loadReach } from '../messaging/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import { loadAvailability } from './availability.server.ts'
import { coordinatorsOnDuty } from './onCall.server.ts'
import { loadUnreachable } from './reachable.server.ts'
import type { ShiftSheet } from './shiftSheet.ts'

/** Everything a coordinator needs while nothing of this can be reached: who could go, and their numbers. */
export async function loadShiftSheet(reader: Reader): Promise<ShiftSheet> {
  const region = await loadRegion(reader)
  const agencies = new Map((await loadAgencies(reader)).map((agency) => [agency.id, agency]))
  const span = { startsAt: reader.now, endsAt: reader.now.add({ hours: 2 }) }
  const reach = await loadReach(reader)
  const duty = await coordinatorsOnDuty(reader)
  const unreachable = await loadUnreachable(reader)
  const everybody = await loadAvailability(reader, span, region.timeZone)
  return {
    region,
    now: reader.now,
    agencies: [...agencies.values()].map(({ name, phone }) => ({ name, phone })),
    coordinators: [...duty.on_call, ...duty.backup].map((id) => ({
      id,
      phone: reach.get(id)?.phone ?? null,
      reached: !unreachable.has(id),
    })),
    lines: everybody
      .filter((one) => one.deployability.deployable)
      .map((one) => ({
        memberId: one.member.id,
        name: one.member.name,
        phone: reach.get(one.member.id)?.phone ?? null,
        agency: one.member.agencyId === null ? null : (agencies.get(one.member.agencyId)?.name ?? null),
        role: one.member.role,
        leads: one.canLead,
        languages: one.member.languages,
        until: one.deployability.until,
        onCall: one.onCall,
        reached: one.reachable,
        noTexts: reach.get(one.member.id)?.stopped ?? false,
        away: one.unavailable || one.committed || one.awaitsClearance,
      })),
  }
}
