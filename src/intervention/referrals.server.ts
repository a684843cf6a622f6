import { type Generated, sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf, hasRole } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { type InterventionCode, problem } from './problems.ts'
import { type NewReferral, type Referral, seenOf } from './referral.ts'

type ReferralTables = {
  'intervention.referral': {
    region_id: RegionId
    id: string
    name: string
    kind: Referral['kind']
    town: string
    telehealth: boolean
    languages: string[]
    phone: string
    cost: Referral['cost']
    knows_responders: boolean
    added_at: Generated<Temporal.Instant>
    added_by: AccountId | null
    retired_at: Generated<Temporal.Instant | null>
  }
  'intervention.referral_vetting': {
    region_id: RegionId
    id: string
    referral_id: string
    vetted_at: Generated<Temporal.Instant>
    vetted_by: AccountId | null
  }
}

export function keepsReferrals(actor: Actor): boolean {
  return hasRole(actor, 'duty_coordinator', 'clinical_director')
}

export function readsReferrals(actor: Actor): boolean {
  return hasRole(actor, 'peer', 'duty_coordinator', 'clinical_director')
}

/** In the caller's transaction: a listing, vetted by whoever enters it. */
export async function listReferral(tx: Tx, given: NewReferral): Promise<string> {
  const id = newId<string>()
  await tx
    .tables<ReferralTables>()
    .insertInto('intervention.referral')
    .values({
      region_id: tx.regionId,
      id,
      ...valuesOf(given),
      added_by: accountOf(tx.actor),
    })
    .execute()
  await vet(tx, id)
  return id
}

function valuesOf({ name, kind, town, telehealth, languages, phone, cost, knowsResponders }: NewReferral) {
  return {
    ...{ name, kind, town, telehealth, phone, cost },
    languages: [...languages],
    knows_responders: knowsResponders,
  }
}

async function vet(tx: Tx, id: string): Promise<void> {
  await tx
    .tables<ReferralTables>()
    .insertInto('intervention.referral_vetting')
    .values({
      region_id: tx.regionId,
      id: newId<string>(),
      referral_id: id,
      vetted_by: accountOf(tx.actor),
    })
    .execute()
}

export async function addReferral(
  db: Db,
  actor: Actor,
  given: NewReferral,
): Promise<Outcome<null, InterventionCode>> {
  if (!keepsReferrals(actor)) return problem('not_allowed')
  return await refusedBy({ referral_once: problem('listed_already', 'name') }, () =>
    db.write(actor, async (tx) => {
      const referral = await listReferral(tx, given)
      await audit(tx, { act: 'referral_added', subject: { referral } })
      return done(null)
    }),
  )
}

/** Put right. `seen`: what it said on the page that was filled in. When it was vetted stays. */
export async function changeReferral(
  db: Db,
  actor: Actor,
  id: string,
  given: NewReferral,
  seen: string,
): Promise<Outcome<null, InterventionCode>> {
  if (!keepsReferrals(actor)) return problem('not_allowed')
  return await refusedBy({ referral_once: problem('listed_already', 'name') }, () =>
    db.write(actor, async (tx) => {
      await tx
        .tables<ReferralTables>()
        .selectFrom('intervention.referral')
        .select('id')
        .where('region_id', '=', tx.regionId)
        .where('id', '=', id)
        .forUpdate()
        .execute()
      const listing = (await loadReferrals(tx)).find((one) => one.id === id)
      if (listing === undefined) return problem('unknown_referral')
      if (seenOf(listing) !== seen) return problem('changed_meanwhile')
      await tx
        .tables<ReferralTables>()
        .updateTable('intervention.referral')
        .set(valuesOf(given))
        .where('region_id', '=', tx.regionId)
        .where('id', '=', id)
        .execute()
      await audit(tx, { act: 'referral_changed', subject: { referral: id } })
      return done(null)
    }),
  )
}

/** Looked at again and still good; or taken off the list. */
export async function settleReferral(
  db: Db,
  actor: Actor,
  id: string,
  what: 'vetted' | 'retired',
): Promise<Outcome<null, InterventionCode>> {
  if (!keepsReferrals(actor)) return problem('not_allowed')
  return await db.write(actor, async (tx) => {
    if (!(await loadReferrals(tx)).some((one) => one.id === id)) return problem('unknown_referral')
    if (what === 'vetted') await vet(tx, id)
    else
      await tx
        .tables<ReferralTables>()
        .updateTable('intervention.referral')
        .set({ retired_at: tx.now })
        .where('region_id', '=', tx.regionId)
        .where('id', '=', id)
        .execute()
    await audit(tx, { act: `referral_${what}`, subject: { referral: id } })
    return done(null)
  })
}

/** Those on the list, by kind and name. */
export async function loadReferrals(reader: Reader): Promise<Referral[]> {
  const rows = await reader
    .tables<ReferralTables>()
    .selectFrom('intervention.referral as r')
    .selectAll('r')
    .select((eb) =>
      eb
        .selectFrom('intervention.referral_vetting as v')
        .select(sql<Temporal.Instant>`max(v.vetted_at)`.as('at'))
        .whereRef('v.region_id', '=', 'r.region_id')
        .whereRef('v.referral_id', '=', 'r.id')
        .as('vetted_at'),
    )
    .where('r.region_id', '=', reader.regionId)
    .where('r.retired_at', 'is', null)
    .orderBy('r.kind')
    .orderBy('r.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    town: row.town,
    telehealth: row.telehealth,
    languages: row.languages,
    phone: row.phone,
    cost: row.cost,
    knowsResponders: row.knows_responders,
    vettedAt: row.vetted_at!,
  }))
}
