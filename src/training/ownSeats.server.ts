import { contactAgencies } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AgencyId } from '../platform/ids.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { Library } from './course.ts'
import { seatsOf } from './entry.server.ts'
import { may } from './may.ts'
import type { OwnSeats, OwnSeatsView, SeatUsed, SeatWaiting } from './ownSeats.ts'
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
      const waiting = (await waitingOnSeats(reader, course.id)).filter((one) => one.agencyId === agencyId)
      const came = await cameOn(reader, course.id, agencyId)
      given.push({ agencyId, agency, course, seats, taken, waiting, came })
    }
  return { region: await loadRegion(reader), given }
}

/** Who was named to a seat of a course and did not come yet. */
export async function waitingOnSeats(reader: Reader, course: string): Promise<SeatWaiting[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.invited')
    .select(['id', 'name', 'email', 'agency_id'])
    .where('region_id', '=', reader.regionId)
    .where('course', '=', course)
    .where('how', '=', 'seat')
    .where('agency_id', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, email, agency_id }) => ({ id, name, email, agencyId: agency_id! }))
}

/** Whom an agency named and who came. What became of them is theirs alone. */
async function cameOn(reader: Reader, course: string, agencyId: AgencyId): Promise<SeatUsed[]> {
  const rows = await reader
    .tables<TrainingTables>()
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
  return rows.map(({ id, name }) => ({ enrolmentId: id, name }))
}
