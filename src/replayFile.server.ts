import { join } from 'node:path'
import pg from 'pg'
import { leaveAtAdvice, startSolver } from './activation/index.server.ts'
import { handlers } from './activation/jobs.server.ts'
import type { SeatTaken } from './activation/simulation.ts'
import { loadDemoRegion, readDemoRegion } from './demonstration.server.ts'
import { importIncidents, incidentsNumbered, waitingForScreening } from './incident/index.server.ts'
import { importReport } from './incident/index.ts'
import { noPhones } from './messaging/index.server.ts'
import type { Actor } from './platform/actor.ts'
import { openDb, openPool } from './platform/db.server.ts'
import { type AccountId, newId } from './platform/ids.ts'
import { migrate } from './platform/migrate.server.ts'
import { secretsFrom } from './platform/secrets.server.ts'
import { drain } from './platform/worker.server.ts'
import { type ReplayedPlan, record, tell } from './replayRecord.server.ts'
import type { Source } from './replaySources.server.ts'
import { playIncident, type World } from './replayWorld.server.ts'

export type FileResult = {
  readonly incidents: number
  readonly qualifying: number
  readonly activations: readonly ReplayedPlan[]
  readonly seats: readonly SeatTaken[]
  readonly assumed: readonly string[]
  /** What the import refused, in its own words; null when every row came in. */
  readonly refused: string | null
}

type Place = {
  readonly root: string
  /** Address of the cluster's database for a role. */
  url(role: string, database: string): string
  say(line: string): unknown
  /** How one incident is played; a test plants its breach here. */
  readonly play?: typeof playIncident
}

/**
 * One file in a database of its own, under the test clock: imported whole as any dispatch export would be,
 * screened by the coordinator, then played incident by incident. Incidents with a broken row are left out and told.
 */
export async function replayFile(source: Source, place: Place): Promise<FileResult> {
  const opened = await openWorld(source, place)
  const { world } = opened
  const activations: ReplayedPlan[] = []
  const seats: SeatTaken[] = []
  try {
    for (const incident of source.played) {
      if (!world.incidents.has(incident.number)) continue
      opened.messaged.clear()
      for (const plan of await (place.play ?? playIncident)(world, incident)) {
        const done = record(world, source, incident, plan, opened.messaged)
        activations.push(done.entry)
        seats.push(...done.seats)
        place.say(tell(done.entry, plan))
      }
    }
  } finally {
    await opened.close()
  }
  return {
    incidents: source.read,
    qualifying: world.incidents.size,
    activations,
    seats,
    assumed: source.assumed,
    refused: opened.refused,
  }
}

async function openWorld(source: Source, { root, url }: Place) {
  const name = `replay_${Math.abs(hash(source.file + source.region))}`
  const maker = new pg.Client({ connectionString: url('postgres', 'postgres') })
  await maker.connect()
  await maker.query(`create database ${name}`)
  await maker.end()
  await migrate(url('postgres', name), join(root, 'migrations'), true)
  const admin = openPool({ url: url('postgres', name), role: null, max: 2 })
  await admin.query(`create table tailboard.clock (now timestamptz); insert into tailboard.clock values (null);
    grant select on tailboard.clock to public;
    create or replace function tailboard.now() returns timestamptz language sql stable as 'select now from tailboard.clock'`)
  const db = openDb(openPool({ url: url('tailboard_app', name), role: null, max: 5 }))
  const workers = openPool({ url: url('tailboard_worker', name), role: null, max: 3 })
  const solver = startSolver()
  const [before, afterAll] = ['2000-01-01T00:00Z', '2100-01-01T00:00Z'].map((at) =>
    Temporal.Instant.from(at),
  ) as [Temporal.Instant, Temporal.Instant]
  const messaged = new Set<string>()
  const jobs = handlers({
    db,
    solve: solver.solve,
    mail: {
      async send(mail: { to: string }) {
        messaged.add(mail.to)
        return 'taken' as const
      },
      close() {},
    },
    secrets: secretsFrom(Buffer.alloc(32, 7)),
    teamUrl: new URL('http://team.localhost'),
    emailOf: async () => null,
    ...noPhones,
  })
  const close = async () => {
    await solver.stop()
    await db.close()
    await workers.end()
    await admin.end()
  }
  const at = async (now: Temporal.Instant) => {
    await admin.query('update tailboard.clock set now = $1', [now.toString()])
  }
  try {
    await at(before)
    const demo = join(root, 'demo')
    const cast = readDemoRegion(demo, source.region)
    const loaded = await loadDemoRegion(db, demo, cast, Temporal.PlainDate.from('2026-11-01'), true)
    const coordinator: Actor = {
      kind: 'account',
      accountId: newId<AccountId>(),
      regionId: loaded.regionId,
      roles: ['duty_coordinator'],
    }
    // A file is brought in when all of it has happened; then the clock goes back to its beginning.
    await at(afterAll)
    const { incidents, refused } = await bringIn(source, db, coordinator)
    await at(source.played[0]?.occurredAt ?? before)
    const world: World = {
      db,
      admin,
      loaded,
      coordinator,
      incidents,
      deps: { db, solve: solver.solve },
      // Waking a plan is the replay's own doing, in virtual time; here only messages are delivered.
      settle: async () => {
        await admin.query(
          `delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'activation.advance')`,
        )
        const waiting = await admin.query('select 1 from graphile_worker._private_jobs limit 1')
        if (waiting.rowCount !== 0) await drain(workers, jobs)
      },
      at,
    }
    return { world, messaged, refused, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Through the import, then the coordinator's reading of what may qualify: advice only, or played. */
async function bringIn(source: Source, db: World['db'], coordinator: Actor) {
  const { regionId } = coordinator
  const importer: Actor = { kind: 'system', regionId }
  const report = await importIncidents(db, importer, regionId, source.csv, source.mapping, { dryRun: false })
  const played = new Set(source.played.map((incident) => incident.number))
  for (const waiting of await db.read(coordinator, waitingForScreening))
    if (!played.has(waiting.number ?? '')) await leaveAtAdvice(db, coordinator, waiting.id)
  return {
    incidents: await db.read(coordinator, (reader) => incidentsNumbered(reader, [...played])),
    refused: report.broken.length === 0 ? null : `${source.file}, ${source.region}:\n${importReport(report)}`,
  }
}

function hash(text: string): number {
  return [...text].reduce(
    (state, character) => Math.imul(state ^ character.codePointAt(0)!, 0x01000193),
    0x811c9dc5,
  )
}
