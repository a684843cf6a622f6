import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { AccountId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { changed } from './accountTrail.server.ts'
import type { Auth } from './auth.server.ts'
import { tellOfCode } from './change.server.ts'
import type { Factors } from './factors.ts'
import { passkeysOf } from './passkey.server.ts'
import { makeCodes, useCode } from './recoveryCodes.server.ts'
import { openSeed, sealSeed } from './seal.server.ts'
import { stepOf, stepSeconds } from './totp.server.ts'
import { inTransaction } from './transaction.server.ts'

export async function factorsOf(auth: Auth, accountId: AccountId): Promise<Factors> {
  const { rows } = await auth.pool.query(
    `select exists (select from auth.totp where account_id = $1 and confirmed_at is not null) as app,
            (select count(*)::int from auth.recovery_code where account_id = $1 and used_at is null) as codes`,
    [accountId],
  )
  return { passkeys: await passkeysOf(auth, accountId), app: rows[0].app, codesLeft: rows[0].codes }
}

/** The seed to enrol with: the one shown before while it is not confirmed. Null: an app is set up already. */
export async function beginApp(auth: Auth, secrets: Secrets, accountId: AccountId): Promise<Buffer | null> {
  // RFC 4226, 4: 160 bits.
  await auth.pool.query(
    'insert into auth.totp (account_id, seed) values ($1, $2) on conflict (account_id) do nothing',
    [accountId, sealSeed(secrets, accountId, randomBytes(20))],
  )
  return await pendingSeed(auth, secrets, accountId)
}

/** What was begun and not confirmed. */
export async function pendingSeed(
  auth: Auth,
  secrets: Secrets,
  accountId: AccountId,
): Promise<Buffer | null> {
  const { rows } = await auth.pool.query(
    'select seed from auth.totp where account_id = $1 and confirmed_at is null',
    [accountId],
  )
  return rows[0] === undefined ? null : openSeed(secrets, accountId, rows[0].seed)
}

/** `wait`: five wrong ones, so for a while even a right one is not looked at. */
export type Tried = 'proven' | 'wrong' | 'wait'

/** The first code of the app that was begun; answers ten codes to print. */
export async function confirmApp(
  auth: Auth,
  secrets: Secrets,
  accountId: AccountId,
  typed: string,
): Promise<readonly string[] | Exclude<Tried, 'proven'>> {
  return await inTransaction(auth.pool, async (client) => {
    const tried = await trying(client, accountId, () => appHolds(client, secrets, accountId, typed, false))
    if (tried !== 'proven') return tried
    await client.query('update auth.totp set confirmed_at = tailboard.now() where account_id = $1', [
      accountId,
    ])
    await changed(client, { act: 'app_added', accountId })
    return await makeCodes(client, secrets, accountId)
  })
}

/** A code of the app, or one of the printed ones. */
export async function proveByCode(
  auth: Auth,
  secrets: Secrets,
  accountId: AccountId,
  typed: string,
): Promise<Tried> {
  return await inTransaction(auth.pool, (client) =>
    trying(
      client,
      accountId,
      async () =>
        (await appHolds(client, secrets, accountId, typed, true)) ||
        (await usesPrinted(client, secrets, accountId, typed)),
    ),
  )
}

export async function removeApp(auth: Auth, accountId: AccountId): Promise<void> {
  await inTransaction(auth.pool, async (client) => {
    await client.query('delete from auth.recovery_code where account_id = $1', [accountId])
    const gone = await client.query('delete from auth.totp where account_id = $1 returning confirmed_at', [
      accountId,
    ])
    // One that was begun and never confirmed could prove nothing.
    if (gone.rows.some((row) => row.confirmed_at !== null))
      await changed(client, { act: 'app_removed', accountId })
  })
}

/** Ten new codes; the old ones end. */
export async function newCodes(
  auth: Auth,
  secrets: Secrets,
  accountId: AccountId,
): Promise<readonly string[]> {
  return await inTransaction(auth.pool, async (client) => {
    await changed(client, { act: 'codes_made', accountId })
    return await makeCodes(client, secrets, accountId)
  })
}

/** Whoever finds somebody's printed codes gives themselves away to them. */
async function usesPrinted(
  client: pg.PoolClient,
  secrets: Secrets,
  accountId: AccountId,
  typed: string,
): Promise<boolean> {
  if (!(await useCode(client, secrets, accountId, typed))) return false
  await tellOfCode(client, accountId)
  return true
}

async function appHolds(
  client: pg.PoolClient,
  secrets: Secrets,
  accountId: AccountId,
  typed: string,
  confirmed: boolean,
): Promise<boolean> {
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return false
  const { rows } = await client.query(
    `select seed, last_step::float8 as last, floor(extract(epoch from tailboard.now()) / $3)::float8 as step
     from auth.totp where account_id = $1 and (confirmed_at is not null) = $2 for update`,
    [accountId, confirmed, stepSeconds],
  )
  const row = rows[0]
  if (row === undefined) return false
  const step = stepOf(openSeed(secrets, accountId, row.seed), code, row.step, row.last)
  if (step === null) return false
  await client.query('update auth.totp set last_step = $2 where account_id = $1', [accountId, step])
  return true
}

/** Five tries, then fifteen minutes: a million codes of which three hold take years. */
async function trying(
  client: pg.PoolClient,
  accountId: AccountId,
  holds: () => Promise<boolean>,
): Promise<Tried> {
  // Made or held in one statement: whoever waited for a right code finds the row that it took away made again.
  const { rows } = await client.query(
    `insert into auth.proof_tries as held (account_id) values ($1)
     on conflict (account_id) do update set tries = held.tries
     returning coalesce(waits_until > tailboard.now(), false) as waits`,
    [accountId],
  )
  if (rows[0].waits) return 'wait'
  if (await holds()) {
    await client.query('delete from auth.proof_tries where account_id = $1', [accountId])
    return 'proven'
  }
  const counted = await client.query(
    `update auth.proof_tries set
       waits_until = case when tries = 4 then tailboard.now() + interval '15 minutes' end,
       tries = (tries + 1) % 5
     where account_id = $1 returning waits_until`,
    [accountId],
  )
  return counted.rows[0].waits_until === null ? 'wrong' : 'wait'
}
