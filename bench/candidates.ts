import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadDemoRegion, readDemoRegion } from '../src/demonstration.server.ts'
import { openDb, openPool } from '../src/platform/db.server.ts'
import { migrate } from '../src/platform/migrate.server.ts'
import { discard, startCluster } from '../src/platform/postgres.server.ts'
import { addMembers, loadAvailability, type NewMember } from '../src/roster/index.server.ts'

const size = 5000
const day = Temporal.PlainDate.from('2026-11-01')

/** From the database to everybody who could be asked, of 5,000 on a roster of which two in five lack something. */
export async function candidates(): Promise<Record<string, number | string | boolean>> {
  const root = process.env.TAILBOARD_ROOT ?? process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster(folder, { durable: false })
  const db = openDb(openPool({ url: cluster.url('tailboard_app', 'roster'), role: null, max: 2 }))
  try {
    const maker = new pg.Client({ connectionString: cluster.url('postgres', 'postgres') })
    await maker.connect()
    await maker.query('create database roster')
    await maker.end()
    await migrate(cluster.url('postgres', 'roster'), join(root, 'migrations'), true)
    const read = readDemoRegion(join(root, 'demo'), 'harbor')
    const { regionId, agencies } = await loadDemoRegion(db, join(root, 'demo'), read, day, true)
    const actor = { kind: 'system', regionId } as const
    const homes = [...agencies.values()]
    for (let from = 0; from < size; from += 500)
      await db.write(actor, (tx) =>
        addMembers(
          tx,
          Array.from({ length: 500 }, (_, index) =>
            member(from + index, homes[(from + index) % homes.length]!),
          ),
        ),
      )
    const span = {
      startsAt: Temporal.Instant.from('2026-11-24T18:00:00Z'),
      endsAt: Temporal.Instant.from('2026-11-24T20:00:00Z'),
    }
    const load = () => db.read(actor, (reader) => loadAvailability(reader, span, read.region.timeZone))
    const everybody = await load()
    const took: number[] = []
    for (let run = 0; run < 7; run++) {
      const start = performance.now()
      await load()
      took.push(performance.now() - start)
    }
    const milliseconds = Math.round(took.sort((one, other) => one - other)[3]!)
    return {
      members: everybody.length,
      deployable: everybody.filter((one) => one.deployability.deployable).length,
      milliseconds,
      goalAt5000: milliseconds <= 500,
    }
  } finally {
    await db.close()
    await cluster.stop()
    discard(folder)
  }
}

function member(index: number, agencyId: NewMember['agencyId']): NewMember {
  const issuedOn = Temporal.PlainDate.from('2024-01-10')
  const paper = (kind: string, lapsed: boolean) => ({
    kind,
    issuer: 'ICISF',
    number: `F-${kind}-${index}`,
    issuedOn,
    expiresOn: Temporal.PlainDate.from(lapsed ? '2025-01-10' : '2029-01-10'),
  })
  return {
    agencyId,
    furtherAgencies: [],
    name: `Member ${index}`,
    email: `member-${index}@peers.example`,
    role: 'peer',
    rankBand: 'line',
    disciplines: ['fire'],
    languages: ['en'],
    town: 'Larkfield',
    place: { latitude: 42.4, longitude: -71.1 },
    selectedOn: index % 5 === 0 ? null : issuedOn,
    credentials: [paper('AIC', index % 5 === 1), paper('GCI', false)],
    agreement: { signedOn: issuedOn, renewBy: Temporal.PlainDate.from('2029-01-10') },
    designation: { document: 'fictional letter', designatedOn: issuedOn },
    suspendedFrom: null,
  }
}
