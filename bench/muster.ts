import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool } from '../src/platform/db.server.ts'
import { discard, startCluster } from '../src/platform/postgres.server.ts'
import { openSink } from './mailSink.ts'
import { openFloor } from './musterFloor.ts'
import { openMusterWorld } from './musterWorld.ts'

const messages = 8
const rounds = 25

/**
 * From the coordinator's approval, committed, to the last message of the first wave taken by a mail system on
 * this machine; the same eight messages, commits and connections by hand as the floor, in turn with ours. The
 * clock starts when the approving call returns, which is just after its commit: the team was worked out before.
 * Load, server, database and mail system share the same cores.
 */
export async function muster(): Promise<Record<string, number | string | boolean>> {
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-muster-'))
  const cluster = await startCluster(folder, { durable: true })
  const sink = await openSink()
  const world = await openMusterWorld(cluster, sink.url, messages)
  // As many connections as the worker has jobs at once.
  const pool = openPool({ url: cluster.url('postgres', 'muster'), role: null, max: 8 })
  const floor = await openFloor(pool, sink.url)
  const ours: number[] = []
  const byHand: number[] = []
  const approving: number[] = []
  try {
    for (let round = 0; round <= rounds; round++) {
      const plan = await world.proposed()
      const taken = sink.next(messages)
      const asked = performance.now()
      await world.approve(plan)
      const committed = performance.now()
      const mails = await taken
      const last = performance.now()
      await world.standDown(plan)

      await floor.prepare(mails)
      const again = sink.next(messages)
      const start = performance.now()
      const [, end] = await Promise.all([floor.send(), again.then(() => performance.now())])
      // The first round opens connections and warms the code: left out.
      if (round === 0) continue
      approving.push(committed - asked)
      ours.push(last - committed)
      byHand.push(end - start)
    }
  } finally {
    floor.close()
    await pool.end()
    await world.close()
    await sink.close()
    await cluster.stop()
    discard(folder)
  }
  const ratio = median(ours) / median(byHand)
  return {
    messages,
    rounds,
    milliseconds: round1(median(ours)),
    slowestMilliseconds: round1(Math.max(...ours)),
    floorMilliseconds: round1(median(byHand)),
    approvalMilliseconds: round1(median(approving)),
    ratio: Math.round(ratio * 100) / 100,
    goal: ratio <= 5,
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
}

const round1 = (number: number) => Math.round(number * 10) / 10
