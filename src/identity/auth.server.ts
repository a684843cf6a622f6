import { betterAuth } from 'better-auth'
import pg from 'pg'
import { boundBy } from '../platform/db.server.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import type { DatabaseLimits } from '../platform/limits.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { type CookieRule, cookieRule } from './cookie.ts'
import { emailFrom } from './email.ts'

/** Accounts and sessions, through their own role and pool. None of the library's HTTP routes is mounted. */
export type Auth = {
  readonly pool: pg.Pool
  readonly library: ReturnType<typeof library>
  readonly cookies: CookieRule
  readonly teamUrl: URL
  /** False in the demonstration alone, whose cast owns no device. */
  readonly asksProof: boolean
  close(): Promise<void>
}

type Opening = {
  /** Address of the database for role tailboard_auth. */
  readonly url: string
  /** SET ROLE after connecting, when one URL serves for everything. */
  readonly role?: string | null
  readonly secrets: Secrets
  readonly teamUrl: URL
  readonly asksProof?: boolean
  readonly limits?: DatabaseLimits
}

// Seven days: inside the thirty that NIST SP 800-63B-4 (2.1.3) names for its lowest level.
export const sessionSeconds = 7 * 24 * 3600

export function openAuth(opening: Opening): Auth {
  // The driver's own parsers: the library expects JavaScript dates.
  const role = opening.role === undefined || opening.role === null ? '' : ` -c role=${opening.role}`
  const pool = new pg.Pool({
    connectionString: opening.url,
    max: 5,
    ...boundBy(opening.limits, `-c search_path=auth -c TimeZone=UTC${role}`),
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    pool,
    library: library(pool, opening),
    cookies: cookieRule(opening.teamUrl),
    teamUrl: opening.teamUrl,
    asksProof: opening.asksProof ?? true,
    close: () => pool.end(),
  }
}

function library(pool: pg.Pool, { secrets, teamUrl }: Opening) {
  return betterAuth({
    database: pool,
    baseURL: teamUrl.origin,
    secret: secrets.key('accounts').toString('base64url'),
    emailAndPassword: { enabled: false, disableSignUp: true },
    session: { expiresIn: sessionSeconds },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      database: { generateId: () => newId<string>() },
      ipAddress: { disableIpTracking: true },
    },
  })
}

/** Makes the account of this address, or answers the one that is there. Throws on what is no address. */
export async function createAccount(
  auth: Auth,
  person: { readonly email: string; readonly name: string },
): Promise<AccountId> {
  const email = emailFrom(person.email)
  if (email === null) throw new Error('an account needs a complete e-mail address')
  const known = await accountOf(auth, email)
  if (known !== null) return known
  const { internalAdapter } = await auth.library.$context
  try {
    const user = await internalAdapter.createUser(
      { email, name: person.name, emailVerified: false },
      { method: 'admin' },
    )
    return user.id as AccountId
  } catch (error) {
    // Somebody made the same account meanwhile.
    const meanwhile = await accountOf(auth, email)
    if (meanwhile === null) throw error
    return meanwhile
  }
}

async function accountOf(auth: Auth, email: string): Promise<AccountId | null> {
  const found = await auth.pool.query('select id from auth."user" where email = $1', [email])
  return found.rows[0]?.id ?? null
}

export async function emailOf(auth: Auth, accountId: AccountId): Promise<string | null> {
  const found = await auth.pool.query('select email from auth."user" where id = $1', [accountId])
  return found.rows[0]?.email ?? null
}

/** The accounts of these addresses, as `emailFrom` gives them; an address without one is left out. */
export async function accountsAt(
  auth: Auth,
  emails: readonly string[],
): Promise<ReadonlyMap<string, AccountId>> {
  const found = await auth.pool.query('select id, email from auth."user" where email = any($1)', [emails])
  return new Map(found.rows.map(({ id, email }) => [email, id]))
}

/** How an account is shown to coordinators: its name, or its address while nobody gave one. */
export async function accountName(auth: Auth, accountId: AccountId): Promise<string | null> {
  const found = await auth.pool.query('select name, email from auth."user" where id = $1', [accountId])
  return found.rows[0]?.name || found.rows[0]?.email || null
}
