// node scripts/run.mjs COMMAND [ARGUMENTS]: every npm script comes through here, on any Node from 20 on.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { install, root } from './install.mjs'

const [command, ...args] = process.argv.slice(2)
const node = install()
const script = (name) => join(root, 'scripts', name)
const built = (name) => join(root, 'dist', name)

/** What each command runs after the build; `null` where it brings its own. */
const programs = {
  build: [],
  start: [built('main.js')],
  demo: [built('cli.js'), 'demo'],
  bench: [built('bench.js')],
  cli: [built('cli.js')],
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

/** Hands over to the pinned Node; signals reach it, and its exit code becomes ours. */
function run(argv) {
  const child = spawn(node, argv, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TAILBOARD_ROOT: root },
  })
  // A terminal sends Ctrl-C to the whole group: the child stops in order, and we wait for it.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}
