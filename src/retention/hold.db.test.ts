import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { retire, verify } from '../audit/index.server.ts'
import { openPool } from '../platform/db.server.ts'
import { retentionCommand } from './commands.ts'
import { liftHold, setHold } from './hold.server.ts'
import { sweepRegion } from './sweep.server.ts'

const start = Temporal.Instant.from('2026-11-23T20:00:00Z')

describe('a legal hold and what is too old', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  const query = async (text: string, given: readonly unknown[] = []) =>
    (await at.base.admin.query(text, [...given])).rows
  const sweep = (dryRun: boolean) => sweepRegion(pool, at.harbor.regionId, { dryRun })
  const open: Parameters<typeof retentionCommand>[1] = (work) => work({ db: at.base.db, workerPool: pool })

  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 3 })
    await at.calledOut(start)
    // Of all that a call-out leaves the trail alone is younger than its age.
    await at.base.setNow(start.add({ hours: 4 * 366 * 24 }))
    await sweep(false)
  })
  afterAll(async () => {
    await pool.end()
    await at.stop()
  })

  it('waits with a removal for whoever sets a hold', async () => {
    const client = await at.base.admin.connect()
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtextextended('retention ' || $1, 0))`, [
      at.harbor.regionId,
    ])
    let set = false
    const setting = setHold(at.base.db, at.harbor.regionId, 'investigation').then((done) => {
      set = done
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(set).toBe(false)
    await client.query('commit')
    client.release()
    await setting
    expect(set).toBe(true)
  })

  it('entries of the trail after seven years, and none while a hold stands, whoever asks', async () => {
    const { regionId } = at.harbor
    const system = { kind: 'system', regionId } as const
    const walk = () => at.base.db.read(system, verify)
    await at.base.setNow(start.add({ hours: 12 * 366 * 24 }))
    const entries = (await walk()).head.number
    const trail = async (dryRun: boolean) =>
      (await sweep(dryRun)).find((one) => one.rule.name === 'audit trail')
    const kept = { rows: entries - 1, held: true }
    expect(await trail(true)).toMatchObject(kept)
    expect(await trail(false)).toMatchObject(kept)
    expect(await at.base.db.write(system, retire)).toBeNull()
    const { text } = await retentionCommand(['--dry-run', '--region', 'harbor'], open)
    expect(text).toMatch(/audit trail +7 years after then: \d+ rows kept, a legal hold stands/)
    expect((await walk()).head).toMatchObject({ number: entries, retired: 0 })

    await liftHold(at.base.db, regionId, 'investigation')
    expect(await trail(true)).toMatchObject({ rows: entries, held: false })
    expect((await walk()).head.retired).toBe(0)
    expect(await trail(false)).toMatchObject({ rows: entries, held: false })
    const { broken, head } = await walk()
    // The lifting stays, and an entry says what went.
    expect([broken, head.number, head.retired]).toEqual([null, entries + 2, entries])
    expect(
      await query('select number, act, detail, actor_kind from audit.entry where region_id = $1 order by 1', [
        regionId,
      ]),
    ).toMatchObject([
      { number: entries + 1, act: 'hold_lifted' },
      { number: entries + 2, act: 'entries_retired', detail: { through: entries }, actor_kind: 'system' },
    ])
    expect(await trail(false)).toMatchObject({ rows: 0, held: false })
  })
})
