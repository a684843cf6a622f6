import { audit } from '../audit/index.server.ts'
import { inviteLearner } from '../identity/index.server.ts'
import { emailFrom } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db.server.ts'
import type { AgencyId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { wholly } from '../platform/wholly.server.ts'
import { atAgency, loadMailDomains } from '../region/index.server.ts'
import { standsAt } from '../region/index.ts'
import type { Course } from './course.ts'
import type { Deps } from './enrol.server.ts'
import { entryOf, openCode, seatsOf } from './entry.server.ts'
import { wordFrom } from './entry.ts'
import { nameFrom } from './learnerName.ts'
import { may } from './may.ts'
import { nameTo } from './nameTo.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

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
    const code = word === '' ? null : await openCode(tx, course.id, word, { email })
    if (word !== '' && code === null) return problem('code_unknown', 'code')
    if (code === null && (await entryOf(tx, course.id)) === 'closed') return problem('course_closed')
    const how = code === null ? 'alone' : 'code'
    const { mailDue } = await nameTo(tx, {
      ...{ course: course.id, email, name, how },
      agencyId: code?.agencyId ?? null,
      codeId: code?.id ?? null,
    })
    if (mailDue) await inviteLearner(tx, secrets, email)
    return done(null)
  })
}

/** An agency's contact names somebody to one of its seats; once the link of the mail is over, once more for another. */
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
  return await wholly(db, actor, async (tx) => {
    if (await atAgency(tx, email)) return problem('email_of_agency', 'email')
    await holdSeats(tx, agencyId, course.id)
    const seats = (await seatsOf(tx, course.id)).find((one) => one.agencyId === agencyId)
    const named = { course: course.id, email, name, how: 'seat', agencyId, codeId: null } as const
    const { added, again, mailDue } = await nameTo(tx, named)
    if (!added && !again) return problem('enrolled_already', 'email')
    if (added && (seats === undefined || seats.taken >= seats.seats)) return problem('seats_taken')
    if (mailDue) await inviteLearner(tx, secrets, email)
    if (added) await audit(tx, { act: 'seat_filled', subject: { agency: agencyId } })
    return done(null)
  })
}

/** Names everybody of a list that was read without fault, or nobody; who has a place there already keeps it. Answers how many it names. */
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
    // In one order, whatever the list's: of two lists with the same people the second waits, and neither waits for the other.
    const inOrder = [...people].sort((one, other) => (one.email < other.email ? -1 : 1))
    for (const { name, email } of inOrder) {
      const row = { course: course.id, email, name, how: 'list', agencyId: null, codeId: null } as const
      const { added, mailDue } = await nameTo(tx, row)
      if (mailDue) await inviteLearner(tx, secrets, email)
      if (added) named += 1
    }
    if (named > 0) await audit(tx, { act: 'learners_listed', subject: 'region', detail: { rows: named } })
    return done({ named })
  })
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
function readNamed(typed: {
  readonly name: string
  readonly email: string
}): Outcome<{ readonly name: string; readonly email: string }, TrainingCode> {
  const name = nameFrom(typed.name)
  const email = emailFrom(typed.email)
  if (name === null) return problem('name_missing', 'name')
  return email === null ? problem('email_malformed', 'email') : done({ name, email })
}
