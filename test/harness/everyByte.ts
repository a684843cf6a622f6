import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { writeArchive } from '../../src/platform/writeArchive.server.ts'
import type { Installation } from './installation.ts'

export type Places = ReadonlyMap<string, Buffer>

/** All that an installation keeps, as bytes: the database's files, its write-ahead log, an archive, keys and secrets, what was logged. */
export async function everyByteOf({
  base,
  secretsFolder,
  logged,
}: Pick<Installation, 'base' | 'secretsFolder' | 'logged'>): Promise<Places> {
  await base.admin.query('checkpoint')
  const { rows } = await base.admin.query(
    `select current_setting('data_directory') as data, oid from pg_database where datname = current_database()`,
  )
  const { data, oid } = rows[0]
  const archive = mkdtempSync(join(tmpdir(), 'tailboard-archive-'))
  try {
    const file = join(archive, 'whole')
    await writeArchive(base.url('postgres'), file, { signal: new AbortController().signal, done: () => {} })
    return new Map([
      ['data', bytesUnder(join(data, 'base', String(oid)))],
      ['write-ahead log', bytesUnder(join(data, 'pg_wal'))],
      ['archive', gunzipSync(readFileSync(file))],
      ['keys and secrets', bytesUnder(secretsFolder)],
      ['log', Buffer.from(logged.join('\n'))],
    ])
  } finally {
    rmSync(archive, { recursive: true, force: true })
  }
}

function bytesUnder(folder: string): Buffer {
  return Buffer.concat(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
      const file = join(folder, name)
      return statSync(file).isFile() ? [Buffer.from(name), readFileSync(file)] : []
    }),
  )
}

/** Where these bytes stand: as they are, or as text writes them. */
export function placesWith(places: Places, bytes: Uint8Array): string[] {
  const sought = Buffer.from(bytes)
  const forms = [
    sought,
    ...['hex', 'base64', 'base64url'].map((form) => Buffer.from(sought.toString(form as 'hex'))),
  ]
  return [...places].filter(([, held]) => forms.some((form) => held.includes(form))).map(([name]) => name)
}
