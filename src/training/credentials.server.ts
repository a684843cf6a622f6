import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Db, Reader } from '../platform/db.server.ts'
import { idOfBytes } from '../platform/idBytes.ts'
import type { RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { badgeOf, type Issuing, statusListOf } from './badge.ts'
import { statusPlaces } from './certificate.server.ts'
import type { Certificate } from './certificate.ts'
import type { Library } from './course.ts'
import { issuerKeys, keyInUse, type Signer, signer } from './issuerKey.server.ts'
import { trainingPaths } from './paths.ts'
import type { TrainingTables } from './tables.server.ts'

export type CredentialDeps = {
  readonly db: Db
  readonly secrets: Secrets
  readonly publicUrl: URL
  readonly library: Library
}

/** A certificate as a badge, signed now: Open Badges 3.0 as a compact JWS (its section 8.2). Null: nothing here opens the key. */
export async function signedBadge(
  deps: CredentialDeps,
  of: Issuing,
  regionId: RegionId,
  certificate: Certificate,
): Promise<string | null> {
  const key = await signer(deps, regionId)
  if (key === null) return null
  const course = deps.library.courses.find(({ id }) => id === certificate.course) ?? null
  const badge = badgeOf(of, certificate, subjectOf(deps.secrets, certificate), course)
  const claims = {
    iss: badge.issuer.id,
    jti: badge.id,
    sub: badge.credentialSubject.id,
    nbf: seconds(badge.validFrom),
    exp: seconds(badge.validUntil),
  }
  return await key.sign({ ...badge, ...claims }, { kid: addressOf(of, key.kid), typ: 'JWT' })
}

/** The keys that may have signed, for whoever verifies; those that were lost are named, and not among them. */
export async function publishedKeys(reader: Reader, of: Issuing) {
  const keys = await issuerKeys(reader)
  return {
    keys: keys
      .filter(({ lostAt }) => lostAt === null)
      .map(({ kid, publicJwk }) => ({ ...publicJwk, kid: addressOf(of, kid), alg: 'RS256', use: 'sig' })),
    lost: keys.flatMap(({ kid, lostAt }) =>
      lostAt === null
        ? []
        : [{ kid: addressOf(of, kid), since: lostAt.toString({ smallestUnit: 'second' }) }],
    ),
  }
}

/** Serves each region's signed status list; it is signed anew only where something was revoked or another key signs. */
export function statusLists(deps: CredentialDeps) {
  const { db, secrets } = deps
  const kept = new Map<RegionId, { version: string; jwt: string }>()
  /** Null: nothing was signed yet, so there is nothing to look up. `jwt` is null where nothing here opens the key. */
  return async (of: Issuing, regionId: RegionId): Promise<{ readonly jwt: string | null } | null> => {
    const found = await db.read({ kind: 'visitor', regionId }, async (reader) => {
      const inUse = await keyInUse(secrets, reader)
      const revoked = inUse === null ? [] : await revokedPlaces(reader)
      return inUse === null ? null : { inUse, revoked, now: reader.now }
    })
    if (found === null) return null
    const { revoked, now } = found
    const key = found.inUse.signer
    if (key === null) return { jwt: null }
    const version = `${key.kid} ${revoked.length}`
    const known = kept.get(regionId)
    if (known?.version === version) return known
    const jwt = await signedList(of, key, revoked, now)
    kept.set(regionId, { version, jwt })
    return { jwt }
  }
}

async function signedList(
  of: Issuing,
  key: Signer,
  revoked: readonly number[],
  now: Temporal.Instant,
): Promise<string> {
  const list = statusListOf(of, await encodedList(revoked), now)
  return await key.sign(
    { ...list, iss: list.issuer, jti: list.id, nbf: seconds(list.validFrom) },
    { kid: addressOf(of, key.kid), typ: 'vc+jwt' },
  )
}

/** Place 0 is the left-most bit; GZIP, then base64url behind the `u` that says so (Multibase). */
export async function encodedList(places: readonly number[]): Promise<string> {
  const bits = Buffer.alloc(statusPlaces / 8)
  for (const place of places) bits[place >> 3]! |= 0x80 >> (place & 7)
  return `u${(await promisify(gzip)(bits)).toString('base64url')}`
}

async function revokedPlaces(reader: Reader): Promise<number[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.revocation as r')
    .innerJoin('training.certificate as c', (join) =>
      join.onRef('c.region_id', '=', 'r.region_id').onRef('c.id', '=', 'r.certificate_id'),
    )
    .select('c.status_index')
    .where('r.region_id', '=', reader.regionId)
    .execute()
  return rows.map((row) => row.status_index)
}

/** Where a region's credentials are read. */
export async function issuingOf(reader: Reader, publicUrl: URL): Promise<Issuing> {
  return { origin: publicUrl.origin, region: await loadRegion(reader) }
}

/** A name for the holder that only this one badge has: two badges of one person don't show that they are. */
function subjectOf(secrets: Secrets, certificate: Certificate): string {
  const bytes = Buffer.from(secrets.sign('badge subjects', certificate.id).subarray(0, 16))
  // RFC 9562, version 8: the bits are the maker's own.
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return `urn:uuid:${idOfBytes(bytes)}`
}

/** A key by its own address, as verifiers look it up. */
const addressOf = ({ origin, region }: Issuing, kid: string) =>
  new URL(trainingPaths.issuerKey(region.slug, kid), origin).href

const seconds = (moment: string) => Math.floor(Temporal.Instant.from(moment).epochMilliseconds / 1000)
