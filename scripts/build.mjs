// node scripts/build.mjs [client]: builds the servers, the command line, the benchmarks, the two stylesheets and the scripts for
// browsers into dist/; `client` alone what browsers are sent. The same checkout gives browsers the same bytes, wherever it lies.
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { hashFiles } from '../src/verify/clientList.server.ts'
import { listText } from '../src/verify/clientList.ts'
import { islands, servers, styles } from '../vite.config.mjs'
import { root } from './install.mjs'

// Where it is started from, and what that shell says, is in no file.
process.chdir(root)
process.env.NODE_ENV = 'production'

const dist = join(root, 'dist')
const earlier = new Map(files().map((name) => [name, statSync(join(dist, name)).mtimeMs]))

const only = process.argv[2] === 'client'
if (!only) await build(servers)
await build(styles)
await build(islands)

// What this build did not write again is stale. Not emptied before: a server that runs from here still reads it.
for (const [name, time] of earlier)
  if (only && !name.startsWith('client/')) continue
  else if (statSync(join(dist, name), { throwIfNoEntry: false })?.mtimeMs === time) rmSync(join(dist, name))

// Signed and published with a release, so that anybody can compare (docs/operations.md).
writeFileSync(join(dist, 'client.sha256'), listText(hashFiles(join(dist, 'client'))))

function files() {
  if (!existsSync(dist)) return []
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
}
