import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type ArchivedTable, ArchiveProblem, firstLine, type Head, readHead } from './archive.ts'

/** An archive read once from front to end, in pieces: the head, then each table's rows in its order. */
export type OpenArchive = {
  readonly head: Head
  /** To be read to its end before the next one. */
  rowsOf(table: ArchivedTable): AsyncGenerator<Buffer>
  /** After the last table: throws unless the digest is right and nothing follows. */
  end(): Promise<void>
}

const foreign = (file: string) =>
  `${file} is no archive of Tailboard. Name a file that "npx tailboard backup" wrote.`
const damaged = (file: string) => `${file} is damaged: it is not what was written. Take another archive.`
const cutOff = (file: string) =>
  `${file} is cut off: its end is missing. Copy it again, or take another archive.`

/** A head of a thousand tables fits; a line of something else is not swallowed whole. */
const longestLine = 1_000_000
const newline = 0x0a
const endOfRows = Buffer.from('\n\\.\n')

/** Opens an archive for `work`. Throws ArchiveProblem for whatever is none, or is not whole. */
export async function withArchive<Result>(
  file: string,
  work: (archive: OpenArchive) => Promise<Result>,
): Promise<Result> {
  const text = pipeline(createReadStream(file), createGunzip(), () => {})
  const pieces = text[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const hash = createHash('sha256')
  let held: Buffer = Buffer.alloc(0)
  let known = false

  const more = async (): Promise<boolean> => {
    const next = await pieces.next().catch((error: unknown) => {
      throw problemOf(error, file, known)
    })
    if (next.done) return false
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
    return true
  }
  const take = (length: number): Buffer => {
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
  const line = async (): Promise<string> => {
    for (;;) {
      const at = held.indexOf(newline)
      if (at >= 0) return take(at + 1).toString('utf8', 0, at)
      if (held.length > longestLine) throw new ArchiveProblem(known ? damaged(file) : foreign(file))
      if (!(await more())) throw new ArchiveProblem(known ? cutOff(file) : foreign(file))
    }
  }
  const hashedLine = async (): Promise<string> => {
    const text = await line()
    hash.update(`${text}\n`)
    return text
  }

  async function* rowsOf(table: ArchivedTable): AsyncGenerator<Buffer> {
    if ((await hashedLine()) !== table.name) throw new ArchiveProblem(damaged(file))
    // The end may follow at once: then its line feed is that of the name.
    held = Buffer.concat([Buffer.from('\n'), held])
    let skipped = 1
    let rows = 0
    for (;;) {
      const at = held.indexOf(endOfRows)
      const length = at >= 0 ? at + 1 : Math.max(0, held.length - endOfRows.length + 1)
      if (length > skipped) {
        const piece = take(length).subarray(skipped)
        skipped = 0
        hash.update(piece)
        for (const byte of piece) if (byte === newline) rows++
        yield piece
      } else if (at >= 0) {
        take(length)
      }
      if (at >= 0) break
      if (!(await more())) throw new ArchiveProblem(cutOff(file))
    }
    hash.update(take(endOfRows.length - 1))
    if (rows !== table.rows) throw new ArchiveProblem(damaged(file))
  }

  try {
    if ((await hashedLine()) !== firstLine) throw new ArchiveProblem(foreign(file))
    known = true
    const head = readHead(await hashedLine())
    return await work({
      head,
      rowsOf,
      async end() {
        if ((await line()) !== `sha256 ${hash.digest('hex')}` || held.length > 0 || (await more()))
          throw new ArchiveProblem(damaged(file))
      },
    })
  } finally {
    text.destroy()
  }
}

/** Reads the whole of it and keeps nothing: its head, once it is known to be whole. */
export async function checkArchive(file: string): Promise<Head> {
  return await withArchive(file, async (archive) => {
    for (const table of archive.head.tables) for await (const _ of archive.rowsOf(table));
    await archive.end()
    return archive.head
  })
}

function problemOf(error: unknown, file: string, known: boolean): Error {
  const { code } = error as { code?: string }
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
    return new ArchiveProblem(`${file} can’t be read. Check the path.`)
  if (code === 'Z_BUF_ERROR') return new ArchiveProblem(cutOff(file))
  if (code?.startsWith('Z_')) return new ArchiveProblem(known ? damaged(file) : foreign(file))
  return error as Error
}
