import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/platform/migrate.server.ts'
import { discard, startCluster } from '../../src/platform/postgres.server.ts'
import { setClock } from './clock.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the run's cluster for role and database, with {role} and {database} to fill in. */
    cluster: string
  }
}

/** One cluster a run, one migrated template that each test file clones. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-test-'))
  const { chmodSync } = await import('node:fs')
  chmodSync(folder, 0o755)
  const cluster = await startCluster(folder, { durable: false })
  const admin = new pg.Client({ connectionString: cluster.url('postgres', 'postgres') })
  await admin.connect()
  await admin.query('create database template_tailboard')
  await migrate(
    cluster.url('postgres', 'template_tailboard'),
    join(import.meta.dirname, '../../migrations'),
    true,
  )
  await admin.end()
  const template = new pg.Client({ connectionString: cluster.url('postgres', 'template_tailboard') })
  await template.connect()
  await setClock(template)
  await template.end()
  project.provide('cluster', cluster.url('{role}', '{database}'))
  return async () => {
    await cluster.stop()
    discard(folder)
  }
}
