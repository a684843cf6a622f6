import pg from 'pg'
import { inject } from 'vitest'
import { type Db, openDb, openPool } from '../../src/platform/db.server.ts'

export type TestDatabase = {
  readonly name: string
  url(role: string): string
  readonly db: Db
  readonly admin: pg.Pool
  /** Sets the database's clock for everybody; nothing reads another one. */
  setNow(now: Temporal.Instant): Promise<void>
  drop(): Promise<void>
}

let made = 0

/** A clone of the migrated template, or of another database that nobody is connected to, for one test file. */
export async function freshDatabase(template = 'template_tailboard'): Promise<TestDatabase> {
  const pattern = inject('cluster').replaceAll('%7B', '{').replaceAll('%7D', '}')
  const name = `t_${process.pid}_${made++}_${Math.random().toString(36).slice(2, 8)}`
  const at = (role: string, database: string) =>
    pattern.replace('{role}', role).replace('{database}', database)
  const maker = new pg.Client({ connectionString: at('postgres', 'postgres') })
  await maker.connect()
  // Its files are copied as they are: writing them page by page through the log takes several times the work.
  await maker.query(`create database ${name} template ${template} strategy file_copy`)
  await maker.end()
  const url = (role: string) => at(role, name)
  const admin = openPool({ url: url('postgres'), role: null, max: 3 })
  const db = openDb(openPool({ url: url('tailboard_app'), role: null, max: 10 }))
  return {
    name,
    url,
    db,
    admin,
    async setNow(now) {
      await admin.query('update tailboard.clock set now = $1', [now.toString()])
    },
    async drop() {
      await db.close()
      await admin.end()
      const last = new pg.Client({ connectionString: at('postgres', 'postgres') })
      await last.connect()
      await last.query(`drop database ${name} with (force)`)
      await last.end()
    },
  }
}
