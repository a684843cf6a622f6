// The server as `npm start` runs it, with the mailbox page; built and started again whenever a source changes.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const env = { ...process.env, TAILBOARD_DEV: '1' }
const watched = ['src', 'content', 'migrations', 'demo'].filter((name) => existsSync(join(root, name)))
let server = null
let waiting = null
let busy = false
let again = false

/** Builds; only what builds replaces the running server. A change that comes meanwhile is taken up afterwards. */
async function turn() {
  if (busy) {
    again = true
    return
  }
  busy = true
  do {
    again = false
    const build = [join(root, 'scripts', 'build.mjs')]
    const built = spawnSync(process.execPath, build, { cwd: root, stdio: ['ignore', 2, 2] })
    if (built.status === 0) await restart()
    else process.stderr.write('Not built; waiting for the next change.\n')
  } while (again)
  busy = false
}

async function restart() {
  if (server !== null) await stop()
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', 'main.js')], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  server = child
  child.on('exit', () => {
    if (server !== child) return
    server = null
    process.stderr.write('The server stopped; waiting for the next change.\n')
  })
}

function stop() {
  const child = server
  server = null
  if (child === null) return Promise.resolve()
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return ended
}

for (const folder of watched)
  watch(join(root, folder), { recursive: true }, () => {
    // An editor saves in several steps; a branch change touches many files.
    clearTimeout(waiting)
    waiting = setTimeout(turn, 150)
  })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, async () => {
    await stop()
    process.exit(0)
  })
await turn()
