import { sql } from 'kysely'
import type { Tx } from '../platform/db.server.ts'
import type { Act } from './act.ts'
import type { Detail, Subject, SubjectKind } from './entry.ts'

export type Audited = { readonly act: Act; readonly subject: Subject; readonly detail?: Detail }

/**
 * Leaves an entry for what the caller's transaction does: undone with it, and numbered while it commits. Who did it is the
 * transaction's actor.
 */
export async function audit(tx: Tx, { act, subject, detail = {} }: Audited): Promise<void> {
  const { actor } = tx
  const [kind, id] = subject === 'region' ? ['region', null] : pair(subject)
  await sql`select audit.record(${actor.kind}, ${actor.kind === 'account' ? [...actor.roles] : []}, ${act},
    ${kind}, ${id}, ${JSON.stringify(detail)}::jsonb)`.execute(tx.tables())
}

function pair(subject: Exclude<Subject, string>): [SubjectKind, string] {
  const [[key, id]] = Object.entries(subject) as [[string, string]]
  return [key === 'followUp' ? 'follow_up' : (key as SubjectKind), id]
}
