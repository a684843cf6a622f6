import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { auditCommand } from './auditCommand.server.ts'
import { backupCommand, untilStopped } from './backup.server.ts'
import { openDatabase } from './database.server.ts'
import { writeSetUpLink } from './desk/setUpLink.server.ts'
import { doctorCommand } from './doctor.server.ts'
import { importIncidents } from './incident/index.server.ts'
import { importReport, readMapping, rulesTable } from './incident/index.ts'
import { apiText } from './machines.server.ts'
import { type Config, ConfigProblem, parseConfig } from './platform/config.server.ts'
import { decodedCsv } from './platform/csv.ts'
import { recoverCommand } from './recoverCommand.server.ts'
import { policyCommand } from './region/commands.ts'
import { regionIdBySlug } from './region/index.server.ts'
import { replayCommand } from './replay.server.ts'
import { restoreCommand } from './restore.server.ts'
import { holdCommand, retentionCommand } from './retention/commands.ts'
import { exportSheetCommand, importSheetCommand } from './roster/commands.ts'
import { gatesTable } from './roster/gatesTable.ts'
import { mailLines, serveUntil, startJobs, startWeb, untilAsked } from './serve.server.ts'
import { type Services, withServices } from './services.server.ts'
import { contentCommand } from './training/commands.ts'
import { uploadWords } from './ui/uploadWords.ts'
import { verifyCommand } from './verify/commands.ts'

const usage = `tailboard COMMAND
  web                          serves the pages
  worker                       takes the jobs
  migrate                      brings the database up to date
  import incidents FILE --region SLUG --mapping MAPPING [--dry-run]
                               saves the incidents of a file; ends with 1 when rows are broken
  import agencies|members|credentials|shifts FILE --region SLUG [--dry-run]
                               saves a sheet of the roster whole, or nothing of it; ends with 1 when rows are broken
  export agencies|members|credentials|shifts --region SLUG
                               prints a sheet of the roster as CSV; the import reads it back to the same
  audit verify [--region SLUG] [--anchor HASH/NUMBER|FILE]
                               walks the audit trail of every region; ends with 1 when a link is broken or an anchor missing
  audit export --region SLUG   prints a region's audit trail, a line of JSON an entry, and its head
  audit retire [--region SLUG] removes entries older than seven years
  policy explain [--region SLUG]
                               prints every setting and every rule of the assessment with its source
  backup FILE                  writes everything but jobs, sessions and secrets into a new file only you read
  restore FILE                 checks such a file, loads it into an empty database and walks the audit trails;
                               ends with 1 when one does not hold
  retention [--dry-run] [--region SLUG]
                               removes what is older than the rules say, or tells what would go
  hold on|off|list --region SLUG [--reason CODE]
                               keeps a region's data for a court or an inquiry
  recover ADDRESS [--anyway]   takes away the passkeys, authenticator app and sessions of whoever lost them, where a
                               region has no two administrators to do it
  content check [--online]     reads every course and says with file and line what is not as it should be; --online also asks
                               the address of each source; ends with 1 when something is wrong
  api                          prints the OpenAPI document of what machines may send (docs/api/openapi.json)
  set-up                       writes the link that sets up a region into a file only you read, and says where
  doctor                       says what is set up, what is weak and what to do; ends with 1 when something is broken
  verify URL [--region SLUG] [--team URL]
                               compares what a site sends to browsers with what this checkout builds; ends with 1 when
                               something doesn't fit
  verify --list                prints the SHA-256 of every file this checkout builds for browsers
  demo [--json]                replays the demonstration in virtual time
`

const importUsage = 'tailboard import incidents FILE --region SLUG --mapping MAPPING [--dry-run]\n'

const root = process.env.TAILBOARD_ROOT ?? process.cwd()

async function importCommand(args: readonly string[]): Promise<number> {
  const sheet = await importSheetCommand(args, readBytes, (work) =>
    withServices(parseConfig(process.env), root, ({ jobsDb }) => work(jobsDb)),
  )
  if (sheet !== null) return say(sheet)
  const { region: slug, mapping: mappingFile, ...given } = importArguments(args)
  const [what, file, ...more] = given.positionals
  if (what !== 'incidents' || file === undefined || more.length > 0) return fail(importUsage)
  if (slug === undefined) return fail(`Say into which region: --region SLUG.\n${importUsage}`)
  if (mappingFile === undefined)
    return fail(`Say how the columns are to be read: --mapping MAPPING.\n${importUsage}`)
  const mapping = readMapping(readText(mappingFile))
  if (!mapping.ok) return fail(`${mappingFile}:\n${mapping.problems.join('\n')}\n`)
  const decoded = decodedCsv(readBytes(file))
  if (!decoded.ok) return fail(`${file}: ${uploadWords.en[decoded.why]}\nNothing was saved.\n`)
  if (decoded.text.trim() === '') return fail(`${file} is empty. Nothing was saved.\n`)
  const csv = decoded.text
  return await withServices(parseConfig(process.env), root, async ({ jobsDb: db }) => {
    const regionId = await regionIdBySlug(db, slug)
    if (regionId === null) return fail(`There is no region "${slug}". Give the short name in its address.\n`)
    const actor = { kind: 'system', regionId } as const
    const report = await importIncidents(db, actor, regionId, csv, mapping.mapping, {
      dryRun: given.dryRun,
    })
    process.stdout.write(`${importReport(report)}\n`)
    return report.broken.length > 0 ? 1 : 0
  })
}

/** Strict, because a mistyped --dry-run must not save anything. */
function importArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        region: { type: 'string' },
        mapping: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    return { region: values.region, mapping: values.mapping, dryRun: values['dry-run'], positionals }
  } catch (error) {
    // The first sentence names the option; the rest explains file names that start with a dash.
    const [said] = String(error instanceof Error ? error.message : error).split('. ')
    throw new ConfigProblem(`${said}.\n${importUsage.trimEnd()}`)
  }
}

/** One part of Tailboard as a process of its own. */
async function serve(
  parts: Parameters<typeof serveUntil>[2],
  ready: (config: Config) => readonly string[],
): Promise<number> {
  const config = parseConfig(process.env)
  const asked = untilAsked()
  await withServices(config, root, (services) => serveUntil(asked, services, parts, ready(config)))
  return 0
}

function readText(file: string): string {
  return readBytes(file).toString('utf8')
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new ConfigProblem(`${file} can't be read. Check the path.`)
  }
}

/** What was not understood goes to the error stream. */
function say({ code, text }: { readonly code: 0 | 1 | 2; readonly text: string }): number {
  if (code === 2) return fail(text)
  process.stdout.write(text)
  return code
}

function fail(text: string): number {
  process.stderr.write(text)
  return 2
}

async function run([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'web':
      return await serve([startWeb], ({ publicUrl, teamUrl }) => [
        `The pages are ready: ${publicUrl.href}`,
        `The team signs in at ${teamUrl.href}`,
        'Messages are sent by "tailboard worker".',
      ])
    case 'worker':
      return await serve([startJobs], (config) => ['Jobs are taken.', ...mailLines(config)])
    case 'migrate': {
      const database = await openDatabase(parseConfig(process.env), root)
      await database.stop()
      process.stdout.write('The database is up to date.\n')
      return 0
    }
    case 'import':
      return await importCommand(args)
    case 'export':
      return say(
        await exportSheetCommand(args, (work) =>
          withServices(parseConfig(process.env), root, ({ jobsDb }) => work(jobsDb)),
        ),
      )
    case 'audit':
      return await auditCommand(
        args,
        (work) => withServices(parseConfig(process.env), root, ({ jobsDb }) => work(jobsDb)),
        {
          out: (text) => process.stdout.write(text),
          fail: (text) => process.stderr.write(text),
        },
      )
    case 'policy': {
      const { code, text } = await policyCommand(args, (work) =>
        withServices(parseConfig(process.env), root, ({ jobsDb }) => work(jobsDb)),
      )
      if (code !== 0) return fail(text)
      process.stdout.write(`${text}\n\n${rulesTable()}\n\n\n${gatesTable()}\n`)
      return 0
    }
    case 'api':
      return say({ code: 0, text: apiText() })
    case 'set-up': {
      const { secretsFolder, teamUrl } = parseConfig(process.env)
      process.stdout.write(
        `The link that sets up a region stands in\n  ${writeSetUpLink(secretsFolder, teamUrl)}\n`,
      )
      return 0
    }
    case 'backup':
      return await untilStopped((session) => backupCommand(args, parseConfig(process.env), session))
    case 'restore':
      return await untilStopped((session) => restoreCommand(args, parseConfig(process.env), root, session))
    case 'retention':
    case 'hold':
      return say(
        await (command === 'hold' ? holdCommand : retentionCommand)(args, (work) =>
          withServices(parseConfig(process.env), root, work),
        ),
      )
    case 'recover': {
      const open = <Result>(work: (services: Services) => Promise<Result>) =>
        withServices(parseConfig(process.env), root, work)
      return say(await recoverCommand(args, open))
    }
    case 'doctor':
      return await doctorCommand(process.env, root, (text) => process.stdout.write(text))
    case 'content':
      return await untilStopped((session) => contentCommand(args, root, session))
    case 'verify':
      return await untilStopped((session) => verifyCommand(args, root, session))
    case 'demo':
      return await replayCommand(args, root)
    default:
      return fail(usage)
  }
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
