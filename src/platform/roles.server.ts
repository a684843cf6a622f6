import pg from 'pg'
import type { PoolRoles, Standing } from './roles.ts'

/** Runs one statement on the pool in question and gives its rows. */
export type Ask = (text: string) => Promise<readonly unknown[]>

// A membership counts like the thing itself: SET ROLE turns one into the other. The queue's tables belong to
// tailboard_worker by design, and other applications may have schemas in the same database.
const text = `
  with ours as (
    select n.oid, n.nspowner from pg_namespace n
    where n.nspname not in ('public', 'graphile_worker', 'information_schema') and n.nspname !~ '^pg_'
      and (has_schema_privilege('tailboard_app', n.oid, 'usage') or has_schema_privilege('tailboard_auth', n.oid, 'usage'))
  ), owners as (
    select nspowner as oid from ours
    union select relowner from pg_class where relnamespace in (select oid from ours)
    union select relowner from pg_class where oid = to_regclass('public.tailboard_migration')
  )
  select r.rolname::text as name, r.rolname = current_user as effective, r.rolname = session_user as session,
    exists (select from pg_roles o where o.rolsuper and pg_has_role(r.oid, o.oid, 'member')) as superuser,
    exists (select from pg_roles o where o.rolbypassrls and pg_has_role(r.oid, o.oid, 'member')) as bypasses,
    exists (select from owners o where pg_has_role(r.oid, o.oid, 'member')) as owner,
    exists (select from pg_roles o where o.rolname in ('tailboard_lookup', 'tailboard_archive')
      and pg_has_role(r.oid, o.oid, 'member')) as lookup,
    exists (select from pg_roles o where o.rolname = 'tailboard_audit' and pg_has_role(r.oid, o.oid, 'member')) as keeper
  from pg_roles r where r.rolname in (current_user, session_user)`

export async function readRoles(ask: Ask, wanted: string, url: string): Promise<PoolRoles> {
  const login = decodeURIComponent(new URL(url).username)
  try {
    const rows = (await ask(text)) as (Standing & { effective: boolean; session: boolean })[]
    const session = rows.find((row) => row.session)!
    return { wanted, login: session.name, found: { session, effective: rows.find((row) => row.effective)! } }
  } catch (error) {
    // insufficient_privilege: the login is no member of the role the pool wants to work as.
    if (error instanceof pg.DatabaseError && error.code === '42501') return { wanted, login, found: null }
    throw error
  }
}
