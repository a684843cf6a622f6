import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import { type AccountId, newId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import type { Language } from '../ui/language.ts'
import type { Auth } from './auth.server.ts'
import { cookieIn } from './cookie.ts'
import { sendSignIn } from './jobs.ts'
import { codeFrom } from './signInCode.ts'
import { inTransaction } from './transaction.server.ts'

/** How long link and code work, in seconds from asking. */
export const signInSeconds = 600

/**
 * Somebody asks for a sign-in mail. An unknown address does the same work and gets the same answer: a row and a job that
 * will send nothing. Past five requests in fifteen minutes for one mailbox nothing is written, and nobody is told.
 */
export async function askToSignIn(
  auth: Auth,
  secrets: Secrets,
  asked: { readonly email: string; readonly browser: string; readonly language: Language },
): Promise<void> {
  const mailbox = secrets.sign('sign-in mailbox', asked.email)
  await inTransaction(auth.pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [mailbox.readInt32BE(0)])
    await client.query(`delete from auth.sign_in where asked_at < tailboard.now() - interval '1 day'`)
    const recent = await client.query(
      `select count(*)::int as count from auth.sign_in
       where mailbox_hash = $1 and asked_at > tailboard.now() - interval '15 minutes'`,
      [mailbox],
    )
    if (recent.rows[0].count >= 5) return
    const id = newId<string>()
    await client.query(
      `insert into auth.sign_in (id, account_id, mailbox_hash, browser_hash, language, expires_at)
       values ($1, (select id from auth."user" where email = $2), $3, $4, $5,
               tailboard.now() + make_interval(secs => $6))`,
      [id, asked.email, mailbox, hashOf(asked.browser), asked.language, signInSeconds],
    )
    const payload = JSON.stringify(sendSignIn.schema.parse({ challengeId: id }))
    await client.query('select tailboard.enqueue($1, $2::jsonb)', [sendSignIn.name, payload])
  })
}

export type SignInMail = {
  readonly to: string
  readonly language: Language
  readonly token: string
  readonly code: string
}

/**
 * Mints link and code at the moment of sending and keeps their hashes. Both are derived from the challenge, so a repeat
 * after an unknown outcome carries the same ones. Null when nothing is to be sent any more.
 */
export async function mintSignIn(
  auth: Auth,
  secrets: Secrets,
  challengeId: string,
): Promise<SignInMail | null> {
  const token = secrets.sign('sign-in link', challengeId).toString('base64url')
  const code = codeFrom(secrets.sign('sign-in code', challengeId))
  const minted = await auth.pool.query(
    `update auth.sign_in set token_hash = $2, code_hash = $3
     from auth."user"
     where auth.sign_in.id = $1 and auth."user".id = account_id
       and sent_at is null and ended_at is null and expires_at > tailboard.now()
     returning email, language`,
    [challengeId, hashOf(token), codeHash(secrets, challengeId, code)],
  )
  const row = minted.rows[0]
  return row === undefined ? null : { to: row.email, language: row.language, token, code }
}

export async function markSent(auth: Auth, challengeId: string): Promise<void> {
  await auth.pool.query('update auth.sign_in set sent_at = tailboard.now() where id = $1', [challengeId])
}

/** `elsewhere`: the link is good, but this is not the browser that asked; it stays good. */
export type LinkAnswer = { readonly accountId: AccountId } | 'elsewhere' | 'not_open'

/** The button on the link's page: signs in once, and only in the browser that asked. */
export async function signInByLink(auth: Auth, token: string, browser: string | null): Promise<LinkAnswer> {
  return await inTransaction(auth.pool, async (client) => {
    const found = await client.query(
      `select id, account_id, browser_hash from auth.sign_in
       where token_hash = $1 and ended_at is null and tries < 5 and expires_at > tailboard.now() for update`,
      [hashOf(token)],
    )
    const row = found.rows[0]
    if (row === undefined) return 'not_open'
    if (browser === null || !timingSafeEqual(row.browser_hash, hashOf(browser))) return 'elsewhere'
    await end(client, row.id)
    return { accountId: row.account_id }
  })
}

/** The code, typed in the browser that asked. Each wrong one counts against every request still open there. */
export async function signInByCode(
  auth: Auth,
  secrets: Secrets,
  code: string | null,
  browser: string | null,
): Promise<AccountId | null> {
  if (browser === null) return null
  return await inTransaction(auth.pool, async (client) => {
    const open = await client.query(
      `select id, account_id, code_hash from auth.sign_in
       where browser_hash = $1 and ended_at is null and tries < 5 and expires_at > tailboard.now()
       order by id for update`,
      [hashOf(browser)],
    )
    const right = open.rows.find(
      (row) =>
        code !== null &&
        row.code_hash !== null &&
        row.account_id !== null &&
        timingSafeEqual(row.code_hash, codeHash(secrets, row.id, code)),
    )
    if (right !== undefined) {
      await end(client, right.id)
      return right.account_id as AccountId
    }
    await client.query('update auth.sign_in set tries = tries + 1 where id = any($1)', [
      open.rows.map((row) => row.id),
    ])
    return null
  })
}

/** What ties a request to its browser: the one it has already, so an earlier mail still works there, or a new one. */
export function browserOf(auth: Auth, request: Request): string | null {
  return cookieIn(request.headers.get('cookie'), auth.cookies.asking)
}
export const newBrowser = (): string => randomBytes(32).toString('base64url')

async function end(client: pg.PoolClient, id: string): Promise<void> {
  await client.query('update auth.sign_in set ended_at = tailboard.now() where id = $1', [id])
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

// Forty bits could be tried out against a bare hash; a keyed one needs the installation's secret too.
function codeHash(secrets: Secrets, challengeId: string, code: string): Buffer {
  return secrets.sign('sign-in code hash', `${challengeId} ${code}`)
}
