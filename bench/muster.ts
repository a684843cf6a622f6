import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool } from '../src/platform/db.server.ts'
import { discard, startCluster } from '../src/platform/postgres.server.ts'
import { type MailSink, openMailSink } from '../test/harness/mailSink.ts'
import { type Message, openFloor } from './musterFloor.ts'
import { openMusterWorld, sendsAtOnce, waveOf } from './musterWorld.ts'

const messages = waveOf
const rounds = 25
/** Rounds that open connections and warm the code: left out. */
const warmUp = 5

/**
 * From the coordinator's approval, committed, to the last message of the first wave taken by a mail system on
 * this machine; the same eight messages, commits and connections by hand as the floor, in turn with ours. The
 * clock starts when the approving call returns, which is just after its commit: the team was worked out before.
 * Load, server, database and mail system share the same cores.
 */
export async function muster(): Promise<Record<string, number | string | boolean>> {
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-muster-'))
  const cluster = await startCluster(folder, { durable: true })
  const sink = await openMailSink(async () => 0)
  const world = await openMusterWorld(cluster, sink.url)
  await world.start()
  // As many connections as the worker has jobs at once.
  const pool = openPool({ url: cluster.url('postgres', 'muster'), role: null, max: sendsAtOnce })
  const floor = await openFloor(pool, sink.url)
  const ours: number[] = []
  const byHand: number[] = []
  const approving: number[] = []
  try {
    for (let round = 0; round < warmUp + rounds; round++) {
      const plan = await world.proposed()
      const taken = arrival(sink, messages)
      const asked = performance.now()
      await world.approve(plan)
      const committed = performance.now()
      const { mails, at: last } = await taken
      await world.standDown(plan)

      await floor.prepare(mails)
      await world.idle()
      const again = arrival(sink, messages)
      const start = performance.now()
      const [{ at: end }] = await Promise.all([again, floor.send()])
      if (round < warmUp) continue
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

/** The next messages to come in, and when the last of them was taken. Rejects after two minutes. */
export function arrival(sink: MailSink, count: number): Promise<{ mails: readonly Message[]; at: number }> {
  sink.taken.length = 0
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`${sink.taken.length} of ${count} messages came within two minutes`))
    const timer = setTimeout(late, 120_000)
    sink.hooks.taken = async () => {
      if (sink.taken.length < count) return
      clearTimeout(timer)
      resolve({ mails: sink.taken.slice(), at: performance.now() })
    }
  })
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
}

export const round1 = (number: number) => Math.round(number * 10) / 10
