import type { Actor } from './actor.ts'
import type { Db, Tx } from './db.server.ts'
import type { Outcome, Problem } from './problem.ts'

class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Writes like `db.write`, but of what is refused nothing stays: no name typed into a form that came back, no half of two steps. */
export async function wholly<Value, Code extends string>(
  db: Db,
  actor: Actor,
  work: (tx: Tx) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code>> {
  try {
    return await db.write(actor, async (tx) => {
      const outcome = await work(tx)
      if (!outcome.ok) throw new Refused(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return error.problem as Problem<Code>
    throw error
  }
}
