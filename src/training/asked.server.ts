import { memberAccounts } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId, AgencyId } from '../platform/ids.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import type { Discipline, StatePack } from '../region/index.ts'
import { loadMember } from '../roster/index.server.ts'
import { type Asked, askedOf } from './asked.ts'

/** Packs of this installation, by state. */
export type Packs = ReadonlyMap<string, StatePack>

/** Whom somebody stands for: their own disciplines as a member, and those of the agency that sent them. Empty: not known. */
export async function disciplinesOf(
  reader: Reader,
  { accountId, agencyId }: { readonly accountId: AccountId; readonly agencyId: AgencyId | null },
): Promise<Discipline[]> {
  const memberId = (await memberAccounts(reader)).get(accountId)
  const member = memberId === undefined ? null : await loadMember(reader, memberId)
  const agency =
    agencyId === null ? undefined : (await loadAgencies(reader)).find((one) => one.id === agencyId)
  return [...new Set([...(member?.disciplines ?? []), ...(agency === undefined ? [] : [agency.discipline])])]
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
