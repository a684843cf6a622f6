// node scripts/run.mjs COMMAND [ARGUMENTS]: every npm script comes through here, on any Node from 20 on.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { handOver } from './handOver.mjs'
import { install, root } from './install.mjs'

const [command, ...args] = process.argv.slice(2)
const node = install()
const script = (name) => join(root, 'scripts', name)
const built = (name) => join(root, 'dist', name)

/** What each command runs after the build. */
const programs = {
  build: [],
  start: [built('main.js')],
  demo: [built('cli.js'), 'demo'],
  bench: [built('bench.js')],
}

if (command === 'test') run([script('test.mjs'), ...args])
else if (command === 'test:long') run([script('test.mjs'), 'long', ...args])
else if (command === 'dev') run([script('dev.mjs'), ...args])
else if (command in programs) {
  const build = spawnSync(node, [script('build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] })
  if (build.status !== 0) process.exit(build.status ?? 1)
  if (programs[command].length > 0) run([...programs[command], ...args])
} else {
  process.stderr.write(`Unknown command: ${command}\n`)
  process.exit(2)
}

function run(argv) {
  handOver(node, argv, { cwd: root, env: { ...process.env, TAILBOARD_ROOT: root } })
}
