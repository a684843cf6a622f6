import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reachDatabase } from './database.server.ts'
import { parseConfig } from './platform/config.server.ts'
import { type Cluster, discard, startCluster } from './platform/postgres.server.ts'
import { addRegion } from './region/index.server.ts'
import { openServices, verdictOn, withServices } from './services.server.ts'

/** A server of one's own: another cluster, reached by addresses alone, with logins as an operator makes them. */
describe('DATABASE_URL and DATABASE_ADMIN_URL', () => {
  const root = join(import.meta.dirname, '..')
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-own-'))
  let cluster: Cluster
  let admin: pg.Client
  let database = ''
  let made = 0
  const url = (login: string) => cluster.url(login, database)
  const configFor = (app: string, migrator?: string) =>
    parseConfig({
      DATABASE_URL: app,
      DATABASE_ADMIN_URL: migrator,
      TAILBOARD_SECRETS: join(folder, 'secrets'),
    })
  /** Starts as the product does and says which regions it sees without being in one. */
  const begin = (app: string, migrator?: string) =>
    withServices(configFor(app, migrator), root, ({ db }) =>
      db.outside((kysely) => kysely.selectFrom('region.region').selectAll().execute()),
    )
  const member = 'grant tailboard_app, tailboard_auth, tailboard_worker, tailboard_support to'

  beforeAll(async () => {
    chmodSync(folder, 0o755)
    cluster = await startCluster(join(folder, 'data'), { durable: false })
    admin = new pg.Client({ connectionString: cluster.url('postgres', 'postgres') })
    await admin.connect()
    // Every host's administrator: owns the database, makes roles, is no superuser.
    await admin.query('create role host login createrole')
    await admin.query('create role peers login')
  })
  beforeEach(async () => {
    database = `own_${made++}`
    await admin.query(`create database ${database} owner host`)
  })
  afterAll(async () => {
    await admin.end()
    await cluster.stop()
    discard(folder)
  })

  it('says which GRANT is missing, and after it start with zero rows outside a region', async () => {
    await expect(begin(url('peers'), url('host'))).rejects.toThrow(
      'The login peers of DATABASE_URL may not become tailboard_app, tailboard_auth, tailboard_worker, tailboard_support. Run as administrator: GRANT tailboard_app, tailboard_auth, tailboard_worker, tailboard_support TO peers;',
    )
    await admin.query(`${member} peers`)
    const config = configFor(url('peers'), url('host'))
    await withServices(config, root, async ({ db }) => {
      await addRegion(db, {
        slug: 'mine',
        name: 'Mine',
        state: 'MA',
        timeZone: 'America/New_York',
        teamPhone: '617-555-0100',
        policy: {},
      })
    })
    expect(await begin(url('peers'), url('host'))).toEqual([])
    const all = new pg.Client({ connectionString: cluster.url('postgres', database) })
    await all.connect()
    expect((await all.query('select slug from region.region')).rows).toEqual([{ slug: 'mine' }])
    // A region that nobody brought under its state's law is, by the next start.
    expect((await all.query('select certified_by from roster.state_law')).rows).toEqual([
      { certified_by: ['MPSN', 'ICISF'] },
    ])
    await all.end()
  })

  it('run the application on its own address, once somebody migrated', async () => {
    await expect(begin(url('peers'))).rejects.toThrow(/DATABASE_URL may not bring the database up to date/)
    await begin(url('peers'), url('host'))
    expect(await begin(url('peers'))).toEqual([])
  })

  it.each([
    ['a superuser', 'create role strong login superuser', 'strong', 'is a superuser'],
    ['BYPASSRLS', 'create role passing login bypassrls', 'passing', 'has BYPASSRLS'],
    ['an owner of the tables', '', 'host', 'owns tables of Tailboard'],
    ['a member of the owner', 'create role heir login; grant host to heir', 'heir', 'owns tables'],
    [
      'a member of the lookup role',
      'create role seeing login; grant tailboard_lookup to seeing',
      'seeing',
      'may become tailboard_lookup',
    ],
  ])('refuse %s as the application', async (_what, make, login, said) => {
    await begin(url('peers'), url('host'))
    await admin.query(make)
    await admin.query(`${member} ${login}`)
    await expect(begin(url(login), url('host'))).rejects.toThrow(
      new RegExp(`login ${login} of DATABASE_URL ${said}`),
    )
  })

  it('refuse an address that undoes the role', async () => {
    await begin(url('peers'), url('host'))
    await expect(begin(`${url('peers')}&options=-c%20TimeZone%3DUTC`, url('host'))).rejects.toThrow(
      'DATABASE_URL works as peers instead of tailboard_app',
    )
  })

  it('refuse the application’s role itself when it passes the walls', async () => {
    await admin.query('alter role tailboard_app bypassrls')
    try {
      await expect(begin(url('postgres'))).rejects.toThrow(
        /The role tailboard_app has BYPASSRLS.*ALTER ROLE tailboard_app NOSUPERUSER NOBYPASSRLS;/,
      )
    } finally {
      await admin.query('alter role tailboard_app nobypassrls')
    }
  })

  it.each(['postgres', 'host'])(
    'one address for everything works as %s, and is called weaker',
    async (login) => {
      expect(await begin(url(login))).toEqual([])
      const config = configFor(url(login))
      const reached = await reachDatabase(config)
      const services = openServices(config, root, reached)
      const { refused, weak } = await verdictOn(services, reached)
      await services.close()
      expect(refused).toEqual([])
      expect(weak.join()).toMatch(new RegExp(`one address for everything: its login ${login}`))
    },
  )
})
