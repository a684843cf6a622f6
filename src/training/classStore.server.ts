import type { Reader, Tx } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import { beginsAt, type Class, type Meeting, type Place, seatsLeft, stateOf } from './class.ts'
import { timeRunsOut } from './enrolment.ts'
import type { TrainingTables } from './tables.server.ts'

export type Wanted = {
  readonly ids?: readonly string[]
  readonly course?: string
  readonly instructor?: AccountId
  /** Those with a meeting that ends later. */
  readonly endingAfter?: Temporal.Instant
}

/** Classes with their meetings and places, soonest first. */
export async function loadClasses(reader: Reader, wanted: Wanted): Promise<Class[]> {
  const { ids, course, instructor, endingAfter } = wanted
  if (ids?.length === 0) return []
  const tables = reader.tables<TrainingTables>()
  let query = tables
    .selectFrom('training.class as c')
    .selectAll('c')
    .where('c.region_id', '=', reader.regionId)
  if (ids !== undefined) query = query.where('c.id', 'in', ids)
  if (course !== undefined) query = query.where('c.course', '=', course)
  if (instructor !== undefined) query = query.where('c.instructor', '=', instructor)
  if (endingAfter !== undefined)
    query = query.where('c.id', 'in', (eb) =>
      eb
        .selectFrom('training.class_meeting as m')
        .select('m.class_id')
        .where('m.region_id', '=', reader.regionId)
        .where('m.ends_at', '>', endingAfter),
    )
  const rows = await query.execute()
  if (rows.length === 0) return []
  const found = rows.map((row) => row.id)
  const meetings = await loadMeetings(reader, found)
  const places = await loadPlaces(reader, found)
  return rows
    .map((row) => ({
      id: row.id,
      course: row.course,
      place: row.place,
      seats: row.seats,
      instructor: row.instructor,
      madeAt: row.made_at,
      cancelledAt: row.cancelled_at,
      meetings: meetings.get(row.id) ?? [],
      places: places.get(row.id) ?? [],
    }))
    .sort((a, b) => Temporal.Instant.compare(beginsAt(a), beginsAt(b)) || (a.id < b.id ? -1 : 1))
}

export async function loadClass(reader: Reader, id: string): Promise<Class | null> {
  return (await loadClasses(reader, { ids: [id] }))[0] ?? null
}

/** One class whose row is held until the transaction ends: seats, looks and minutes are given one after the other. */
export async function holdClass(tx: Tx, id: string): Promise<Class | null> {
  await tx
    .tables<TrainingTables>()
    .selectFrom('training.class')
    .select('id')
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return await loadClass(tx, id)
}

async function loadMeetings(reader: Reader, classes: readonly string[]): Promise<Map<string, Meeting[]>> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.class_meeting')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('class_id', 'in', classes)
    .orderBy('starts_at')
    .execute()
  return groupedBy(
    rows.map((row) => ({ classId: row.class_id, id: row.id, startsAt: row.starts_at, endsAt: row.ends_at })),
  )
}

async function loadPlaces(reader: Reader, classes: readonly string[]): Promise<Map<string, Place[]>> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.class_place as p')
    .innerJoin('training.enrolment as e', (join) =>
      join.onRef('e.region_id', '=', 'p.region_id').onRef('e.id', '=', 'p.enrolment_id'),
    )
    .leftJoin('training.enrolment_end as x', (join) =>
      join.onRef('x.region_id', '=', 'p.region_id').onRef('x.enrolment_id', '=', 'p.enrolment_id'),
    )
    .select(['p.class_id', 'p.enrolment_id', 'p.asked_at', 'p.seated_at'])
    .select(['e.account_id', 'e.finish_by', 'x.ended_at'])
    .where('p.region_id', '=', reader.regionId)
    .where('p.class_id', 'in', classes)
    .orderBy('p.asked_at')
    .orderBy('p.enrolment_id')
    .execute()
  const { timeZone } = await loadRegion(reader)
  return groupedBy(
    rows.map((row) => ({
      classId: row.class_id,
      enrolmentId: row.enrolment_id,
      accountId: row.account_id,
      askedAt: row.asked_at,
      seatedAt: row.seated_at,
      endsAt: sooner(timeRunsOut(row.finish_by, timeZone), row.ended_at),
    })),
  )
}

function sooner(one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant {
  return other !== null && Temporal.Instant.compare(other, one) < 0 ? other : one
}

function groupedBy<Of extends { readonly classId: string }>(
  rows: readonly Of[],
): Map<string, Omit<Of, 'classId'>[]> {
  const groups = new Map<string, Omit<Of, 'classId'>[]>()
  for (const { classId, ...row } of rows) groups.set(classId, [...(groups.get(classId) ?? []), row])
  return groups
}

export type ListedClass = Pick<Class, 'id' | 'course' | 'place' | 'meetings'> & { readonly seatsLeft: number }

/** Classes of a course, or of all, that begin after this, and were not cancelled, soonest first. Nobody's name is in it. */
export async function classList(
  reader: Reader,
  course: string | null,
  after: Temporal.Instant,
): Promise<ListedClass[]> {
  const found = await loadClasses(reader, { ...(course === null ? {} : { course }), endingAfter: after })
  return found
    .filter((one) => stateOf(one, after) === 'planned')
    .map((one) => ({
      ...{ id: one.id, course: one.course, place: one.place, meetings: one.meetings },
      seatsLeft: seatsLeft(one),
    }))
}

/** The next one with a seat left; with none left anywhere, the next one at all, for its waiting list. */
export async function nextClass(reader: Reader, course: string | null): Promise<ListedClass | null> {
  const ahead = await classList(reader, course, reader.now)
  return ahead.find((one) => one.seatsLeft > 0) ?? ahead[0] ?? null
}
