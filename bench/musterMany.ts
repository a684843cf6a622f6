import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool } from '../src/platform/db.server.ts'
import { discard, startCluster } from '../src/platform/postgres.server.ts'
import { openMailSink } from '../test/harness/mailSink.ts'
import { arrival, median, round1 } from './muster.ts'
import { openFloor } from './musterFloor.ts'
import { openMusterWorld, sendsAtOnce, waveOf } from './musterWorld.ts'

const messages = 1000
const regions = 25
const rounds = 3

/**
 * A thousand first-wave messages of 125 call-outs in 25 regions, all approved before anything is sent: from the worker's
 * start to the last one taken by a mail system on this machine. The floor sends the same messages with the same
 * commits and as many at once. Mail knows no throttle.
 */
export async function musterMany(): Promise<Record<string, number | string | boolean>> {
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-muster-'))
  const cluster = await startCluster(folder, { durable: true })
  const sink = await openMailSink(async () => 0)
  const world = await openMusterWorld(cluster, sink.url, regions)
  const pool = openPool({ url: cluster.url('postgres', 'muster'), role: null, max: sendsAtOnce })
  const floor = await openFloor(pool, sink.url)
  const ours: number[] = []
  const byHand: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      for (let call = 0; call < messages / waveOf; call++) {
        const index = call % regions
        await world.approve(await world.proposed(index), index)
      }
      const taken = arrival(sink, messages)
      const started = performance.now()
      await world.start()
      const { mails, at: last } = await taken
      await world.idle()
      await world.stop()

      await floor.prepare(mails)
      const again = arrival(sink, messages)
      const start = performance.now()
      const [{ at: end }] = await Promise.all([again, floor.send()])
      ours.push(last - started)
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
    regions,
    rounds,
    milliseconds: round1(median(ours)),
    slowestMilliseconds: round1(Math.max(...ours)),
    floorMilliseconds: round1(median(byHand)),
    ratio: Math.round(ratio * 100) / 100,
    goal: ratio <= 3,
  }
}
