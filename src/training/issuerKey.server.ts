import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { newId, type RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { openSealed, seal } from '../platform/seal.server.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { may } from './may.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

type Deps = { readonly db: Db; readonly secrets: Secrets }

/** Open Badges 3.0, 8.2: RS256 is what every verifier takes. */
const algorithm = 'RS256'

/** A key as its keepers see it; what it signs with is in here nowhere. */
export type IssuerKey = {
  readonly kid: string
  readonly publicJwk: Readonly<Record<string, string>>
  readonly madeAt: Temporal.Instant
  readonly retiredAt: Temporal.Instant | null
  readonly lostAt: Temporal.Instant | null
}

/** Signs JSON as a compact JWS under one key. */
export type Signer = {
  readonly kid: string
  sign(payload: object, header: { readonly kid: string; readonly typ: string }): Promise<string>
}

/** All of a region's keys, newest first. */
export async function issuerKeys(reader: Reader): Promise<IssuerKey[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.issuer_key')
    .select(['kid', 'public_jwk', 'made_at', 'retired_at', 'lost_at'])
    .where('region_id', '=', reader.regionId)
    .orderBy('kid', 'desc')
    .execute()
  return rows.map((row) => ({
    kid: row.kid,
    publicJwk: row.public_jwk,
    madeAt: row.made_at,
    retiredAt: row.retired_at,
    lostAt: row.lost_at,
  }))
}

/** Which key signs now; null before anything was signed. `signer` is null where this installation's secret doesn't open it. */
export async function keyInUse(
  secrets: Secrets,
  reader: Reader,
): Promise<{ readonly kid: string; readonly signer: Signer | null } | null> {
  const row = await reader
    .tables<TrainingTables>()
    .selectFrom('training.issuer_key')
    .select(['kid', 'sealed'])
    .where('region_id', '=', reader.regionId)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  const { kid } = row
  const secret = opened(secrets, boundTo(reader.regionId, kid), row.sealed)
  return { kid, signer: secret === null ? null : signerOf(kid, JSON.parse(secret.toString('utf8'))) }
}

/** Null: sealed under the secret of another installation, as after a restore without it. */
function opened(secrets: Secrets, bound: string, sealed: Buffer): Buffer | null {
  try {
    return openSealed(keyOf(secrets), bound, sealed)
  } catch {
    return null
  }
}

function signerOf(kid: string, jwk: JWK): Signer {
  return {
    kid,
    async sign(payload, header) {
      return await new CompactSign(Buffer.from(JSON.stringify(payload)))
        .setProtectedHeader({ alg: algorithm, ...header })
        .sign(await importJWK(jwk, algorithm))
    },
  }
}

/**
 * The same, made at first need: of several who need one at once, one makes it and all use that one. Null where this
 * installation's secret doesn't open the one in use. Another process's may, so it is replaced by an administrator alone
 * and never by whoever reads: two processes would take the key from each other with every look.
 */
export async function signer({ db, secrets }: Deps, regionId: RegionId): Promise<Signer | null> {
  const system = { kind: 'system', regionId } as const
  const inUse = () => db.read(system, (reader) => keyInUse(secrets, reader))
  const known = await inUse()
  if (known !== null) return known.signer
  const made = await newKey(secrets, regionId)
  await db.write(system, (tx) => insert(tx, made, null))
  return (await inUse())!.signer
}

/**
 * A new key signs from now on; `kid`, the one it follows, stays published, so that what it signed can be checked. Where
 * that one signs no more already, nothing happens: somebody was quicker, or sent the form twice.
 */
export async function rotateKey(
  { db, secrets }: Deps,
  actor: Actor,
  kid: string,
): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'rotate_keys')) return problem('not_allowed')
  const next = await newKey(secrets, actor.regionId)
  return await db.write(actor, async (tx) => {
    if (!(await isKnown(tx, kid))) return problem('unknown_key')
    if (await retire(tx, kid)) {
      await insert(tx, next, actor)
      await audit(tx, { act: 'issuer_key_rotated', subject: 'region', detail: { key: next.kid } })
    }
    return done(null)
  })
}

/**
 * A key fell into other hands: it is published no more, so nothing it signed verifies. Where it still signs, a new one
 * takes its place; badges are signed when they are fetched, so every holder's next one is good again.
 */
export async function declareLost(
  { db, secrets }: Deps,
  actor: Actor,
  kid: string,
): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'rotate_keys')) return problem('not_allowed')
  const next = await newKey(secrets, actor.regionId)
  return await db.write(actor, async (tx) => {
    if (!(await isKnown(tx, kid))) return problem('unknown_key')
    if (await retire(tx, kid)) await insert(tx, next, actor)
    const lost = await tx
      .tables<TrainingTables>()
      .updateTable('training.issuer_key')
      .set({ lost_at: tx.now })
      .where('region_id', '=', tx.regionId)
      .where('kid', '=', kid)
      .where('lost_at', 'is', null)
      .returning('kid')
      .executeTakeFirst()
    if (lost !== undefined)
      await audit(tx, { act: 'issuer_key_lost', subject: 'region', detail: { key: kid } })
    return done(null)
  })
}

type Made = { readonly kid: string; readonly publicJwk: Record<string, string>; readonly sealed: Buffer }

/** Takes a tenth of a second and more: never within a transaction. */
async function newKey(secrets: Secrets, regionId: RegionId): Promise<Made> {
  const pair = await generateKeyPair(algorithm, { modulusLength: 2048, extractable: true })
  const { kty, n, e } = await exportJWK(pair.publicKey)
  const kid = newId<string>()
  const secret = Buffer.from(JSON.stringify(await exportJWK(pair.privateKey)))
  return {
    kid,
    publicJwk: { kty: kty!, n: n!, e: e! },
    sealed: seal(keyOf(secrets), boundTo(regionId, kid), secret),
  }
}

async function insert(tx: Tx, made: Made, by: Actor | null): Promise<void> {
  await tx
    .tables<TrainingTables>()
    .insertInto('training.issuer_key')
    .values({
      region_id: tx.regionId,
      kid: made.kid,
      public_jwk: JSON.stringify(made.publicJwk) as never,
      sealed: made.sealed,
      made_by: by?.kind === 'account' ? by.accountId : null,
    })
    // issuer_key_one_in_use
    .onConflict((conflict) => conflict.column('region_id').where('retired_at', 'is', null).doNothing())
    .execute()
}

async function retire(tx: Tx, kid: string): Promise<boolean> {
  const row = await tx
    .tables<TrainingTables>()
    .updateTable('training.issuer_key')
    .set({ retired_at: tx.now })
    .where('region_id', '=', tx.regionId)
    .where('kid', '=', kid)
    .where('retired_at', 'is', null)
    .returning('kid')
    .executeTakeFirst()
  return row !== undefined
}

async function isKnown(tx: Tx, kid: string): Promise<boolean> {
  return (await issuerKeys(tx)).some((key) => key.kid === kid)
}

const keyOf = (secrets: Secrets) => secrets.key('issuer keys')
const boundTo = (regionId: RegionId, kid: string) => `${regionId} ${kid}`
