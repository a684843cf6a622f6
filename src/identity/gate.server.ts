import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { RegionId } from '../platform/ids.ts'
import type { Auth } from './auth.server.ts'
import { type Grant, grantsOf } from './grants.server.ts'
import { type Session, sessionOf } from './session.server.ts'
import { rolesNeedProof } from './strength.ts'

/** Whether this session opens no team page yet: some role of the account, in whatever region, needs more than a mailbox. */
export function lacksProof(auth: Auth, session: Session, grants: readonly Grant[]): boolean {
  return auth.asksProof && session.strength === 'link' && rolesNeedProof(grants.map((grant) => grant.role))
}

/** Whoever sends the request, as an actor in one region; null while a proof is missing, so that no page can forget to ask for it. */
export async function actorAt(
  { db, auth }: { readonly db: Db; readonly auth: Auth },
  request: Request,
  regionId: RegionId,
): Promise<Actor | null> {
  const session = await sessionOf(auth, request)
  if (session === null) return null
  const grants = await grantsOf(db, session.accountId)
  const held = grants.filter((grant) => grant.regionId === regionId)
  if (held.length === 0 || lacksProof(auth, session, grants)) return null
  return { kind: 'account', accountId: session.accountId, regionId, roles: held.map((grant) => grant.role) }
}
