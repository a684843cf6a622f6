// For any Node from 20 on, with nothing installed: brings in what the lockfile names, only when it changed, and
// says where the pinned Node is. Standard output stays clean; installers talk on standard error.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const marker = join(root, 'node_modules', '.tailboard-installed')

export function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
    process.stderr.write('Installing what is missing …\n')
    // The build needs the development packages also where NODE_ENV says production.
    const settings = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
    const done = spawnSync('npm', ['ci', ...settings], { cwd: root, stdio: ['ignore', 2, 2] })
    // npm may be told to run no scripts; ours is needed and does nothing twice.
    const completed = () =>
      spawnSync(process.execPath, [join(root, 'scripts', 'installed.mjs')], { stdio: ['ignore', 2, 2] })
    if (done.status !== 0 || completed().status !== 0) {
      process.stderr.write(
        'The packages could not be installed. Check the network and run the command again.\n',
      )
      process.exit(1)
    }
  }
  const node = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(node)) return node
  process.stderr.write(`Tailboard runs on Linux (x64, arm64); this is ${process.platform} ${process.arch}.\n`)
  process.exit(1)
}
