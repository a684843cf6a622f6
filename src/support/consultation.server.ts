import { sql } from 'kysely'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { dayOf, type Stores, tablesOf } from './conversationRows.server.ts'
import type { SupportTables } from './tables.server.ts'

/** A peer who asked to be rung by a professional, and how far it is. It knows no conversation. */
export type Consultation = {
  readonly id: string
  readonly askedBy: MemberId
  /** In their turn; the last one now. */
  readonly rung: readonly MemberId[]
  readonly takenBy: MemberId | null
  /** Everybody had their turn. */
  readonly unanswered: boolean
}
/** Without keys: nothing of a conversation is looked up here. */
type Store = Pick<Stores, 'db'>

const system = (regionId: RegionId) => ({ kind: 'system', regionId }) as const

/** The first turn begins. Null: this peer has one open already (`consultation_one_of_a_peer`). */
export async function openConsultation(
  { db }: Store,
  regionId: RegionId,
  { id, askedBy, first }: { readonly id: string; readonly askedBy: MemberId; readonly first: MemberId },
): Promise<Consultation | null> {
  return await db.write(system(regionId), async (tx) => {
    const [row] = await tablesOf(tx)
      .insertInto('support.consultation')
      .values({
        region_id: regionId,
        id,
        asked_by: askedBy,
        rung: [first],
        taken_by: null,
        asked_on: dayOf(tx.now),
      })
      .onConflict((conflict) => conflict.constraint('consultation_one_of_a_peer').doNothing())
      .returningAll()
      .execute()
    return row === undefined ? null : consultationOf(row)
  })
}

export async function consultationBy(
  { db }: Store,
  regionId: RegionId,
  by: { readonly id: string } | { readonly askedBy: MemberId },
): Promise<Consultation | null> {
  return await db.read(system(regionId), async (reader) => {
    const open = rows(reader)
    const one = 'id' in by ? open.where('id', '=', by.id) : open.where('asked_by', '=', by.askedBy)
    const row = await one.executeTakeFirst()
    return row === undefined ? null : consultationOf(row)
  })
}

/** Those that ring: after a restart nobody knows since when. */
export async function ringingConsultations({ db }: Store, regionId: RegionId): Promise<Consultation[]> {
  return await db.read(system(regionId), async (reader) =>
    (await rows(reader).where('taken_by', 'is', null).where('unanswered', '=', false).execute()).map(
      consultationOf,
    ),
  )
}

/**
 * What follows the turn of whoever was rung last: the next one's, or nobody's (null). One statement, so of two processes that think so
 * one rings; false where somebody took it, it is over, or another process was faster.
 */
export async function passOn(
  { db }: Store,
  regionId: RegionId,
  { id, rung }: Pick<Consultation, 'id' | 'rung'>,
  next: MemberId | null,
): Promise<boolean> {
  return await db.write(system(regionId), async (tx) => {
    const passed = await tablesOf(tx)
      .updateTable('support.consultation')
      .set(
        next === null ? { unanswered: true } : { rung: sql<MemberId[]>`array_append(rung, ${next}::uuid)` },
      )
      .where('region_id', '=', regionId)
      .where('id', '=', id)
      .where('taken_by', 'is', null)
      .where('unanswered', '=', false)
      .where(sql<number>`cardinality(rung)`, '=', rung.length)
      .executeTakeFirst()
    return passed.numUpdatedRows === 1n
  })
}

/** Whoever of those rung is first has it: one statement. False: a colleague was faster, or it is over. */
export async function takeConsultation(
  { db }: Store,
  regionId: RegionId,
  id: string,
  memberId: MemberId,
): Promise<boolean> {
  return await db.write({ kind: 'member', memberId, regionId }, async (tx) => {
    const taken = await tablesOf(tx)
      .updateTable('support.consultation')
      .set({ taken_by: memberId })
      .where('region_id', '=', regionId)
      .where('id', '=', id)
      .where('taken_by', 'is', null)
      .where(sql<boolean>`${memberId}::uuid = any (rung)`)
      .executeTakeFirst()
    return taken.numUpdatedRows === 1n
  })
}

/** The peer has seen the answer, or needs none any more. Answers what was there. */
export async function removeConsultation(
  { db }: Store,
  regionId: RegionId,
  askedBy: MemberId,
): Promise<Consultation | null> {
  return await db.write({ kind: 'member', memberId: askedBy, regionId }, async (tx) => {
    const [row] = await tablesOf(tx)
      .deleteFrom('support.consultation')
      .where('region_id', '=', regionId)
      .where('asked_by', '=', askedBy)
      .returningAll()
      .execute()
    return row === undefined ? null : consultationOf(row)
  })
}

/** Nobody dismissed it. A day passes at least: UTC's midnight falls into an evening here, and would cut one off that rings. */
export async function sweepConsultations({ db }: Store, regionId: RegionId): Promise<void> {
  await db.write(system(regionId), async (tx) => {
    await tablesOf(tx)
      .deleteFrom('support.consultation')
      .where('region_id', '=', regionId)
      .where('asked_on', '<', dayOf(tx.now).subtract({ days: 1 }))
      .execute()
  })
}

function rows(reader: Reader) {
  return tablesOf(reader)
    .selectFrom('support.consultation')
    .selectAll()
    .where('region_id', '=', reader.regionId)
}

type Row = Omit<SupportTables['support.consultation'], 'unanswered'> & { readonly unanswered: boolean }

function consultationOf(row: Row): Consultation {
  return {
    id: row.id,
    askedBy: row.asked_by,
    rung: row.rung,
    takenBy: row.taken_by,
    unanswered: row.unanswered,
  }
}
