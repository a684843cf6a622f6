import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startSolver } from './activation/index.server.ts'
import { handlers } from './activation/jobs.server.ts'
import { answerModel, type SeatTaken, violationsOf } from './activation/simulation.ts'
import { loadDemoRegion, readDemoRegion } from './demonstration.server.ts'
import type { Actor } from './platform/actor.ts'
import { openDb, openPool } from './platform/db.server.ts'
import { type AccountId, newId } from './platform/ids.ts'
import { migrate } from './platform/migrate.server.ts'
import { discard, startCluster } from './platform/postgres.server.ts'
import { secretsFrom } from './platform/secrets.server.ts'
import { drain } from './platform/worker.server.ts'

import { type ReplayedPlan, record, tell } from './replayRecord.server.ts'
import { deaths, type Source, sourceOf } from './replaySources.server.ts'
import { playIncident, type World } from './replayWorld.server.ts'

type FileResult = {
  incidents: number
  qualifying: number
  activations: ReplayedPlan[]
  seats: SeatTaken[]
  assumed: string[]
}

/** `tailboard demo [--json] [--incidents FILE --mapping MAPPING --region SLUG]`. */
export async function replayCommand(args: readonly string[], root: string): Promise<number> {
  const option = (name: string) => {
    const at = args.indexOf(name)
    return at < 0 ? undefined : args[at + 1]
  }
  const json = args.includes('--json')
  const say = (line: string) => (json ? undefined : process.stdout.write(`${line}\n`))
  const demo = join(root, 'demo')
  const given = option('--incidents')
  const region = option('--region')
  const mapping = option('--mapping')
  const rosters = ['harbor', 'montgomery']
  if (given !== undefined && (mapping === undefined || region === undefined || !rosters.includes(region))) {
    process.stderr.write(
      `--incidents FILE needs --mapping MAPPING and --region, one of ${rosters.join(', ')}.\n`,
    )
    return 2
  }
  const sources =
    given === undefined || region === undefined || mapping === undefined
      ? [
          sourceOf(demo, 'harbor', join(demo, 'harbor/incidents.csv'), join(demo, 'harbor/mapping.json')),
          sourceOf(
            demo,
            'montgomery',
            join(demo, 'montgomery-county.csv'),
            join(demo, 'montgomery/mapping.json'),
          ),
          deaths(demo),
        ]
      : [sourceOf(demo, region, given, mapping)]

  const folder = mkdtempSync(join(tmpdir(), 'tailboard-replay-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster(folder, { durable: false })
  const results: FileResult[] = []
  try {
    for (const source of sources) {
      say(`\n${source.file} · ${source.region}`)
      results.push(await replay(source, demo, root, (role, database) => cluster.url(role, database), say))
    }
  } finally {
    await cluster.stop()
    discard(folder)
  }
  const activations = results.flatMap((result) => result.activations)
  const minutes = activations
    .flatMap((one) => (one.minutesToFilled === null ? [] : [one.minutesToFilled]))
    .sort((a, b) => a - b)
  const totals = {
    incidents: sum(results.map((one) => one.incidents)),
    qualifying: sum(results.map((one) => one.qualifying)),
    plans: activations.length,
    filled: minutes.length,
    unfilled: activations.length - minutes.length,
    medianMinutesToFilled: minutes.length === 0 ? 0 : minutes[Math.floor(minutes.length / 2)]!,
    disturbed: sum(activations.map((one) => one.disturbed)),
    violations: sum(results.map((one) => violationsOf(one.seats))),
    assumed: [...new Set([...modelSaid(), ...results.flatMap((one) => one.assumed)])],
  }
  if (json) process.stdout.write(`${JSON.stringify({ ...totals, activations })}\n`)
  else {
    say('')
    for (const [name, value] of Object.entries(totals))
      say(`${name.padEnd(22)} ${Array.isArray(value) ? `\n  ${value.join('\n  ')}` : value}`)
  }
  return 0
}

function modelSaid(): string[] {
  return [
    `answers: ${answerModel.accept * 100} % yes, half within ${answerModel.medianMinutes} minutes, ${answerModel.conflict * 100} % with a conflict, seed ${answerModel.seed}`,
    'call-back after 10 minutes, approval 15 minutes later, at the suggested time',
    'people, certificates and standing: fictional, valid at the time of each incident',
  ]
}

async function replay(
  source: Source,
  demo: string,
  root: string,
  url: (role: string, database: string) => string,
  say: (line: string) => unknown,
): Promise<FileResult> {
  const name = `replay_${Math.abs(hash(source.file + source.region))}`
  const maker = new pg.Client({ connectionString: url('postgres', 'postgres') })
  await maker.connect()
  await maker.query(`create database ${name}`)
  await maker.end()
  await migrate(url('postgres', name), join(root, 'migrations'), true)
  const admin = openPool({ url: url('postgres', name), role: null, max: 2 })
  await admin.query(`create table tailboard.clock (now timestamptz); insert into tailboard.clock values ('2000-01-01');
    grant select on tailboard.clock to public;
    create or replace function tailboard.now() returns timestamptz language sql stable as 'select now from tailboard.clock'`)
  const db = openDb(openPool({ url: url('tailboard_app', name), role: null, max: 5 }))
  const workers = openPool({ url: url('tailboard_worker', name), role: null, max: 3 })
  const solver = startSolver()
  const result: FileResult = {
    incidents: source.read,
    qualifying: source.incidents.length,
    activations: [],
    seats: [],
    assumed: [...source.assumed],
  }
  try {
    const loaded = await loadDemoRegion(
      db,
      demo,
      readDemoRegion(demo, source.region),
      Temporal.PlainDate.from('2026-11-01'),
      true,
    )
    const strangers = source.incidents.flatMap((one) =>
      one.groups.filter((group) => !loaded.agencies.has(group.agency)),
    )
    if (strangers.length > 0) {
      const names = [...new Set(strangers.map((group) => group.agency))].slice(0, 5).join(', ')
      throw new Error(
        `${source.file}: ${source.region} has no agency ${names}. Translate the names in the mapping, or choose another region.`,
      )
    }
    const messaged = new Set<string>()
    const transport = {
      async send(mail: { to: string }) {
        messaged.add(mail.to)
        return 'taken' as const
      },
      close() {},
    }
    const jobs = handlers({
      db,
      solve: solver.solve,
      mail: transport,
      secrets: secretsFrom(Buffer.alloc(32, 7)),
      teamUrl: new URL('http://team.localhost'),
      emailOf: async () => null,
    })
    const coordinator: Actor = {
      kind: 'account',
      accountId: newId<AccountId>(),
      regionId: loaded.regionId,
      roles: ['duty_coordinator'],
    }
    const world: World = {
      db,
      admin,
      loaded,
      coordinator,
      deps: { db, solve: solver.solve },
      // Waking a plan is the replay's own doing, in virtual time; here only messages are delivered.
      settle: async () => {
        await admin.query(
          `delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'activation.advance')`,
        )
        const waiting = await admin.query('select 1 from graphile_worker._private_jobs limit 1')
        if (waiting.rowCount !== 0) await drain(workers, jobs)
      },
      at: async (now) => {
        await admin.query('update tailboard.clock set now = $1', [now.toString()])
      },
    }
    for (const incident of source.incidents) {
      for (const plan of await playIncident(world, incident)) {
        const done = record(world, source, incident, plan, messaged)
        result.activations.push(done.entry)
        result.seats.push(...done.seats)
        say(tell(done.entry, plan))
      }
      messaged.clear()
    }
    return result
  } finally {
    await solver.stop()
    await db.close()
    await workers.end()
    await admin.end()
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function hash(text: string): number {
  return [...text].reduce(
    (state, character) => Math.imul(state ^ character.codePointAt(0)!, 0x01000193),
    0x811c9dc5,
  )
}
