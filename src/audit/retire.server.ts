import { sql } from 'kysely'
import type { Tx } from '../platform/db.server.ts'
import { audit } from './audit.server.ts'
import { loadHead } from './entries.server.ts'

/** Removes what is older than seven years, and says so in an entry; answers how many entries went. */
export async function retire(tx: Tx): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select audit.retire() as gone`.execute(tx.tables())
  const { gone } = rows[0]!
  if (gone > 0)
    await audit(tx, {
      act: 'entries_retired',
      subject: 'region',
      detail: { through: (await loadHead(tx)).retired },
    })
  return gone
}
