import type { Reader, Tx } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { todayIn } from '../region/index.server.ts'
import type { Enrolment, EnrolmentState } from './enrolment.ts'
import type { TrainingTables } from './tables.server.ts'

type Of = { readonly id?: string; readonly accountId?: AccountId; readonly course?: string }

/** Enrolments, newest first: one, those of an account, or those of a course. */
export async function loadEnrolments(reader: Reader, of: Of): Promise<Enrolment[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.enrolment as e')
    .innerJoin('training.learner as l', (join) =>
      join.onRef('l.region_id', '=', 'e.region_id').onRef('l.account_id', '=', 'e.account_id'),
    )
    .leftJoin('training.decision as d', (join) =>
      join.onRef('d.region_id', '=', 'e.region_id').onRef('d.enrolment_id', '=', 'e.id'),
    )
    .leftJoin('training.enrolment_end as x', (join) =>
      join.onRef('x.region_id', '=', 'e.region_id').onRef('x.enrolment_id', '=', 'e.id'),
    )
    .select(['e.id', 'e.account_id', 'e.course', 'e.how', 'e.agency_id', 'e.code_id', 'e.needs_approval'])
    .select(['e.enrolled_at', 'e.finish_by', 'l.name', 'd.verdict', 'x.why'])
    .where('e.region_id', '=', reader.regionId)
    .$if(of.id !== undefined, (query) => query.where('e.id', '=', of.id!))
    .$if(of.accountId !== undefined, (query) => query.where('e.account_id', '=', of.accountId!))
    .$if(of.course !== undefined, (query) => query.where('e.course', '=', of.course!))
    .orderBy('e.id', 'desc')
    .execute()
  const today = await todayIn(reader)
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    course: row.course,
    how: row.how,
    agencyId: row.agency_id,
    codeId: row.code_id,
    state: stateOf(row, today),
    enrolledAt: row.enrolled_at,
    finishBy: row.finish_by,
  }))
}

type Row = {
  readonly why: 'left' | 'finished' | null
  readonly verdict: 'approved' | 'declined' | null
  readonly needs_approval: boolean
  readonly finish_by: Temporal.PlainDate
}
function stateOf(row: Row, today: Temporal.PlainDate): EnrolmentState {
  if (row.why !== null) return row.why
  if (row.verdict === 'declined') return 'declined'
  if (Temporal.PlainDate.compare(row.finish_by, today) < 0) return 'expired'
  return row.needs_approval && row.verdict === null ? 'asked' : 'open'
}

/** Whoever decides about an enrolment and whoever lets somebody in come one after the other. */
export async function holdEnrolment(tx: Tx, id: string): Promise<void> {
  await tx
    .tables<TrainingTables>()
    .selectFrom('training.enrolment')
    .select('id')
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** One's own enrolment; null for anybody else's: what you may not see is not found. */
export async function ownEnrolment(
  reader: Reader,
  accountId: AccountId,
  id: string,
): Promise<Enrolment | null> {
  return (await loadEnrolments(reader, { id, accountId }))[0] ?? null
}
