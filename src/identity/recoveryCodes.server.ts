import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { AccountId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { codeFrom, codeTyped } from './signInCode.ts'

const [count, length] = [10, 10]

/** Ten codes of fifty bits, to print; only a keyed hash of each is kept. Earlier ones end. */
export async function makeCodes(
  client: pg.PoolClient,
  secrets: Secrets,
  accountId: AccountId,
): Promise<readonly string[]> {
  const codes = Array.from({ length: count }, () => codeFrom(randomBytes(length), length))
  await client.query('delete from auth.recovery_code where account_id = $1', [accountId])
  await client.query(
    'insert into auth.recovery_code (account_id, code_hash) select $1, unnest($2::bytea[])',
    [accountId, codes.map((code) => hashOf(secrets, accountId, code))],
  )
  return codes
}

/** Uses a printed code, once. */
export async function useCode(
  client: pg.PoolClient,
  secrets: Secrets,
  accountId: AccountId,
  typed: string,
): Promise<boolean> {
  const code = codeTyped(typed, length)
  if (code === null) return false
  const used = await client.query(
    `update auth.recovery_code set used_at = tailboard.now()
     where account_id = $1 and code_hash = $2 and used_at is null`,
    [accountId, hashOf(secrets, accountId, code)],
  )
  return used.rowCount === 1
}

function hashOf(secrets: Secrets, accountId: AccountId, code: string): Buffer {
  return secrets.sign('recovery code', `${accountId} ${code}`)
}
