import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import type { AgencyId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { mailDomainsIn, standsAt } from './mailDomain.ts'
import { may } from './may.ts'
import { problem, type RegionCode } from './problems.ts'
import type { RegionTables } from './tables.server.ts'

/**
 * Whether this address is a department's own. Its administrators can read what is sent there, and the fear that the
 * department watches is what keeps people from asking for help: nobody on the team signs in or is called out there.
 */
export async function atAgency(reader: Reader, email: string): Promise<boolean> {
  return [...(await loadMailDomains(reader)).values()].some((domains) => standsAt(email, domains))
}

/** What is on file, by agency. */
export async function loadMailDomains(reader: Reader): Promise<ReadonlyMap<AgencyId, readonly string[]>> {
  const rows = await reader
    .tables<RegionTables>()
    .selectFrom('region.agency')
    .select(['id', 'mail_domains'])
    .where('region_id', '=', reader.regionId)
    .execute()
  return new Map(rows.map((row) => [row.id, row.mail_domains]))
}

/** Where an agency has its mail. `own`: the address of whoever writes it, who must not shut themselves out. */
export async function keepMailDomains(
  db: Db,
  actor: Actor,
  id: AgencyId,
  typed: string,
  own: string | null,
): Promise<Outcome<null, RegionCode>> {
  if (!may(actor, 'keep_phones')) return problem('not_allowed')
  const domains = mailDomainsIn(typed)
  if (domains === null) return problem('domain_malformed', `mail_${id}`)
  if (own !== null && standsAt(own, domains)) return problem('domain_own', `mail_${id}`)
  const changed = await db.write(actor, (tx) =>
    tx
      .tables<RegionTables>()
      .updateTable('region.agency')
      .set({ mail_domains: [...domains] })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  return changed.numUpdatedRows === 1n ? done(null) : problem('unknown_agency')
}
