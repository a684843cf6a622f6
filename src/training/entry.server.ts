import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { type AgencyId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadAgencies, todayIn } from '../region/index.server.ts'
import { coded } from './coded.ts'
import { codeWord } from './codeWord.server.ts'
import type { Enrolment, EntryMode } from './enrolment.ts'
import { type Code, codeState, type Seats } from './entry.ts'
import { may } from './may.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

/** How one gets into a course; open where nobody decided. */
export async function entryOf(reader: Reader, course: string): Promise<EntryMode> {
  const row = await reader
    .tables<TrainingTables>()
    .selectFrom('training.entry')
    .select('mode')
    .where('region_id', '=', reader.regionId)
    .where('course', '=', course)
    .executeTakeFirst()
  return row?.mode ?? 'open'
}

export async function setEntry(
  db: Db,
  actor: Actor,
  course: string,
  mode: EntryMode,
): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'keep_training')) return problem('not_allowed')
  return await db.write(actor, async (tx) => {
    await tx
      .tables<TrainingTables>()
      .insertInto('training.entry')
      .values({ region_id: tx.regionId, course, mode, set_by: accountOf(tx.actor) })
      .onConflict((conflict) =>
        conflict
          .columns(['region_id', 'course'])
          .doUpdateSet({ mode, set_at: tx.now, set_by: accountOf(tx.actor) }),
      )
      .execute()
    await audit(tx, { act: 'course_entry_set', subject: 'region', detail: { course: coded(course), mode } })
    return done(null)
  })
}

/** Makes a word that lets so many people in until a day. */
export async function makeCode(
  db: Db,
  actor: Actor,
  given: {
    readonly course: string
    readonly uses: number
    readonly expiresOn: Temporal.PlainDate
    readonly agencyId: AgencyId | null
  },
): Promise<Outcome<{ word: string }, TrainingCode>> {
  if (!may(actor, 'keep_training')) return problem('not_allowed')
  const word = codeWord()
  return await refusedBy({ code_agency: problem('not_a_choice', 'agency') }, () =>
    db.write(actor, async (tx) => {
      if (Temporal.PlainDate.compare(given.expiresOn, await todayIn(tx)) < 0)
        return problem('day_past', 'expires')
      const row = { course: given.course, uses: given.uses, word, expires_on: given.expiresOn }
      await tx
        .tables<TrainingTables>()
        .insertInto('training.code')
        .values({
          region_id: tx.regionId,
          id: newId<string>(),
          ...row,
          agency_id: given.agencyId,
          made_by: accountOf(tx.actor),
        })
        .execute()
      await audit(tx, { act: 'course_code_made', subject: 'region', detail: { uses: given.uses } })
      return done({ word })
    }),
  )
}

/** From now on it lets nobody in; whoever used it stays. */
export async function endCode(db: Db, actor: Actor, id: string): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'keep_training')) return problem('not_allowed')
  return await db.write(actor, async (tx) => {
    const ended = await tx
      .tables<TrainingTables>()
      .updateTable('training.code')
      .set({ ended_at: tx.now, ended_by: accountOf(tx.actor) })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows > 0n) await audit(tx, { act: 'course_code_ended', subject: 'region' })
    return done(null)
  })
}

export async function setSeats(
  db: Db,
  actor: Actor,
  given: { readonly course: string; readonly agencyId: AgencyId; readonly seats: number },
): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'keep_training')) return problem('not_allowed')
  return await db.write(actor, async (tx) => {
    if (!(await loadAgencies(tx)).some((one) => one.id === given.agencyId))
      return problem('not_a_choice', 'agency')
    const set = { seats: given.seats, set_at: tx.now, set_by: accountOf(tx.actor) }
    await tx
      .tables<TrainingTables>()
      .insertInto('training.agency_seats')
      .values({ region_id: tx.regionId, agency_id: given.agencyId, course: given.course, ...set })
      .onConflict((conflict) => conflict.columns(['region_id', 'agency_id', 'course']).doUpdateSet(set))
      .execute()
    await audit(tx, { act: 'course_seats_set', subject: 'region', detail: { seats: given.seats } })
    return done(null)
  })
}

/** Codes of a course, the newest first, with how many people came in by each. */
export async function codesOf(reader: Reader, course: string): Promise<Code[]> {
  const tables = reader.tables<TrainingTables>()
  const rows = await tables
    .selectFrom('training.code')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('course', '=', course)
    .orderBy('id', 'desc')
    .execute()
  const used = await usedBy(reader, 'code_id')
  return rows.map((row) => ({
    id: row.id,
    word: row.word,
    uses: row.uses,
    used: used.get(row.id) ?? 0,
    expiresOn: row.expires_on,
    agencyId: row.agency_id,
    ended: row.ended_at !== null,
  }))
}

/** By whom a code was typed; `standing`: what they have in that course already. */
export type CodeTyped = {
  readonly email: string
  readonly standing?: Pick<Enrolment, 'codeId'> | undefined
}

/**
 * The code of a course that this word opens today; its row is held, so that the last use is given once. Whoever holds that use
 * already, by their address or by the enrolment that waits for a yes, is not refused it: a form that is sent twice was not wrong the
 * second time.
 */
export async function openCode(
  tx: Tx,
  course: string,
  word: string,
  { email, standing }: CodeTyped,
): Promise<Code | null> {
  await tx
    .tables<TrainingTables>()
    .selectFrom('training.code')
    .select('id')
    .where('region_id', '=', tx.regionId)
    .where('course', '=', course)
    .where('word', '=', word)
    .forUpdate()
    .execute()
  const code = (await codesOf(tx, course)).find((one) => one.word === word)
  if (code === undefined) return null
  const state = codeState(code, await todayIn(tx))
  if (state === 'open') return code
  const held = state === 'used' && (standing?.codeId === code.id || (await heldBy(tx, code.id, email)))
  return held ? code : null
}

async function heldBy(tx: Tx, codeId: string, email: string): Promise<boolean> {
  const row = await tx
    .tables<TrainingTables>()
    .selectFrom('training.invited')
    .select('id')
    .where('region_id', '=', tx.regionId)
    .where('code_id', '=', codeId)
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
  return row !== undefined
}

/** Seats of agencies in a course, with how many are taken; people who were named and did not come yet count. */
export async function seatsOf(reader: Reader, course: string): Promise<Seats[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.agency_seats')
    .select(['agency_id', 'seats'])
    .where('region_id', '=', reader.regionId)
    .where('course', '=', course)
    .execute()
  const used = await usedBy(reader, 'agency_id', course)
  return rows.map((row) => ({
    agencyId: row.agency_id,
    seats: row.seats,
    taken: used.get(row.agency_id) ?? 0,
  }))
}

/** How many people came in by it, or were named and may still come. Whoever was declined or left gave their place back. */
async function usedBy(
  reader: Reader,
  by: 'code_id' | 'agency_id',
  course?: string,
): Promise<Map<string, number>> {
  const tables = reader.tables<TrainingTables>()
  const today = await todayIn(reader)
  const how = by === 'code_id' ? 'code' : 'seat'
  const named = await tables
    .selectFrom('training.invited')
    .select((eb) => [by, eb.fn.countAll<string>().as('count')])
    .where('region_id', '=', reader.regionId)
    .where('how', '=', how)
    .$if(course !== undefined, (query) => query.where('course', '=', course!))
    .groupBy(by)
    .execute()
  const enrolled = await tables
    .selectFrom('training.enrolment as e')
    .leftJoin('training.decision as d', (join) =>
      join.onRef('d.region_id', '=', 'e.region_id').onRef('d.enrolment_id', '=', 'e.id'),
    )
    .leftJoin('training.enrolment_end as x', (join) =>
      join.onRef('x.region_id', '=', 'e.region_id').onRef('x.enrolment_id', '=', 'e.id'),
    )
    .select((eb) => [`e.${by}` as const, eb.fn.countAll<string>().as('count')])
    .where('e.region_id', '=', reader.regionId)
    .where('e.how', '=', how)
    .where((eb) => eb.or([eb('d.verdict', 'is', null), eb('d.verdict', '=', 'approved')]))
    .where((eb) => eb.or([eb('x.why', 'is', null), eb('x.why', '<>', 'left')]))
    // Whoever waited for a yes until their time was over never used it.
    .where((eb) =>
      eb.or([
        eb('e.needs_approval', '=', false),
        eb('d.verdict', 'is not', null),
        eb('e.finish_by', '>=', today),
      ]),
    )
    .$if(course !== undefined, (query) => query.where('e.course', '=', course!))
    .groupBy(`e.${by}`)
    .execute()
  const counts = new Map<string, number>()
  for (const row of [...named, ...enrolled]) {
    const key = row[by]
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + Number(row.count))
  }
  return counts
}
