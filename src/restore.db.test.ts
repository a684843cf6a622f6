import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '../test/harness/clock.ts'
import { approvalAt } from '../test/harness/harborCallOut.ts'
import { approvePlan, loadPlans, recordContact, requestTeam } from './activation/index.server.ts'
import { loadHead } from './audit/index.server.ts'
import { anchorText } from './audit/index.ts'
import { backupCommand, type Said } from './backup.server.ts'
import { type Database, reachDatabase } from './database.server.ts'
import { loadDemoRegion, readDemoRegion } from './demonstration.server.ts'
import { doctorCommand } from './doctor.server.ts'
import { createAccount, grantRole } from './identity/index.server.ts'
import { archivedTables, inTransaction } from './platform/archiveTables.server.ts'
import { parseConfig } from './platform/config.server.ts'
import { openPool } from './platform/db.server.ts'
import type { AccountId, PlanId, RegionId } from './platform/ids.ts'
import { drain } from './platform/worker.server.ts'
import { addRegion, regionDirectory } from './region/index.server.ts'
import { restoreCommand } from './restore.server.ts'
import { type Services, withServices } from './services.server.ts'

const root = join(import.meta.dirname, '..')

/** The drill an operator should do twice a year: a copy, the disk lost in the middle of a call-out, and back again. */
describe('a backup brings everything back', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-drill-'))
  const environment = { TAILBOARD_DATA: join(folder, 'data'), TAILBOARD_SECRETS: join(folder, 'secrets') }
  const config = parseConfig(environment)
  const archive = join(folder, 'monday.tailboard')
  const quiet = () => ({ signal: new AbortController().signal, tell() {} })
  const inside = <Result>(work: (services: Services) => Promise<Result>) => withServices(config, root, work)
  const running = { regionId: '' as RegionId, planId: '' as PlanId, account: '' as AccountId }

  const plan = async ({ db }: Services) =>
    (
      await db.read({ kind: 'system', regionId: running.regionId }, (reader) =>
        loadPlans(reader, { planId: running.planId }),
      )
    )[0]!

  /** Of each table of the archive: how many rows, and a digest of them all. */
  const contents = () =>
    inTransaction(attached.admin, 'begin read only', async (client) => {
      const found: Record<string, string> = {}
      for (const { name } of await archivedTables(client)) {
        const { rows } = await client.query(
          `select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '-') as all from ${name} t`,
        )
        found[name] = rows[0].all
      }
      return found
    })

  /** The anchor of every region's trail, and how many entries it counts. */
  const anchors = ({ db }: Services) =>
    regionDirectory(db).then((all) =>
      Promise.all(
        all.map(async ({ regionId, slug }) => {
          const head = await db.read({ kind: 'system', regionId }, loadHead)
          return { slug, entries: head.number, anchor: anchorText(head) }
        }),
      ),
    )

  let attached: Database
  let before: Record<string, string>
  let restored: Said
  let trails: Awaited<ReturnType<typeof anchors>>
  beforeAll(async () => {
    chmodSync(folder, 0o755)
    attached = await reachDatabase(config)
    await inside(async (services) => {
      const { db } = services
      const demo = join(root, 'demo')
      const today = Temporal.Now.plainDateISO('America/New_York')
      const { regionId, agencies } = await loadDemoRegion(
        db,
        demo,
        readDemoRegion(demo, 'harbor'),
        today,
        true,
      )
      const account = await createAccount(services.auth, {
        email: 'rae.h@coordination.example',
        name: 'Rae H.',
      })
      await db.write({ kind: 'system', regionId }, (tx) => grantRole(tx, account, 'duty_coordinator'))
      await services.auth.pool.query(
        `insert into auth.session (id, "userId", token, "expiresAt") values (gen_random_uuid(), $1, 'opens', now() + interval '1 day')`,
        [account],
      )
      const rae = {
        kind: 'account' as const,
        accountId: account,
        regionId,
        roles: ['duty_coordinator' as const],
      }
      const now = await db.read(rae, async (reader) => reader.now)
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
      await recordContact(db, rae, activationId, { role: 'shift commander', spokenAt: now, overAt: null })
      const proposed = (await db.read(rae, (reader) => loadPlans(reader, { activationId })))[0]!
      const approved = await approvePlan(
        { db, solve: services.solver.solve },
        rae,
        proposed.id,
        approvalAt(now),
      )
      if (!approved.ok) throw new Error(approved.code)
      Object.assign(running, { regionId, planId: proposed.id, account })
      expect((await plan(services)).offers.length).toBeGreaterThan(0)
      const hills = { state: 'MA', timeZone: 'America/New_York', teamPhone: '617-555-0100' }
      await addRegion(db, { slug: 'hills', name: 'Hills', ...hills })
      trails = await anchors(services)
    })
    before = await contents()
  }, 120_000)
  afterAll(async () => {
    await attached.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('writes one private file, and never over another', async () => {
    await backupCommand([archive], config, quiet())
    expect(statSync(archive).mode & 0o777).toBe(0o600)
    expect(existsSync(`${archive}.part`)).toBe(false)
    await expect(backupCommand([archive], config, quiet())).rejects.toThrow(/is there already/)
  })

  it('leaves nothing of a backup that was stopped', async () => {
    const file = join(folder, 'stopped.tailboard')
    const stop = new AbortController()
    const tables: string[] = []
    const told = (text: string) => {
      tables.push(text)
      stop.abort()
    }
    await expect(backupCommand([file], config, { signal: stop.signal, tell: told })).rejects.toThrow(/abort/i)
    expect(tables).toHaveLength(1)
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false])
  })

  it('refuses a database that is in use', async () => {
    await expect(restoreCommand([archive], config, root, quiet())).rejects.toThrow(
      /not empty: there are rows in .*\nStop Tailboard, move .*postgres away/s,
    )
    expect(await contents()).toEqual(before)
  })

  it('restores each table as it was, after the disk is lost', async () => {
    await attached.stop()
    rmSync(config.dataFolder, { recursive: true })
    attached = await reachDatabase(config)
    restored = await restoreCommand([archive], config, root, quiet())
    expect(await contents()).toEqual(before)
    expect(Object.values(before).filter((one) => !one.startsWith('0 ')).length).toBeGreaterThan(15)
  })

  it('walks every region’s trail, whose head is the one before the disk was lost', async () => {
    expect(trails.map(({ slug, entries }) => [slug, entries > 0])).toEqual([
      ['harbor', true],
      ['hills', true],
    ])
    expect(await inside(anchors)).toEqual(trails)
    for (const { slug, entries, anchor } of trails)
      expect(restored.text).toContain(`\n${slug}: ${entries} entries, every link holds; anchor ${anchor}\n`)
    expect([restored.code, restored.text]).toEqual([0, expect.stringContaining('Every audit trail holds.')])
  })

  it('keeps the walls, signs everybody out, and leaves the doctor content', async () => {
    await inside(async ({ db, auth }) => {
      expect(await db.outside((kysely) => kysely.selectFrom('roster.member').selectAll().execute())).toEqual(
        [],
      )
      expect((await auth.pool.query('select 1 from auth.session')).rowCount).toBe(0)
      expect((await auth.pool.query('select id from auth."user"')).rows).toEqual([{ id: running.account }])
    })
    let said = ''
    const code = await doctorCommand(environment, root, (text) => {
      said += text
    })
    expect(code, said).toBe(0)
  })

  it('takes up the call-out where it was', async () => {
    await inside(async (services) => {
      const waiting = await plan(services)
      const admin = openPool({ url: attached.admin, role: null, max: 1 })
      const jobs = async () =>
        (await admin.query('select key from graphile_worker._private_jobs')).rows.map((row) => row.key)
      expect(await jobs()).not.toContain(`advance:${waiting.id}`)
      await setClock(admin)
      // Whoever was asked before the loss has let it pass.
      await admin.query('update tailboard.clock set now = $1', [
        waiting.waves[0]!.dueAt.add({ minutes: 1 }).toString(),
      ])
      await services.handlers.find((one) => one.name === 'tailboard.heartbeat')!.run({})
      expect(await jobs()).toContain(`advance:${waiting.id}`)
      await drain(services.workerPool, services.handlers)
      const gone = await plan(services)
      expect(gone.waves.length).toBeGreaterThan(waiting.waves.length)
      expect(gone.offers.length).toBeGreaterThan(waiting.offers.length)
      await admin.end()
    })
  })
})
