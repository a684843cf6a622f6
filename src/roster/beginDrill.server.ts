import { audit } from '../audit/index.server.ts'
import { accountsWith, memberAccounts } from '../identity/index.server.ts'
import { loadReach } from '../messaging/index.server.ts'
import { type Channel, channelsOf, mailOnly } from '../messaging/index.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { type AccountId, type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import type { Policy } from '../region/index.ts'
import { act } from './actOn.server.ts'
import { isDrilled } from './drill.ts'
import { sendDrill } from './jobs.ts'
import type { RosterCode } from './problems.ts'
import { loadStandings } from './standings.server.ts'
import type { RosterTables } from './tables.server.ts'

type Whom =
  | { readonly member_id: MemberId; readonly account_id: null }
  | { readonly member_id: null; readonly account_id: AccountId }

/** A coordinator begins a drill, whatever the schedule says; never a second one beside one that runs. */
export async function beginDrill(
  db: Db,
  actor: Actor,
): Promise<Outcome<{ readonly drillId: string }, RosterCode>> {
  return await act(db, actor, 'begin_drill', null, async (tx) => done({ drillId: await begin(tx) }))
}

/** Asks everybody each way they chose; `drill_one_at_a_time` refuses while one runs. */
export async function begin(tx: Tx): Promise<string> {
  const { policy } = await loadPolicy(tx)
  const id = newId<string>()
  await tx
    .tables<RosterTables>()
    .insertInto('roster.drill')
    .values({
      region_id: tx.regionId,
      id,
      began_by: accountOf(tx.actor),
      due_at: tx.now.add({ hours: policy.drill.answerHours }),
    })
    .execute()
  const whom = await whomToAsk(tx)
  const reach = await loadReach(tx)
  const lines = whom.flatMap((one) =>
    channelsOf(reach.get(one.member_id ?? one.account_id) ?? mailOnly).map((channel) => ({
      region_id: tx.regionId,
      id: newId<string>(),
      drill_id: id,
      ...one,
      channel,
    })),
  )
  // A statement takes 65,535 values at most.
  for (let from = 0; from < lines.length; from += 5000)
    await tx
      .tables<RosterTables>()
      .insertInto('roster.drill_line')
      .values(lines.slice(from, from + 5000))
      .execute()
  await order(tx, lines, policy)
  await audit(tx, { act: 'drill_begun', subject: { drill: id } })
  return id
}

/** Whoever can be called out, and whoever is rung when a request comes in; somebody who is both is asked once. */
async function whomToAsk(reader: Reader): Promise<Whom[]> {
  const { timeZone } = await loadRegion(reader)
  const today = reader.now.toZonedDateTimeISO(timeZone).toPlainDate()
  const members = [...(await loadStandings(reader, timeZone, today))]
    .filter(([, standing]) => isDrilled(standing, today))
    .map(([id]) => id)
  const asked = new Set(members)
  const memberOf = await memberAccounts(reader)
  const accounts = (await accountsWith(reader, 'duty_coordinator')).filter((account) => {
    const member = memberOf.get(account)
    return member === undefined || !asked.has(member)
  })
  return [
    ...members.map((member_id) => ({ member_id, account_id: null })),
    ...accounts.map((account_id) => ({ member_id: null, account_id })),
  ]
}

/**
 * Mail goes at once. Texts and calls take a quarter of what the region may send in a minute (assumed), so that a
 * call-out in the middle of a drill never waits for it.
 */
async function order(
  tx: Tx,
  lines: readonly { readonly id: string; readonly channel: Channel }[],
  policy: Policy,
): Promise<void> {
  const perMinute = Math.max(1, Math.floor(policy.callOut.messagesPerMinute / 4))
  const throughPhones = lines.filter((line) => line.channel !== 'mail')
  const minuteOf = new Map(throughPhones.map((line, index) => [line.id, Math.floor(index / perMinute)]))
  for (const { id } of lines)
    await enqueue(
      tx,
      sendDrill,
      { regionId: tx.regionId, lineId: id },
      { key: `drill-line:${id}`, at: tx.now.add({ minutes: minuteOf.get(id) ?? 0 }) },
    )
}
