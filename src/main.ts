import { loadDemonstration } from './demonstration.server.ts'
import { parseConfig } from './platform/config.server.ts'
import { mailLines, serveUntil, startJobs, startWeb, untilAsked } from './serve.server.ts'
import { withServices } from './services.server.ts'

/** One process: database, web and worker together. */
async function main(): Promise<void> {
  const root = process.env.TAILBOARD_ROOT ?? process.cwd()
  const config = parseConfig(process.env)
  const asked = untilAsked()
  await withServices(config, root, async (services) => {
    if (config.demo) await loadDemonstration(services, `${root}/demo`)
    await serveUntil(
      asked,
      services,
      [startJobs, startWeb],
      [
        `Tailboard is ready: ${config.publicUrl.href}`,
        `The team signs in at ${config.teamUrl.href}`,
        ...mailLines(config),
        ...(services.mailbox === null
          ? []
          : [`Messages stand at ${new URL('/dev/mailbox', config.publicUrl).href}`]),
      ],
    )
  })
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
