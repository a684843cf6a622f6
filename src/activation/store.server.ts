import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db.server.ts'
import { type ActivationId, type AgencyId, type BookingId, type IncidentId, newId } from '../platform/ids.ts'
import type { ActivationRecord, BookedActivation, IncidentActivation } from './activationRecord.ts'
import type { Booking } from './booking.ts'
import type { ActivationTables } from './tables.server.ts'

export async function addActivation(
  tx: Tx,
  about: { readonly incidentId: IncidentId } | { readonly bookingId: BookingId },
  policyVersion: number,
): Promise<ActivationId> {
  const tables = tx.tables<ActivationTables>()
  const id = newId<ActivationId>()
  // The number is for people ("activation 147"); the unique constraint settles a race, the loser tries again.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`activation ${tx.regionId}`}, 0))`.execute(tables)
  const { last } = await tables
    .selectFrom('activation.activation')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), sql<number>`0`).as('last'))
    .where('region_id', '=', tx.regionId)
    .executeTakeFirstOrThrow()
  await tables
    .insertInto('activation.activation')
    .values({
      region_id: tx.regionId,
      id,
      number: last + 1,
      incident_id: 'incidentId' in about ? about.incidentId : null,
      booking_id: 'bookingId' in about ? about.bookingId : null,
      policy_version: policyVersion,
    })
    .execute()
  return id
}

export async function loadActivation(reader: Reader, id: ActivationId): Promise<ActivationRecord | null> {
  return (await loadActivations(reader, { id }))[0] ?? null
}

/** Newest first. */
export async function loadActivations(
  reader: Reader,
  which: {
    readonly id?: ActivationId
    readonly limit?: number
    /** Whoever asked, by whatever form. */
    readonly askedBy?: readonly AgencyId[]
  } = {},
): Promise<ActivationRecord[]> {
  let query = reader
    .tables<ActivationTables>()
    .selectFrom('activation.activation as a')
    .leftJoin('activation.request as r', (join) =>
      join.onRef('r.region_id', '=', 'a.region_id').onRef('r.activation_id', '=', 'a.id'),
    )
    .leftJoin('activation.agency_contact as c', (join) =>
      join.onRef('c.region_id', '=', 'a.region_id').onRef('c.activation_id', '=', 'a.id'),
    )
    .leftJoin('activation.outcome as o', (join) =>
      join.onRef('o.region_id', '=', 'a.region_id').onRef('o.activation_id', '=', 'a.id'),
    )
    .leftJoin('activation.booking as b', (join) =>
      join.onRef('b.region_id', '=', 'a.region_id').onRef('b.id', '=', 'a.booking_id'),
    )
    .select([
      'b.id as booking_id',
      'b.kind as booking_kind',
      'b.agency_id as booking_agency',
      'b.people',
      'b.wished_at',
      'b.wished_else',
      'b.place',
      'a.id',
      'a.number',
      'a.incident_id',
      'a.policy_version',
      'a.version',
      'a.opened_at',
      'r.agency_id as request_agency',
      'r.requester_name',
      'r.callback_phone',
      'r.received_at',
      'c.spoken_at',
      'c.role as contact_role',
      'c.recorded_at',
      'o.code as outcome_code',
      'o.decided_at',
    ])
    .where('a.region_id', '=', reader.regionId)
    .orderBy('a.number', 'desc')
  if (which.id !== undefined) query = query.where('a.id', '=', which.id)
  if (which.askedBy !== undefined) query = query.where('r.agency_id', 'in', which.askedBy)
  if (which.limit !== undefined) query = query.limit(which.limit)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    ...aboutOf(row),
    policyVersion: row.policy_version,
    version: row.version,
    openedAt: row.opened_at,
    request:
      row.request_agency === null
        ? null
        : {
            agencyId: row.request_agency,
            requesterName: row.requester_name!,
            callbackPhone: row.callback_phone!,
            receivedAt: row.received_at!,
          },
    contact:
      row.spoken_at === null
        ? null
        : { spokenAt: row.spoken_at, role: row.contact_role!, recordedAt: row.recorded_at! },
    outcome: row.outcome_code === null ? null : { code: row.outcome_code, at: row.decided_at! },
  }))
}

type About =
  | Pick<IncidentActivation, 'incidentId' | 'booking'>
  | Pick<BookedActivation, 'incidentId' | 'booking'>

/** One of the two, never both (`activation_incident_or_booking`). */
function aboutOf(row: {
  readonly incident_id: IncidentId | null
  readonly booking_id: BookingId | null
  readonly booking_kind: Booking['kind'] | null
  readonly booking_agency: Booking['agencyId'] | null
  readonly people: number | null
  readonly wished_at: Temporal.Instant | null
  readonly wished_else: Temporal.Instant | null
  readonly place: string | null
}): About {
  if (row.booking_id === null) return { incidentId: row.incident_id!, booking: null }
  return {
    incidentId: null,
    booking: {
      id: row.booking_id,
      kind: row.booking_kind!,
      agencyId: row.booking_agency!,
      people: row.people!,
      wishedAt: row.wished_at!,
      wishedElse: row.wished_else,
      place: row.place!,
    },
  }
}

/**
 * Takes the activation for this transaction and raises its version. With `expected`, answers false when
 * somebody changed it since that version was read: whatever was worked out from it is stale.
 */
export async function claim(tx: Tx, id: ActivationId, expected?: number): Promise<boolean> {
  let query = tx
    .tables<ActivationTables>()
    .updateTable('activation.activation')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
  if (expected !== undefined) query = query.where('version', '=', expected)
  const result = await query.executeTakeFirst()
  return result.numUpdatedRows === 1n
}
