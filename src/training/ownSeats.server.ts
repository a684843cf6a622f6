import { contactAgencies } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AgencyId } from '../platform/ids.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { Library } from './course.ts'
import { seatsOf } from './entry.server.ts'
import { may } from './may.ts'
import type { OwnSeats, OwnSeatsView, Seated } from './ownSeats.ts'
import type { TrainingTables } from './tables.server.ts'

/** Agencies the reader speaks for; nobody's but a contact's. */
export async function ownAgencies(reader: Reader): Promise<AgencyId[]> {
  const { actor } = reader
  if (actor.kind !== 'account' || !may(actor, 'fill_seats')) return []
  return (await contactAgencies(reader, actor.accountId)).map((one) => one.agencyId)
}

/** The seats of the reader's own agencies, with whom they named. */
export async function loadOwnSeats(reader: Reader, library: Library): Promise<OwnSeatsView> {
  const own = await ownAgencies(reader)
  const names = new Map((await loadAgencies(reader)).map((one) => [one.id, one.name]))
  const given: OwnSeats[] = []
  for (const course of library.courses)
    for (const { agencyId, seats, taken } of await seatsOf(reader, course.id)) {
      const agency = names.get(agencyId)
      if (!own.includes(agencyId) || agency === undefined) continue
      const people = await seatedOn(reader, course.id, agencyId)
      given.push({ agencyId, agency, course, seats, taken, people })
    }
  return { region: await loadRegion(reader), given }
}

/** Whom an agency named: those who did not come yet first. What became of the others is theirs alone. */
async function seatedOn(reader: Reader, course: string, agencyId: AgencyId): Promise<Seated[]> {
  const tables = reader.tables<TrainingTables>()
  const named = await tables
    .selectFrom('training.invited')
    .select(['id', 'name', 'email'])
    .where('region_id', '=', reader.regionId)
    .where('course', '=', course)
    .where('how', '=', 'seat')
    .where('agency_id', '=', agencyId)
    .orderBy('id')
    .execute()
  const came = await tables
    .selectFrom('training.enrolment as e')
    .innerJoin('training.learner as l', (join) =>
      join.onRef('l.region_id', '=', 'e.region_id').onRef('l.account_id', '=', 'e.account_id'),
    )
    .select(['e.id', 'l.name'])
    .where('e.region_id', '=', reader.regionId)
    .where('e.course', '=', course)
    .where('e.how', '=', 'seat')
    .where('e.agency_id', '=', agencyId)
    .orderBy('e.id')
    .execute()
  return [
    ...named.map(({ id, name, email }) => ({ key: id, name, email })),
    ...came.map(({ id, name }) => ({ key: id, name, email: null })),
  ]
}
