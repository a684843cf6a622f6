// node sendingWorker.ts WORKER_URL APP_URL SMTP_URL [PHONE_URL]: a worker that sends a call-out's messages, once a line on
// standard input says how many at once. For kill tests.
import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { smtpTransport } from '../../src/messaging/index.server.ts'
import { openDb, openPool } from '../../src/platform/db.server.ts'
import { openLog } from '../../src/platform/log.server.ts'
import { startWorker } from '../../src/platform/worker.server.ts'
import { callOutHandlers, texting } from './callOutJobs.ts'

// Whoever is killed keeps nothing at its end, so what was compiled is kept for the next one now.
flushCompileCache()
const [workerUrl, appUrl, smtpUrl, phoneUrl] = process.argv.slice(2)
const [concurrency] = await once(process.stdin, 'data')
const db = openDb(openPool({ url: appUrl!, role: null, max: 6 }))
const mail = smtpTransport(smtpUrl!, 'Tailboard <noreply@peers.example>')
const nobody = async () => new Set<string>()
await startWorker(
  openPool({ url: workerUrl!, role: null, max: 6 }),
  callOutHandlers(db, mail, nobody, phoneUrl === undefined ? {} : texting(phoneUrl)),
  openLog('silent'),
  Number(concurrency),
)
