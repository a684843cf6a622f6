import { memberAccounts } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId, AgencyId } from '../platform/ids.ts'
import { loadAgencies, loadPolicy, loadRegion, todayIn } from '../region/index.server.ts'
import type { Discipline, StatePack } from '../region/index.ts'
import { loadMember } from '../roster/index.server.ts'
import { type Asked, askedOf } from './asked.ts'
import type { TrainingTables } from './tables.server.ts'

/** Packs of this installation, by state. */
export type Packs = ReadonlyMap<string, StatePack>

/**
 * Whom somebody stands for: their own disciplines as a member, those of the agencies that sent them to a course they are in or
 * finished, and that of the one that sends them now. Empty: not known.
 */
export async function disciplinesOf(
  reader: Reader,
  { accountId, agencyId }: { readonly accountId: AccountId; readonly agencyId: AgencyId | null },
): Promise<Discipline[]> {
  const memberId = (await memberAccounts(reader)).get(accountId)
  const member = memberId === undefined ? null : await loadMember(reader, memberId)
  const sentBy = new Set([...(await sendersOf(reader, accountId)), ...(agencyId === null ? [] : [agencyId])])
  const agencies = sentBy.size === 0 ? [] : await loadAgencies(reader)
  const theirs = agencies.filter(({ id }) => sentBy.has(id)).map(({ discipline }) => discipline)
  return [...new Set([...(member?.disciplines ?? []), ...theirs])]
}

/** Agencies on whose account somebody is in a course or finished one; whoever left, or let it run out, is free of them. */
async function sendersOf(reader: Reader, accountId: AccountId): Promise<AgencyId[]> {
  const today = await todayIn(reader)
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.enrolment as e')
    .leftJoin('training.decision as d', (join) =>
      join.onRef('d.region_id', '=', 'e.region_id').onRef('d.enrolment_id', '=', 'e.id'),
    )
    .leftJoin('training.enrolment_end as x', (join) =>
      join.onRef('x.region_id', '=', 'e.region_id').onRef('x.enrolment_id', '=', 'e.id'),
    )
    .select('e.agency_id')
    .distinct()
    .where('e.region_id', '=', reader.regionId)
    .where('e.account_id', '=', accountId)
    .where('e.agency_id', 'is not', null)
    .where((eb) => eb.or([eb('d.verdict', 'is', null), eb('d.verdict', '=', 'approved')]))
    .where((eb) =>
      eb.or([
        eb('x.why', '=', 'finished'),
        eb.and([eb('x.why', 'is', null), eb('e.finish_by', '>=', today)]),
      ]),
    )
    .execute()
  return rows.map((row) => row.agency_id!)
}

/** What is asked of somebody's training in the reader's region, as policy and pack stand now. */
export async function loadAsked(
  reader: Reader,
  packs: Packs,
  disciplines: readonly Discipline[],
): Promise<Asked> {
  const { state } = await loadRegion(reader)
  const { policy } = await loadPolicy(reader)
  return askedOf(policy, packs.get(state)?.training ?? [], disciplines)
}
