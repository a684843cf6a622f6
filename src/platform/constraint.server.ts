import pg from 'pg'

/**
 * Runs the work; when a named constraint refuses, answers with what the table says for that name.
 * The constraint is the rule and its name is the contract; anything unnamed here is a bug and is thrown on.
 */
export async function refusedBy<Result, Refusal>(
  table: Readonly<Record<string, Refusal>>,
  work: () => Promise<Result>,
): Promise<Result | Refusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint !== undefined) {
      const refusal = table[error.constraint]
      if (refusal !== undefined) return refusal
    }
    throw error
  }
}
