/** What a role could do to the walls between regions, itself or through a role it is a member of. */
export type Standing = {
  readonly name: string
  readonly superuser: boolean
  readonly bypasses: boolean
  /** Owns a table or schema of ours, outside the job queue. */
  readonly owner: boolean
  /** Reads across regions, as only a few lookup functions and a backup should. */
  readonly lookup: boolean
  /** Writes the audit trail, as only its own functions should. */
  readonly keeper: boolean
}

/** One pool: who logs in, and as whom its statements run. Null when the login may not take the role. */
export type PoolRoles = {
  readonly wanted: string
  readonly login: string
  readonly found: { readonly session: Standing; readonly effective: Standing } | null
}

/** `own`: the included PostgreSQL. `one`, `two`: DATABASE_URL alone, or with DATABASE_ADMIN_URL beside it. */
export type Mode = 'own' | 'one' | 'two'

export type Verdict = { readonly refused: readonly string[]; readonly weak: readonly string[] }

const all = 'tailboard_app, tailboard_auth, tailboard_worker, tailboard_support'

/** Whether these roles keep the walls, and what an administrator runs when they don't. */
export function judgeRoles(pools: readonly PoolRoles[], mode: Mode): Verdict {
  const refused = new Set<string>()
  const weak = new Set<string>()
  const closed = pools.filter((pool) => pool.found === null)
  if (closed.length > 0) {
    const { login } = closed[0]!
    refused.add(
      `The login ${login} of DATABASE_URL may not become ${closed.map((pool) => pool.wanted).join(', ')}. Run as administrator: GRANT ${all} TO ${quoted(login)};`,
    )
  }
  for (const { wanted, login, found } of pools) {
    if (found === null) continue
    const { session, effective } = found
    if (effective.name !== wanted)
      refused.add(
        `DATABASE_URL works as ${effective.name} instead of ${wanted}: take "options" out of the address; a pooler in between must pass it on.`,
      )
    else if (why(effective) !== null)
      refused.add(
        `The role ${wanted} ${why(effective)}, so the walls between regions would not hold for it. Run as administrator: ${remedy(effective)}`,
      )
    if (session.name === effective.name || why(session) === null) continue
    if (mode === 'two')
      refused.add(
        `The login ${login} of DATABASE_URL ${why(session)}, so the walls between regions would not hold for it. Name a login that owns nothing; run as administrator: CREATE ROLE tailboard LOGIN PASSWORD '…'; GRANT ${all} TO tailboard;`,
      )
    else
      weak.add(
        `one address for everything: its login ${login} ${why(session)}, and only SET ROLE stands between. Give DATABASE_URL a login that owns nothing and DATABASE_ADMIN_URL this one`,
      )
  }
  return { refused: [...refused], weak: [...weak] }
}

function why(one: Standing): string | null {
  if (one.superuser) return 'is a superuser'
  if (one.bypasses) return 'has BYPASSRLS'
  if (one.owner) return 'owns tables of Tailboard'
  if (one.lookup) return 'may become tailboard_lookup or tailboard_archive, which read across regions'
  if (one.keeper) return 'may become tailboard_audit, which writes the audit trail'
  return null
}

function remedy(one: Standing): string {
  const name = quoted(one.name)
  if (one.superuser || one.bypasses) return `ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS;`
  if (one.owner) return `REASSIGN OWNED BY ${name} TO …; and name the login of DATABASE_ADMIN_URL there.`
  return `REVOKE ${one.lookup ? 'tailboard_lookup, tailboard_archive' : 'tailboard_audit'} FROM ${name};`
}

function quoted(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`
}
