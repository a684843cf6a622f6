import type { Tx } from '../platform/db.server.ts'
import { type Ask, asking } from './ask.server.ts'
import { auditBySystem } from './audit.server.ts'

/** Removes what is older than seven years, and says so in an entry; answers how many entries went, null: a legal hold keeps them. */
export async function retire(tx: Tx): Promise<number | null> {
  return await retireBy(asking(tx))
}

/** The same in a transaction of the night's removal. */
export async function retireBy(ask: Ask): Promise<number | null> {
  const [answer] = await ask<{ gone: number | null }>('select audit.retire() as gone', [])
  const { gone } = answer!
  if (gone === null || gone === 0) return gone
  const [head] = await ask<{ retired: number }>(
    'select retired from audit.head where region_id = tailboard.region()',
    [],
  )
  await auditBySystem(ask, {
    act: 'entries_retired',
    subject: 'region',
    detail: { through: head!.retired },
  })
  return gone
}

/** How many entries would go now, were there no hold. */
export async function countTooOld(ask: Ask): Promise<number> {
  return (await ask<{ rows: number }>('select audit.too_old() as rows', []))[0]!.rows
}
