import { accountOf } from '../platform/actor.ts'
import type { Tx } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { addAgencies, changeAgency, type NewAgency } from '../region/index.server.ts'
import { addMembers } from './addMembers.server.ts'
import { addPeriods } from './commitment.server.ts'
import { keepFurtherAgencies } from './furtherAgencies.server.ts'
import type { SheetAgency, SheetCredential, SheetMember } from './sheetKnown.ts'
import type { Planned } from './sheetPlan.ts'
import type { SheetPlan } from './sheetRead.ts'
import type { RosterTables } from './tables.server.ts'

/** PostgreSQL takes 65,535 values in one statement; the widest row here has 14. */
const atOnce = 1000

/** Writes what is new and what changed, in the caller's transaction. */
export async function saveSheet(tx: Tx, plan: SheetPlan): Promise<void> {
  switch (plan.sheet) {
    case 'agencies':
      await inParts(added(plan.rows), (part) => addAgencies(tx, part.map(agencyRow)))
      for (const { id, given } of changed(plan.rows)) await changeAgency(tx, id, agencyRow(given))
      return
    case 'members':
      await inParts(added(plan.rows), (part) =>
        addMembers(
          tx,
          part.map((one) => ({ ...one, ...nothingOnFile })),
        ),
      )
      for (const { id, given } of changed(plan.rows)) await changeMember(tx, id, given)
      return
    case 'credentials':
      return await inParts(added(plan.rows), (part) => addCredentials(tx, part))
    case 'shifts':
      return await inParts(added(plan.rows), (part) => addPeriods(tx, 'roster.on_call_shift', part))
  }
}

/** A list of members says who they are, not what they signed or who selected them. */
const nothingOnFile = {
  selectedOn: null,
  credentials: [],
  agreement: null,
  designation: null,
  suspendedFrom: null,
}

function added<Given>(rows: readonly Planned<Given, unknown>[]): Given[] {
  return rows.flatMap((one) => (one.what === 'added' ? [one.given] : []))
}

function changed<Given, Id>(rows: readonly Planned<Given, Id>[]) {
  return rows.filter((one) => one.what === 'changed')
}

async function inParts<Row>(rows: readonly Row[], write: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) await write(rows.slice(from, from + atOnce))
}

function agencyRow({ place, ...agency }: SheetAgency): NewAgency {
  return { ...agency, latitude: place?.latitude ?? null, longitude: place?.longitude ?? null }
}

async function changeMember(tx: Tx, id: MemberId, given: SheetMember): Promise<void> {
  await tx
    .tables<RosterTables>()
    .updateTable('roster.member')
    .set({
      disciplines: [...given.disciplines],
      languages: [...given.languages],
      town: given.town,
      latitude: given.place?.latitude ?? null,
      longitude: given.place?.longitude ?? null,
    })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
  await keepFurtherAgencies(tx, id, given.furtherAgencies)
}

async function addCredentials(tx: Tx, credentials: readonly SheetCredential[]): Promise<void> {
  await tx
    .tables<RosterTables>()
    .insertInto('roster.credential')
    .values(
      credentials.map((one) => ({
        region_id: tx.regionId,
        id: newId<string>(),
        member_id: one.memberId,
        kind: one.kind,
        issuer: one.issuer,
        number: one.number,
        issued_on: one.issuedOn,
        expires_on: one.expiresOn,
        evidence_kind: one.evidence?.kind ?? null,
        evidence_kept: one.evidence?.kept ?? null,
        recorded_by: accountOf(tx.actor),
      })),
    )
    .execute()
}
