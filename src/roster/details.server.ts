import { sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import { emailFrom } from '../identity/index.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { type MemberId, newId, type RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { atAgency } from '../region/index.server.ts'
import { actOn } from './actOn.server.ts'
import type { Details } from './memberFile.ts'
import { problem, type RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

/** What the team knows of how to reach them is still right. Asked every quarter (policy.standing.confirmDetailsDays). */
export async function confirmDetails(
  db: Db,
  actor: Actor,
  memberId: MemberId,
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'confirm_details', memberId, async (tx) => {
    await confirm(tx, memberId)
    return done(null)
  })
}

/**
 * Members confirm for themselves. `signedInAs`: the address by which they signed in; where it is the one on file,
 * a mail sent there was answered, so it is proven.
 */
export async function confirmOwnDetails(
  db: Db,
  regionId: RegionId,
  memberId: MemberId,
  signedInAs: string | null,
): Promise<Outcome<null, RosterCode>> {
  const self = { kind: 'member', memberId, regionId } as const
  return await actOn(db, self, 'confirm_details', memberId, async (tx, member) => {
    await confirm(tx, memberId)
    if (member.email === signedInAs) await mailProven(tx, memberId, tx.now)
    return done(null)
  })
}

async function confirm(tx: Tx, memberId: MemberId): Promise<void> {
  await tx
    .tables<RosterTables>()
    .insertInto('roster.details_confirmation')
    .values({ ...rowOf(tx, memberId), recorded_by: accountOf(tx.actor) })
    .execute()
  await audit(tx, { act: 'details_confirmed', subject: { member: memberId } })
}

/** Another address. The old one is not kept, only that it was changed; the new one is not yet proven. */
export async function changeContact(
  db: Db,
  actor: Actor,
  memberId: MemberId,
  given: { readonly email: string },
): Promise<Outcome<null, RosterCode>> {
  return await actOn(db, actor, 'keep_records', memberId, async (tx, member) => {
    const email = emailFrom(given.email)
    if (email === null) return problem('email_malformed', 'email')
    if (email === member.email) return done(null)
    if (await atAgency(tx, email)) return problem('email_of_agency', 'email')
    const tables = tx.tables<RosterTables>()
    await tables
      .updateTable('roster.member')
      .set({ email })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', memberId)
      .execute()
    await tables
      .insertInto('roster.contact_change')
      .values({ ...rowOf(tx, memberId), kind: 'mail', recorded_by: accountOf(tx.actor) })
      .execute()
    await audit(tx, { act: 'address_changed', subject: { member: memberId } })
    return done(null)
  })
}

/**
 * Somebody answered a mail sent to the member's address: it is theirs. `sentAt`: not before the mail was written; an
 * address that was changed since is another one, and stays unproven.
 */
export async function mailProven(tx: Tx, memberId: MemberId, sentAt: Temporal.Instant): Promise<void> {
  const changed = await tx
    .tables<RosterTables>()
    .selectFrom('roster.contact_change')
    .select('id')
    .where('region_id', '=', tx.regionId)
    .where('member_id', '=', memberId)
    .where('kind', '=', 'mail')
    .where('changed_at', '>=', sentAt)
    .limit(1)
    .executeTakeFirst()
  if (changed !== undefined) return
  await tx
    .tables<RosterTables>()
    .insertInto('roster.contact_verification')
    .values({ ...rowOf(tx, memberId), kind: 'mail' })
    .execute()
}

/** Every member's, by id; a proof counts only when it is younger than the last change of what it proved. */
export async function loadDetails(reader: Reader): Promise<Map<MemberId, Details>> {
  const region = reader.regionId
  const found = await sql<{ id: MemberId } & Details>`
    select m.id, c."confirmedAt", case when x.at is null or x.at < v.at then v.at end as "mailVerifiedAt"
      from roster.member m
      left join (select member_id, max(confirmed_at) as "confirmedAt" from roster.details_confirmation
                  where region_id = ${region} group by member_id) c on c.member_id = m.id
      left join (select member_id, max(changed_at) as at from roster.contact_change
                  where region_id = ${region} and kind = 'mail' group by member_id) x on x.member_id = m.id
      left join (select member_id, max(verified_at) as at from roster.contact_verification
                  where region_id = ${region} and kind = 'mail' group by member_id) v on v.member_id = m.id
     where m.region_id = ${region}`.execute(reader.tables<RosterTables>())
  return new Map(
    found.rows.map(({ id, confirmedAt, mailVerifiedAt }) => [id, { confirmedAt, mailVerifiedAt }]),
  )
}

function rowOf(tx: Tx, memberId: MemberId) {
  return { region_id: tx.regionId, id: newId<string>(), member_id: memberId }
}
