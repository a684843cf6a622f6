import { loadDemonstration } from './demonstration.server.ts'
import { parseConfig } from './platform/config.server.ts'
import { startJobs, startWeb, untilAsked } from './serve.server.ts'
import { withServices } from './services.server.ts'

/** One process: database, web and worker together. */
async function main(): Promise<void> {
  const root = process.env.TAILBOARD_ROOT ?? process.cwd()
  const config = parseConfig(process.env)
  await withServices(config, root, async (services) => {
    if (config.demo) await loadDemonstration(services, `${root}/demo`)
    const jobs = await startJobs(services)
    const web = await startWeb(services)
    process.stdout.write(
      `Tailboard is ready: ${config.publicUrl.href}\nThe team signs in at ${config.teamUrl.href}\n`,
    )
    if (config.smtpUrl === null) {
      process.stdout.write(
        'No mail is sent: messages stay in memory until this process ends. Set SMTP_URL to send them.\n',
      )
    }
    if (services.mailbox !== null)
      process.stdout.write(`Messages stand at ${new URL('/dev/mailbox', config.publicUrl).href}\n`)
    await untilAsked()
    await web.stop()
    await jobs.stop()
  })
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
