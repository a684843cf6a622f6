import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerModel, violationsOf } from './activation/simulation.ts'
import { discard, startCluster } from './platform/postgres.server.ts'
import { type FileResult, replayFile } from './replayFile.server.ts'
import { deaths, sourceOf } from './replaySources.server.ts'

/** `tailboard demo [--json] [--incidents FILE --mapping MAPPING --region SLUG]`. */
export async function replayCommand(args: readonly string[], root: string): Promise<number> {
  const option = (name: string) => {
    const at = args.indexOf(name)
    return at < 0 ? undefined : args[at + 1]
  }
  const json = args.includes('--json')
  const say = (line: string) => (json ? undefined : process.stdout.write(`${line}\n`))
  const demo = join(root, 'demo')
  const given = option('--incidents')
  const region = option('--region')
  const mapping = option('--mapping')
  const rosters = ['harbor', 'montgomery']
  if (given !== undefined && (mapping === undefined || region === undefined || !rosters.includes(region))) {
    process.stderr.write(
      `--incidents FILE needs --mapping MAPPING and --region, one of ${rosters.join(', ')}.\n`,
    )
    return 2
  }
  const sources =
    given === undefined || region === undefined || mapping === undefined
      ? [
          sourceOf(demo, 'harbor', join(demo, 'harbor/incidents.csv'), join(demo, 'harbor/mapping.json')),
          sourceOf(
            demo,
            'montgomery',
            join(demo, 'montgomery-county.csv'),
            join(demo, 'montgomery/mapping.json'),
          ),
          deaths(demo),
        ]
      : [sourceOf(demo, region, given, mapping)]

  const folder = mkdtempSync(join(tmpdir(), 'tailboard-replay-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster(folder, { durable: false })
  const results: FileResult[] = []
  try {
    for (const source of sources) {
      say(`\n${source.file} · ${source.region}`)
      results.push(await replayFile(source, { root, url: cluster.url, say }))
    }
  } finally {
    await cluster.stop()
    discard(folder)
  }
  const activations = results.flatMap((result) => result.activations)
  const minutes = activations
    .flatMap((one) => (one.minutesToFilled === null ? [] : [one.minutesToFilled]))
    .sort((a, b) => a - b)
  const totals = {
    incidents: sum(results.map((one) => one.incidents)),
    qualifying: sum(results.map((one) => one.qualifying)),
    plans: activations.length,
    filled: minutes.length,
    unfilled: activations.length - minutes.length,
    medianMinutesToFilled: median(minutes),
    disturbed: sum(activations.map((one) => one.disturbed)),
    violations: sum(results.map((one) => violationsOf(one.seats))),
    assumed: [...new Set([...modelSaid(), ...results.flatMap((one) => one.assumed)])],
  }
  if (json) process.stdout.write(`${JSON.stringify({ ...totals, activations })}\n`)
  else {
    say('')
    for (const [name, value] of Object.entries(totals))
      say(`${name.padEnd(22)} ${Array.isArray(value) ? `\n  ${value.join('\n  ')}` : value}`)
  }
  const refused = results.flatMap((one) => (one.refused === null ? [] : [one.refused]))
  for (const text of refused) process.stderr.write(`${text}\n`)
  return refused.length === 0 ? 0 : 1
}

function modelSaid(): string[] {
  return [
    `answers: ${answerModel.accept * 100} % yes, half within ${answerModel.medianMinutes} minutes, ${answerModel.conflict * 100} % with a conflict, seed ${answerModel.seed}`,
    'call-back after 10 minutes, approval 15 minutes later, at the suggested time',
    'people, certificates and standing: fictional, valid at the time of each incident',
  ]
}

/** Of sorted numbers; 0 when there is none. */
function median(sorted: readonly number[]): number {
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1)
  return Math.round((10 * sum(middle)) / Math.max(1, middle.length)) / 10
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
