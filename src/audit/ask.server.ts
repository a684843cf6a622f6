import { CompiledQuery } from 'kysely'
import type { Tx } from '../platform/db.server.ts'

/** One statement of a transaction: a use-case's, or one that stands under another role, as the night's removal. */
export type Ask = <Row>(text: string, given: readonly unknown[]) => Promise<readonly Row[]>

export function asking(tx: Tx): Ask {
  return async <Row>(text: string, given: readonly unknown[]) =>
    (await tx.tables().executeQuery(CompiledQuery.raw(text, [...given]))).rows as Row[]
}
