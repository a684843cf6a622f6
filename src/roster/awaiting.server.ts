import type { Reader } from '../platform/db.server.ts'
import { loadPolicy } from '../region/index.server.ts'
import { awaitingClearance } from './clearance.server.ts'
import type { RosterDay } from './day.ts'
import { may } from './may.ts'
import { loadMembers } from './members.server.ts'

/** Who waits to be cleared after a session of the hardest kind, longest first, for whoever clears them. */
export async function loadAwaiting(reader: Reader): Promise<RosterDay['awaiting']> {
  if (!may(reader.actor, 'clear', null)) return []
  const { policy } = await loadPolicy(reader)
  if (!policy.load.offAfterHardest) return []
  const since = await awaitingClearance(reader, reader.now)
  return (await loadMembers(reader))
    .flatMap(({ id, name }) => (since.has(id) ? [{ id, name, since: since.get(id)! }] : []))
    .sort((one, other) => Temporal.Instant.compare(one.since, other.since))
}
