import { audit } from '../audit/index.server.ts'
import { inviteLearner } from '../identity/index.server.ts'
import { emailFrom } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { type AccountId, type AgencyId, newId, type RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { hasUnseen } from '../platform/unseen.ts'
import { atAgency, loadMailDomains } from '../region/index.server.ts'
import { standsAt } from '../region/index.ts'
import { disciplinesOf, loadAsked, type Packs } from './asked.server.ts'
import { finishBy } from './asked.ts'
import { leaveClassesOf } from './classPlaces.server.ts'
import type { Course } from './course.ts'
import { stands } from './enrolment.ts'
import { loadEnrolments, ownEnrolment, todayIn } from './enrolments.server.ts'
import { entryOf, openCode, seatsOf } from './entry.server.ts'
import { may } from './may.ts'
import { type Named, nameTo } from './nameTo.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'
import { wholly } from './wholly.server.ts'

export type Deps = { readonly db: Db; readonly secrets: Secrets; readonly packs: Packs }

export type Wish = { readonly name: string; readonly email: string; readonly code: string }

/**
 * Somebody without an account wants to learn. A mail goes to the address they typed; whoever opens it finds the course waiting.
 * Says the same whether the address is known or not.
 */
export async function askToEnrol(
  { db, secrets }: Deps,
  regionId: RegionId,
  course: Course,
  wish: Wish,
): Promise<Outcome<null, TrainingCode>> {
  const read = readNamed(wish)
  if (!read.ok) return read
  const { email, name } = read.value
  return await db.write({ kind: 'visitor', regionId }, async (tx) => {
    if (course.depth === 'outline') return problem('course_outline')
    if (await atAgency(tx, email)) return problem('email_of_agency', 'email')
    const word = wordFrom(wish.code)
    const code = word === '' ? null : await openCode(tx, course.id, word, email)
    if (word !== '' && code === null) return problem('code_unknown', 'code')
    if (code === null && (await entryOf(tx, course.id)) === 'closed') return problem('course_closed')
    const how = code === null ? 'alone' : 'code'
    const fresh = await nameTo(tx, {
      ...{ course: course.id, email, name, how },
      agencyId: code?.agencyId ?? null,
      codeId: code?.id ?? null,
    })
    if (fresh) await inviteLearner(tx, secrets, email)
    return done(null)
  })
}

/** An agency's contact names somebody to one of its seats. */
export async function fillSeat(
  { db, secrets }: Deps,
  actor: Actor,
  agencies: readonly AgencyId[],
  given: { readonly course: Course; readonly agencyId: AgencyId } & Omit<Wish, 'code'>,
): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'fill_seats') || !agencies.includes(given.agencyId)) return problem('not_allowed')
  const read = readNamed(given)
  if (!read.ok) return read
  const { email, name } = read.value
  const { course, agencyId } = given
  if (course.depth === 'outline') return problem('course_outline')
  return await db.write(actor, async (tx) => {
    if (await atAgency(tx, email)) return problem('email_of_agency', 'email')
    await holdSeats(tx, agencyId, course.id)
    const seats = (await seatsOf(tx, course.id)).find((one) => one.agencyId === agencyId)
    if (seats === undefined || seats.taken >= seats.seats) return problem('seats_taken')
    const named = { course: course.id, email, name, how: 'seat', agencyId, codeId: null } as const
    if (!(await nameTo(tx, named))) return problem('enrolled_already', 'email')
    await inviteLearner(tx, secrets, email)
    await audit(tx, { act: 'seat_filled', subject: { agency: agencyId } })
    return done(null)
  })
}

/** Names everybody of a list that was read without fault, or nobody; who is named already stays so. Answers how many are new. */
export async function nameAll(
  { db, secrets }: Deps,
  actor: Actor,
  course: Course,
  people: readonly { readonly name: string; readonly email: string }[],
): Promise<Outcome<{ named: number }, TrainingCode>> {
  if (!may(actor, 'keep_training')) return problem('not_allowed')
  if (course.depth === 'outline') return problem('course_outline')
  return await db.write(actor, async (tx) => {
    const domains = [...(await loadMailDomains(tx)).values()].flat()
    if (people.some(({ email }) => standsAt(email, domains))) return problem('email_of_agency')
    let named = 0
    for (const { name, email } of people) {
      const row = { course: course.id, email, name, how: 'list', agencyId: null, codeId: null } as const
      if (!(await nameTo(tx, row))) continue
      await inviteLearner(tx, secrets, email)
      named += 1
    }
    if (named > 0) await audit(tx, { act: 'learners_listed', subject: 'region', detail: { rows: named } })
    return done({ named })
  })
}

/** Courses to which an address was named and which nobody began under it yet. */
export async function waitingFor(reader: Reader, email: string): Promise<Named[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.invited')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('email', '=', email.toLowerCase())
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    course: row.course,
    email: row.email,
    name: row.name,
    how: row.how,
    agencyId: row.agency_id,
    codeId: row.code_id,
  }))
}

type Begin = {
  readonly course: Course
  /** Of the account, proven when it was made. */
  readonly email: string
  /** Null: as they are called already. */
  readonly name: string | null
  readonly code: string
}

/**
 * Somebody who is signed in enrols: on the place that waits for their address, with a code, or by themselves. Of two who press at
 * once, both are answered with the one enrolment that stands.
 */
export async function beginCourse(
  { db, packs }: Deps,
  actor: Extract<Actor, { kind: 'account' }>,
  { course, email, name, code: typed }: Begin,
): Promise<Outcome<{ enrolmentId: string }, TrainingCode>> {
  if (course.depth === 'outline') return problem('course_outline')
  const { accountId } = actor
  return await wholly(db, actor, async (tx) => {
    const named = await nameLearner(tx, accountId, name)
    if (!named.ok) return named
    const standing = (await loadEnrolments(tx, { accountId, course: course.id })).find((one) =>
      stands(one.state),
    )
    if (standing !== undefined) {
      await taken(tx, course.id, email)
      return done({ enrolmentId: standing.id })
    }
    const waiting = (await waitingFor(tx, email)).find((one) => one.course === course.id)
    const word = wordFrom(typed)
    const code = word === '' ? null : await openCode(tx, course.id, word, email)
    if (word !== '' && code === null) return problem('code_unknown', 'code')
    const mode = await entryOf(tx, course.id)
    const how = code !== null ? 'code' : (waiting?.how ?? 'alone')
    if (how === 'alone' && mode === 'closed') return problem('course_closed')
    const id = newId<string>()
    const agencyId = code !== null ? code.agencyId : (waiting?.agencyId ?? null)
    const asked = await loadAsked(tx, packs, await disciplinesOf(tx, { accountId, agencyId }))
    await tx
      .tables<TrainingTables>()
      .insertInto('training.enrolment')
      .values({
        region_id: tx.regionId,
        id,
        account_id: accountId,
        course: course.id,
        how,
        agency_id: agencyId,
        code_id: code !== null ? code.id : (waiting?.codeId ?? null),
        needs_approval: how === 'alone' && mode === 'approval',
        finish_by: finishBy(await todayIn(tx), asked),
      })
      .execute()
    await taken(tx, course.id, email)
    return done({ enrolmentId: id })
  })
}

/** Somebody leaves a course. What they did stays on record; whoever comes back begins anew. */
export async function leaveCourse(
  db: Db,
  actor: Extract<Actor, { kind: 'account' }>,
  enrolmentId: string,
): Promise<Outcome<null, TrainingCode>> {
  return await db.write(actor, async (tx) => {
    const enrolment = await ownEnrolment(tx, actor.accountId, enrolmentId)
    if (enrolment === null) return problem('unknown_enrolment')
    if (!stands(enrolment.state)) return done(null)
    await tx
      .tables<TrainingTables>()
      .insertInto('training.enrolment_end')
      .values({ region_id: tx.regionId, enrolment_id: enrolmentId, why: 'left' })
      .onConflict((conflict) => conflict.columns(['region_id', 'enrolment_id']).doNothing())
      .execute()
    await leaveClassesOf(tx, enrolmentId)
    return done(null)
  })
}

/** The place that waited for an address is taken; a seat that somebody who is in the course was named to is free again. */
async function taken(tx: Tx, course: string, email: string): Promise<void> {
  await tx
    .tables<TrainingTables>()
    .deleteFrom('training.invited')
    .where('region_id', '=', tx.regionId)
    .where('course', '=', course)
    .where('email', '=', email.toLowerCase())
    .execute()
}

/** The name for certificates; the account's row is held, so that somebody's two taps come one after the other. */
export async function nameLearner(
  tx: Tx,
  accountId: AccountId,
  name: string | null,
): Promise<Outcome<null, TrainingCode>> {
  const tables = tx.tables<TrainingTables>()
  const given = name?.trim() ?? ''
  if (given !== '' && given.length <= 80 && !hasUnseen(given))
    await tables
      .insertInto('training.learner')
      .values({ region_id: tx.regionId, account_id: accountId, name: given })
      // Whoever was watched in a room was watched under their name: it changes no more by itself.
      .onConflict((conflict) =>
        conflict
          .columns(['region_id', 'account_id'])
          .doUpdateSet({ name: given })
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('training.sign_off as s')
                  .innerJoin('training.enrolment as e', (join) =>
                    join.onRef('e.region_id', '=', 's.region_id').onRef('e.id', '=', 's.enrolment_id'),
                  )
                  .select('s.id')
                  .where('s.region_id', '=', tx.regionId)
                  .where('e.account_id', '=', accountId),
              ),
            ),
          ),
      )
      .execute()
  const known = await tables
    .selectFrom('training.learner')
    .select('name')
    .where('region_id', '=', tx.regionId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  return known === undefined || given.length > 80 || hasUnseen(given)
    ? problem('name_missing', 'name')
    : done(null)
}

/** Seats of one agency are given one after the other. */
async function holdSeats(tx: Tx, agencyId: AgencyId, course: string): Promise<void> {
  await tx
    .tables<TrainingTables>()
    .selectFrom('training.agency_seats')
    .select('seats')
    .where('region_id', '=', tx.regionId)
    .where('agency_id', '=', agencyId)
    .where('course', '=', course)
    .forUpdate()
    .execute()
}

/** A name and an address as they are kept; the code is what is wrong with them, and where. */
export function readNamed(typed: {
  readonly name: string
  readonly email: string
}): Outcome<{ readonly name: string; readonly email: string }, TrainingCode> {
  const name = typed.name.trim()
  const email = emailFrom(typed.email)
  if (name === '' || name.length > 80 || hasUnseen(name)) return problem('name_missing', 'name')
  return email === null ? problem('email_malformed', 'email') : done({ name, email })
}

/** Typed in any case, with or without the dash. */
function wordFrom(typed: string): string {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return bare === '' ? '' : `${bare.slice(0, 4)}-${bare.slice(4)}`
}
