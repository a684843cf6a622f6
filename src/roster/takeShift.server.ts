import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { type AccountId, type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import type { StandIn, Whose } from './dutyShift.ts'
import { tellShiftTaken } from './jobs.ts'
import { mayStandIn } from './may.ts'
import { problem, type RosterCode } from './problems.ts'
import { tellWhenItBegins } from './shiftBegins.server.ts'
import { loadStandIns, memberMayTake } from './standInFacts.server.ts'
import { loadStandInsAsked } from './standInStore.server.ts'
import type { RosterTables } from './tables.server.ts'

/**
 * Takes over a shift that is offered: the holder's row ends, the taker's begins, in one transaction. The first yes
 * wins, for only one can end the row; whoever comes second is told.
 */
export async function takeShift(db: Db, actor: Actor, requestId: string): Promise<Outcome<null, RosterCode>> {
  const refusals = {
    // Of two takers the second finds the row gone; a request that ends here meanwhile was withdrawn.
    stand_in_end_once: problem('stand_in_withdrawn'),
    on_call_once: problem('stand_in_unfit'),
    coordinator_once: problem('stand_in_unfit'),
  }
  return await refusedBy(refusals, () =>
    db.write(actor, async (tx) => {
      const [request] = await loadStandInsAsked(tx, { id: requestId })
      const taker = takerOf(actor)
      if (request === undefined || taker === null || !mayStandIn(actor, request.whose))
        return problem('unknown_shift')
      const closed = closedTo(request, taker, tx.now)
      if (closed !== null) return closed
      if (!(await fits(tx, request, taker))) return problem('stand_in_unfit')
      if (!(await endRow(tx, request))) {
        const [after] = await loadStandInsAsked(tx, { id: requestId })
        return closedTo(after!, taker, tx.now) ?? problem('stand_in_withdrawn')
      }
      await begin(tx, request, taker)
      await enqueue(tx, tellShiftTaken, { regionId: tx.regionId, requestId })
      await audit(tx, { act: 'shift_taken_over', subject: { shift: request.shiftId } })
      return done(null)
    }),
  )
}

type Taker = MemberId | AccountId

function takerOf(actor: Actor): Taker | null {
  if (actor.kind === 'member') return actor.memberId
  return accountOf(actor)
}

/** What is told of a request that is over; null while it is open. Whoever took it may press twice. */
function closedTo(request: StandIn, taker: Taker, now: Temporal.Instant): Outcome<null, RosterCode> | null {
  if (request.end === 'withdrawn') return problem('stand_in_withdrawn')
  if (request.end !== null) return request.end.takenBy === taker ? done(null) : problem('stand_in_taken')
  if (Temporal.Instant.compare(request.startsAt, now) <= 0) return problem('stand_in_late')
  return request.open ? null : problem('stand_in_withdrawn')
}

async function fits(tx: Tx, request: StandIn, taker: Taker): Promise<boolean> {
  if (request.whose.kind === 'member') return await memberMayTake(tx, request, taker as MemberId)
  return (await loadStandIns(tx, request)).may.some((one) => one.id === taker)
}

const tableOf = { member: 'roster.on_call_shift', coordinator: 'roster.coordinator_shift' } as const

async function endRow(tx: Tx, request: StandIn): Promise<boolean> {
  const ended = await tx
    .tables<RosterTables>()
    .deleteFrom(tableOf[request.whose.kind])
    .where('region_id', '=', tx.regionId)
    .where('id', '=', request.shiftId)
    .executeTakeFirst()
  return ended.numDeletedRows > 0n
}

async function begin(tx: Tx, request: StandIn, taker: Taker): Promise<void> {
  const tables = tx.tables<RosterTables>()
  const { whose } = request
  const by = (kind: Whose['kind']) => (whose.kind === kind ? taker : null)
  await tables
    .insertInto('roster.stand_in_end')
    .values({
      region_id: tx.regionId,
      request_id: request.id,
      how: 'taken',
      member_id: by('member') as MemberId | null,
      account_id: by('coordinator') as AccountId | null,
      recorded_by: accountOf(tx.actor),
    })
    .execute()
  const row = {
    region_id: tx.regionId,
    id: newId<string>(),
    starts_at: request.startsAt,
    ends_at: request.endsAt,
    recorded_by: accountOf(tx.actor),
  }
  if (whose.kind === 'member')
    await tables
      .insertInto('roster.on_call_shift')
      .values({ ...row, member_id: taker as MemberId })
      .execute()
  else {
    await tables
      .insertInto('roster.coordinator_shift')
      .values({ ...row, account_id: taker as AccountId, place: whose.place })
      .execute()
    await tellWhenItBegins(tx, row.id, row.starts_at)
  }
}
