import { expect } from 'vitest'
import { copyingMail, testSecrets } from '../../test/harness/callOutJobs.ts'
import { openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import type { PlanState } from '../activation/index.ts'
import { noPhones, phonesInMemory } from '../messaging/index.server.ts'
import { openPool } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { drain } from '../platform/worker.server.ts'
import { closeOut } from './actions.server.ts'
import type { CloseOut } from './closeOut.ts'
import { loadFollowUps } from './followUps.server.ts'
import { handlers } from './jobs.server.ts'

const start = Temporal.Instant.from('2060-04-05T14:00:00Z')
export const held: CloseOut = {
  held: 'as_planned',
  participants: '5_to_10',
  duration: '30_to_60',
  followUpOffered: 'yes',
}

/** Harbor's sessions, each closed on a day of its own, and what goes out about them. */
export async function openAfterSessions() {
  const at = await openHarborCallOut()
  const pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
  const mail = copyingMail()
  const phone = phonesInMemory()
  const addresses = new Map<AccountId, string>()
  let days = 0

  const closed = async (how: CloseOut = held): Promise<PlanState> => {
    const plan = await at.calledOut(start.add({ hours: 240 * days++ }))
    for (const kind of ['lead', 'peer']) {
      const now = await at.load(plan)
      await at.answer(now.offers.find((one) => one.kind === kind && one.answer === null)!, yes)
    }
    await at.base.setNow(plan.approval!.endsAt)
    expect(await closeOut(at.base.db, at.rae, plan.id, how)).toMatchObject({ ok: true })
    return await at.load(plan)
  }
  return {
    at,
    mail,
    phone,
    /** Of accounts, where mail for them goes. */
    addresses,
    closed,
    of: (plan: PlanState) => at.base.db.read(at.rae, (reader) => loadFollowUps(reader, { plan: plan.id })),
    leadOf: (plan: PlanState) => plan.seats.find((seat) => seat.kind === 'lead')!.taken!.memberId,
    peerOf: (plan: PlanState) => plan.seats.find((seat) => seat.kind === 'peer')!.taken!.memberId,
    /** What is due by then of these tasks is run. */
    async jobs(now: Temporal.Instant) {
      await at.base.setNow(now)
      await at.base.admin.query(
        `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
          where t.id = j.task_id and t.identifier not like 'intervention.%' and t.identifier <> 'messaging.undelivered'`,
      )
      const deps = {
        ...{ db: at.base.db, mail, ...noPhones, phones: [phone] },
        teamUrl: new URL('http://team.localhost'),
        secrets: testSecrets,
        emailOf: async (id: AccountId) => addresses.get(id) ?? null,
      }
      for (let more = true; more; ) {
        const due = await at.base.admin.query(
          `update graphile_worker._private_jobs set run_at = now() - interval '1 s'
            where run_at <= $1 and attempts = 0 returning id`,
          [now.toString()],
        )
        more = due.rowCount! > 0
        await drain(pool, handlers(deps))
      }
    },
    async stop() {
      await pool.end()
      await at.stop()
    },
  }
}

export type AfterSessions = Awaited<ReturnType<typeof openAfterSessions>>
