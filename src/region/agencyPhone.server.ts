import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { AgencyId } from '../platform/ids.ts'
import { isPhone } from '../platform/phone.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { may } from './may.ts'
import { problem, type RegionCode } from './problems.ts'
import type { RegionTables } from './tables.server.ts'

/** The number at which an agency is called back. Empty takes it off the file. */
export async function keepAgencyPhone(
  db: Db,
  actor: Actor,
  id: AgencyId,
  typed: string,
): Promise<Outcome<null, RegionCode>> {
  if (!may(actor, 'keep_phones')) return problem('not_allowed')
  const phone = typed.trim()
  if (phone !== '' && !isPhone(phone)) return problem('phone_malformed', id)
  return await db.write(actor, async (tx) => {
    const changed = await tx
      .tables<RegionTables>()
      .updateTable('region.agency')
      .set({ phone: phone === '' ? null : phone })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return problem('unknown_agency')
    await audit(tx, { act: 'agency_phone_changed', subject: { agency: id } })
    return done(null)
  })
}
