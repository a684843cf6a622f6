import { type AccountId, newId } from '../platform/ids.ts'
import { type Changed, changed } from './accountTrail.server.ts'
import type { Auth } from './auth.server.ts'
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

/** The same by the operator, at the command line. False: nobody signs in with this address. */
export async function removeFactorsOf(auth: Auth, email: string): Promise<boolean> {
  const { rows } = await auth.pool.query(
    'select id, tailboard.now() as now from auth."user" where email = $1',
    [email],
  )
  if (rows[0] === undefined) return false
  const until = Temporal.Instant.fromEpochMilliseconds(rows[0].now.getTime() + 1)
  const bySystem = { changeId: newId<string>() }
  await removeFactors(auth, rows[0].id, until, { act: 'operator_recovered', bySystem })
  return true
}
