import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import type { Db } from '../platform/db.server.ts'
import { newId, type RegionId } from '../platform/ids.ts'
import { writePrivately } from '../platform/secrets.server.ts'
import { accountsWith } from './grants.server.ts'
import { tokenHash, tokenOf } from './invitationLink.server.ts'
import { identityPaths } from './paths.ts'
import type { IdentityTables } from './tables.server.ts'

/**
 * Writes a link that makes the region's first administrator, who also coordinates, into a file only the operator reads
 * (mode 600): one use, one hour. A newer link ends the older one. Answers the file, or null when the region has an
 * administrator already; then a left-over file goes too.
 */
export async function writeFirstAdministratorLink(deps: {
  readonly db: Db
  readonly secretsFolder: string
  readonly teamUrl: URL
  readonly regionId: RegionId
}): Promise<string | null> {
  const file = join(deps.secretsFolder, `first-administrator.${deps.regionId}`)
  const id = newId<string>()
  const token = tokenOf(deps.regionId, id, randomBytes(32))
  return await deps.db.write({ kind: 'system', regionId: deps.regionId }, async (tx) => {
    const tables = tx.tables<IdentityTables>()
    // Several processes may start at once; the file must hold the link that is written last.
    await sql`select pg_advisory_xact_lock(hashtextextended('first administrator', 0))`.execute(tables)
    if ((await accountsWith(tx, 'administrator')).length > 0) {
      rmSync(file, { force: true })
      return null
    }
    await tables
      .updateTable('identity.invitation')
      .set({ expires_at: tx.now })
      .where('region_id', '=', tx.regionId)
      .where('email', 'is', null)
      .where('used_at', 'is', null)
      .execute()
    await tables
      .insertInto('identity.invitation')
      .values({
        region_id: tx.regionId,
        id,
        email: null,
        roles: ['administrator', 'duty_coordinator'],
        member_id: null,
        agency_id: null,
        token_hash: tokenHash(token),
        made_by: null,
        expires_at: tx.now.add({ hours: 1 }),
      })
      .execute()
    await audit(tx, { act: 'administrator_link_made', subject: { invitation: id } })
    writePrivately(file, `${new URL(identityPaths.invitation(token), deps.teamUrl).href}\n`)
    return file
  })
}
