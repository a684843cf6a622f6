import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashFiles } from './clientList.server.ts'
import { type ClientList, listText } from './clientList.ts'
import type { Carries } from './markup.ts'
import type { PageKind } from './pages.ts'

/** What this checkout builds for browsers. */
export type Build = {
  readonly version: string
  readonly list: ClientList
  readonly carries: Readonly<Record<PageKind, Carries>>
  readonly worker: string
  /** The bytes of one file of the list. */
  read(path: string): Buffer
}

/** Null: there is no build, or its files are not those that were built. */
export function readBuild(root: string): Build | null {
  const folder = join(root, 'dist/client')
  try {
    const list = hashFiles(folder)
    if (listText(list) !== readFileSync(join(root, 'dist/client.sha256'), 'utf8')) return null
    const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
    const islands = json(join(folder, 'islands.json')) as Record<string, { file: string }>
    const address = (name: string) => `/${islands[`src/browser/${name}.ts`]!.file}`
    const worker = address('talkWorker')
    return {
      version: json(join(root, 'package.json')).version,
      list,
      worker,
      carries: {
        plain: { script: null, worker: null },
        check: { script: address('check'), worker: null },
        talk: { script: address('write'), worker },
      },
      read: (path) => readFileSync(join(folder, path)),
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}
