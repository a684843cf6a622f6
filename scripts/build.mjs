// Builds the servers, the command line, the benchmarks and the two stylesheets into dist/.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { islands, servers, styles } from '../vite.config.mjs'
import { root } from './install.mjs'

const dist = join(root, 'dist')
const earlier = new Map(files().map((name) => [name, statSync(join(dist, name)).mtimeMs]))

await build(servers)
await build(styles)
await build(islands)

// What this build did not write again is stale. Not emptied before: a server that runs from here still reads it.
for (const [name, time] of earlier)
  if (statSync(join(dist, name), { throwIfNoEntry: false })?.mtimeMs === time) rmSync(join(dist, name))

function files() {
  if (!existsSync(dist)) return []
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
}
