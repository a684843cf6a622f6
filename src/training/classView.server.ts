import type { Reader } from '../platform/db.server.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { loadAttendance } from './attendance.server.ts'
import { daysMet, heldPlaces, type Place, seated, waiting } from './class.ts'
import { shown } from './classesView.server.ts'
import { loadClass } from './classStore.server.ts'
import type { ClassView, Person } from './classView.ts'
import type { Library } from './course.ts'
import { loadEvaluation } from './evaluation.server.ts'
import { keeps } from './keepClass.server.ts'
import { ownAffairs } from './ownAffair.server.ts'
import { loadLooks } from './signOff.server.ts'
import type { TrainingTables } from './tables.server.ts'

/** Null: there is none, or it is not theirs. */
export async function loadClassView(reader: Reader, library: Library, id: string): Promise<ClassView | null> {
  const one = await loadClass(reader, id)
  if (one === null || !keeps(reader.actor, one)) return null
  const region = await loadRegion(reader)
  const places = heldPlaces(one)
  const names = await namesOf(reader, places)
  const self = await ownAffairs(reader)
  const person = ({ enrolmentId, accountId }: Place): Person => ({
    ...{ enrolmentId, accountId, name: names.get(accountId) ?? '–' },
    self: self(accountId),
  })
  const byName = (a: Person, b: Person) =>
    a.name.localeCompare(b.name) || (a.enrolmentId < b.enrolmentId ? -1 : 1)
  return {
    ...{ region, now: reader.now, one: shown(one, library, reader.now) },
    seated: seated(places).map(person).sort(byName),
    waiting: waiting(places).map(person),
    skills: library.courses.find((course) => course.id === one.course)?.skills ?? [],
    days: daysMet(one, region.timeZone, reader.now),
    attendance: await loadAttendance(reader, one),
    looks: await loadLooks(
      reader,
      places.map((place) => place.enrolmentId),
    ),
    evaluation: await loadEvaluation(reader, one),
    least: (await loadPolicy(reader)).policy.tallies.smallestCount,
  }
}

async function namesOf(reader: Reader, places: readonly Place[]): Promise<Map<string, string>> {
  if (places.length === 0) return new Map()
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.learner')
    .select(['account_id', 'name'])
    .where('region_id', '=', reader.regionId)
    .where(
      'account_id',
      'in',
      places.map((place) => place.accountId),
    )
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.name]))
}
