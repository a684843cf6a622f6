import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  futimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

/** The key of each open conversation, outside the database and outside every archive. What is destroyed is gone. */
export type ErasureKeys = {
  /** Makes and keeps one; durable when it returns. Null: there is one, and it stays. */
  make(conversationId: string): Promise<Buffer | null>
  read(conversationId: string): Promise<Buffer | null>
  /** Destroying one that isn't there is no error: a second try finishes the first. */
  destroy(conversationId: string): Promise<void>
  /** Of every conversation that has one. */
  list(): Promise<readonly string[]>
  close(): Promise<void>
}

const name = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * A folder with one file of 32 bytes for each conversation, mode 600, for an installation on one machine. The times of access and
 * change that a listing or a copy shows are set to the first second of 2000. The file system keeps more that nobody can set (birth,
 * ctime): whoever reads the machine's disk learns when a key was made.
 */
export function keysInFolder(folder: string): ErasureKeys {
  /** Made with the first key. */
  const ready = () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if ((statSync(folder).mode & 0o077) !== 0)
      throw new Error(`${folder} may be read by others. Run: chmod 700 ${folder}`)
  }
  const fileOf = (id: string) => {
    if (!name.test(id)) throw new Error('a conversation id is a random UUID')
    return join(folder, id)
  }
  return {
    async make(id) {
      ready()
      const key = randomBytes(32)
      let handle: number
      try {
        // Under its own name from the first byte on: a draft that a crash left would be a key that nobody destroys. One that is
        // cut short opens nothing, and the sweeper removes it.
        handle = openSync(fileOf(id), 'wx', 0o600)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null
        throw error
      }
      try {
        writeSync(handle, key)
        futimesSync(handle, noTime, noTime)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
      persist(folder)
      return key
    },
    async read(id) {
      // Whoever asks for another kind of id asks for nothing that was ever here.
      if (!name.test(id)) return null
      try {
        const key = readFileSync(fileOf(id))
        return key.length === 32 ? key : null
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    async destroy(id) {
      if (!existsSync(folder) || !name.test(id)) return
      rmSync(fileOf(id), { force: true })
      persist(folder)
    },
    async list() {
      return existsSync(folder) ? readdirSync(folder).filter((file) => name.test(file)) : []
    },
    async close() {},
  }
}

const noTime = new Date('2000-01-01T00:00:00Z')

/**
 * A second PostgreSQL, for an installation on several machines. Its table holds ids and keys and no day. It is replicated
 * live and never backed up; `docs/operations.md` says how.
 */
export function keysInPostgres(pool: pg.Pool): ErasureKeys {
  const table = pool.query('create table if not exists erasure_key (id uuid primary key, key bytea not null)')
  // Whoever asks first is told; nobody else should hear of a rejection that was not waited for.
  table.catch(() => {})
  const ask = async (text: string, values: readonly unknown[]) => {
    await table
    return await pool.query(text, [...values])
  }
  return {
    async make(id) {
      const key = randomBytes(32)
      const text = 'insert into erasure_key (id, key) values ($1, $2) on conflict do nothing'
      return (await ask(text, [id, key])).rowCount === 1 ? key : null
    },
    async read(id) {
      return (await ask('select key from erasure_key where id = $1', [id])).rows[0]?.key ?? null
    },
    async destroy(id) {
      await ask('delete from erasure_key where id = $1', [id])
    },
    async list() {
      return (await ask('select id from erasure_key', [])).rows.map((row) => row.id as string)
    },
    close: () => pool.end(),
  }
}

/** A rename and a removal are only as durable as their folder. */
function persist(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
    utimesSync(folder, noTime, noTime)
  } finally {
    closeSync(handle)
  }
}
