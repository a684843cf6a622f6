import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The key of each open conversation, outside the database and outside every archive. What is destroyed is gone. */
export type ErasureKeys = {
  /** Makes and keeps one; durable when it returns. */
  make(conversationId: string): Promise<Buffer>
  read(conversationId: string): Promise<Buffer | null>
  /** Destroying one that isn't there is no error: a second try finishes the first. */
  destroy(conversationId: string): Promise<void>
  /** Of every conversation that has one. */
  list(): Promise<readonly string[]>
  close(): Promise<void>
}

const name = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * A folder with one file of 32 bytes for each conversation, mode 600, for an installation on one machine. A file tells no time:
 * its own are set to the first second of 2000.
 */
export function keysInFolder(folder: string): ErasureKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if ((statSync(folder).mode & 0o077) !== 0)
    throw new Error(`${folder} may be read by others. Run: chmod 700 ${folder}`)
  const fileOf = (id: string) => {
    if (!name.test(id)) throw new Error('a conversation id is a random UUID')
    return join(folder, id)
  }
  return {
    async make(id) {
      const key = randomBytes(32)
      const [file, draft] = [fileOf(id), join(folder, `.${id}`)]
      const handle = openSync(draft, 'wx', 0o600)
      try {
        writeSync(handle, key)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
      utimesSync(draft, noTime, noTime)
      renameSync(draft, file)
      persist(folder)
      return key
    },
    async read(id) {
      try {
        const key = readFileSync(fileOf(id))
        return key.length === 32 ? key : null
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    async destroy(id) {
      rmSync(fileOf(id), { force: true })
      rmSync(join(folder, `.${id}`), { force: true })
      persist(folder)
    },
    async list() {
      return readdirSync(folder).filter((file) => name.test(file))
    },
    async close() {},
  }
}

const noTime = new Date('2000-01-01T00:00:00Z')

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
