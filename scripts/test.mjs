// node scripts/test.mjs [long] [VITEST ARGUMENTS]: every gate, then every test, under the pinned Node.
// A gate that fails doesn't stop the rest; the last line on standard output counts them all.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const given = process.argv.slice(2)
const long = given[0] === 'long'
const filters = long ? given.slice(1) : given
const bin = (name) => join(root, 'node_modules', '.bin', name)
const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` }
if (long) env.TAILBOARD_LONG = '1'

// Biome brings a binary of its own; the others are scripts for the Node that runs this one.
const gates = [
  ['format and lint', bin('biome'), ['ci', '.']],
  ['types', bin('tsc'), ['-p', root]],
  ['unused', process.execPath, [bin('knip'), '--no-progress']],
  ['build', process.execPath, [join(root, 'scripts', 'build.mjs')]],
]

/** A gate or a run that hangs fails instead of holding up the machine for ever. */
const run = (command, args, minutes) =>
  spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: minutes * 60_000,
  }).status === 0

let passed = 0
let failed = 0
let skipped = 0
for (const [name, command, args] of gates) {
  const sound = run(command, args, 3)
  console.log(`${sound ? '✓' : '✗'} ${name}`)
  if (sound) passed++
  else failed++
}

const folder = mkdtempSync(join(tmpdir(), 'tailboard-report-'))
const report = join(folder, 'report.json')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const clean = run(process.execPath, [bin('vitest'), 'run', ...reporters, ...filters], long ? 120 : 20)
const told = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
rmSync(folder, { recursive: true, force: true })

const tests = told === null ? 0 : told.numTotalTests
passed += told?.numPassedTests ?? 0
failed += told?.numFailedTests ?? 0
skipped += (told?.numPendingTests ?? 0) + (told?.numTodoTests ?? 0)
// A file that could not be loaded, an error outside every test, or no test at all has no count of its own.
if ((!clean || tests === 0) && (told?.numFailedTests ?? 0) === 0) failed++
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed === 0 ? 0 : 1
