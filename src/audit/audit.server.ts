import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db.server.ts'
import type { Act } from './act.ts'
import { type Ask, asking } from './ask.server.ts'
import type { Detail, Subject, SubjectKind } from './entry.ts'

export type Audited = { readonly act: Act; readonly subject: Subject; readonly detail?: Detail }

/**
 * Leaves an entry for what the caller's transaction does: undone with it, and numbered while it commits. Who did it is the
 * transaction's actor.
 */
export async function audit(tx: Tx, audited: Audited): Promise<void> {
  const { actor } = tx
  await record(asking(tx), actor.kind, actor.kind === 'account' ? actor.roles : [], audited)
}

/** The same from a transaction that has its region set and no actor: the night's removal. */
export async function auditBySystem(ask: Ask, audited: Audited): Promise<void> {
  await record(ask, 'system', [], audited)
}

async function record(
  ask: Ask,
  kind: Actor['kind'],
  roles: readonly string[],
  { act, subject, detail = {} }: Audited,
): Promise<void> {
  const [subjectKind, id] = subject === 'region' ? ['region', null] : pair(subject)
  await ask('select audit.record($1, $2::text[], $3, $4, $5::uuid, $6::jsonb)', [
    kind,
    [...roles],
    act,
    subjectKind,
    id,
    JSON.stringify(detail),
  ])
}

function pair(subject: Exclude<Subject, string>): [SubjectKind, string] {
  const [[key, id]] = Object.entries(subject) as [[string, string]]
  return [key === 'followUp' ? 'follow_up' : (key as SubjectKind), id]
}
