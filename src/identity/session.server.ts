import { createHash, randomBytes } from 'node:crypto'
import type { AccountId } from '../platform/ids.ts'
import { type Auth, sessionSeconds } from './auth.server.ts'
import { cookieIn, cookieLine } from './cookie.ts'
import type { OwnSession } from './factors.ts'
import type { Strength } from './strength.ts'

export type Session = {
  readonly id: string
  readonly accountId: AccountId
  readonly strength: Strength
  /** Proven so lately that factors may be changed. */
  readonly fresh: boolean
}

/** How long after a proof its owner may change what they sign in with. */
export const freshMinutes = 30

/** Opens a session, clears the person's old ones and answers the Set-Cookie line. The cookie holds the secret, the table its hash. */
export async function openSession(
  auth: Auth,
  accountId: AccountId,
  strength: Strength = 'link',
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const clock = await auth.pool.query(
    `with over as (delete from auth.session where "userId" = $1 and "expiresAt" <= tailboard.now())
     select tailboard.now() as now`,
    [accountId],
  )
  const now = clock.rows[0].now as Date
  const { internalAdapter } = await auth.library.$context
  await internalAdapter.createSession(
    accountId,
    false,
    {
      token: hashOf(secret),
      createdAt: now,
      updatedAt: now,
      expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
      ipAddress: null,
      userAgent: null,
    },
    true,
  )
  await auth.pool.query(
    `update auth.session set strength = $2, proven_at = case when $2 = 'link' then null else $3::timestamptz end
     where token = $1`,
    [hashOf(secret), strength, now],
  )
  return cookieLine(auth.cookies, auth.cookies.session, secret, sessionSeconds)
}

/** The request's session. The library compares with its own clock, so this asks the table by ours. */
export async function sessionOf(auth: Auth, request: Request): Promise<Session | null> {
  const secret = secretHash(auth, request)
  if (secret === null) return null
  const found = await auth.pool.query(
    `select id, "userId", strength, seen_on is distinct from ${today} as unseen,
            coalesce(proven_at > tailboard.now() - make_interval(mins => $2), false) as fresh
     from auth.session where token = $1 and "expiresAt" > tailboard.now()`,
    [secret, freshMinutes],
  )
  const row = found.rows[0]
  if (row === undefined) return null
  if (row.unseen) await seenToday(auth, row.id)
  return { id: row.id, accountId: row.userId, strength: row.strength, fresh: row.fresh }
}

const today = `(tailboard.now() at time zone 'UTC')::date`

/** Of a session's use only the day is kept. */
export async function seenToday(auth: Auth, sessionId: string): Promise<void> {
  await auth.pool.query(`update auth.session set seen_on = ${today} where id = $1`, [sessionId])
}

export async function signedIn(auth: Auth, request: Request): Promise<AccountId | null> {
  return (await sessionOf(auth, request))?.accountId ?? null
}

/** What only this browser knows of its session. */
export function sessionSecret(auth: Auth, request: Request): string | null {
  return cookieIn(request.headers.get('cookie'), auth.cookies.session)
}

/** What the table keeps of it; null: the request brings no session. */
export function secretHash(auth: Auth, request: Request): string | null {
  const secret = sessionSecret(auth, request)
  return secret === null ? null : hashOf(secret)
}

/** Ends the request's session on our side and answers the Set-Cookie line that takes it from the browser. */
export async function endSession(auth: Auth, request: Request): Promise<string> {
  const secret = sessionSecret(auth, request)
  if (secret !== null) await (await auth.library.$context).internalAdapter.deleteSession(hashOf(secret))
  return cookieLine(auth.cookies, auth.cookies.session, '', 0)
}

/** Everything that is kept of a person's open sessions, the newest first. */
export async function sessionsOf(auth: Auth, accountId: AccountId): Promise<OwnSession[]> {
  const { rows } = await auth.pool.query(
    `select id, "createdAt" as opened, seen_on::text as seen, strength from auth.session
     where "userId" = $1 and "expiresAt" > tailboard.now() order by "createdAt" desc, id`,
    [accountId],
  )
  return rows.map((row) => ({
    id: row.id,
    openedAt: Temporal.Instant.fromEpochMilliseconds(row.opened.getTime()),
    seenOn: row.seen === null ? null : Temporal.PlainDate.from(row.seen),
    strength: row.strength,
  }))
}

/** Ends one session of this person; false: it is none of theirs, or over. */
export async function endOne(auth: Auth, accountId: AccountId, sessionId: string): Promise<boolean> {
  const ended = await auth.pool.query('delete from auth.session where id = $1 and "userId" = $2', [
    sessionId,
    accountId,
  ])
  return ended.rowCount === 1
}

/** Ends all but one; null: all. */
export async function endOthers(auth: Auth, accountId: AccountId, kept: string | null): Promise<void> {
  await auth.pool.query('delete from auth.session where "userId" = $1 and id is distinct from $2', [
    accountId,
    kept,
  ])
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
