import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import { checklist } from './checklist.ts'
import { awaitingClearance } from './clearance.server.ts'
import { deployabilityFrom } from './deployable.ts'
import { loadDetails } from './details.server.ts'
import { loadDrillLines, loadDrills } from './drillStore.server.ts'
import { loadFiles } from './files.server.ts'
import { detailsDue } from './lapsing.ts'
import { loadMember } from './members.server.ts'
import type { MemberView, OwnDrill } from './memberView.ts'
import { loadUnreachable } from './reachable.server.ts'
import { loadRequirements } from './stateLaw.server.ts'

/** Everything the team keeps about one member, as it stands today; null when they are not on the roster. */
export async function loadMemberView(reader: Reader, id: MemberId): Promise<MemberView | null> {
  const member = await loadMember(reader, id)
  if (member === null) return null
  const region = await loadRegion(reader)
  const { policy } = await loadPolicy(reader)
  const requirements = await loadRequirements(reader, policy)
  const file = (await loadFiles(reader, region.timeZone, id)).get(id)!
  const details = (await loadDetails(reader)).get(id)!
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const today = dayOf(reader.now)
  const gates = checklist(file, today, requirements)
  const offSince = (await awaitingClearance(reader, reader.now)).get(id)
  const confirmedOn = details.confirmedAt === null ? null : dayOf(details.confirmedAt)
  return {
    region,
    member,
    file,
    today,
    gates,
    deployability: deployabilityFrom(gates),
    agencies: await loadAgencies(reader),
    confirmedOn,
    confirmDue: detailsDue(confirmedOn, today, policy),
    mailProvenOn: details.mailVerifiedAt === null ? null : dayOf(details.mailVerifiedAt),
    awaitsClearanceSince: offSince === undefined || !policy.load.offAfterHardest ? null : dayOf(offSince),
    unreachable: (await loadUnreachable(reader)).has(id),
    drill: await ownDrill(reader, id, dayOf),
    kindsAsked: [...new Set(Object.values(requirements.certificates).flat())],
  }
}

async function ownDrill(
  reader: Reader,
  memberId: MemberId,
  dayOf: (at: Temporal.Instant) => Temporal.PlainDate,
): Promise<OwnDrill | null> {
  const [newest] = await loadDrills(reader, 1)
  if (newest === undefined) return null
  const lines = await loadDrillLines(reader, { drillId: newest.id, memberId })
  if (lines.length === 0) return null
  return {
    on: dayOf(newest.beganAt),
    running: Temporal.Instant.compare(reader.now, newest.dueAt) < 0,
    ways: lines.map(({ channel, answeredAt }) => ({ channel, answered: answeredAt !== null })),
  }
}
