import type { Reader, Tx } from '../platform/db.server.ts'
import type { AccountId, AgencyId } from '../platform/ids.ts'
import type { IdentityTables } from './tables.server.ts'

/** An agency somebody speaks for, and whether they are mailed when it asks for the team. */
export type ContactAgency = { readonly agencyId: AgencyId; readonly hears: boolean }

/** For which agencies of the reader's region this account speaks, in the order of their ids. */
export async function contactAgencies(reader: Reader, accountId: AccountId): Promise<ContactAgency[]> {
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.grant')
    .select(['agency_id', 'hears'])
    .where('region_id', '=', reader.regionId)
    .where('account_id', '=', accountId)
    .where('role', '=', 'agency_contact')
    .where('agency_id', 'is not', null)
    .orderBy('agency_id')
    .execute()
  return rows.map((row) => ({ agencyId: row.agency_id!, hears: row.hears }))
}

/** Contacts who want to hear when this agency asks, in the order of their ids. */
export async function contactsWhoHear(reader: Reader, agencyId: AgencyId): Promise<AccountId[]> {
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.grant')
    .select('account_id')
    .where('region_id', '=', reader.regionId)
    .where('agency_id', '=', agencyId)
    .where('hears', '=', true)
    .orderBy('account_id')
    .execute()
  return rows.map((row) => row.account_id)
}

/** A contact says which of these agencies, as far as they speak for them, they want to hear of. */
export async function chooseHearing(
  tx: Tx,
  accountId: AccountId,
  agencies: readonly AgencyId[],
  heard: ReadonlySet<AgencyId>,
): Promise<void> {
  for (const agencyId of agencies)
    await tx
      .tables<IdentityTables>()
      .updateTable('identity.grant')
      .set({ hears: heard.has(agencyId) })
      .where('region_id', '=', tx.regionId)
      .where('account_id', '=', accountId)
      .where('role', '=', 'agency_contact')
      .where('agency_id', '=', agencyId)
      .execute()
}
