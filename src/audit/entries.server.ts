import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { type ActKind, actsOf } from './act.ts'
import { emptyHead, type Head, type Walk, walk } from './chain.ts'
import type { Anchor, Entry } from './entry.ts'
import type { AuditTables } from './tables.server.ts'

export type Wanted = {
  readonly kind?: ActKind | null
  readonly from?: Temporal.Instant | null
  readonly until?: Temporal.Instant | null
  /** Older than this number. */
  readonly before?: number | null
  /** Those about this person alone. */
  readonly about?: { readonly account: AccountId; readonly member: MemberId | null }
}

/** The newest entries that fit, `limit` of them at most. */
export async function loadEntries(reader: Reader, wanted: Wanted, limit: number): Promise<Entry[]> {
  let query = reader
    .tables<AuditTables>()
    .selectFrom('audit.entry')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .orderBy('number', 'desc')
    .limit(limit)
  const { kind, from, until, before, about } = wanted
  if (kind) query = query.where('act', 'in', actsOf(kind))
  if (from) query = query.where('at', '>=', from)
  if (until) query = query.where('at', '<', until)
  if (before) query = query.where('number', '<', before)
  if (about)
    query = query.where((eb) =>
      eb.or([
        eb('subject_kind', '=', 'account').and('subject_id', '=', about.account),
        ...(about.member === null
          ? []
          : [eb('subject_kind', '=', 'member').and('subject_id', '=', about.member)]),
      ]),
    )
  return (await query.execute()).map(entryOf)
}

export async function loadHead(reader: Reader): Promise<Head> {
  const row = await reader
    .tables<AuditTables>()
    .selectFrom('audit.head')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .executeTakeFirst()
  if (row === undefined) return emptyHead
  const { number, retired } = row
  return { number, hash: row.hash.toString('hex'), retired, retiredHash: row.retired_hash.toString('hex') }
}

const page = 1000

/** The reader's chain from the oldest entry on, `after` a number. */
export async function* entriesAfter(reader: Reader, after: number): AsyncGenerator<Entry> {
  for (let last = after; ; ) {
    const rows = await reader
      .tables<AuditTables>()
      .selectFrom('audit.entry')
      .selectAll()
      .where('region_id', '=', reader.regionId)
      .where('number', '>', last)
      .orderBy('number')
      .limit(page)
      .execute()
    for (const row of rows) yield entryOf(row)
    if (rows.length < page) return
    last = rows.at(-1)!.number
  }
}

/** Walks all of the reader's chain. */
export async function verify(reader: Reader, anchors: readonly Anchor[] = []): Promise<Walk> {
  return await walk(await loadHead(reader), entriesAfter(reader, -1), sha256, anchors)
}

/** Walks the newest `count` entries, taking what stands before them as it is. */
export async function verifyNewest(reader: Reader, count: number): Promise<Walk> {
  const head = await loadHead(reader)
  const before = head.number - count
  if (before <= head.retired) return await verify(reader)
  const [start] = await loadEntries(reader, { before: before + 1 }, 1)
  return start?.number === before
    ? await walk(head, entriesAfter(reader, before), sha256, [], start)
    : { head, broken: { number: before, what: 'missing' }, lost: [] }
}

function entryOf(row: Selectable<AuditTables['audit.entry']>): Entry {
  return {
    regionId: row.region_id,
    number: row.number,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    roles: row.roles,
    act: row.act,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    detail: row.detail,
    previous: row.previous.toString('hex'),
    hash: row.hash.toString('hex'),
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
