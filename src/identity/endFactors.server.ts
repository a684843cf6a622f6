import type { Db } from '../platform/db.server.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import { type Changed, changed } from './accountTrail.server.ts'
import type { Auth } from './auth.server.ts'
import { grantsOf } from './grants.server.ts'
import { twoCan } from './recovery.server.ts'
import { inTransaction } from './transaction.server.ts'

/**
 * Takes away what an account could prove itself with, and ends its sessions: a mail enrols anew. Only what was made
 * before `before`, so that doing it again after a crash leaves alone what was set up since.
 */
export async function removeFactors(
  auth: Auth,
  accountId: AccountId,
  before: Temporal.Instant,
  why: Pick<Required<Changed>, 'act' | 'bySystem'>,
): Promise<void> {
  await inTransaction(auth.pool, async (client) => {
    const until = before.toString()
    await client.query('delete from auth.passkey where account_id = $1 and made_at <= $2', [accountId, until])
    await client.query('delete from auth.totp where account_id = $1 and made_at <= $2', [accountId, until])
    await client.query('delete from auth.recovery_code where account_id = $1 and made_at <= $2', [
      accountId,
      until,
    ])
    await client.query('delete from auth.proof_tries where account_id = $1', [accountId])
    await client.query('delete from auth.session where "userId" = $1 and "createdAt" <= $2', [
      accountId,
      until,
    ])
    await changed(client, { accountId, ...why })
  })
}

/** `administrators`: in these regions two of them could do it, so nothing was. */
export type Recovered =
  | { readonly what: 'unknown' }
  | { readonly what: 'done' }
  | { readonly what: 'administrators'; readonly regions: readonly RegionId[] }

/** The same by the operator, at the command line; `anyway`: also where two administrators could. */
export async function operatorRecovers(
  { db, auth }: { readonly db: Db; readonly auth: Auth },
  email: string,
  anyway: boolean,
): Promise<Recovered> {
  const { rows } = await auth.pool.query(
    'select id, tailboard.now() as now from auth."user" where email = $1',
    [email],
  )
  if (rows[0] === undefined) return { what: 'unknown' }
  const regions = anyway ? [] : await regionsOfTwo(db, rows[0].id)
  if (regions.length > 0) return { what: 'administrators', regions }
  const until = Temporal.Instant.fromEpochMilliseconds(rows[0].now.getTime() + 1)
  const bySystem = { changeId: newId<string>() }
  await removeFactors(auth, rows[0].id, until, { act: 'operator_recovered', bySystem })
  return { what: 'done' }
}

/** Regions of this person in which two administrators beside them could recover the account. */
async function regionsOfTwo(db: Db, accountId: AccountId): Promise<RegionId[]> {
  const found: RegionId[] = []
  for (const regionId of new Set((await grantsOf(db, accountId)).map((grant) => grant.regionId)))
    if (await db.read({ kind: 'system', regionId }, (reader) => twoCan(reader, accountId)))
      found.push(regionId)
  return found
}
