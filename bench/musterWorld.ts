import { join } from 'node:path'
import pg from 'pg'
import {
  approvePlan,
  loadPlans,
  recordContact,
  requestTeam,
  standDownPlan,
  startSolver,
} from '../src/activation/index.server.ts'
import type { PlanState } from '../src/activation/index.ts'
import { handlers } from '../src/activation/jobs.server.ts'
import { type LoadedRegion, loadDemoRegion, readDemoRegion } from '../src/demonstration.server.ts'
import { noPhones, smtpTransport } from '../src/messaging/index.server.ts'
import type { Actor } from '../src/platform/actor.ts'
import { openDb, openPool } from '../src/platform/db.server.ts'
import { type AccountId, newId } from '../src/platform/ids.ts'
import { openLog } from '../src/platform/log.server.ts'
import { migrate } from '../src/platform/migrate.server.ts'
import type { Cluster } from '../src/platform/postgres.server.ts'
import { secretsFrom } from '../src/platform/secrets.server.ts'
import { startWorker } from '../src/platform/worker.server.ts'

/** Jobs the worker has in hand at once, and messages the floor sends at once. */
export const sendsAtOnce = 8
export const sender = 'Tailboard <noreply@peers.example>'

/** How many the first wave of one call-out asks here. */
export const waveOf = 8

/**
 * Regions with Harbor's roster, the real worker and the real mail transport, so that each first wave is eight offers.
 * The worker sends nothing before `start`.
 */
export async function openMusterWorld(cluster: Cluster, smtp: string, regions = 1) {
  const root = process.env.TAILBOARD_ROOT ?? process.cwd()
  const maker = new pg.Client({ connectionString: cluster.url('postgres', 'postgres') })
  await maker.connect()
  await maker.query('create database muster')
  await maker.end()
  await migrate(cluster.url('postgres', 'muster'), join(root, 'migrations'), true)
  const db = openDb(openPool({ url: cluster.url('tailboard_app', 'muster'), role: null, max: 20 }))
  const workers = openPool({ url: cluster.url('tailboard_worker', 'muster'), role: null, max: 10 })
  const solver = startSolver()
  const mail = smtpTransport(smtp, sender)
  const demo = join(root, 'demo')
  const { region, cast } = readDemoRegion(demo, 'harbor')
  // Two seats, each yes at 0.3, filled with a chance of 0.7: eight people.
  const wave = {
    ...{ expectedYes: 0.3, expectedOnCall: 0.3, expectedAtNight: 0.3, expectedFar: 0.3 },
    ...{ farMinutes: 60, sureness: 0.7, minutes: 15 },
  }
  const policy = { ...region.policy, wave }
  const day = Temporal.PlainDate.from('2026-11-01')
  const loaded: LoadedRegion[] = []
  for (let index = 0; index < regions; index++) {
    const asking = { ...region, slug: `${region.slug}-${index}`, policy }
    loaded.push(await loadDemoRegion(db, demo, { region: asking, cast }, day, true))
  }
  const coordinators = loaded.map(
    ({ regionId }): Extract<Actor, { kind: 'account' }> => ({
      kind: 'account',
      accountId: newId<AccountId>(),
      regionId,
      roles: ['duty_coordinator'],
    }),
  )
  let worker: Awaited<ReturnType<typeof startWorker>> | null = null
  const start = async () => {
    worker = await startWorker(
      workers,
      handlers({
        db,
        solve: solver.solve,
        mail,
        secrets: secretsFrom(Buffer.alloc(32, 7)),
        teamUrl: new URL('http://team.localhost'),
        emailOf: async () => null,
        ...noPhones,
      }),
      openLog('silent'),
      sendsAtOnce,
    )
  }
  const stop = async () => {
    await worker?.stop()
    worker = null
  }
  /** Nothing is left to send, and every worker has gone back to wait for the next job. */
  const idle = async () => {
    for (;;) {
      const left = await workers.query(
        'select count(*)::int as jobs from graphile_worker.jobs where run_at <= now()',
      )
      await new Promise((resolve) => setTimeout(resolve, 20))
      if (left.rows[0].jobs === 0) return
    }
  }

  return {
    db,
    solve: solver.solve,
    /** The first region, and who coordinates there. */
    here: { regionId: loaded[0]!.regionId, slug: `${region.slug}-0`, coordinator: coordinators[0]! },
    idle,
    start,
    stop,
    /** A defusing for a crew of six in one of the regions, ready to be approved. */
    async proposed(index = 0): Promise<PlanState> {
      const { regionId, agencies } = loaded[index]!
      const coordinator = coordinators[index]!
      const now = Temporal.Now.instant()
      const asked = await requestTeam(db, regionId, {
        kind: 'child_death_or_injury',
        occurredAt: now.subtract({ hours: 1 }),
        overAt: now.subtract({ minutes: 30 }),
        town: 'Larkfield',
        agencyId: agencies.get('Larkfield Fire')!,
        groups: [{ role: 'firefighters', count: 6 }],
        requesterName: 'Pat L.',
        callbackPhone: '617-555-0199',
      })
      if (!asked.ok) throw new Error(asked.code)
      const { activationId } = asked.value
      await recordContact(db, coordinator, activationId, {
        role: 'shift commander',
        spokenAt: now,
        overAt: null,
      })
      if (worker !== null) await idle()
      return (await db.read(coordinator, (reader) => loadPlans(reader, { activationId })))[0]!
    },
    async approve(plan: PlanState, index = 0): Promise<void> {
      const coordinator = coordinators[index]!
      const startsAt = Temporal.Now.instant().add({ hours: 2 })
      const approved = await approvePlan({ db, solve: solver.solve }, coordinator, plan.id, {
        startsAt,
        place: 'Community room',
        signOffRole: null,
      })
      if (!approved.ok) throw new Error(approved.code)
      if (approved.value.offers !== waveOf)
        throw new Error(`the first wave should be ${waveOf} offers and is ${approved.value.offers}`)
    },
    /** Thanks everybody, and waits until nothing is left to send. */
    async standDown(plan: PlanState): Promise<void> {
      await idle()
      const ended = await standDownPlan(db, coordinators[0]!, plan.id)
      if (!ended.ok) throw new Error(ended.code)
      await idle()
    },
    async close(): Promise<void> {
      await stop()
      mail.close()
      await solver.stop()
      await db.close()
      await workers.end()
    },
  }
}
