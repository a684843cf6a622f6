import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { chooseNotAskedFor, ownNotAskedFor } from './notAskedFor.server.ts'
import type { RosterTables } from './tables.server.ts'

/** Tables that hold something of a member, by the name under which they are handed out. */
const held = {
  credentials: 'credential',
  agreements: 'agreement',
  designations: 'designation',
  selections: 'selection',
  suspensions: 'suspension',
  leaves: 'leave_of_absence',
  clearances: 'clearance',
  onCall: 'on_call_shift',
  unavailable: 'unavailability',
  commitments: 'commitment',
  detailsConfirmed: 'details_confirmation',
  addressChanged: 'contact_change',
  addressProven: 'contact_verification',
} as const

/** The same of tables whose rows stand under the agency's id. */
const ofAgencies = { furtherAgencies: 'further_agency', notAskedFor: 'not_asked_for' } as const

/** Whoever entered or decided something is another person, and no part of one's own record. */
const others = ['region_id', 'member_id', 'recorded_by', 'decided_by', 'ended_by', 'cleared_by', 'granted_by']

/** All that the roster holds of one member, as it stands in the tables. */
async function memberRecord(reader: Reader, id: MemberId): Promise<Record<string, unknown>> {
  const rows = async (table: string, key: string, order = 'id') => {
    const { rows: found } = await sql<{ row: unknown }>`
      select to_jsonb(t) - ${others}::text[] as row from ${sql.table(`roster.${table}`)} t
       where region_id = ${reader.regionId} and ${sql.ref(key)} = ${id} order by ${sql.ref(order)}`.execute(
      reader.tables(),
    )
    return found.map((one) => one.row)
  }
  const record: Record<string, unknown> = { member: (await rows('member', 'id'))[0] ?? null }
  for (const [name, table] of Object.entries(held)) record[name] = await rows(table, 'member_id')
  for (const [name, table] of Object.entries(ofAgencies))
    record[name] = await rows(table, 'member_id', 'agency_id')
  return record
}

/** Whether a session or another duty of theirs runs or lies ahead. */
async function boundAhead(reader: Reader, id: MemberId): Promise<boolean> {
  const { rows } = await sql<{ bound: boolean }>`
    select exists (select from roster.commitment where region_id = ${reader.regionId} and member_id = ${id}
                    and upper(during) > ${reader.now}) as bound`.execute(reader.tables())
  return rows[0]!.bound
}

/**
 * A member's name, address, place and papers go. The row stays under its number: offers, sessions and decisions point to it, and
 * a team has to be able to say how many went where, and that whoever went was fit to.
 */
async function pseudonymise(tx: Tx, id: MemberId): Promise<void> {
  const tables = tx.tables<RosterTables>()
  const nobody = {
    email: `${id}@erased.invalid`,
    languages: ['en'],
    town: '–',
    latitude: null,
    longitude: null,
  }
  await tables
    .updateTable('roster.member')
    .set({ ...nobody, name: 'Former member', gender: null })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
  for (const table of [
    'credential',
    'details_confirmation',
    'contact_change',
    'contact_verification',
  ] as const)
    await gone(tx, table, id)
  for (const table of ['on_call_shift', 'unavailability', 'not_asked_for'] as const) await gone(tx, table, id)
  await tables
    .updateTable('roster.designation')
    .set({ document: '–' })
    .where('region_id', '=', tx.regionId)
    .where('member_id', '=', id)
    .execute()
}

async function gone(tx: Tx, table: string, id: MemberId): Promise<void> {
  await sql`delete from ${sql.table(`roster.${table}`)}
             where region_id = ${tx.regionId} and member_id = ${id}`.execute(tx.tables())
}

/** One's own record: handed out, or without its name; and what only its owner says. */
export const ownMember = {
  ...{ record: memberRecord, boundAhead, pseudonymise },
  notAskedFor: ownNotAskedFor,
  chooseNotAskedFor,
} as const
