// node attached.ts FOLDER: a process that needs the folder's PostgreSQL, says so, and leaves when asked. To be killed.
import { startCluster } from '../../src/platform/postgres.server.ts'

const cluster = await startCluster(process.argv[2]!, { durable: true })
process.stdout.write('attached\n')
process.once('SIGTERM', () => cluster.stop().then(() => process.exit(0)))
setInterval(() => {}, 60_000)
