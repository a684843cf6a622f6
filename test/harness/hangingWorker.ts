// node hangingWorker.ts URL: a worker that takes one job, says so, and never finishes it. For kill tests.
import { z } from 'zod'
import { openPool } from '../../src/platform/db.server.ts'
import { job } from '../../src/platform/jobs.ts'
import { openLog } from '../../src/platform/log.server.ts'
import { handle, startWorker } from '../../src/platform/worker.server.ts'

const noted = job('noted', z.object({ id: z.string() }))
const pool = openPool({ url: process.argv[2]!, role: null, max: 6 })
await startWorker(
  pool,
  [
    handle(noted, async ({ id }) => {
      process.stdout.write(`${id}\n`)
      await new Promise(() => {})
    }),
  ],
  openLog('silent'),
  1,
)
