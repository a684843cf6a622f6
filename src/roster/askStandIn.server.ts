import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { act } from './actOn.server.ts'
import type { Whose } from './dutyShift.ts'
import { endStandInsOf } from './endStandIns.server.ts'
import { askToStandIn } from './jobs.ts'
import { mayOffer } from './may.ts'
import { problem, type RosterCode } from './problems.ts'
import { loadStandIns } from './standInFacts.server.ts'
import { loadShift, loadStandInsAsked } from './standInStore.server.ts'
import type { RosterTables } from './tables.server.ts'

/** Asks everybody who may for a stand-in. The shift stays its holder's until somebody takes it. */
export async function askStandIn(
  db: Db,
  actor: Actor,
  kind: Whose['kind'],
  shiftId: string,
): Promise<Outcome<{ requestId: string; asked: number }, RosterCode>> {
  return await act(db, actor, 'keep_shifts', selfOf(actor), async (tx) => {
    const shift = await loadShift(tx, kind, shiftId)
    if (shift === null || !mayOffer(actor, shift.whose)) return problem('unknown_shift')
    if (Temporal.Instant.compare(shift.startsAt, tx.now) <= 0) return problem('stand_in_late')
    const earlier = await loadStandInsAsked(tx, { shiftId })
    if (earlier.some((one) => one.open)) return problem('stand_in_asked')
    const requestId = newId<string>()
    const { whose } = shift
    await tx
      .tables<RosterTables>()
      .insertInto('roster.stand_in_request')
      .values({
        region_id: tx.regionId,
        id: requestId,
        shift_id: shiftId,
        round: earlier.length + 1,
        member_id: whose.kind === 'member' ? whose.memberId : null,
        account_id: whose.kind === 'coordinator' ? whose.accountId : null,
        place: whose.kind === 'coordinator' ? whose.place : null,
        starts_at: shift.startsAt,
        ends_at: shift.endsAt,
        asked_by: accountOf(tx.actor),
      })
      .execute()
    const { may } = await loadStandIns(tx, shift)
    for (const { id } of may)
      await enqueue(tx, askToStandIn, { regionId: tx.regionId, requestId, personId: id })
    return done({ requestId, asked: may.length })
  })
}

/** Takes the question back, while nobody has taken the shift. */
export async function withdrawStandIn(
  db: Db,
  actor: Actor,
  requestId: string,
): Promise<Outcome<null, RosterCode>> {
  return await act(db, actor, 'keep_shifts', selfOf(actor), async (tx) => {
    const [request] = await loadStandInsAsked(tx, { id: requestId })
    if (request === undefined || !mayOffer(actor, request.whose)) return problem('unknown_shift')
    await endStandInsOf(tx, request.shiftId)
    const [ended] = await loadStandInsAsked(tx, { id: requestId })
    return ended!.end === 'withdrawn' ? done(null) : problem('stand_in_taken')
  })
}

function selfOf(actor: Actor) {
  return actor.kind === 'member' ? actor.memberId : null
}
