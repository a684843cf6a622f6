import { chmodSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import {
  answerOffer,
  approvePlan,
  loadPlans,
  openFromIncident,
  recordContact,
  startSolver,
  tick,
} from './activation/index.server.ts'
import { type PlanState, pendingOffers, stageOf, suggestStart } from './activation/index.ts'
import { handlers } from './activation/jobs.server.ts'
import { answerModel, modelAnswer, type SeatTaken, seeded, violationsOf } from './activation/simulation.ts'
import { type LoadedRegion, loadDemoRegion, readDemoRegion } from './demonstration.server.ts'
import { addIncident } from './incident/index.server.ts'
import {
  type AffectedRole,
  incidentWords,
  type ParsedIncident,
  readIncidents,
  readMapping,
} from './incident/index.ts'
import type { Actor } from './platform/actor.ts'
import { type Db, openDb, openPool } from './platform/db.server.ts'
import { type AccountId, type IncidentId, newId } from './platform/ids.ts'
import { migrate } from './platform/migrate.server.ts'
import { discard, startCluster } from './platform/postgres.server.ts'
import { secretsFrom } from './platform/secrets.server.ts'
import { drain } from './platform/worker.server.ts'

type ReplayedPlan = {
  file: string
  region: string
  incident: string
  agency: string
  plan: string
  team: { member: string; agency: string | null; role: string }[]
  minutesToFilled: number | null
  disturbed: number
}

type FileResult = {
  incidents: number
  qualifying: number
  activations: ReplayedPlan[]
  seats: SeatTaken[]
  assumed: string[]
}

/** What is replayed: already read, in the order of time. */
type Source = {
  readonly file: string
  readonly region: string
  readonly read: number
  readonly incidents: readonly ParsedIncident[]
  readonly assumed: readonly string[]
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
  const sources =
    given === undefined
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
      : [sourceOf(demo, option('--region') ?? '', given, option('--mapping') ?? '')]

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

function sourceOf(demo: string, region: string, file: string, mappingFile: string): Source {
  const mapping = readMapping(readFileSync(mappingFile, 'utf8'))
  if (!mapping.ok) throw new Error(`${mappingFile}:\n${mapping.problems.join('\n')}`)
  const read = readIncidents(readFileSync(file, 'utf8'), mapping.mapping)
  const confirmed = read.incidents.filter(
    (one) => one.screening === null || (one.screening === 'may_qualify' && one.services >= 2),
  )
  return {
    file: file.startsWith(demo) ? file.slice(demo.length + 1) : (file.split('/').at(-1) ?? file),
    region,
    read: read.incidents.length,
    incidents: inOrder(confirmed),
    assumed: read.incidents.flatMap((one) => one.assumed),
  }
}

/** Line-of-duty deaths: by seed each row gets one of Harbor's agencies, a day of its weekday, an hour, a crew. */
function deaths(demo: string): Source {
  const rows = parse(readFileSync(join(demo, 'line-of-duty-deaths.csv'), 'utf8'), {
    columns: true,
  }) as Record<string, string>[]
  const { region } = readDemoRegion(demo, 'harbor')
  const agencies =
    'agencies' in region ? region.agencies.filter((one) => one.discipline === 'law_enforcement') : []
  const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
  const incidents = rows.map((row): ParsedIncident => {
    const draw = seeded(`${answerModel.seed}|${row.number}`)
    // One code is always the same agency, so a department's years hang together.
    const agency = agencies[Math.floor(seeded(`agency|${row.agency_code}`)() * agencies.length)]!
    const first = Temporal.PlainDate.from(`${row.month}-01`)
    const days = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index })).filter(
      (day) => day.dayOfWeek === weekdays.indexOf(row.weekday!) + 1,
    )
    const day = days[Math.floor(draw() * days.length)]!
    const occurredAt = day
      .toZonedDateTime({ timeZone: region.timeZone, plainTime: { hour: Math.floor(draw() * 24) } })
      .toInstant()
    const crew: { agency: string; role: AffectedRole; count: number }[] = [
      { agency: agency.name, role: 'officers', count: 4 + Math.floor(draw() * 9) },
      { agency: agency.name, role: 'command', count: 2 },
    ]
    return {
      number: row.number!,
      rows: [],
      kind: row.canine === 'yes' ? 'animal_partner_death' : 'line_of_duty_death',
      occurredAt,
      overAt: occurredAt.add({ hours: 2 }),
      town: agency.town,
      groups: crew,
      screening: null,
      services: 0,
      assumed: [],
    }
  })
  return {
    file: 'line-of-duty-deaths.csv',
    region: 'harbor',
    read: rows.length,
    incidents: inOrder(incidents),
    assumed: ['line-of-duty deaths: agency, day, hour and crew drawn by seed; over after 2 hours'],
  }
}

function inOrder(incidents: readonly ParsedIncident[]): ParsedIncident[] {
  return [...incidents].sort((one, other) => Temporal.Instant.compare(one.occurredAt, other.occurredAt))
}

type World = {
  readonly db: Db
  readonly admin: pg.Pool
  readonly loaded: LoadedRegion
  readonly coordinator: Actor
  readonly deps: { db: Db; solve: ReturnType<typeof startSolver>['solve'] }
  settle(): Promise<void>
  at(now: Temporal.Instant): Promise<void>
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

async function playIncident(world: World, incident: ParsedIncident): Promise<PlanState[]> {
  const { db, coordinator, loaded } = world
  let now = (incident.overAt ?? incident.occurredAt).add({ minutes: 10 })
  await world.at(now)
  const incidentId = await db.write({ kind: 'system', regionId: loaded.regionId }, (tx) =>
    addIncident(tx, {
      kind: incident.kind,
      occurredAt: incident.occurredAt,
      overAt: incident.overAt,
      town: incident.town,
      number: incident.number,
      source: 'import',
      groups: incident.groups.map((group) => ({
        agencyId: loaded.agencies.get(group.agency)!,
        role: group.role,
        count: group.count,
      })),
    }),
  )
  const opened = await openFromIncident(db, coordinator, incidentId as IncidentId)
  if (!opened.ok) throw new Error(`${incident.number}: ${opened.code}`)
  const { activationId } = opened.value
  now = now.add({ minutes: 10 })
  await world.at(now)
  await recordContact(db, coordinator, activationId, { role: 'shift commander', spokenAt: now, overAt: null })
  now = now.add({ minutes: 15 })
  await world.at(now)
  for (const plan of await world.db.read(coordinator, (reader) => loadPlans(reader, { activationId }))) {
    const approved = await approvePlan(world.deps, coordinator, plan.id, {
      startsAt: suggestStart(plan.window, plan.type, now),
      place: 'Community room',
      signOffRole: plan.needsClinicalSignOff ? 'clinical director' : null,
    })
    if (!approved.ok) throw new Error(`${incident.number}: ${approved.code}`)
  }
  await world.settle()
  const load = () => db.read(coordinator, (reader) => loadPlans(reader, { activationId }))

  // One event at a time: the next answer, the next wave, the end of a window.
  for (let steps = 0; steps < 500; steps++) {
    const plans = await load()
    const running = plans.filter((plan) => stageOf(plan) === 'filling')
    if (running.length === 0) return plans
    const answers = running.flatMap((plan) =>
      pendingOffers(plan).map((offer) => ({ offer, at: answerAt(world, incident, offer) })),
    )
    const next = answers.sort((one, other) => Temporal.Instant.compare(one.at, other.at))[0]
    const due = running
      .map((plan) => earlier(plan.waves.at(-1)?.dueAt ?? plan.window.closes, plan.window.closes, now))
      .sort(Temporal.Instant.compare)[0]!
    if (next !== undefined && Temporal.Instant.compare(next.at, due) <= 0) {
      now = latest(now, next.at)
      await world.at(now)
      const said = modelAnswer(answerModel, memberKey(world, next.offer.memberId), incident.number)
      const member: Actor = { kind: 'member', memberId: next.offer.memberId, regionId: loaded.regionId }
      await answerOffer(db, member, next.offer.id, {
        conflict: said.conflict,
        choice: said.comes ? 'coming' : 'not_this_time',
        fromAt: null,
      })
    } else {
      now = latest(now, due)
      await world.at(now)
    }
    await tick(world.deps, loaded.regionId)
    await world.settle()
  }
  return await load()
}

/** The wave's due time while it lies ahead; once it has passed without anybody left to ask, the window's end. */
function earlier(due: Temporal.Instant, closes: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(due, now) > 0 && Temporal.Instant.compare(due, closes) < 0 ? due : closes
}

function latest(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other
}

function answerAt(
  world: World,
  incident: ParsedIncident,
  offer: PlanState['offers'][number],
): Temporal.Instant {
  const { minutes } = modelAnswer(answerModel, memberKey(world, offer.memberId), incident.number)
  return offer.madeAt.add({ seconds: Math.round(minutes * 60) })
}

function memberOf(world: World, id: string) {
  return world.loaded.members.find((one) => one.id === id)!.member
}

function memberKey(world: World, id: string): string {
  return memberOf(world, id).key
}

function record(
  world: World,
  source: Source,
  incident: ParsedIncident,
  plan: PlanState,
  messaged: ReadonlySet<string>,
) {
  const nameOf = new Map([...world.loaded.agencies].map(([name, id]) => [id, name]))
  const taken = plan.seats.flatMap((seat) =>
    seat.taken === null ? [] : [{ seat, member: memberOf(world, seat.taken.memberId), at: seat.taken.at }],
  )
  const filled = taken.length === plan.seats.length
  const last = taken
    .map((one) => one.at)
    .sort(Temporal.Instant.compare)
    .at(-1)
  const entry: ReplayedPlan = {
    file: source.file,
    region: source.region,
    incident: incident.number,
    agency: nameOf.get(plan.agencyId)!,
    plan: plan.type,
    team: taken.map((one) => ({ member: one.member.name, agency: one.member.agency, role: one.seat.kind })),
    minutesToFilled:
      filled && last !== undefined
        ? Math.round(last.since(plan.approval!.at).total('minutes') * 10) / 10
        : null,
    disturbed: new Set(
      plan.offers
        .map((offer) => memberOf(world, offer.memberId).email)
        .filter((email) => messaged.has(email)),
    ).size,
  }
  const seats: SeatTaken[] = taken.map((one) => ({
    member: one.member.key,
    agency: one.member.agency,
    affected: incident.groups.map((group) => group.agency),
    // From the cast itself, apart from the rule that the call-out used.
    deployable:
      one.member.standing === 'active' &&
      one.member.agreementSignedDaysAgo !== null &&
      (one.member.role !== 'peer' || one.member.designationDaysAgo !== null) &&
      one.member.credentials.some(
        (credential) => credential.kind === 'GCI' || credential.kind === 'chaplain',
      ),
    conflicted: modelAnswer(answerModel, one.member.key, incident.number).conflict,
    startsAt: plan.approval!.startsAt.epochMilliseconds,
    endsAt: plan.approval!.endsAt.epochMilliseconds,
  }))
  return { entry, seats }
}

function tell(entry: ReplayedPlan, plan: PlanState): string {
  const words = incidentWords.en
  const team = entry.team
    .map(
      (one) =>
        `${one.member} (${words.seat[one.role as keyof typeof words.seat].toLowerCase()}, ${one.agency ?? 'regional team'})`,
    )
    .join(', ')
  const time = entry.minutesToFilled === null ? 'not filled' : `${entry.minutesToFilled} min`
  return [
    `${entry.incident}  ${entry.agency}, about ${plan.count} ${words.role[plan.role].toLowerCase()}: ${words.typeShort[plan.type]}`,
    `    why   ${plan.reasons.map((reason) => words.reason[reason.code]).join(' ')}`,
    `    team  ${team || 'nobody'}`,
    `    time  ${time}, ${entry.disturbed} asked`,
  ].join('\n')
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
