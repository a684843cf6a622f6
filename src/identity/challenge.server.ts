import { randomBytes, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import type { Secrets } from '../platform/secrets.server.ts'
import type { Auth } from './auth.server.ts'

/** What a challenge is for; one made for the one is no good for the other. */
export type Ceremony = 'register' | 'sign_in' | 'prove'

/** As long as a person may look for their key: the browser's own dialogue waits no longer. */
export const challengeSeconds = 300
const [randomLength, dueLength] = [16, 8]

/** A challenge for one browser. It carries its own end and a keyed mark, so that asking for one writes nothing. */
export async function newChallenge(
  auth: Auth,
  secrets: Secrets,
  ceremony: Ceremony,
  browser: string,
): Promise<Buffer> {
  const { rows } = await auth.pool.query(
    'select (extract(epoch from tailboard.now()) * 1000)::bigint::text as now',
  )
  const due = Buffer.alloc(dueLength)
  due.writeBigUInt64BE(BigInt(rows[0].now) + BigInt(challengeSeconds * 1000))
  const head = Buffer.concat([randomBytes(randomLength), due])
  return Buffer.concat([head, markOf(secrets, ceremony, browser, head)])
}

/** Takes a challenge back once: false for an old, forged, spent one, one of another browser or for another end. */
export async function spendChallenge(
  client: pg.PoolClient | pg.Pool,
  secrets: Secrets,
  ceremony: Ceremony,
  browser: string,
  challenge: Buffer,
): Promise<boolean> {
  const head = challenge.subarray(0, randomLength + dueLength)
  const mark = markOf(secrets, ceremony, browser, head)
  if (challenge.length !== head.length + mark.length) return false
  if (!timingSafeEqual(challenge.subarray(head.length), mark)) return false
  const due = head.readBigUInt64BE(randomLength)
  await client.query('delete from auth.challenge_spent where expires_at <= tailboard.now()')
  const spent = await client.query(
    `insert into auth.challenge_spent (challenge, expires_at)
     select $1, to_timestamp($2::bigint / 1000.0) where to_timestamp($2::bigint / 1000.0) > tailboard.now()
     on conflict do nothing`,
    [challenge, String(due)],
  )
  return spent.rowCount === 1
}

function markOf(secrets: Secrets, ceremony: Ceremony, browser: string, head: Buffer): Buffer {
  return secrets.sign('passkey challenge', `${ceremony} ${browser} ${head.toString('base64url')}`)
}
