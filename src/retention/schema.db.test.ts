import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { tablesOf } from '../../test/harness/tables.ts'
import { leftOut } from '../platform/archive.ts'
import { archivedTables } from '../platform/archiveTables.server.ts'
import { rules } from './rules.ts'
import { stays } from './stays.ts'

const removals = rules.flatMap((rule) => rule.removals)
const removed = new Set(
  removals.flatMap(({ table, first }) => [table, ...(first ?? []).map((one) => one.table)]),
)

describe('every table of the schema', () => {
  let base: TestDatabase
  let tables: string[]
  beforeAll(async () => {
    base = await freshDatabase()
    tables = (await tablesOf(base.admin)).map(({ name }) => name)
  })
  afterAll(() => base.drop())

  it('has a rule for how long it is kept, or the reason why it stays, and not both', () => {
    expect(tables.length).toBeGreaterThan(60)
    expect(tables.filter((name) => !removed.has(name) && !(name in stays))).toEqual([])
    expect(tables.filter((name) => removed.has(name) && name in stays)).toEqual([])
    expect([...removed, ...Object.keys(stays)].filter((name) => !tables.includes(name))).toEqual([])
  })

  it('that refers to one that goes is removed before it', async () => {
    const { rows } = await base.admin.query<{ from: string; to: string }>(`
      select format('%s.%s', n.nspname, c.relname) as "from", format('%s.%s', m.nspname, d.relname) as "to"
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
       where k.contype = 'f' and n.nspname not in ('auth', 'graphile_worker')`)
    const late = removals.flatMap(({ table, first = [] }) => {
      const order = [...first.map((one) => one.table), table]
      return order.flatMap((name, index) =>
        rows
          .filter(({ from, to }) => to === name && from !== name && !order.slice(0, index).includes(from))
          .map(({ from }) => `${from} before ${name} of ${table}`),
      )
    })
    expect(late).toEqual([])
  })

  it('that holds a region’s rows is copied whole, or left out of archives by name', async () => {
    const client = await base.admin.connect()
    const archived = (await archivedTables(client)).filter(({ name }) => name !== 'tailboard.clock')
    client.release()
    expect(archived.filter((table) => !table.whole).map((table) => table.name)).toEqual([])
    const named = archived.map(({ name }) => name.replaceAll('"', ''))
    expect([...named, ...Object.keys(leftOut)].sort()).toEqual([...tables].sort())
  })

  it('of accounts is copied because somebody decided so', async () => {
    // Whoever adds one there says which it is: a session must not come back from an archive.
    const kept = [
      'auth.user',
      'auth.account',
      'auth.passkey',
      'auth.totp',
      'auth.recovery_code',
      'auth.proof_tries',
    ]
    const decided = new Set([...kept, ...Object.keys(leftOut)])
    expect(tables.filter((name) => name.startsWith('auth.') && !decided.has(name))).toEqual([])
  })

  it('draws no number that an archive would have to set again', async () => {
    const { rows } = await base.admin.query(
      `select format('%s.%s', n.nspname, t.relname) as name from pg_class c
        join pg_depend d on d.objid = c.oid and d.deptype in ('a', 'i')
        join pg_class t on t.oid = d.refobjid join pg_namespace n on n.oid = t.relnamespace
        where c.relkind = 'S' and n.nspname <> 'graphile_worker'`,
    )
    expect(rows.map((row) => row.name).filter((name) => !(name in leftOut))).toEqual([])
  })
})
