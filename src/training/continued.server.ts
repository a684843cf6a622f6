import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { wholly } from '../platform/wholly.server.ts'
import { loadRegion, todayIn } from '../region/index.server.ts'
import { loadFiles } from '../roster/index.server.ts'
import { certificatesOf } from './certificate.server.ts'
import { byTheClock } from './class.ts'
import type { ContinuedGiven, Entry, EntryVerdict } from './continued.ts'
import type { Library } from './course.ts'
import { type Counted, ledgerStart } from './ledger.ts'
import { may } from './may.ts'
import { nameLearner } from './nameLearner.server.ts'
import { ownAffair } from './ownAffair.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import { reviewedFor } from './reviewed.server.ts'
import { settleRenewals } from './settleSoon.server.ts'
import type { TrainingTables } from './tables.server.ts'

const mostWaiting = 50

/** The first day that counts, by the first certificate that was not revoked or the first day on the team; it may lie ahead. */
async function startOf(
  reader: Reader,
  accountId: AccountId,
  memberId: MemberId | null,
): Promise<Temporal.PlainDate | null> {
  const { timeZone } = await loadRegion(reader)
  const certificates = (await certificatesOf(reader, accountId)).filter((one) => one.revocation === null)
  const file = memberId === null ? undefined : (await loadFiles(reader, timeZone, memberId)).get(memberId)
  return ledgerStart([
    ...certificates.map((one) => one.issuedOn),
    ...(file?.selections ?? []).map((one) => one.selectedOn),
  ])
}

/** Somebody enters what they did. It counts once a coordinator has looked at it. */
export async function enterContinued(
  db: Db,
  actor: Extract<Actor, { kind: 'account' }>,
  memberId: MemberId | null,
  given: ContinuedGiven,
): Promise<Outcome<null, TrainingCode>> {
  const { accountId } = actor
  return await wholly(db, actor, async (tx) => {
    const start = await startOf(tx, accountId, memberId)
    if (start === null) return problem('not_begun')
    const named = await nameLearner(tx, accountId, given.name)
    if (!named.ok) return named
    if (Temporal.PlainDate.compare(given.doneOn, await todayIn(tx)) > 0) return problem('in_future', 'doneOn')
    if (Temporal.PlainDate.compare(given.doneOn, start) < 0) return problem('before_start', 'doneOn')
    const own = await loadEntries(tx, { accountId })
    if (own.some((one) => one.id === given.id)) return done(null)
    if (own.filter((one) => one.verdict === null).length >= mostWaiting) return problem('too_many')
    await tx
      .tables<TrainingTables>()
      .insertInto('training.continued')
      .values({
        region_id: tx.regionId,
        id: given.id,
        account_id: accountId,
        kind: given.kind,
        what: given.what,
        minutes: given.minutes,
        done_on: given.doneOn,
        evidence_kept: given.evidenceKept,
      })
      .onConflict((conflict) => conflict.columns(['region_id', 'id']).doNothing())
      .execute()
    return done(null)
  })
}

/** A coordinator looked at an entry; nobody looks at their own. What was decided stays. */
export async function checkContinued(
  db: Db,
  actor: Actor,
  id: string,
  verdict: EntryVerdict,
): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'keep_training')) return problem('not_allowed')
  return await db.write(actor, async (tx) => {
    const [entry] = await loadEntries(tx, { id })
    if (entry === undefined) return problem('unknown_paper')
    if (await ownAffair(tx, entry.accountId)) return problem('own_paper')
    const checked = await tx
      .tables<TrainingTables>()
      .updateTable('training.continued')
      .set({ verdict, checked_at: tx.now, checked_by: accountOf(tx.actor) })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .where('verdict', 'is', null)
      .executeTakeFirst()
    if (checked.numUpdatedRows === 0n) {
      const [now] = await loadEntries(tx, { id })
      return now?.verdict === verdict ? done(null) : problem('checked_already')
    }
    await audit(tx, {
      act: 'continued_checked',
      subject: { account: entry.accountId },
      detail: { entry: id, verdict, minutes: entry.minutes },
    })
    if (verdict === 'seen') await settleRenewals(tx, entry.accountId)
    return done(null)
  })
}

type Of = { readonly id?: string; readonly accountId?: AccountId; readonly waiting?: boolean }

/** What people entered, by the day on which it was. */
export async function loadEntries(reader: Reader, of: Of): Promise<Entry[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.continued as c')
    .innerJoin('training.learner as l', (join) =>
      join.onRef('l.region_id', '=', 'c.region_id').onRef('l.account_id', '=', 'c.account_id'),
    )
    .selectAll('c')
    .select('l.name')
    .where('c.region_id', '=', reader.regionId)
    .$if(of.id !== undefined, (query) => query.where('c.id', '=', of.id!))
    .$if(of.accountId !== undefined, (query) => query.where('c.account_id', '=', of.accountId!))
    .$if(of.waiting === true, (query) => query.where('c.verdict', 'is', null))
    .orderBy('c.done_on')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    kind: row.kind,
    what: row.what,
    minutes: row.minutes,
    doneOn: row.done_on,
    evidenceKept: row.evidence_kept,
    verdict: row.verdict,
  }))
}

/** Somebody's continued training: what was entered, classes that count by themselves, and what of both counts. */
export async function loadLedger(
  reader: Reader,
  library: Pick<Library, 'courses'>,
  accountId: AccountId,
  memberId: MemberId | null,
): Promise<Ledger> {
  const start = await startOf(reader, accountId, memberId)
  const entries = await loadEntries(reader, { accountId })
  if (start === null) return { start, entries, classes: [], counted: [] }
  const classes = await attendedFrom(reader, accountId, start, library)
  const seen = entries.filter(
    ({ verdict, doneOn }) => verdict === 'seen' && Temporal.PlainDate.compare(start, doneOn) <= 0,
  )
  return {
    ...{ start, entries, classes },
    counted: [...classes.map((one) => ({ ...one, kind: 'training' as const })), ...seen],
  }
}

type Ledger = {
  readonly start: Temporal.PlainDate | null
  readonly entries: readonly Entry[]
  readonly classes: readonly Attended[]
  readonly counted: readonly Counted[]
}

export type Attended = {
  readonly course: string
  readonly minutes: number
  readonly doneOn: Temporal.PlainDate
}

/**
 * Minutes in classes from a day on, in any course, and no more than the clock has. A course about crisis counts once a clinician has
 * reviewed it for this region.
 */
export async function attendedFrom(
  reader: Reader,
  accountId: AccountId,
  day: Temporal.PlainDate,
  { courses }: Pick<Library, 'courses'>,
): Promise<Attended[]> {
  const { timeZone } = await loadRegion(reader)
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.attendance as a')
    .innerJoin('training.enrolment as e', (join) =>
      join.onRef('e.region_id', '=', 'a.region_id').onRef('e.id', '=', 'a.enrolment_id'),
    )
    .innerJoin('training.class_meeting as m', (join) =>
      join.onRef('m.region_id', '=', 'a.region_id').onRef('m.id', '=', 'a.meeting_id'),
    )
    .select(['e.id', 'e.course', 'a.minutes', 'm.starts_at', 'm.ends_at'])
    .where('a.region_id', '=', reader.regionId)
    .where('e.account_id', '=', accountId)
    .where('a.minutes', '>', 0)
    .execute()
  const barred = new Set<string>()
  for (const { id, course } of rows) {
    const crisis = courses.find((one) => one.id === course && one.crisis)
    if (crisis !== undefined && !(await reviewedFor(reader, crisis, id))) barred.add(id)
  }
  const counted = rows
    .filter(({ id }) => !barred.has(id))
    .map(({ course, minutes, starts_at: startsAt, ends_at: endsAt }) => ({
      ...{ course, minutes, startsAt, endsAt },
      doneOn: startsAt.toZonedDateTimeISO(timeZone).toPlainDate(),
    }))
  return byTheClock(counted)
    .filter(({ minutes, doneOn }) => minutes > 0 && Temporal.PlainDate.compare(day, doneOn) <= 0)
    .map(({ course, minutes, doneOn }) => ({ course, minutes, doneOn }))
}
