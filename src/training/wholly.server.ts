import type { Actor } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { Outcome, Problem } from '../platform/problem.ts'
import type { TrainingCode } from './problems.ts'

class Refused extends Error {
  readonly problem: Problem<TrainingCode>
  constructor(problem: Problem<TrainingCode>) {
    super(problem.code)
    this.problem = problem
  }
}

/** Writes like `db.write`, but of what is refused nothing stays: no name typed into a form that came back. */
export async function wholly<Value>(
  db: Db,
  actor: Actor,
  work: (tx: Tx) => Promise<Outcome<Value, TrainingCode>>,
): Promise<Outcome<Value, TrainingCode>> {
  try {
    return await db.write(actor, async (tx) => {
      const outcome = await work(tx)
      if (!outcome.ok) throw new Refused(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return error.problem
    throw error
  }
}
