import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { Outcome } from '../platform/problem.ts'
import type { Class } from './class.ts'
import { holdClass } from './classStore.server.ts'
import { may } from './may.ts'
import { problem, type TrainingCode } from './problems.ts'

/** Whoever teaches it, and whoever keeps all classes. */
export function keeps(actor: Actor, one: Pick<Class, 'instructor'>): boolean {
  if (may(actor, 'keep_classes')) return true
  return may(actor, 'teach') && actor.kind === 'account' && actor.accountId === one.instructor
}

/** What each named constraint says; a refused statement undoes its whole transaction. */
export const classRefusals = {
  class_place_some: problem('text_missing', 'place'),
  class_seats: problem('number_wrong', 'seats'),
  attendance_minutes: problem('number_wrong'),
} as const

/** One use-case on a class: in one transaction, its row held. A class of somebody else is none for whoever asks. */
export async function keepClass<Value>(
  db: Db,
  actor: Actor,
  id: string,
  work: (tx: Tx, one: Class) => Promise<Outcome<Value, TrainingCode>>,
): Promise<Outcome<Value, TrainingCode>> {
  return await refusedBy(classRefusals, () =>
    db.write(actor, async (tx) => {
      const one = await holdClass(tx, id)
      return one === null || !keeps(actor, one) ? problem('unknown_class') : await work(tx, one)
    }),
  )
}
