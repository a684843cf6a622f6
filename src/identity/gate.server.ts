import { type RawBuilder, sql } from 'kysely'
import type { Actor, Role } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { AccountId, MemberId, RegionId } from '../platform/ids.ts'
import type { Auth } from './auth.server.ts'
import { secretHash, seenToday } from './session.server.ts'
import { rolesNeedProof, type Strength } from './strength.ts'

/** Whether this session opens no team page yet: some role of the account, in whatever region, needs more than a mailbox. */
export function lacksProof(
  auth: Auth,
  session: { readonly strength: Strength },
  grants: readonly { readonly role: Role }[],
): boolean {
  return auth.asksProof && session.strength === 'link' && rolesNeedProof(grants.map((grant) => grant.role))
}

export type Visitor = {
  readonly actor: Extract<Actor, { kind: 'account' }>
  /** Who they are on the region's roster, if anybody. */
  readonly memberId: MemberId | null
  /** Whether the session was proven by a passkey; true wherever nobody is asked for a proof. */
  readonly byPasskey: boolean
}

/**
 * Whoever sends the request, as an actor in the region that an expression finds; null while a proof is missing, so that no
 * page can forget to ask for it. Region, session and roles are one question, asked anew by every request.
 */
export async function visitorAt(
  { db, auth }: { readonly db: Db; readonly auth: Auth },
  request: Request,
  region: RawBuilder<RegionId | null>,
): Promise<Visitor | null> {
  const secret = secretHash(auth, request)
  if (secret === null) return null
  const { rows } = await db.outside((outside) =>
    sql<Known>`select ${region} as here, k.* from identity.known_by(${secret}) k`.execute(outside),
  )
  const [session] = rows
  if (session === undefined) return null
  if (session.unseen) await seenToday(auth, session.session_id)
  const grants = rows.filter((row): row is Known & Granted => row.role !== null)
  const held = grants.filter((grant) => grant.region_id === session.here)
  if (held.length === 0 || lacksProof(auth, session, grants)) return null
  return {
    actor: {
      kind: 'account',
      accountId: session.account_id,
      regionId: held[0]!.region_id,
      roles: [...new Set(held.map((grant) => grant.role))],
    },
    memberId: held.find((grant) => grant.member_id !== null)?.member_id ?? null,
    byPasskey: !auth.asksProof || session.strength === 'passkey',
  }
}

type Granted = { readonly region_id: RegionId; readonly role: Role }
/** One row for each role of the account, or one without a role. */
type Known = {
  readonly here: RegionId | null
  readonly session_id: string
  readonly account_id: AccountId
  readonly strength: Strength
  readonly unseen: boolean
  readonly region_id: RegionId | null
  readonly role: Role | null
  readonly member_id: MemberId | null
}
