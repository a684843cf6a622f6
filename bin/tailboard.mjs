#!/usr/bin/env node
// npx tailboard COMMAND: installs and builds what is missing, then runs the command line on the pinned Node.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { handOver } from '../scripts/handOver.mjs'
import { install, root } from '../scripts/install.mjs'

const node = install()
if (!existsSync(join(root, 'dist', 'cli.js'))) {
  const build = spawnSync(node, [join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] })
  if (build.status !== 0) process.exit(build.status ?? 1)
}
handOver(node, [join(root, 'dist', 'cli.js'), ...process.argv.slice(2)], {
  env: { ...process.env, TAILBOARD_ROOT: root },
})
