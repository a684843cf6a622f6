import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { done, type Outcome, problemsOf } from '../platform/problem.ts'
import { may } from './may.ts'
import type { Sheet } from './sheet.ts'
import { loadSheetKnown } from './sheetKnown.server.ts'
import { countsOf, type SheetCounts } from './sheetPlan.ts'
import { problemsShown, type SheetProblem } from './sheetProblem.ts'
import { readSheet, type SheetRead } from './sheetRead.ts'
import { saveSheet } from './sheetSave.server.ts'

const kinds = { not_allowed: 'forbidden', changed_meanwhile: 'conflict' } as const
type ImportCode = keyof typeof kinds
const problem = problemsOf<ImportCode>(kinds)

export type SheetReport = {
  readonly sheet: Sheet
  readonly counts: SheetCounts
  /** The first of them, by row. */
  readonly problems: readonly SheetProblem[]
  readonly moreProblems: number
  readonly ignored: readonly string[]
  /** Stands for the file and for what it comes to in this region, row by row. */
  readonly shown: string
}

/** What a file would come to. Writes nothing. */
export async function checkSheet(
  db: Db,
  actor: Actor,
  sheet: Sheet,
  text: string,
): Promise<Outcome<SheetReport, ImportCode>> {
  if (!mayImport(actor)) return problem('not_allowed')
  return await db.read(actor, async (reader) => done(reportOf(await readIn(reader, sheet, text), text)))
}

/**
 * Saves a file whole, or nothing of it when anything is wrong with it: the report has the problems then. With `shown`
 * (of `checkSheet`) it saves only what was shown; when the roster came to differ meanwhile, nothing. Two imports into
 * one region follow each other.
 */
export async function importSheet(
  db: Db,
  actor: Actor,
  sheet: Sheet,
  text: string,
  shown: string | null,
): Promise<Outcome<SheetReport, ImportCode>> {
  if (!mayImport(actor)) return problem('not_allowed')
  return await refusedBy(meanwhile, () =>
    db.write(actor, async (tx) => {
      await oneAtATime(tx)
      const read = await readIn(tx, sheet, text)
      const report = reportOf(read, text)
      if (shown !== null && shown !== report.shown) return problem('changed_meanwhile')
      if (read.problems.length > 0) return done(report)
      await saveSheet(tx, read.plan)
      await audit(tx, {
        act: 'sheet_imported',
        subject: 'region',
        detail: { sheet, rows: read.plan.rows.length },
      })
      return done(report)
    }),
  )
}

/** Somebody who works by hand doesn't wait for imports: what they wrote first meets these names. */
const meanwhile = {
  agency_name_unique: problem('changed_meanwhile'),
  member_email_unique: problem('changed_meanwhile'),
  credential_once: problem('changed_meanwhile'),
  on_call_once: problem('changed_meanwhile'),
}

function mayImport(actor: Actor): boolean {
  return actor.kind === 'system' || may(actor, 'import_sheet', null)
}

/** Held to the end of the transaction; what is read after it is what the import before wrote. */
async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster.import ${tx.regionId}`}, 0))`.execute(
    tx.tables(),
  )
}

async function readIn(reader: Reader, sheet: Sheet, text: string): Promise<SheetRead> {
  return readSheet(text, sheet, await loadSheetKnown(reader))
}

function reportOf({ plan, problems, ignored }: SheetRead, text: string): SheetReport {
  const rows = plan.rows.map((one) => [one.row, one.what])
  return {
    sheet: plan.sheet,
    counts: countsOf(plan.rows),
    problems: problems.slice(0, problemsShown),
    moreProblems: Math.max(0, problems.length - problemsShown),
    ignored,
    shown: createHash('sha256')
      .update(JSON.stringify([plan.sheet, text, rows, problems.length]))
      .digest('base64url'),
  }
}
