import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { board } from './board.ts'
import { candidates } from './candidates.ts'
import { compose } from './compose.ts'
import { learn } from './learn.ts'
import { muster } from './muster.ts'
import { musterMany } from './musterMany.ts'
import { pages } from './pages.ts'
import { seal } from './seal.ts'
import { staffing } from './staffing.ts'
import { support } from './support.ts'
import { weight } from './weight.ts'

type Result = Record<string, number | string | boolean>
const benchmarks: Record<string, () => Promise<Result>> = {
  board,
  candidates,
  compose,
  learn,
  muster,
  musterMany,
  pages,
  seal,
  staffing,
  support,
  weight,
}

/** `npm run bench [-- NAME …]`: runs what is named, or all; keeps the others' last results. */
async function run(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in benchmarks))
  if (unknown.length > 0)
    throw new Error(
      `Unknown benchmark: ${unknown.join(', ')}. There is: ${Object.keys(benchmarks).join(', ')}.`,
    )
  const file = join(process.env.TAILBOARD_ROOT ?? process.cwd(), 'bench/results.json')
  const results: Record<string, Result> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  process.stdout.write(`${cpus().length} cores, shared with whatever else runs\n`)
  for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
    results[name] = await benchmarks[name]!()
    process.stdout.write(`\n${name}\n`)
    for (const [what, value] of Object.entries(results[name]))
      process.stdout.write(`  ${what.padEnd(28)} ${value}\n`)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
